"""A tagged report of any size, the same for the same size: sections, paragraphs in two scripts, lists and tables."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from disclosure_index.catalog.loading import load_frameworks
from disclosure_index.catalog.store import in_force

PROJECT = """[report]
title = "Generated"
issuer = "Generated Holdings"
financial-year = { start = 2024-01-01, end = 2024-12-31 }
published = 2025-04-30

[[documents]]
path = "report.xhtml"
language = "en"

[profile]
exchange = "hkex"
board = "main-board"
size = "other"
industries = ["CG-EC"]

[[frameworks]]
id = "hkex-esg"
claim = "comply-or-explain"

[[frameworks]]
id = "gri"
claim = "in-accordance"

[[frameworks]]
id = "sasb"
claim = "in-accordance"

[[frameworks]]
id = "tcfd"
claim = "with-reference"
"""

# About 37 bytes per element, as in the reports that the aims were set with.
ENGLISH = (
    "It is less than in the year before: two vessels were refitted, and the lighting of all piers was replaced. " * 2
)
CHINESE = "较上年减少，主要因为两艘船舶完成改装，各码头的照明设备亦全部更换；用电数据由各单位按月填报，经总部复核。" * 2


def write_report(folder: Path, megabytes: int) -> Path:
    """Write a project file and a report of about `megabytes`; return `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "disclosure-index.toml").write_text(PROJECT, "utf-8")
    wanted, written = megabytes * 1_000_000, 0
    with (folder / "report.xhtml").open("wb") as file:
        file.write(b'<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" lang="en">\n<body>\n')
        for section in _sections():
            file.write(data := section.encode())
            written += len(data)
            if written >= wanted:
                break
        file.write(b"</body>\n</html>\n")
    return folder


def _sections() -> Iterator[str]:
    catalog = load_frameworks(["hkex-esg", "gri", "tcfd"])
    year, published = date(2024, 1, 1), date(2025, 4, 30)
    codes = [d.uid for f in catalog.frameworks.values() for d in in_force(f, year, published)]
    number = 0
    while True:
        number += 1
        tags = [codes[(number * 7 + step * 31) % len(codes)] for step in range(4)]
        rows = "\n".join(
            f'<tr><th scope="row">Item {n} 项目</th><td>tonnes</td><td>{number * n:,}</td><td>{number + n:,}</td></tr>'
            for n in range(1, 9)
        )
        yield (
            f'<section id="s{number}" data-disclosure="{tags[0]} {tags[1]}">\n'
            f'<h2>Section {number} 第{number}节</h2>\n<span role="doc-pagebreak" aria-label="{number}"></span>\n'
            f"<p>The group used <b>{number * 13:,}</b> MWh in the year. {ENGLISH}</p>\n"
            f'<p id="p{number}" data-disclosure="{tags[2]}">本集团全年耗电{number * 17:,}千瓦时。{CHINESE}</p>\n'
            f"<ul>\n<li>{ENGLISH}</li>\n<li>second measure taken</li>\n</ul>\n"
            f'<table data-disclosure="{tags[3]}"><caption>Table {number}</caption>\n<tbody>\n{rows}\n</tbody></table>\n'
            "</section>\n"
        )
