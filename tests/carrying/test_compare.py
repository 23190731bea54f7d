"""`compare`: what came, went and changed between two reports, joined across editions, and nothing else."""

import json
from dataclasses import replace
from datetime import date

import pytest

from disclosure_index.assessment.assess import assess
from disclosure_index.carrying.comparing.compare import compare
from disclosure_index.carrying.comparing.differences import Change
from tests.support.reports import TODAY, report, shipped

ENERGY = "Our electricity came from the grid of the island, {0} megawatt hours in the year."
WASTE = "The yard sent {0} tonnes of hazardous waste to a licensed contractor."
WHY = '<p data-omission="hkex-esg:A1.4" data-reason="not-material">{0}</p>'


def _page(energy="", waste="", more=""):
    parts = [
        f"<section><h1>Energy</h1>{energy}</section>" if energy else "",
        f"<section><h1>Waste</h1>{waste}</section>" if waste else "",
        more,
    ]
    return "".join(parts)


def _tagged(code, text, framework="hkex-esg"):
    return f'<p data-disclosure="{framework}:{code}">{text}</p>'


def _assessed(*bodies, year=2023, **facts):
    claims = facts.pop("claims", {"hkex-esg": "comply-or-explain"})
    notes = facts.pop("notes", {})
    made = report(*bodies, claims=claims, year=date(year, 1, 1), published=date(year + 1, 4, 30), **facts)
    made = replace(made, notes=notes)
    return assess(made, shipped(), today=TODAY)


def _told(old, new):
    return [
        (one.change, one.before and one.before.disclosure.code, one.after and one.after.disclosure.code)
        for one in compare(old, new)
    ]


def test_a_report_does_not_differ_from_itself():
    page = _page(_tagged("A2.1", ENERGY.format(12)), _tagged("A1.3", WASTE.format(2)), WHY.format("None arises."))
    assert _told(_assessed(page), _assessed(page)) == []


def test_pages_and_paragraphs_that_moved_are_no_difference():
    old = _page(f"<p>Before.</p>{_tagged('A2.1', ENERGY.format(12))}", _tagged("A1.3", WASTE.format(2)))
    new = "<p>A new first chapter.</p>" + _page("", _tagged("A1.3", WASTE.format(2)))
    new += f"<section><h1>Energy</h1>{_tagged('A2.1', ENERGY.format(12))}<p>Before.</p></section>"
    assert _told(_assessed(old), _assessed(new)) == []


def test_what_came_and_what_went():
    old = _page(_tagged("A2.1", ENERGY.format(12)))
    new = _page(waste=_tagged("A1.3", WASTE.format(2)))
    assert _told(_assessed(old), _assessed(new)) == [
        (Change.DROPPED, "A2.1", "A2.1"),
        (Change.ADDED, "A1.3", "A1.3"),
    ]


@pytest.mark.parametrize(("was", "now"), [("12", "15"), ("十二", "十五")])
def test_text_that_changed_under_a_tag_is_shown(was, now):
    (one,) = compare(
        _assessed(_page(_tagged("A2.1", ENERGY.format(was)))), _assessed(_page(_tagged("A2.1", ENERGY.format(now))))
    )
    assert one.change is Change.TEXT
    assert (was in one.was, now in one.now) == (True, True)


def test_another_place():
    text = "We used 12 megawatt hours."
    old = _page(_tagged("A2.1", ENERGY.format(12)) + f"<p>{text}</p>")
    new = _page(f"<p>{ENERGY.format(12)}</p>", waste=_tagged("A2.1", text))
    (one,) = compare(_assessed(old), _assessed(new))
    assert (one.change, one.place_before, one.place_now) == (Change.PLACE, "Energy", "Waste")


def test_omissions():
    answered = _page(_tagged("A1.4", WASTE.format(2)))
    explained, reworded = (_page("<p>Text.</p>", more=WHY.format(why)) for why in ("None arises.", "None arises yet."))
    assert _told(_assessed(explained), _assessed(reworded)) == [(Change.OMISSION_CHANGED, "A1.4", "A1.4")]
    assert _told(_assessed(explained), _assessed("<p>Text.</p>")) == [(Change.OMISSION_GONE, "A1.4", "A1.4")]
    assert _told(_assessed("<p>Text.</p>"), _assessed(explained)) == [(Change.OMISSION_NEW, "A1.4", "A1.4")]
    assert _told(_assessed(explained), _assessed(answered)) == [
        (Change.ADDED, "A1.4", "A1.4"),
        (Change.OMISSION_GONE, "A1.4", "A1.4"),
    ]


