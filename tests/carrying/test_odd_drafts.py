"""`update` and what it is given by mistake: refused by name, with what to do, and nothing is written."""

import shutil
import tomllib

import pytest

from tests.carrying.conftest import ENGLISH

AS_OF = ("--as-of", "2026-01-01")
OTHER = "# Mountain Bank\n\n" + "\n\n".join(f"The bank lent {n} million to companies of the valley." for n in range(9))
CHINESE = "# 海港有限公司\n\n" + "\n\n".join(
    f"第{n}段：兩個碼頭的鍋爐共排放二氧化碳一百二十公噸。" for n in "一二三四五"
)
PENDING = """
[[pending]]
document = "{document}"
state = "to-confirm"
kind = "tag"
statement = "{statement}"
was = "We emitted 120 tonnes."
candidates = [{{ text = "We emitted", page = "", score = 90.0, digests = ["{digest}"] }}]
"""


def _files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def refused(run, tagged):
    """Run `update` on the report; gives what it says, and holds that nothing was written."""

    def update(*arguments, code=2):
        before = _files(tagged)
        result = run("update", tagged, *arguments)
        assert result.exit_code == code, result.stdout + result.stderr
        assert _files(tagged) == before
        return result.stderr

    return update


@pytest.mark.parametrize("text", [OTHER, CHINESE], ids=["another report", "another language"])
def test_a_draft_of_something_else(refused, draft, text):
    said = refused(draft("other.md", text), *AS_OF)
    assert "is it a draft of another report" in said
    assert "other.md" in said


@pytest.mark.sampled(1)
@pytest.mark.parametrize("text", ["", "\n \n", "<!-- nothing -->\n"])
def test_a_draft_without_text(run, tagged, draft, text):
    before = _files(tagged)
    result = run("update", tagged, draft("empty.md", text), *AS_OF)
    assert result.exit_code in (2, 3)
    assert "empty.md" in result.stderr
    assert _files(tagged) == before


def test_two_drafts_of_one_document(refused, draft):
    assert "not certain" in refused(draft("a.md"), draft("b.md"), *AS_OF)
    assert "not certain" in refused(draft("a.md"), draft("a.md"), *AS_OF)


def test_one_draft_of_two_documents_leaves_the_other(run, draft, tmp_path):
    both = tmp_path / "both"
    assert run("import", draft("en.md"), draft("zh.md", CHINESE), "-o", both, *AS_OF).exit_code == 0
    chinese = (both / "zh.xhtml").read_bytes()
    result = run("update", both, draft("next.md", words={"120 tonnes": "95 tonnes"}), *AS_OF)
    assert result.exit_code == 0, result.stderr
    assert (both / "zh.xhtml").read_bytes() == chinese
    assert "95 tonnes" in (both / "en.xhtml").read_text("utf-8")


@pytest.mark.parametrize("suffix", [".md", ".docx"])
def test_a_source_that_is_edited_where_it_lies_has_no_draft(run, tmp_path, draft, suffix):
    folder = tmp_path / "source"
    folder.mkdir()
    path = folder / f"report{suffix}"
    if suffix == ".docx":
        import docx

        made = docx.Document()
        made.add_heading("Harbour Limited", 1)
        made.add_paragraph("We emitted 120 tonnes of carbon dioxide.")
        made.save(str(path))
    else:
        shutil.copy(draft(), path)
    assert run("init", folder).exit_code in (0, 1)
    before = _files(folder)
    result = run("update", folder, draft(words={"120 tonnes": "95 tonnes"}), *AS_OF)
    assert result.exit_code == 2
    assert f"report{suffix}" in result.stderr
    assert "Edit the file where it is" in result.stderr
    assert _files(folder) == before


def test_the_same_sentence_twice_keeps_a_tag_each(run, tagged, draft):
    twice = ENGLISH.replace("## People\n", "## People\n\nEvery member of a crew was trained in first aid.\n")
    page = tagged / "report.xhtml"
    assert run("update", tagged, draft("v2.md", twice), *AS_OF).exit_code in (0, 1)
    text = page.read_text("utf-8")
    plain = "<p>Every member"
    page.write_text(text.replace(plain, '<p data-disclosure="gri:404-2">Every member'), "utf-8")
    assert run("update", tagged, draft("v3.md", twice), *AS_OF).exit_code == 0
    after = page.read_text("utf-8")
    assert (after.count("gri:404-2"), after.count("gri:403-5")) == (1, 1)


@pytest.mark.sampled(2)
@pytest.mark.parametrize("lines", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "BOM"])
def test_what_people_wrote_in_the_project_file_stays(run, tagged, draft, lines, mark):
    file = tagged / "disclosure-index.toml"
    own = '# ours: 先問\n[owners]  # who answers\n"gri:305-5"   =   "Ada Lau" # since 2020\n\n'
    text = file.read_text("utf-8") + own
    file.write_bytes((mark + text.replace("\n", lines)).encode())
    gone = draft(words={"Every member of a crew was trained in first aid.\n\n": "", "120 tonnes": "95 tonnes"})
    assert run("update", tagged, gone, *AS_OF).exit_code == 1
    data = file.read_bytes()
    assert data.startswith(mark.encode()) or not mark
    assert own.replace("\n", lines).encode() in data
    assert data.count(b"\r\n") == (data.count(b"\n") if lines == "\r\n" else 0)
    assert len(tomllib.loads(data.decode("utf-8-sig"))["pending"]) == 2


@pytest.mark.sampled(1)
@pytest.mark.parametrize(
    ("mistake", "told"),
    [
        ({"document": "reprot.xhtml"}, "report.xhtml"),
        ({"statement": "first aid"}, "is no disclosure"),
        ({"digest": "0000"}, "not there exactly once"),
    ],
)
def test_pending_entries_with_a_mistake_are_refused_when_they_are_placed(refused, tagged, mistake, told):
    entry = {"document": "report.xhtml", "statement": "gri:305-5", "digest": "abc", **mistake}
    file = tagged / "disclosure-index.toml"
    file.write_text(file.read_text("utf-8") + PENDING.format(**entry), "utf-8")
    assert told in refused("--accept", "1")


def test_progress_and_outcome_are_in_the_language_of_the_reader(run, tagged, draft):
    result = run("update", tagged, draft(words={"120": "95"}), "--language", "zh-Hant", *AS_OF)
    assert result.exit_code == 0
    for english in ("reading ", "carrying", "written", " carried"):
        assert english not in result.stderr
