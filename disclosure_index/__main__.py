"""``python -m disclosure_index``."""

from disclosure_index.cli import script

if __name__ == "__main__":
    script()
