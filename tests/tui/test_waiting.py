"""What an update left to a person, on the page of what waits: decided there, in the files, and undone."""

import tomllib

import pytest

from disclosure_index.edits.text_identity import digest_of
from disclosure_index.tui.screens.waiting import WaitingScreen
from tests.tui.conftest import SMALL

WAS = "有害廢棄物 2,008 噸，全部由持牌承辦商處理。"
NOW = "有害廢棄物 1,950 噸，全部由持牌承辦商處理。"
ELSEWHERE = "有害廢棄物:見附錄。"
ENERGY = "全年耗電 1,204 千瓦時。"
PAGE = """<html xmlns="http://www.w3.org/1999/xhtml" lang="zh-Hant"><head><title>海港有限公司</title></head><body>
<h1>環境</h1>
<p>{now}</p>
<p>{elsewhere}</p>
<p data-disclosure="hkex-esg:A2.1">{energy}</p>
<p data-omission="hkex-esg:A1.1" data-reason="not-material">不重大。</p>
</body></html>
"""
HEAD = """[report]
title = "海港可持續發展報告"
issuer = "海港有限公司"
financial-year = { start = 2023-01-01, end = 2023-12-31 }
published = 2024-04-30

# written by hand
[[documents]]
path = "report.xhtml"
language = "zh-Hant"

[profile]
exchange = "hkex"

[[frameworks]]
id = "hkex-esg"
claim = "comply-or-explain"
"""


def _entry(state="to-confirm", kind="tag", statement="hkex-esg:A1.3", was=WAS, candidates=(NOW, ELSEWHERE), **more):
    facts = {"document": "report.xhtml", "state": state, "kind": kind, "statement": statement, "was": was} | more
    lines = [f'{key} = "{value}"' for key, value in facts.items()]
    for text in candidates:
        lines += ["", "[[pending.candidates]]", f'text = "{text}"', 'page = ""', "score = 80.0"]
        lines += [f'digests = ["{digest_of(text)}"]']
    return "\n[[pending]]\n" + "\n".join(lines) + "\n"


@pytest.fixture
def left(tmp_path):
    """Write a report with what an update left of it."""

    def write(*entries):
        folder = tmp_path / "harbour"
        folder.mkdir()
        (folder / "report.xhtml").write_text(PAGE.format(now=NOW, elsewhere=ELSEWHERE, energy=ENERGY), "utf-8")
        (folder / "disclosure-index.toml").write_text(HEAD + "".join(entries), "utf-8")
        return folder

    return write


def _page(folder):
    return (folder / "report.xhtml").read_text("utf-8")


def _pending(folder):
    return tomllib.loads((folder / "disclosure-index.toml").read_text("utf-8")).get("pending", [])


def _play(browse, folder, script, **options):
    async def play(session):
        await session.press("6")
        assert isinstance(session.app.screen, WaitingScreen)
        await script(session)

    browse(play, folder, **options)


@pytest.mark.parametrize(("keys", "text"), [(("j", "a"), NOW), (("j", "j", "a"), ELSEWHERE)])
@pytest.mark.parametrize("language", ["en", "zh-Hant"])
@pytest.mark.sampled(2)
def test_a_statement_is_placed_at_a_candidate_and_taken_back(browse, left, keys, text, language):
    folder = left(_entry(), _entry(statement="hkex-esg:A1.4"))
    before = [path.read_bytes() for path in sorted(folder.iterdir())]

    async def script(session):
        assert WAS in session.seen
        assert session.seen.index(WAS) < session.seen.index(NOW) < session.seen.index(ELSEWHERE)
        await session.press(*keys)
        assert f'<p data-disclosure="hkex-esg:A1.3">{text}</p>' in _page(folder)
        assert [one["statement"] for one in _pending(folder)] == ["hkex-esg:A1.4"]
        assert "# written by hand" in (folder / "disclosure-index.toml").read_text("utf-8")
        assert "hkex-esg:A1.4" in session.seen
        assert "hkex-esg:A1.3" not in session.seen.split("1) ")[1]
        await session.press("u")
        assert [path.read_bytes() for path in sorted(folder.iterdir())] == before
        assert "hkex-esg:A1.3" in session.seen

    _play(browse, folder, script, size=SMALL, language=language)


