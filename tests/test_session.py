"""The one door: a folder becomes a report, a catalog, an assessment; what cannot be checked is said so."""

import gc
import locale
import logging
import os
from datetime import date
from pathlib import Path

import pytest

from disclosure_index.catalog.definitions import in_folder
from disclosure_index.errors import ConfigError, CouldNotCheckError
from disclosure_index.model import Location
from disclosure_index.session import load_for, open_assessment, open_project, read_report

DAY = date(2025, 6, 1)
HKEX = '[profile]\nboard = "main-board"\nsize = "other"\n[[frameworks]]\nid = "hkex-esg"\n'


def test_documents_are_read_from_the_project_s_folder(make_report, monkeypatch, tmp_path):
    folder = make_report()
    monkeypatch.chdir(tmp_path)
    report = read_report("small")
    assert [(d.path, d.language, d.readable) for d in report.documents] == [("small/report.xhtml", "en", True)]
    monkeypatch.chdir(folder)
    assert [d.path for d in read_report(".").documents] == ["report.xhtml"]


def test_missing_document_is_a_blind_finding_not_an_exception(make_report):
    folder = make_report()
    (folder / "report.xhtml").unlink()
    (document,) = open_project(folder).report.documents
    (finding,) = document.findings
    assert (finding.rule, finding.unchecked, document.readable) == ("DI601", True, False)
    assert finding.location == Location((folder / "report.xhtml").as_posix())
    assert "project file" in finding.hint


def test_folder_in_place_of_a_document_is_a_blind_finding(make_report):
    folder = make_report()
    (folder / "report.xhtml").unlink()
    (folder / "report.xhtml").mkdir()
    assert open_project(folder).report.documents[0].findings[0].unchecked


def test_only_what_is_claimed_or_tagged_is_loaded(make_report):
    body = '<p data-disclosure="tcfd:strategy-a">x</p><p data-omission="sdg:12.5" data-reason="x">x</p>'
    catalog = load_for(read_report(make_report(body)))
    assert set(catalog.frameworks) == {"ungc", "tcfd", "sdg"}
    assert {"gri", "hkex-esg", "sasb"} <= set(catalog.known)


def test_sasb_loads_the_issuer_s_industries_and_those_of_tags(make_report):
    project = '[profile]\nindustries = ["cg-ec"]\n[[frameworks]]\nid = "sasb"\n'
    report = read_report(make_report('<p data-disclosure="sasb:TR-MT-110a.1">x</p>', project=project))
    assert {d.part for d in load_for(report).frameworks["sasb"].disclosures} == {"CG-EC", "TR-MT"}


def test_sasb_without_an_industry_says_what_to_add(make_report):
    report = read_report(make_report(project='[[frameworks]]\nid = "sasb"\n'))
    with pytest.raises(CouldNotCheckError, match=r"profile\.industries"):
        load_for(report)


@pytest.mark.parametrize(
    ("profile", "said"),
    [
        ({"bord": "gem"}, "no profile key bord"),
        ({"board": "GEM!"}, "main-board or gem"),
        ({"size": ""}, "large-cap or other"),
    ],
)
def test_profile_changes_are_checked(make_report, profile, said):
    with pytest.raises(ConfigError, match=said):
        open_project(make_report(), profile=profile)


def test_profile_changes_replace_what_the_file_says(make_report):
    folder = make_report(project=HKEX)
    changed = open_project(folder, profile={"board": "gem", "industries": "CG-EC, TR-MT,"}).report.profile
    assert (changed.board, changed.size, changed.industries) == ("gem", "other", ("CG-EC", "TR-MT"))


def test_framework_may_be_asked_for_in_any_case(make_report):
    """In the project file as on the command line."""
    folder = make_report(project='[[frameworks]]\nid = "TCFD"\n')
    assert open_assessment(folder, today=DAY).coverage
    asked = open_project(folder, editions={"TCFD": "2017"}).report.claims
    assert [(c.framework, c.edition) for c in asked] == [("tcfd", "2017")]


def test_framework_that_is_named_twice_is_told(make_report):
    folder = make_report(project='[[frameworks]]\nid = "tcfd"\n[[frameworks]]\nid = "tcfd"\n')
    with pytest.raises(ConfigError, match="tcfd"):
        open_assessment(folder, today=DAY)


def test_document_that_is_named_twice_is_told(make_report):
    again = '[[documents]]\npath = "report.xhtml"\nlanguage = "en"\n[[frameworks]]\nid = "ungc"\n'
    with pytest.raises(ConfigError, match=r"report\.xhtml"):
        open_assessment(make_report(project=again), today=DAY)


def test_definitions_may_lie_elsewhere(make_report, root):
    report = read_report(make_report(project='[[frameworks]]\nid = "odd"\n[[frameworks]]\nid = "ungc"\n'))
    catalog = load_for(report, in_folder(root / "tests" / "golden" / "frameworks"))
    assert list(catalog.frameworks) == ["odd", "ungc"]
    assert {"odd", "pact", "gri"} <= set(catalog.known)


def test_broken_definition_blinds_the_assessment_and_breaks_nothing_else(make_report, tmp_path):
    folder = tmp_path / "definitions" / "mine"
    folder.mkdir(parents=True)
    (folder / "framework.toml").write_text('id = "mine"\nshort = 7\n', "utf-8")
    report = read_report(make_report(project='[[frameworks]]\nid = "mine"\n'))
    catalog = load_for(report, in_folder(folder.parent))
    assert "mine" not in catalog.frameworks
    assert {f.rule for f in catalog.findings} == {"DI501"}
    assert all(f.unchecked and f.location.path == str(folder / "framework.toml") for f in catalog.findings)


def test_no_network_address_is_taken_for_a_document(make_report):
    folder = make_report()
    file = folder / "disclosure-index.toml"
    file.write_text(file.read_text("utf-8").replace('"report.xhtml"', '"https://example.org/report.xhtml"'), "utf-8")
    (document,) = open_project(folder).report.documents
    assert not document.readable
    assert not Path("https:").exists()


def test_a_document_outside_is_read_where_python_says_so(make_report, tmp_path):
    folder = make_report()
    (folder / "report.xhtml").rename(tmp_path / "report.xhtml")
    (folder / "report.xhtml").symlink_to("../report.xhtml")
    for door in (open_project, read_report, lambda path, **options: open_assessment(path, today=DAY, **options)):
        with pytest.raises(ConfigError, match="allow_outside=True"):
            door(folder)
        door(folder, allow_outside=True)
    assert read_report(folder, allow_outside=True).documents[0].readable


def test_the_process_is_left_as_it_is(make_report, untuned):
    def process():
        collector = gc.isenabled(), gc.get_threshold(), gc.get_freeze_count()
        return collector, locale.setlocale(locale.LC_ALL), logging.getLogger().level, dict(os.environ)

    before = process()
    open_assessment(make_report(), today=DAY)
    assert process() == before
