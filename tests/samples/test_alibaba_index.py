"""The content index computed from the tags of the real report."""

import csv
import io
from collections import Counter


def _index(run, folder, view):
    result = run("index", folder, "--view", view, "--format", "csv")
    assert result.exit_code == 0
    return list(csv.DictReader(io.StringIO(result.stdout)))


def _keys(rows):
    return Counter((r["chapter"], r["section"], r["framework"], r["code"]) for r in rows)


def test_sections_have_as_many_rows_as_appendix_7(run, alibaba_folder):
    rows = _index(run, alibaba_folder, "sections")
    assert Counter(r["framework"] for r in rows).keys() == {"hkex-esg", "sasb", "gri", "tcfd"}
    assert len(rows) == 163
    assert max(_keys(rows).values()) == 1


def test_principles_have_the_ten_rows_of_appendix_6(run, alibaba_folder):
    rows = [r for r in _index(run, alibaba_folder, "principles") if r["framework"] == "ungc"]
    assert [r["code"] for r in rows] == [str(n) for n in range(1, 11)]
    assert all(r["chapter"] for r in rows)


def test_disclosures_are_all_listed_in_the_frameworks_own_order(run, alibaba_folder, alibaba):
    rows = _index(run, alibaba_folder, "disclosures")
    listed = [(r["framework"], r["code"], r["edition"]) for r in rows]
    wanted = []
    for claim in alibaba.report.claims:
        applies = {d.uid for d in alibaba.current[claim.framework]}
        every = alibaba.catalog.frameworks[claim.framework].disclosures
        wanted += [(d.framework, d.code, d.edition) for d in every if d.uid in applies]
    assert listed == wanted
    assert Counter(r["framework"] for r in rows)["hkex-esg"] == 57
    assert Counter(r["framework"] for r in rows)["tcfd"] == 4 + 11  # four pillars, eleven recommended disclosures


def test_disclosures_say_section_page_and_status(run, alibaba_folder):
    rows = {(r["framework"], r["code"]): r for r in _index(run, alibaba_folder, "disclosures")}
    answered, missing = rows["hkex-esg", "A1"], rows["hkex-esg", "A1.3"]
    assert (answered["status"], answered["section"], answered["pages"]) == (
        "已披露",
        "扎实推进碳中和; 助力建设绿水青山",
        "25–37; 38–46",
    )
    assert (missing["status"], missing["section"], missing["pages"]) == ("缺失", "", "")


def test_every_row_says_status_and_every_tagged_one_where(run, alibaba_folder, alibaba):
    tagged = {c.disclosure.uid for c in alibaba.coverage if c.links}
    for row in _index(run, alibaba_folder, "disclosures"):
        here = f"{row['framework']}:{row['code']}@{row['edition']}" in tagged
        assert row["status"] in ("已披露", "缺失", "无须披露", "部分披露"), row
        assert (bool(row["section"]), bool(row["pages"])) == (here, here), row
