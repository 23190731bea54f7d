"""What peers disclose of the gaps of a single report."""

import json
import shutil

from disclosure_index.screening.peers import peers_of
from disclosure_index.session import open_assessment
from tests.screening.conftest import AS_OF, report


def _own(run, tmp_path, **facts):
    source = tmp_path / "own.md"
    source.write_text(report("Own Limited", claim="in accordance with", **facts), "utf-8")
    assert run("import", source, "-o", tmp_path / "own", "--as-of", AS_OF.isoformat()).exit_code == 0
    return tmp_path / "own"


def test_gaps_say_how_many_peers_disclose_them_and_where(run, market, tmp_path):
    own = _own(run, tmp_path, codes=("303-5",))
    said = run("gaps", own, "--peers", market[0], "--format", "json", "--as-of", AS_OF.isoformat())
    (table,) = json.loads(said.stdout)
    assert table["rows"]
    assert all(row["peers"].endswith("of 5") for row in table["rows"])


def test_peers_are_of_the_same_year_and_another_issuer(run, market, tmp_path):
    own = _own(run, tmp_path, year=2023, codes=("303-5",))
    assessment = open_assessment(own, today=AS_OF)
    found = peers_of(assessment.report, market[0])
    assert found.number == 1
    assert [place.issuer for place in found.disclosed["gri", "305-1"]] == ["Dune Limited"]
    assert found.disclosed["gri", "305-1"][0].page == "2"
    again = tmp_path / "again"
    shutil.copytree(own, again)
    text = (again / "disclosure-index.toml").read_text("utf-8").replace("Own Limited", "Dune Limited")
    (again / "disclosure-index.toml").write_text(text, "utf-8")
    assert peers_of(open_assessment(again, today=AS_OF).report, market[0]).number == 0


def test_without_a_screen_nothing_is_said(run, tmp_path, root):
    said = run("gaps", root / "report_sources/alibaba-2024", "--peers", tmp_path)
    assert said.exit_code == 3
    assert "no screen here" in said.stderr
