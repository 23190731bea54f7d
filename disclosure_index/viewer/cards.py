"""The card of each disclosure: what it asks for, and all that is known of it. Pure."""

from collections.abc import Iterable, Iterator, Sequence

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.linking import Link
from disclosure_index.messages import COLON, COMMA, joined, label, message, render, states
from disclosure_index.model import Basis, Document, Finding, Location, Omission, Span, in_language
from disclosure_index.outputs.escape import for_html
from disclosure_index.tables.evidence import evidence_cell
from disclosure_index.tables.table import pages
from disclosure_index.viewer.entries import Entry, place_of
from disclosure_index.viewer.index_list import SIGNS
from disclosure_index.viewer.marks import Ids

QUOTED, BEGINNING = 160, 80
"""Characters of a suggested passage, and of one that is tagged: the latter is one click away."""

ASKED, DATAPOINTS = label("heading", "What it asks for"), label("heading", "Datapoints")
FINDINGS, ANSWERED_BY = label("heading", "Findings"), label("heading", "Answered by")
OMISSION, SUGGESTIONS = label("column", "Omission"), label("heading", "Suggestions")
RELATED = label("heading", "Related disclosures")

UNVERIFIED = message("The definition is unverified: check it against the framework's text.")


class Cards:
    """Writes cards.

    Args:
        assessment: of the report.
        entries: all of it.
        ids: of the places in the documents.
        language: of heads and titles.

    """

    def __init__(self, assessment: Assessment, entries: Sequence[Entry], ids: Ids, language: str) -> None:
        self._assessment, self._entries, self._ids, self._language = assessment, entries, ids, language
        self._numbers = {entry.row.disclosure.uid: entry.number for entry in entries}

    def all(self) -> str:
        """Write every card."""
        return "\n".join(map(self._card, self._entries))

    def _text(self, text: str) -> str:
        return for_html(render(text, self._language))

    def _card(self, entry: Entry) -> str:
        row, d = entry.row, entry.row.disclosure
        title = for_html(in_language(d.title, self._language))
        stands = joined(COMMA, (states.STATUS[row.status], states.OBLIGATION[row.obligation]))
        parts = [
            f'<article class="card" id="d{entry.number}" tabindex="-1" hidden="" aria-labelledby="t{entry.number}">',
            f'<h2 id="t{entry.number}"><span class="h{entry.hue % 8} code">{for_html(entry.short)} {for_html(d.code)}'
            f"</span> {title}</h2>",
            f'<p class="stands s-{row.status}"><span class="sign">{SIGNS[row.status]}</span> {self._text(stands)}</p>',
            *self._notes(entry),
            *self._asked(entry),
            *self._findings(entry.findings),
            *self._places(entry),
            *self._suggestions(entry),
            *self._related(entry),
            "</article>",
        ]
        return "\n".join(filter(None, parts))

    def _notes(self, entry: Entry) -> Iterator[str]:
        row = entry.row
        if row.reported_with:
            yield self._paragraph(message("reported with {code}", code=row.reported_with))
        for name, value in ((label("column", "Owner"), row.owner), (label("column", "Note"), row.note)):
            if value:
                yield self._paragraph(joined(COLON, (name, value)))

    def _paragraph(self, text: str) -> str:
        return f"<p>{self._text(text)}</p>"

    def _head(self, text: str) -> str:
        return f"<h3>{self._text(text)}</h3>"

    def _asked(self, entry: Entry) -> Iterator[str]:
        row, d = entry.row, entry.row.disclosure
        texts = self._assessment.catalog.texts.of(d, self._language)
        if texts.summary:
            yield f"{self._head(ASKED)}<p>{for_html(texts.summary)}</p>"
        if d.basis == Basis.UNVERIFIED:
            yield f'<p class="soft">{self._text(UNVERIFIED)}</p>'
        known = [point.id for point in d.datapoints]
        asked = known if {*row.answered, *row.open} <= set(known) else [*row.answered, *row.open]
        if asked:
            ticks = self._assessment.ticks(row)
            listed = "".join(self._datapoint(texts.datapoints.get(id, id), id in ticks) for id in asked)
            yield f'{self._head(DATAPOINTS)}<ul class="points">{listed}</ul>'

    def _datapoint(self, title: str, answered: bool) -> str:
        state = self._text(label("datapoint", "answered") if answered else label("datapoint", "open"))
        sign = "☑" if answered else "☐"
        return f'<li><span role="img" aria-label="{state}">{sign}</span> {for_html(title)}</li>'

    def _findings(self, findings: Iterable[Finding]) -> Iterator[str]:
        listed = []
        for finding in findings:
            head = f"{render(states.SEVERITY[finding.severity], self._language)} {finding.rule}"
            text = f"<strong>{for_html(head)}</strong> {self._text(finding.message)}"
            hint = f"<br>{self._text(finding.hint)}" if finding.hint else ""
            listed.append(f'<li class="{finding.severity}">{self._link(finding.location, text)}{hint}</li>')
        if listed:
            yield f"{self._head(FINDINGS)}<ul>{''.join(listed)}</ul>"

    def _link(self, location: Location, text: str) -> str:
        """Write a text that leads to a place, where it is in the report."""
        id = self._ids.get(location)
        return f'<a href="#{id}">{text}</a>' if id else text

    def _places(self, entry: Entry) -> Iterator[str]:
        row = entry.row
        if said := evidence_cell(self._assessment, row, self._language).text:
            yield self._paragraph(joined(COLON, (label("column", "Evidence"), said)))
        if row.links:
            listed = "".join(map(self._place, row.links))
            yield f'{self._head(ANSWERED_BY)}<ul class="places">{listed}</ul>'
        if row.omissions:
            listed = "".join(map(self._place, row.omissions))
            yield f'{self._head(OMISSION)}<ul class="places">{listed}</ul>'

    def _place(self, link: Link) -> str:
        document = self._assessment.report.documents[link.document]
        statement = link.statement
        path = " › ".join(s.title for s in document.path_of(statement.span.section) if s.title) or document.title
        parts = [path, f"({document.language})"]
        if statement.span.page:
            parts.append(render(label("place", "p. {pages}", pages=pages(statement.span)), self._language))
        parts.append(render(label("mark", "reviewed"), self._language) if statement.reviewed else "")
        where = self._link(statement.span.location, for_html(" ".join(filter(None, parts))))
        said = statement.explanation if isinstance(statement, Omission) else self._begin(document, statement.span)
        return f"<li>{where}<br>{for_html(said)}</li>"

    @staticmethod
    def _begin(document: Document, span: Span) -> str:
        """Return how a passage begins: of several in one section, which one is meant."""
        if span.text is not None:
            text = span.text
        else:
            text = document.passages[span.first].text if span.first < len(document.passages) else ""
        words = " ".join(text.split())
        return words if len(words) <= BEGINNING else f"{words[: BEGINNING - 1]}…"

    def _suggestions(self, entry: Entry) -> Iterator[str]:
        listed = []
        for one in entry.suggestions:
            text = self._assessment.report.documents[one.document].passages[one.passage].text
            quoted = text if len(text) <= QUOTED else f"{text[: QUOTED - 1]}…"
            link = self._link(place_of(self._assessment, one), f"{one.score}% {for_html(quoted)}")
            listed.append(f"<li>{link}</li>")
        if listed:
            yield f'{self._head(SUGGESTIONS)}<ul class="places">{"".join(listed)}</ul>'

    def _related(self, entry: Entry) -> Iterator[str]:
        uids = dict.fromkeys(
            link.disclosure.uid for one in entry.row.relatives for link in one.links if link.disclosure
        )
        others = [self._entries[self._numbers[uid]] for uid in uids if uid in self._numbers]
        listed = "".join(
            f'<li><a href="#d{other.number}">{for_html(other.short)} {for_html(other.row.disclosure.code)}</a></li>'
            for other in others
            if other is not entry
        )
        if listed:
            yield f'{self._head(RELATED)}<ul class="related">{listed}</ul>'
