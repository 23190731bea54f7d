"""``python -m disclosure_index``."""

from disclosure_index.cli import main

if __name__ == "__main__":
    main()
