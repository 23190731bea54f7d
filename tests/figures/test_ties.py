"""Figures that contradict each other, and figures that only seem to: the texts of ties.toml."""

import html
import tomllib
from itertools import groupby
from pathlib import Path

import pytest

from disclosure_index.assessment.ties.finding import ties_of
from disclosure_index.figures import DocumentFacts
from disclosure_index.reading.registry import read_source

TEXTS = tomllib.loads(Path(__file__).with_name("ties.toml").read_text("utf-8"))["text"]


def row(line):
    tag = "th" if line.startswith("!") else "td"
    cells = (html.escape(cell.strip()) for cell in line.removeprefix("!").split("|"))
    return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>"


def as_html(text, language):
    body = ""
    for is_table, lines in groupby(text.strip().splitlines(), key=lambda line: " | " in line):
        if is_table:
            body += f"<table>{''.join(map(row, lines))}</table>"
        else:
            body += "".join(
                f"<h2>{line[2:]}</h2>" if line.startswith("# ") else f"<p>{line}</p>" for line in lines if line
            )
    page = f'<html xmlns="http://www.w3.org/1999/xhtml" lang="{language}"><head><title>r</title></head>'
    return f"{page}<body><h1>Report</h1>{body}</body></html>"


@pytest.mark.parametrize("text", TEXTS, ids=[text["name"] for text in TEXTS])
def test_ties_of_a_text(text):
    language = text.get("language", "en")
    document = read_source(as_html(text["report"], language).encode(), "report.xhtml", language)
    assert [tie.rule for tie in ties_of(DocumentFacts(document, "2024"))] == text["rules"]
