"""What could not be checked closes no door: results are printed, with the caveat on top, and the exit code is 3."""

import csv
import io
import json
import zipfile

import openpyxl
import pytest
from lxml import html

CAVEAT = "Not everything could be checked, so gaps may go unreported."
INDEX = (
    '<section><h1>Employees</h1><p id="e" data-disclosure="gri:2-7">We employ 12 people.</p></section>'
    '<table role="doc-index"><tr><th>GRI Standard</th><th>Disclosure</th><th>{head}</th></tr>'
    "<tr><td>GRI 2</td><td>2-1 Organizational details</td><td>{place}</td></tr></table>"
)
GRI = '[[frameworks]]\nid = "gri"\nclaim = "with-reference"\n'
HKEX = '[[frameworks]]\nid = "hkex-esg"\nedition = "2025"\n'
REPORTS = {
    "an index by page without pages": ("DI416", INDEX.format(head="Page", place="3"), GRI),
    "the same with a range of pages": ("DI416", INDEX.format(head="Page no.", place="12-14"), GRI),
    "a board that is not known": ("DI104", '<p data-disclosure="hkex-esg:A1.1">2,008 t of NOx.</p>', HKEX),
    "a board and a size that are not known": ("DI104", "<p>Text.</p>", HKEX + GRI),
    "both": ("DI104", INDEX.format(head="Page", place="3"), GRI + HKEX),
}
CODES = {"DI416": "gri:2-7", "DI104": "hkex-esg:A1.1"}


@pytest.fixture(params=REPORTS.values(), ids=REPORTS)
def doubtful(request, make_report):
    """The rule that tells the doubt, and a report of which something could not be checked."""
    rule, body, project = request.param
    return rule, make_report(body, project=project)


@pytest.mark.parametrize("verb", [
    ["gaps"], ["gaps", "--format", "csv"], ["suggest", "--passages"], ["suggest", "--format", "csv"], ["suggest"],
    ["explain"], ["index"], ["index", "--view", "disclosures", "--format", "csv"], ["index", "--view", "filing"],
], ids=" ".join)  # fmt: skip
@pytest.mark.sampled(10)
def test_verbs_print_their_result_and_tell_the_caveat(run, doubtful, verb):
    rule, folder = doubtful
    result = run(*verb, *([CODES[rule]] if verb == ["explain"] else []), folder)
    assert result.exit_code == 3
    assert result.stdout.strip()
    assert result.stderr.startswith(CAVEAT)
    assert f"error {rule} " in result.stderr


def test_explain_says_what_is_known(run, doubtful):
    rule, folder = doubtful
    assert CODES[rule] in run("explain", CODES[rule], folder).stdout


def test_index_by_disclosure_has_its_rows(run, doubtful):
    rule, folder = doubtful
    rows = csv.DictReader(io.StringIO(run("index", folder, "--view", "disclosures", "--format", "csv").stdout))
    assert CODES[rule].split(":")[1] in {row["code"] for row in rows}


@pytest.mark.parametrize("verb", [["gaps"], ["suggest", "--passages"], ["suggest"], ["index", "--view", "filing"]])
@pytest.mark.sampled(5)
def test_json_has_it_as_a_field_of_each_table(run, doubtful, verb):
    rule, folder = doubtful
    result = run(*verb, folder, "--format", "json")
    assert result.exit_code == 3
    tables = json.loads(result.stdout)
    assert tables
    for table in tables:
        assert rule in {finding["rule"] for finding in table["could_not_check"]}


@pytest.mark.parametrize("verb", [["gaps"], ["suggest"], ["suggest", "--passages"], ["index"]])
@pytest.mark.sampled(5)
def test_markdown_has_it_on_top(run, doubtful, verb):
    _, folder = doubtful
    assert run(*verb, folder, "--format", "markdown").stdout.startswith(f"- {CAVEAT}\n")


@pytest.mark.parametrize("verb", [["gaps"], ["suggest"], ["suggest", "--passages"]])
@pytest.mark.sampled(3)
def test_a_text_file_has_it_on_top_and_stdout_has_not(run, doubtful, tmp_path, verb):
    _, folder = doubtful
    assert run(*verb, folder, "-o", tmp_path / "told.txt").exit_code == 3
    assert (tmp_path / "told.txt").read_text("utf-8").startswith(f"{CAVEAT}\n")
    assert CAVEAT not in run(*verb, folder).stdout


