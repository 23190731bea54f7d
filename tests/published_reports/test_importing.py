"""What the import of published reports tells their editors: the gaps, and what is wrong with the printed index."""

import csv
import json
import re

import pytest

from disclosure_index.reading.xhtml import read_xhtml

pytestmark = pytest.mark.slow

SEPARATORS = ["CG-EC-130a.1 and CG-EC-130a.3", "CG-EC-130a.3 and CG-EC-000.B", *["203-2 and 413-1"] * 3,
              "CG-EC-230a.1 and CG-EC-230a.2"]  # fmt: skip


@pytest.fixture(scope="module")
def imported(script, published, tmp_path_factory):
    """Import a published report once, and give its folder and what the import said."""
    folder = tmp_path_factory.mktemp("imported")

    def call(source):
        target = folder / source.split("/")[0]
        result = script("import", published(source), "-o", target)
        assert (result.returncode, result.stdout) == (0, "")
        return target, result.stderr

    return call


@pytest.fixture(scope="module")
def alibaba(imported):
    return imported("alibaba-2024/report.txt")


@pytest.fixture(scope="module")
def findings(script, alibaba):
    """What `check` finds in it, by rule."""
    result = script("check", alibaba[0], "--format", "json")
    assert result.returncode == 1
    by_rule = {}
    for finding in json.loads(result.stdout)["findings"]:
        by_rule.setdefault(finding["rule"], []).append(finding)
    return by_rule


def test_the_gaps_are_those_that_a_person_found(findings, published):
    with published("alibaba-2024/gaps-hkex-esg-2020.csv").open(encoding="utf-8") as file:
        gaps = [row["code"] for row in csv.DictReader(file)]
    assert len(gaps) == 8
    assert sorted((f["framework"], f["code"]) for f in findings["DI101"]) == sorted(("hkex-esg", c) for c in gaps)


def row_of(alibaba, finding):
    """Give the cells of the row that a finding is at."""
    line = (alibaba[0] / "report.xhtml").read_text("utf-8").split("\n")[finding["line"] - 1]
    assert line.startswith("<tr")
    return re.findall(r"<td>(.*?)</td>", line)


def test_the_wrong_appendix_and_the_right_one(alibaba, findings):
    (finding,) = findings["DI405"]
    assert finding["severity"] == "error"
    assert "附录 5 气候相关披露报告" in finding["message"]
    assert "附录 4 气候相关披露报告" in finding["hint"]
    assert row_of(alibaba, finding)[0] == "附录 5 气候相关披露报告"


def test_the_empty_item(alibaba, findings):
    (finding,) = findings["DI401"]
    assert any("B2.2; , B3.1" in cell for cell in row_of(alibaba, finding))


def test_the_missing_separators(alibaba, findings):
    told = findings["DI402"]
    assert [f["message"].removeprefix("No separator between ") for f in told] == SEPARATORS
    for finding, pair in zip(told, SEPARATORS, strict=True):
        first, second = pair.split(" and ")
        assert any(re.search(rf"{re.escape(first)}\s+{re.escape(second)}", cell) for cell in row_of(alibaba, finding))


def test_the_two_rows_without_a_code(alibaba, findings):
    rows = [row_of(alibaba, finding) for finding in findings["DI403"]]
    assert [row[0] for row in rows] == ["多样的消费", "包容的消费"]
    assert not any("".join(row[1:]).strip() for row in rows)


def test_the_title_that_is_spelt_in_two_ways(alibaba, findings):
    (finding,) = findings["DI407"]
    assert "持续发展负责任的科技" in finding["message"]
    assert "持续发展负责的科技" in finding["message"]
    assert row_of(alibaba, finding)[0] == "持续发展负责任的科技"


def test_nothing_is_said_to_be_missing_that_is_there(findings, alibaba, published):
    """A title that the text has as a line of its own, and not as one of a list of titles, is a section."""
    lines = published("alibaba-2024/report.txt").read_text("utf-8").split("\n")
    for finding in findings.get("DI408", []):
        (name,) = re.findall(r'at "(.*?)"', finding["message"])
        assert name not in [line.strip() for line in lines], f"{name} stands there as a heading"


def test_no_other_rule_has_anything_to_say(findings):
    assert findings.keys() - {"DI408"} == {"DI101", "DI115", "DI401", "DI402", "DI403", "DI405", "DI407"}


def test_the_import_itself_tells_each_fault_at_its_line_of_the_source(alibaba, published):
    lines = published("alibaba-2024/report.txt").read_text("utf-8").split("\n")
    told = re.findall(r"report\.txt:(\d+):\d+: \w+ (DI40[1-5])", alibaba[1])
    assert {rule for _, rule in told} == {"DI401", "DI402", "DI403", "DI405"}
    texts = {"DI401": "; , ", "DI402": "", "DI403": "的消费", "DI405": "附录 5"}
    assert all(texts[rule] in lines[int(number) - 1] for number, rule in told)


# --- 1&1 ------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def margins(imported):
    return imported("1and1-2023/report.pdf")


def test_a_code_in_the_margin_that_the_index_lacks(script, margins):
    result = script("check", margins[0], "--format", "json")
    found = json.loads(result.stdout)["findings"]
    assert [f["rule"] for f in found if f["severity"] == "error"] == []
    (lacking,) = [f for f in found if f["rule"] == "DI412"]
    assert lacking["code"] == "405-2"
    assert "on page 34" in lacking["message"]
    assert result.returncode == 0


def test_every_margin_code_is_tagged_on_its_page(margins, published):
    document = read_xhtml((margins[0] / "report.xhtml").read_bytes(), "r.xhtml", "en")
    tagged = {
        (tag.reference.code, passage.page)
        for tag in document.tags
        for passage in document.passages[tag.span.first : tag.span.last]
    }
    with published("1and1-2023/inline-tags.csv").open(encoding="utf-8") as file:
        printed = [
            (re.sub("GRI |[a-z]$", "", r["code"]), r["printed_page"])
            for r in csv.DictReader(file)
            if r["kind"] == "margin"
        ]
    assert len(printed) > 60
    assert [row for row in printed if row not in tagged] == []


# --- samsung and merck ----------------------------------------------------------------------------


def found_in(script, folder):
    result = script("check", folder, "--format", "json")
    return result.returncode, {(f["severity"], f["rule"], f["code"]) for f in json.loads(result.stdout)["findings"]}


def test_pages_behind_running_heads_that_became_tables_are_found(script, imported):
    """What its index gives on pages 123 to 132 is there, so nothing is missing; one row lost its code in the source,
    and one its page. The day of publication is an estimate."""
    told = {("warning", "DI403", ""), ("warning", "DI419", "206-1"), ("warning", "DI115", "")}
    assert found_in(script, imported("samsung-sds-2024/report.md")[0]) == (0, told)


def test_what_stands_in_another_document_is_no_gap(script, imported):
    """Some chapters are of the annual report, which the index does not say: each is told, and nothing is an error."""
    code, found = found_in(script, imported("merck-kgaa-2023/report.pdf")[0])
    assert code == 0
    assert {severity for severity, _, _ in found} <= {"warning", "note"}
    assert {("warning", "DI415", code) for code in ("2-11", "2-15", "417-3", "TC-SC-440a.1")} <= found
