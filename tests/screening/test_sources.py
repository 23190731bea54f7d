"""Where reports come from: files, folders, patterns, other file systems, and the table of issuers."""

import fsspec
import pytest

from disclosure_index.errors import ConfigError
from disclosure_index.screening.issuers import read_issuers
from disclosure_index.screening.sources import find_sources
from disclosure_index.screening.staging import stage
from tests.screening.conftest import REPORTS, rows


def test_a_folder_is_gone_through_to_its_reports(tmp_path, monkeypatch):
    for name in ("a/b/report.pdf", "a/README.md", "a/index.csv", "tagged/disclosure-index.toml", "tagged/report.md"):
        (tmp_path / "all" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "all" / name).touch()
    monkeypatch.chdir(tmp_path)
    found = find_sources(["all"])
    assert [(source.id, source.tagged) for source in found.sources] == [
        ("all/a/b/report.pdf", False),
        ("all/tagged", True),
    ]
    assert found.passed_over == {".md": 1, ".csv": 1}


def test_a_report_that_two_addresses_name_is_one(tmp_path):
    (tmp_path / "a.pdf").touch()
    assert len(find_sources([str(tmp_path), str(tmp_path / "*.pdf")]).sources) == 1


def test_reports_of_another_file_system_are_fetched(in_market, tmp_path):
    memory = fsspec.filesystem("memory")
    memory.pipe("/exchange/2024/amber.md", REPORTS["amber.md"].encode())
    memory.pipe("/exchange/2024/truncated.pdf", b"%PDF-1.7")
    done = in_market(["memory://exchange/2024/"], tmp_path / "out")
    assert (done.checked, done.not_checked) == (1, 1)
    found = rows(tmp_path / "out", "coverage", "DISTINCT report, document", "WHERE document IS NOT NULL")
    assert found == [("memory:///exchange/2024/amber.md", "amber.md")]


def test_a_file_changes_its_digest_wherever_it_is(tmp_path):
    memory = fsspec.filesystem("memory")
    memory.pipe("/digest/a.md", b"one")
    (tmp_path / "a.md").write_bytes(b"one")
    digests = []
    for number, address in enumerate(("memory://digest/a.md", str(tmp_path / "a.md"))):
        (tmp_path / str(number)).mkdir()
        digests.append(stage(find_sources([address]).sources[0], tmp_path / str(number))[1])
    assert digests[0] == digests[1]


TABLE = """\
ID,File,Issuer,Board,Size,Financial year,Published,Industries,Frameworks,Sector
00001,a.md,Amber,main-board,large-cap,2024,2025-04-30,CG-EC; TC-SI,gri=in-accordance;hkex-esg,Retail
00002,b.md,,,,2024-03-31,,,,
00003,c.md,,,,2024-04-01/2025-03-31,,,,
"""


def test_the_table_says_what_is_known(tmp_path):
    (tmp_path / "issuers.csv").write_text(TABLE, "utf-8")
    first, second, third = read_issuers(tmp_path / "issuers.csv")
    assert first.id == "00001"
    assert first.opened == (f"file://{tmp_path}/a.md",)
    assert first.more == {"sector": "Retail"}
    assert first.given["industries"] == "CG-EC;TC-SI"
    assert first.given["frameworks"] == "gri=in-accordance;hkex-esg"
    assert (second.given["year_start"], second.given["year_end"]) == ("2023-04-01", "2024-03-31")
    assert (third.given["year_start"], third.given["year_end"]) == ("2024-04-01", "2025-03-31")


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("id,name\n1,a\n", "has no column of files"),
        ("id,file\n", "has no report"),
        ("id,file\n1,\n", ":2: error: no file is named"),
        ("id,file\n1,a.md\n1,b.md\n", ':3: error: the id "1" stands in another line'),
        ("file,board\na.md,nasdaq\n", 'board must be one of main-board, gem, not "nasdaq"'),
        ("file,financial_year\na.md,soon\n", 'financial_year must be a date such as 2025-03-31, not "soon"'),
        ("file,financial_year\na.md,2024-12-31/2024-01-01\n", "financial_year ends before it starts"),
        ("file,published\na.md,31.3.2025\n", "published must be a date"),
        ("file\nnosuch://a.md\n", "cannot be opened"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_with_its_line(table, said, tmp_path):
    (tmp_path / "issuers.csv").write_text(table, "utf-8")
    with pytest.raises(ConfigError) as caught:
        read_issuers(tmp_path / "issuers.csv")
    assert said in str(caught.value)


def test_what_the_table_gives_goes_before_what_the_report_says(in_market, tmp_path):
    for name in ("amber.md", "cedar.md"):
        (tmp_path / name).write_text(REPORTS[name], "utf-8")
    (tmp_path / "issuers.csv").write_text(
        "id,file_en,issuer,financial_year,published,frameworks,ticker\n"
        "00001,amber.md,Amber Holdings,2023,2024-03-01,gri=in-accordance,A\n"
        "00002,cedar.md,,,,unknown,C\n",
        "utf-8",
    )
    in_market([], tmp_path / "out", issuers=tmp_path / "issuers.csv")
    what = "report, status, issuer, year, published, published_estimated, issuer_evidence, more"
    first, second = rows(tmp_path / "out", "reports", what, "ORDER BY report")
    assert first[:4] == ("00001", "checked", "Amber Holdings", 2023)
    assert (f"{first[4]}", *first[5:]) == ("2024-03-01", False, None, '{"ticker": "A"}')
    assert rows(tmp_path / "out", "claims", "framework, claim, evidence") == [("gri", "in-accordance", None)]
    assert second[:2] == ("00002", "not-checked")
    assert rows(tmp_path / "out", "problems", "kind, message")[0][0] == "configuration"
