"""Export, then merge, is the identity; and whatever text is typed comes home and stands in the next export."""

import io
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from openpyxl import load_workbook

from disclosure_index.assessment.coverage import may_be_omitted
from disclosure_index.outputs.xlsx import render
from disclosure_index.project.file import read_project
from disclosure_index.project.paths import find_project
from disclosure_index.session import open_assessment
from disclosure_index.workbook_merge import plan, read_handed
from tests.support.tiers import examples
from tests.support.workbooks import TODAY, Desk, put

COLUMNS = ("owner", "note", "explanation")
AWKWARD = [
    "=1+1", "+1", "-1", "@SUM(A1)", "＝1", "'quoted", "|x", "%", "#N/A", "TRUE", "2-1", "1E5", "007", "{=1}",
    "\t=tab first", "_x0041_", "_x005F_x0041_", "🚢👩‍👩‍👧", "تقرير الاستدامة", "דוח",
    "“甲”；乙", "<b>&amp;</b>", "]]>", "a\u2028b",
    "line\nbreak", 'say "so"', "\\u0041", "e\u0301", "\u200bzero", "a\u00a0b",
]  # fmt: skip
TEXT = st.one_of(
    st.sampled_from(AWKWARD),
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=60),
).filter(lambda text: text.strip() and not set(text) & set("\u202d\u202e\ufffe\uffff"))

BODIES = st.lists(
    st.tuples(
        st.sampled_from(["p", "li", "div", "section"]),
        st.sampled_from(['data-disclosure="hkex-esg:{}"', 'data-omission="hkex-esg:{}" data-reason="not-material"',
                         'data-omission="hkex-esg:{}"', 'data-disclosure="hkex-esg:{}" data-reviewed="hkex-esg:{}"']),
        st.sampled_from(["A1.1", "A1.3", "A2.5", "B1.1", "B1.1#gender", "A1", "13", "nonsense"]),
        TEXT,
    ),
    max_size=8,
)  # fmt: skip


def _escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _plan(folder, data):
    project = read_project(find_project(folder))
    names = [str(project.file), *(name for _, name, _ in project.documents)]
    sources = {name: Path(name).read_bytes() for name in names}
    assessment = open_assessment(folder, today=TODAY)
    return plan(read_handed(data, "index.xlsx"), assessment, sources, str(project.file), TODAY)


@examples(15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(bodies=BODIES, owner=TEXT, language=st.sampled_from(["en", "zh-Hans", "zh-Hant"]))
def test_export_then_merge_is_the_identity(desk, bodies, owner, language):
    body = "\n".join(
        f"<{name} {marks.format(code, code)}>{_escaped(text)}</{name}>" for name, marks, code, text in bodies
    )
    said = owner.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    project = (
        f'[[frameworks]]\nid = "hkex-esg"\n\n[owners]\nhkex-esg = "{said}"\n\n[notes]\n"hkex-esg:A1.3" = "{said}"\n'
    )
    d = desk(f"<section><h1>All</h1>{body}</section>", project=project)
    assessment = d.assess()
    if not assessment.coverage:
        return  # a body that is no XHTML
    written = render(assessment, language)
    for data in (written, _saved(written)):
        made = _plan(d.folder, data)
        assert (made.changes, made.refusals, made.conflicts, made.remarks, made.after) == ((), (), (), (), {})


def _saved(data):
    out = io.BytesIO()
    load_workbook(io.BytesIO(data)).save(out)
    return out.getvalue()


@pytest.mark.parametrize("name", ["alibaba-2024", "harbour-ferries-2025"])
@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
@pytest.mark.sampled(1)
def test_samples_come_back_as_they_went(root, tmp_path, name, language):
    d = Desk(Path(shutil.copytree(root / "report_sources" / name, tmp_path / name)), language)
    for data in (d.data, _saved(d.data)):
        made = d.plan(data)
        assert (made.changes, made.refusals, made.conflicts, made.remarks, made.after) == ((), (), (), (), {})


def as_excel_keeps(text):
    """Excel escapes what it would else take for an escape."""
    return re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)


def test_awkward_texts_all_at_once(desk, find):
    d = desk()
    gaps = [c for c in d.assess().coverage if may_be_omitted(c.disclosure, c.decision) and c.is_gap][: len(AWKWARD)]
    rows = [c.disclosure for c in gaps if not c.disclosure.heading]
    texts = dict(zip((d.uid for d in rows), AWKWARD, strict=False))
    assert len(texts) > len(AWKWARD) - 3

    def change(book):
        for uid, text in texts.items():
            sheet, columns, row = find(book, uid)
            for column in COLUMNS:
                put(sheet.cell(row, columns[column]), as_excel_keeps(text))
            put(sheet.cell(row, columns["reason"]), "Not material")

    d.edit(change)
    made = d.merge()
    assert (made.refusals, made.conflicts, len(made.changes)) == ((), (), 4 * len(texts))
    assert d.plan().changes == ()
    report = d.assess().report
    told = {o.text: o.explanation for o in report.documents[0].omissions}
    for disclosure in rows:
        text = " ".join(texts[disclosure.uid].split())
        for said in (report.owners, report.notes):
            assert " ".join(said[disclosure.short.casefold()].split()) == text
        assert " ".join(told[disclosure.short].split()) == text


@examples(12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(texts=st.tuples(TEXT, TEXT, TEXT))
def test_whatever_is_typed_arrives_and_stays(desk, find, texts):
    d = desk()
    rows = {"owner": "hkex-esg:A1.3@2020", "note": "hkex-esg:A1.1@2020", "explanation": "hkex-esg:A2.5@2020"}

    def change(book):
        for column, text in zip(rows, texts, strict=True):
            sheet, columns, row = find(book, rows[column])
            put(sheet.cell(row, columns[column]), as_excel_keeps(text))

    d.edit(change)
    made = d.merge()
    assert (made.refusals, made.conflicts) == ((), ())
    said = {column: d.said(uid)[column] for column, uid in rows.items()}
    again = d.plan()
    assert (again.changes, again.conflicts, again.refusals) == ((), (), ())
    report = d.assess().report
    home = (
        report.owners["hkex-esg:a1.3"], report.notes["hkex-esg:a1.1"],
        next(o.explanation for o in report.documents[0].omissions),
    )  # fmt: skip
    for text, (column, shown), kept in zip(texts, said.items(), home, strict=True):
        assert " ".join(kept.split()) == " ".join(text.split()), column
        assert shown


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("text", ["x" * 40_000, "排" * 32_767, "🚢" * 16_383])
@pytest.mark.sampled(3)
def test_long_texts(desk, find, text, column):
    """What a cell can hold comes home whole; the next export says where it cuts."""
    d = desk()
    kept = text[: 32_767 if text[0] != "🚢" else 16_383]
    d.edit(lambda book: put(find(book, "hkex-esg:A2.5@2020")[0].cell(*_at(find, book, column)), kept))
    made = d.merge()
    assert (made.refusals, len(made.changes)) == ((), 1)
    assert d.plan().changes == ()


def _at(find, book, column):
    _, columns, row = find(book, "hkex-esg:A2.5@2020")
    return row, columns[column]
