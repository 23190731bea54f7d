"""No output obeys what a report or a project file says: every field, every format, stdout, stderr and files."""

import csv
import io
import json
import os
import re
import zipfile
from urllib.parse import quote

import openpyxl
import pytest
from lxml import etree, html
from markdown_it import MarkdownIt

from disclosure_index.cli.formats import FORMATS
from disclosure_index.toml.writing import quoted
from tests.support.payloads import PAYLOADS

ALL = "\n".join(PAYLOADS)
HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
COMMAND = re.compile(r"^\s*::|##(\[|vso\[|teamcity\[)", re.MULTILINE)
OWN = re.compile(r"^::(error|warning|notice) file=[^:]*,title=DI\d+ [a-z-]+::.*$", re.MULTILINE)
NAME = "a\n::error::b\x1b[31m\u202e##[error].xhtml"
"""Of a document: what a file system takes."""

VIEWS = ("sections", "disclosures", "principles", "filing", "crosswalk")


def in_xml(text):
    """Write a text as an attribute or a text of XML, which holds fewer characters."""
    kept = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "\x9b", text)
    for sign, reference in {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "\n": "&#10;",
        "\r": "&#13;",
    }.items():
        kept = kept.replace(sign, reference)
    return kept


def body():
    """Put every payload into every kind of field that a document has."""
    for number, payload in enumerate(PAYLOADS):
        said = in_xml(payload)
        yield f"""<section id="s{number}{said}"><h2>{said}</h2><span role="doc-pagebreak" aria-label="{said}"></span>
        <p data-disclosure="ungc:{number % 12} {said} gri:2-{number}">{said} Employees by region: 12.</p>
        <p data-disclosure="gri:305-{number % 7 + 1}" data-reviewed="{said}">{said} Emissions of 12 t.</p>
        <p data-omission="gri:302-{number % 5 + 1}" data-reason="{said}">{said}</p>
        <p data-suppress="DI207 {said}" data-suppress-reason="{said}" data-suppress-owner="{said}"
           data-suppress-until="{said}">TBC</p>
        <table role="doc-index"><caption>{said}</caption><tr><th>GRI Standard</th><th>Disclosure</th><th>Location</th>
        </tr><tr><td>GRI 2</td><td>2-{number} {said}</td><td>{said}</td></tr></table></section>"""


def project():
    lines = [
        '[[frameworks]]\nid = "ungc"\nclaim = "participant"',
        '[[frameworks]]\nid = "gri"\nclaim = "with-reference"',
    ]
    for number, payload in enumerate(PAYLOADS, 1):
        said = quoted(payload)
        lines.append(
            f'[[policy.suppressions]]\nrule = "DI101"\ncode = {said}\nreason = {said}\nowner = {said}\n'
            f"expires = 20{20 + number % 20}-01-01"
        )
    lines += ["[owners]", *(f'"gri:2-{n}" = {quoted(payload)}' for n, payload in enumerate(PAYLOADS[:30], 1))]
    lines += ["[notes]", *(f'"gri:2-{n}" = {quoted(payload)}' for n, payload in enumerate(PAYLOADS[10:40], 1))]
    return "\n".join(lines)


@pytest.fixture
def report(make_report):
    """A report whose every field says what should not be obeyed."""
    folder = make_report("\n".join(body()), project=project())
    (folder / NAME).write_bytes((folder / "report.xhtml").read_bytes())
    file = folder / "disclosure-index.toml"
    text = file.read_text("utf-8").replace('"A small report"', quoted(ALL)).replace('"Small Limited"', quoted(ALL))
    second = f'[[documents]]\npath = {quoted(NAME)}\nlanguage = "zh-Hant"\n'
    file.write_text(text.replace("[[frameworks]]", f"{second}\n[[frameworks]]", 1), "utf-8")
    entries = [{"fingerprint": f"{n:032}", "rule": "DI101", "framework": p, "code": p, "anchor": p}
               for n, p in enumerate(PAYLOADS)]  # fmt: skip
    known = {"version": 1, "findings": entries}
    (folder / "disclosure-index-baseline.json").write_text(json.dumps(known), "utf-8")
    return folder


def assert_shown(text):
    assert not HARMFUL.findall(text)
    assert not [match[0] for match in COMMAND.finditer(text)]


def printed(result):
    """Return what a run has printed on stdout, its stderr looked at."""
    assert result.exit_code in (0, 1, 3), result.stderr
    assert_shown(result.stderr)
    assert result.stdout
    return result.stdout


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.sampled(4)
def test_check(run, report, form):
    text = printed(run("check", report, "--format", form))
    assert_shown(OWN.sub("", text) if form == "github" else text)
    if form in ("json", "sarif", "gitlab"):
        json.loads(text)
    if form == "json":
        assert json.loads(text)["report"]["title"] == ALL
    if form == "junit":
        etree.fromstring(text.encode())


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("form", ["markdown", "html", "csv", "json"])
@pytest.mark.sampled(6)
def test_index(run, report, view, form):
    text = printed(run("index", report, "--view", view, "--format", form, "--language", "en,zh-Hant"))
    assert_shown(text)
    if form == "csv":
        assert not [
            c for r in csv.reader(io.StringIO(text)) for c in r if c.startswith(("=", "+", "@", "\t", "\r", "＝"))
        ]
    elif form == "json":
        json.loads(text)
    elif form == "html":
        page = html.fromstring(text)
        assert len(page.findall(".//script")) == 1
        assert not page.xpath("//img | //@onerror | //@onclick")
        assert not [href for href in page.xpath("//@href") if "script:" in href]
    else:
        tokens = MarkdownIt("commonmark").enable("table").parse(text)
        inner = [child for token in tokens for child in token.children or ()]
        assert {token.content for token in (*tokens, *inner) if token.type.startswith("html")} <= {"<br>"}
        assert {token.attrs["href"].partition("#")[0] for token in inner if token.type == "link_open"} <= {
            os.path.relpath(report / "report.xhtml"),
            quote(os.path.relpath(report / NAME)),
        }