@pytest.mark.sampled(2)
def test_a_page_has_it_on_top(run, doubtful):
    rule, folder = doubtful
    page = html.fromstring(run("index", folder, "--format", "html").stdout)
    (caveat,) = page.find_class("caveat")
    assert CAVEAT in caveat.text_content()
    assert rule in caveat.text_content()


@pytest.mark.parametrize("verb", [["view"], ["index", "--format", "html"], ["export"]], ids=" ".join)
def test_what_is_passed_on_does_not_name_the_folders_of_the_machine(run, make_report, tmp_path, verb):
    folder = make_report('<p>Text.</p><p data-disclosure="hkex-esg:A1.1">2,008 t of NOx.</p>', project=HKEX + GRI)
    made = tmp_path / ("made.xlsx" if verb == ["export"] else "made.html")
    assert run(*verb, folder, "-o", made).exit_code == 3
    parts = zipfile.ZipFile(made) if made.suffix == ".xlsx" else None
    text = b"".join(map(parts.read, parts.namelist())) if parts else made.read_bytes()
    assert b"disclosure-index.toml:" in text
    assert bytes(folder) not in text


@pytest.mark.sampled(2)
def test_word_has_it_on_top(run, doubtful, tmp_path):
    _, folder = doubtful
    assert run("index", folder, "--format", "docx", "-o", tmp_path / "index.docx").exit_code == 3
    with zipfile.ZipFile(tmp_path / "index.docx") as archive:
        text = archive.read("word/document.xml").decode()
    assert 0 < text.index(CAVEAT) < text.index("<w:tbl>")


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
@pytest.mark.sampled(3)
def test_the_first_sheet_of_a_workbook_has_it(run, doubtful, tmp_path, language):
    rule, folder = doubtful
    result = run("export", folder, "--language", language, "-o", tmp_path / "index.xlsx")
    assert result.exit_code == 3
    first = openpyxl.load_workbook(tmp_path / "index.xlsx").worksheets[0]
    texts = [str(row[0]) for row in first.iter_rows(max_row=12, max_col=1, values_only=True)]
    assert any(f"{rule}" in text for text in texts)
    assert (CAVEAT in texts) == (language == "en")


@pytest.mark.sampled(1)
def test_such_a_workbook_comes_back(run, doubtful, tmp_path):
    _, folder = doubtful
    run("export", folder, "-o", tmp_path / "index.xlsx")
    result = run("merge", tmp_path / "index.xlsx", folder, "--dry-run")
    assert result.exit_code == 3
    assert "0 changes, 0 conflicts, 0 refusals" in result.stderr


@pytest.mark.sampled(2)
def test_the_index_is_written_all_the_same(run, doubtful):
    _, folder = doubtful
    page = folder / "report.xhtml"
    page.write_text(
        page.read_text("utf-8").replace("</body>", '<section id="here"><h1>Index</h1></section></body>'), "utf-8"
    )
    result = run("index", folder, "--write", "--at", "here", "--view", "sections")
    assert result.exit_code == 3
    assert "disclosure-index:begin" in page.read_text("utf-8")


@pytest.mark.parametrize("verb", [["gaps"], ["index", "--format", "html"], ["index"], ["gaps", "--format", "json"]])
def test_where_all_could_be_checked_there_is_no_caveat(run, make_report, verb):
    result = run(*verb, make_report())
    assert (result.exit_code, result.stderr) == (0, "")
    assert CAVEAT not in result.stdout
    assert "could_not_check" not in result.stdout


@pytest.mark.parametrize("codes", [["zz:1", "ungc:2"], ["ungc:2", "gri:2-1"], ["ungc:99", "ungc:2", "nothing"]])
@pytest.mark.parametrize("form", ["text", "json"])
def test_suggest_answers_for_the_codes_that_apply_and_tells_those_that_do_not(run, make_report, codes, form):
    result = run("suggest", make_report(), *codes, "--format", form)
    assert result.exit_code == 2
    for code in codes:
        if code == "ungc:2":
            assert "2" in result.stdout
        else:
            assert f"no disclosure {code} applies to this report" in result.stderr


def test_suggest_for_codes_none_of_which_applies_prints_nothing(run, make_report):
    result = run("suggest", make_report(), "zz:1", "ungc:99")
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 2
