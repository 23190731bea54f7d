"""One made-up report in two languages, as Markdown and as Word files, and the places of its elements."""

import io
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


class Block(NamedTuple):
    """A block of the report: a heading ("h1", "h2"), a paragraph ("p"), an item ("li") or a table ("table")."""

    kind: str
    text: str | Sequence[Sequence[str]]
    anchor: str = ""
    tag: str = ""


REPORT: Mapping[str, Sequence[Block]] = {
    "en": (
        Block("h1", "Harbour Lights ESG report 2024"),
        Block("h2", "Emissions", anchor="emissions"),
        Block("p", "Our ferries emitted 12 tonnes of nitrogen oxides in 2024.", tag="hkex-esg:A1.1"),
        Block(
            "table",
            (
                ("Indicator", "Unit", "2024"),
                ("Hazardous waste produced", "tonnes", "3.2"),
                ("Non-hazardous waste produced", "tonnes", "41"),
            ),
        ),
        Block("li", "Fuel used by our ferries: 1,204 MWh"),
        Block("h2", "Governance", anchor="governance"),
        Block("p", "The board oversees our work twice a year."),
        Block("h2", "Index", anchor="index"),
    ),
    "zh-Hant": (
        Block("h1", "港燈渡輪環境、社會及管治報告 2024"),
        Block("h2", "排放物", anchor="emissions"),
        Block("p", "二零二四年，本集團的渡輪排放 12 噸氮氧化物。", tag="hkex-esg:A1.1"),
        Block(
            "table",
            (("指標", "單位", "2024"), ("所產生有害廢棄物總量", "噸", "3.2"), ("所產生無害廢棄物總量", "噸", "41")),
        ),
        Block("li", "渡輪用油：1,204 兆瓦時"),
        Block("h2", "管治", anchor="governance"),
        Block("p", "董事會每年兩次監督有關工作。"),
        Block("h2", "內容索引", anchor="index"),
    ),
}


def as_markdown(blocks: Sequence[Block]) -> bytes:
    """Return a report as Markdown, with the line breaks of Windows."""
    lines: list[str] = []
    for kind, text, anchor, tag in blocks:
        said = [f"#{anchor}"] if anchor else []
        said += [f'disclosure="{tag}"'] if tag else []
        tail = f" {{{' '.join(said)}}}" if said else ""
        if isinstance(text, str):
            sign = {"h1": "# ", "h2": "## ", "p": "", "li": "- "}[kind]
            lines += [f"{sign}{text}{tail}", ""]
        else:
            head, *rows = (f"| {' | '.join(row)} |" for row in text)
            lines += [head, "|---|---|---:|", *rows, ""]
    return "\r\n".join(lines).encode()


@cache
def as_word(blocks: Sequence[Block]) -> bytes:
    """Return a report as a Word file, tagged by comments."""
    word = docx.Document()
    for number, (kind, text, anchor, tag) in enumerate(blocks):
        if not isinstance(text, str):
            table = word.add_table(rows=len(text), cols=len(text[0]), style="Table Grid")
            for row, cells in zip(table.rows, text, strict=True):
                for cell, said in zip(row.cells, cells, strict=True):
                    cell.text = said
            continue
        if kind[0] == "h":
            paragraph = word.add_heading(text, int(kind[1]))
        else:
            paragraph = word.add_paragraph(text, style="List Bullet" if kind == "li" else None)
        if anchor:
            for name in ("bookmarkStart", "bookmarkEnd"):
                own = f' w:name="{anchor}"' if name == "bookmarkStart" else ""
                paragraph._p.append(parse_xml(f'<w:{name} {nsdecls("w")} w:id="{number}"{own}/>'))
        if tag:
            word.add_comment(paragraph.runs, f"#disc {tag}", "Jane")
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


WRITERS: Mapping[str, tuple[str, Callable[[Sequence[Block]], bytes]]] = {
    "markdown": (".md", as_markdown),
    "word": (".docx", as_word),
}


def write_sources(folder: Path, kind: str) -> list[Path]:
    """Write the report in both languages into a folder, beside a file that is no source, and return the files."""
    suffix, write = WRITERS[kind]
    folder.mkdir(exist_ok=True)
    (folder / "README.md").write_text("How we write the report.\n", "utf-8")
    files = [folder / f"report-{language}{suffix}" for language in REPORT]
    for file, blocks in zip(files, REPORT.values(), strict=True):
        file.write_bytes(write(blocks))
    return files