def test_codes_go_on_as_what_superseded_them():
    """KPI A1.2 of the Guide is paragraph 28(a) and others of the Code, which is not a drop and not an addition."""
    old = _assessed(_page(_tagged("A1.2", ENERGY.format(12))), year=2023)
    new = _assessed(_page(_tagged("28(a)", ENERGY.format(12))), year=2025)
    assert [told for told in _told(old, new) if told[0] in (Change.DROPPED, Change.ADDED)] == []


@pytest.mark.sampled(2)
@pytest.mark.parametrize(
    "note",
    [
        "No change since last year",
        "no change since last year; see page 3",
        "与上年度相比没有变化",
        "與上年度相比沒有變化。",
    ],
)
def test_a_note_that_says_no_change_is_held_against_the_report_before(note):
    notes = {"hkex-esg:a2.1": note}
    same = _page(_tagged("A2.1", ENERGY.format(12)))
    moved = _page("<p>Text.</p>", more=f"<section><h1>Use</h1>{_tagged('A2.1', ENERGY.format(12))}</section>")
    changed = _page(_tagged("A2.1", ENERGY.format(15)))
    old = _assessed(same)
    assert Change.NOT_UNCHANGED not in [one.change for one in compare(old, _assessed(moved, notes=notes))]
    for page in (changed, "<p>Text.</p>"):
        assert (Change.NOT_UNCHANGED, "A2.1", "A2.1") in _told(old, _assessed(page, notes=notes))
    assert Change.NOT_UNCHANGED not in [one.change for one in compare(old, _assessed(changed))]


def test_languages_are_compared_each_with_its_own():
    english, chinese = _tagged("A2.1", ENERGY.format(12)), _tagged("A2.1", "本島電網全年供電一千二百萬千瓦時。")
    changed = _tagged("A2.1", "本島電網全年供電一千五百萬千瓦時。")
    (one,) = compare(_assessed(english, chinese), _assessed(english, changed))
    assert (one.change, one.language) == (Change.TEXT, "zh-Hant")


def test_the_verb(run, tagged, draft, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    for path in tagged.iterdir():
        data = path.read_bytes().replace(b' data-disclosure="gri:403-5"', b"")
        (other / path.name).write_bytes(data)
    same = run("compare", tagged, tagged, "--fail-on", "any")
    assert (same.exit_code, same.stdout) == (0, "no changes\n")
    found = run("compare", tagged, other, "--format", "json", "--fail-on", "dropped")
    (table,) = json.loads(found.stdout)
    assert [(row["change"], row["code"]) for row in table["rows"]] == [("dropped", "403-5@2018")]
    assert found.exit_code == 1
    assert run("compare", tagged, other, "--fail-on", "added").exit_code == 0
    for form, sign in {"text": "dropped", "csv": "dropped", "markdown": "| dropped |", "html": "<table"}.items():
        assert sign in run("compare", tagged, other, "--format", form).stdout
    assert run("compare", tagged, other, "--format", "xlsx", "-o", tmp_path / "changes.xlsx").exit_code == 0
    assert (tmp_path / "changes.xlsx").stat().st_size > 1000


@pytest.mark.parametrize(
    ("new", "told"),
    [
        ("101-5", []),  # GRI 101 takes the place of GRI 304, and says not which disclosure that of which
        ("401-1", [(Change.DROPPED, "304-1"), (Change.ADDED, "401-1")]),
    ],
)
def test_a_standard_that_was_superseded_as_a_whole_goes_on(new, told):
    claims = {"gri": "with-reference"}
    text = "The harbour borders on a reserve of 12 hectares, in which seabirds breed."
    old = _assessed(_page(_tagged("304-1", text, "gri")), year=2024, claims=claims)
    now = _assessed(_page(_tagged(new, text, "gri")), year=2026, claims=claims)
    found = [
        (change, (before or after) if change is Change.DROPPED else after) for change, before, after in _told(old, now)
    ]
    assert found == told
