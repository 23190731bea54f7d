"""The content index at the left: every disclosure with its status, by framework and group. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from disclosure_index.assessment.assess import Assessment
from disclosure_index.messages import label, render, states
from disclosure_index.model import LANGUAGES, Obligation, Status, in_language
from disclosure_index.outputs.escape import for_html
from disclosure_index.suggest import folded
from disclosure_index.viewer.entries import Entry
from disclosure_index.viewer.marks import HUES

SIGNS = {
    Status.DISCLOSED: "✓",
    Status.PARTIAL: "~",
    Status.OMITTED: "⊘",
    Status.MISSING: "✗",
    Status.NOT_REQUIRED: "–",
    Status.UNDETERMINED: "?",
}
"""The signs of statuses, so that they are recognised without colour, too."""


def index_list(assessment: Assessment, entries: Sequence[Entry], language: str) -> str:
    """Return the list as HTML."""
    made = []
    for framework, own in groupby(entries, lambda entry: entry.row.disclosure.framework):
        listed = tuple(own)
        counted = [entry for entry in listed if entry.row.counts and entry.row.status != Status.NOT_REQUIRED]
        done = sum(entry.row.status in (Status.DISCLOSED, Status.OMITTED) for entry in counted)
        name = for_html(assessment.catalog.frameworks[framework].short)
        made.append(
            f'<section class="framework"><h2 class="h{listed[0].hue % HUES}"><span>{name}</span> '
            f"<small>{done}/{len(counted)}</small>{_share(done, len(counted))}</h2>"
            f"{''.join(_groups(assessment, listed, language))}</section>"
        )
    return "\n".join(made)


def _share(done: int, of: int) -> str:
    """Return a bar as HTML; the numbers are beside it."""
    wide = round(100 * done / of) if of else 0
    return (
        '<svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="rest" width="100" height="4"/><rect width="{wide}" height="4"/></svg>'
    )


def _groups(assessment: Assessment, entries: Iterable[Entry], language: str) -> Iterator[str]:
    for title, own in groupby(entries, lambda entry: _group(assessment, entry, language)):
        rows = "\n".join(_row(assessment, entry, language) for entry in own)
        head = f"<h3>{for_html(title)}</h3>" if title else ""
        yield f'<div class="group">{head}<ul>\n{rows}\n</ul></div>'


def _group(assessment: Assessment, entry: Entry, language: str) -> str:
    above = next(iter(assessment.catalog.groups_above(entry.row.disclosure)), None)
    return in_language(above.title, language) if above else ""


def _row(assessment: Assessment, entry: Entry, language: str) -> str:
    row, d = entry.row, entry.row.disclosure
    status = render(states.STATUS[row.status], language)
    searched = "\n".join((d.code, d.short, *d.title.values(), row.owner, *_summaries(assessment, entry)))
    data = {"f": d.framework, "s": row.status, "o": row.obligation or "", "w": row.owner, "q": folded(searched)}
    attributes = "".join(f' data-{name}="{for_html(value)}"' for name, value in data.items() if value)
    title = for_html(in_language(d.title, language))
    return (
        f'<li{attributes}{" data-gap" if entry.is_open else ""}><a href="#{entry.id}" class="s-{row.status}">'
        f'<span class="sign" role="img" aria-label="{for_html(status)}">{SIGNS[row.status]}</span>'
        f'<span class="entry"><span class="code">{for_html(d.code)}</span> <span class="title">{title}</span></span>'
        "</a></li>"
    )


def _summaries(assessment: Assessment, entry: Entry) -> Iterator[str]:
    return (assessment.catalog.texts.of(entry.row.disclosure, language).summary for language in LANGUAGES)


def choices(entries: Sequence[Entry], language: str) -> str:
    """Return the filters as HTML, each with the values that occur."""
    rows = [entry.row for entry in entries]
    names = {entry.row.disclosure.framework: entry.short for entry in entries}
    statuses = {str(status): render(states.STATUS[status], language) for status in Status}
    obligations = {str(level): render(states.OBLIGATION[level], language) for level in Obligation}
    owners = {row.owner: row.owner for row in sorted(rows, key=lambda row: row.owner) if row.owner}
    present = {str(row.status) for row in rows}, {str(row.obligation) for row in rows}
    fields = (
        ("f", label("column", "Framework"), names),
        ("s", label("column", "Status"), {id: name for id, name in statuses.items() if id in present[0]}),
        ("o", label("column", "Obligation"), {id: name for id, name in obligations.items() if id in present[1]}),
        ("w", label("column", "Owner"), owners),
    )
    gaps_only = for_html(render(label("page", "Gaps only"), language))
    tick = f'<label class="tick"><input type="checkbox" class="gaps">{gaps_only}</label>'
    return "\n".join(
        (*(_choice(id, render(name, language), values, language) for id, name, values in fields if values), tick)
    )


def _choice(id: str, name: str, values: dict[str, str], language: str) -> str:
    every = render(label("page", "All"), language)
    options = f'<option value="">{for_html(every)}</option>'
    options += "".join(f'<option value="{for_html(v)}">{for_html(said)}</option>' for v, said in values.items())
    return f'<label>{for_html(name)}<select name="{id}">{options}</select></label>'