@pytest.mark.parametrize("locations", ["titles", "pages", "links"])
def test_places(run, report, locations):
    assert_shown(printed(run("index", report, "--view", "filing", "--locations", locations)))


@pytest.mark.parametrize("arguments", [
    ["gaps"], ["gaps", "--format", "csv"], ["gaps", "--format", "markdown"], ["gaps", "--format", "json"],
    ["suggest"], ["suggest", "--format", "csv"], ["suggest", "--passages"],
    ["suggest", "--passages", "--format", "csv"],
    ["suggest", "--passages", "--format", "json"], ["suggest", "--passages", "--format", "markdown"],
    ["explain", "gri:305-1"], ["explain", "gri:302-1", "--format", "json"], ["explain", "ungc:3"], ["index", "--check"],
], ids=" ".join)  # fmt: skip
@pytest.mark.sampled(5)
def test_other_verbs(run, report, arguments):
    assert_shown(printed(run(*arguments, report)))


@pytest.mark.parametrize("verb", ["prune", "update", "create"])
def test_baseline(run, report, verb):
    result = run("baseline", verb, report)
    assert result.exit_code in (0, 2, 3)
    assert_shown(result.stdout + result.stderr)
    assert result.stderr


def test_workbook(run, report, tmp_path):
    result = run("export", report, "-o", tmp_path / "index.xlsx")
    assert_shown(result.stdout + result.stderr)
    book = openpyxl.load_workbook(tmp_path / "index.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert "f" not in {cell.data_type for cell in cells}
    assert not [c.value for c in cells if re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e]", str(c.value))]


def test_word(run, report, tmp_path):
    run("index", report, "--view", "filing", "--format", "docx", "-o", tmp_path / "index.docx")
    with zipfile.ZipFile(tmp_path / "index.docx") as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))
        assert not HARMFUL.findall(archive.read("word/document.xml").decode().replace("\r", ""))


@pytest.mark.parametrize("payload", PAYLOADS, ids=ascii)
@pytest.mark.sampled(10)
def test_what_is_wrong_on_the_command_line(run, make_report, payload):
    folder = make_report()
    for arguments in (["explain", payload.replace("\0", ""), folder], ["check", folder, "--edition", payload],
                      ["check", folder, f"--{payload}"], ["rules", "show", payload], [payload, folder]):  # fmt: skip
        result = run(*arguments)
        assert result.exit_code in (2, 3)
        assert_shown(result.stdout + result.stderr)


@pytest.mark.parametrize("place", [
    '[profile]\n{} = "x"\n', '[owners]\n"gri:2-1" = {}\n{} = "x"\n', '[[frameworks]]\nid = {}\n',
    '[[frameworks]]\nid = "gri"\nclaim = {}\n', '[[frameworks]]\nid = "gri"\nedition = {}\n',
    '[[frameworks]]\nid = "gri"\nclaim = "in-accordance"\nsectors = [{}]\n',
    '[[frameworks]]\nid = "gri"\n[policy]\nfail-on = {}\n', '[[documents]]\npath = {}\nlanguage = "en"\n',
])  # fmt: skip
@pytest.mark.parametrize("payloads", [PAYLOADS[:20], PAYLOADS[20:]], ids=["first", "second"])
@pytest.mark.sampled(5)
def test_what_is_wrong_in_the_project_file(run, make_report, place, payloads):
    for payload in payloads:
        result = run("check", make_report(project=place.replace("{}", quoted(payload))))
        assert result.exit_code in (2, 3)
        assert_shown(result.stdout + result.stderr)


def test_no_text_stands_in_for_a_list_of_the_json_formats(run, make_report):
    """Lists are written where a mark stands in the frame."""
    for text in ("\0findings", "\0results", "\0issues", "\0suppressed"):
        folder = make_report(project='[[frameworks]]\nid = "ungc"\nclaim = "participant"\n')
        file = folder / "disclosure-index.toml"
        file.write_text(file.read_text("utf-8").replace('"A small report"', quoted(text)), "utf-8")
        told = json.loads(run("check", folder, "--format", "json").stdout)
        assert told["report"]["title"] == text
        assert told["findings"] == []


@pytest.mark.parametrize("option", ["--group", "--statistics"])
def test_check_for_people(run, report, option):
    assert_shown(printed(run("check", report, "--format", "text", option)))


@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_view(run, report, language):
    text = printed(run("view", report, "--language", language))
    page = html.document_fromstring(text)
    style, script = page.find(".//style"), page.find(".//script")
    assert page.xpath("count(//script) + count(//style) + count(//iframe) + count(//object) + count(//form)") == 2
    for own in (style, script):
        text = text.replace(own.text, "")
    assert_shown(text)
    attributes = {name for element in page.iter() if isinstance(element.tag, str) for name in element.attrib}
    assert [name for name in attributes if name.startswith("on") or name == "style"] == []
    assert {href[:1] for href in page.xpath("//@href")} <= {"#"}
    assert page.xpath("//@src") == []