def test_a_statement_without_a_place_is_put_at_a_passage_that_is_chosen(browse, left):
    folder = left(_entry(state="lost", candidates=()))

    async def script(session):
        await session.press("a")
        assert _pending(folder)
        await session.press("t")
        await session.type("耗電")
        await session.press("enter")
        assert f'data-disclosure="hkex-esg:A2.1 hkex-esg:A1.3">{ENERGY}' in _page(folder)
        assert not _pending(folder)
        await session.see("Nothing waits for you")

    _play(browse, folder, script)


def test_a_statement_is_dropped_and_the_document_stays(browse, left):
    folder = left(_entry(), _entry(statement="hkex-esg:A1.4"))
    before = _page(folder)

    async def script(session):
        await session.press("d")
        assert [one["statement"] for one in _pending(folder)] == ["hkex-esg:A1.4"]
        assert _page(folder) == before
        await session.press("u", "ctrl+r")
        assert [one["statement"] for one in _pending(folder)] == ["hkex-esg:A1.4"]

    _play(browse, folder, script)


def test_a_changed_text_is_accepted_as_reviewed(browse, left):
    changed = _entry("changed", statement="hkex-esg:A2.1", was="全年耗電 900 千瓦時。", candidates=())
    folder = left(changed.replace("[[pending]]\n", "[[pending]]\nreviewed = true\n"))

    async def script(session):
        assert ENERGY in session.seen
        await session.press("a")
        assert f'data-reviewed="hkex-esg:A2.1">{ENERGY}' in _page(folder)
        assert not _pending(folder)

    _play(browse, folder, script)


def test_an_omission_joins_those_that_the_element_states(browse, left):
    folder = left(_entry(kind="omission", was="不重大。", candidates=("不重大。",), reason="not-material"))

    async def script(session):
        await session.press("j", "a")
        assert 'data-omission="hkex-esg:A1.1 hkex-esg:A1.3" data-reason="not-material">不重大。' in _page(folder)

    _play(browse, folder, script)


def test_an_omission_with_another_reason_is_refused_and_kept(browse, left):
    folder = left(_entry(kind="omission", was="不重大。", candidates=("不重大。",), reason="confidential"))
    before = _page(folder)

    async def script(session):
        await session.press("j", "a")
        await session.see("the element gives another reason: not-material")
        assert (_page(folder), len(_pending(folder))) == (before, 1)

    _play(browse, folder, script)


def test_one_of_several_successors_is_chosen(browse, left):
    entry = _entry().replace("statement =", 'successors = ["hkex-esg:A1.4", "hkex-esg:A1.6"]\nstatement =')
    folder = left(entry)

    async def script(session):
        await session.press("j", "a")
        await session.type("A1.6")
        await session.press("enter")
        assert f'<p data-disclosure="hkex-esg:A1.6">{NOW}</p>' in _page(folder)
        assert not _pending(folder)

    _play(browse, folder, script)


def test_a_candidate_that_is_gone_or_there_twice_cannot_be_chosen(browse, left):
    folder = left(_entry(candidates=("不存在",)))

    async def script(session):
        await session.see("not there exactly once")
        await session.press("j", "a")
        assert len(_pending(folder)) == 1

    _play(browse, folder, script)


def test_what_someone_else_decided_meanwhile_is_not_decided_again(browse, left):
    folder = left(_entry())
    project = folder / "disclosure-index.toml"

    async def script(session):
        project.write_text(HEAD, "utf-8")
        await session.press("d")
        await session.see("hkex-esg:A1.3 is no longer pending")
        assert project.read_text("utf-8") == HEAD

    _play(browse, folder, script)


def test_a_candidate_is_found_again_in_a_document_that_changed_meanwhile(browse, left):
    folder = left(_entry())
    page = folder / "report.xhtml"

    async def script(session):
        await session.press("j")
        page.write_text(_page(folder).replace("<h1>", "<p>新的段落。</p>\n<h1>"), "utf-8")
        await session.press("a")
        assert f'<p data-disclosure="hkex-esg:A1.3">{NOW}</p>' in _page(folder)
        assert not _pending(folder)

    _play(browse, folder, script)


def test_a_suppression_is_placed_with_its_terms(browse, left):
    terms = {"reason": "五月審計", "owner": "王小明", "until": "2027-01-01"}
    folder = left(_entry(kind="suppression", statement="DI207", **terms))

    async def script(session):
        await session.press("j", "a")
        said = " ".join(f'data-suppress-{name}="{value}"' for name, value in terms.items())
        assert f'<p data-suppress="DI207" {said}>{NOW}</p>' in _page(folder)
        assert not _pending(folder)

    _play(browse, folder, script)
