"""``python -m tools.definitions FACTS_DIR FRAMEWORKS_DIR``."""

import argparse
from pathlib import Path

from tools.definitions import crosswalks, gri, hkex, ifrs, sasb, sdg, tcfd, ungc

MAKERS = (hkex.files, gri.files, sasb.files, tcfd.files, ungc.files, sdg.files, ifrs.files)


def main() -> None:
    """Write every definition file, then the crosswalks between them."""
    parser = argparse.ArgumentParser(prog="python -m tools.definitions", description=main.__doc__)
    parser.add_argument("facts", type=Path, help="the folder of fact sheets")
    parser.add_argument("frameworks", type=Path, help="the folder to write into")
    arguments = parser.parse_args()
    made = {name: text for files in MAKERS for name, text in files(arguments.facts).items()}
    links, talk = crosswalks.files(arguments.facts, made)
    for name, text in sorted((made | links).items()):
        path = arguments.frameworks / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    print("\n".join([f"{len(made)} definition files, {len(links)} crosswalks", *talk]))


if __name__ == "__main__":
    main()
