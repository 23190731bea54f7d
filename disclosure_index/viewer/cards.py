"""The card of each disclosure: its requirement, and everything known of it. Pure."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.linking import Link
from disclosure_index.messages import COLON, COMMA, joined, label, message, render, states
from disclosure_index.model import Basis, Document, Finding, Location, Omission, Span, in_language
from disclosure_index.outputs.escape import for_html
from disclosure_index.outputs.places import folder_of, from_folder
from disclosure_index.tables.evidence import evidence_cell
from disclosure_index.tables.table import pages
from disclosure_index.viewer.entries import Entry, place_of
from disclosure_index.viewer.index_list import SIGNS
from disclosure_index.viewer.marks import HUES, Ids
from disclosure_index.viewer.names import name_of

QUOTED, BEGINNING = 160, 80
"""The most characters of a suggested passage, and of a tagged one, which is one click away."""

ASKED, DATAPOINTS = label("heading", "What it asks for"), label("heading", "Datapoints")
FINDINGS, ANSWERED_BY = label("heading", "Findings"), label("heading", "Answered by")
OMISSION, SUGGESTIONS = label("column", "Omission"), label("heading", "Suggestions")
RELATED, EVIDENCE = label("heading", "Related disclosures"), label("heading", "Evidence")

NOTHING = message("Nothing was found.")

UNVERIFIED = message("The definition is unverified: check it against the framework's text.")


class Cards:
    """The cards beside one document.

    Args:
        assessment: of the report.
        entries: all of its disclosures.
        ids: the ids of places in the documents.
        number: the number of the document.
        language: of heads and titles.
        form: returns the form of a disclosure for the reader; "" for none.

    """

    def __init__(
        self,
        assessment: Assessment,
        entries: Sequence[Entry],
        ids: Ids,
        number: int,
        language: str,
        form: Callable[[Entry], str] = lambda _: "",
    ) -> None:
        self._assessment, self._entries, self._ids, self._language = assessment, entries, ids, language
        self._number, self._form = number, form
        self._folder = folder_of(assessment.report)
        self._by_uid = {entry.row.disclosure.uid: entry for entry in entries}

    def all(self) -> str:
        """Return every card, and the card of findings."""
        return "\n".join((*map(self._card, self._entries), self._found()))

    def _found(self) -> str:
        """Return the card of the findings in the document, or in no document."""
        documents = self._assessment.report.documents
        others = {document.path for n, document in enumerate(documents) if n != self._number}
        findings = [f for f in self._assessment.verdict.findings if f.location.path not in others]
        id = f"f{self._number}"
        listed = "".join(map(self._finding, findings)) or f"<li>{self._text(NOTHING)}</li>"
        return (
            f'<article class="card" id="{id}" tabindex="-1" hidden="" aria-labelledby="{id}-t">'
            f'<h2 id="{id}-t">{self._text(FINDINGS)}</h2><ul class="findings">{listed}</ul></article>'
        )

    def _text(self, text: str) -> str:
        text = from_folder(text, self._folder)
        return for_html(render(text, self._language))

    def _card(self, entry: Entry) -> str:
        row, d = entry.row, entry.row.disclosure
        title = for_html(in_language(d.title, self._language))
        above = next(iter(self._assessment.catalog.groups_above(d)), None)
        group = for_html(in_language(above.title, self._language)) if above else ""
        status, obligation = self._text(states.STATUS[row.status]), self._text(states.OBLIGATION[row.obligation])
        parts = [
            f'<article class="card" id="{entry.id}" tabindex="-1" hidden="" aria-labelledby="{entry.id}-t">',
            f'<header><h2 id="{entry.id}-t"><span class="h{entry.hue % HUES} code">{for_html(entry.short)} '
            f"{for_html(d.code)}</span> {title}</h2>",
            f'<p class="soft">{group}</p>' if group else "",
            f'<p class="stands"><span class="pill s-{row.status}"><span class="sign" aria-hidden="true">'
            f'{SIGNS[row.status]}</span> {status}</span> <span class="pill">{obligation}</span></p></header>',
            self._form(entry),
            *self._notes(entry),
            *self._asked(entry),
            *self._findings(entry.findings),
            *self._evidence(entry),
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
        due = row.due.isoformat() if row.due else ""
        for name, value in (
            (label("column", "Owner"), row.owner),
            (label("column", "Due"), due),
            (label("column", "Note"), row.note),
        ):
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
        if listed := "".join(map(self._finding, findings)):
            yield f'{self._head(FINDINGS)}<ul class="findings">{listed}</ul>'

    def _finding(self, finding: Finding) -> str:
        head = f"{render(states.SEVERITY[finding.severity], self._language)} {finding.rule}"
        text = f"<strong>{for_html(head)}</strong> {self._text(finding.message)}"
        hint = f"<p>{self._text(finding.hint)}</p>" if finding.hint else ""
        return f'<li class="{finding.severity}">{self._link(finding.location, text)}{hint}</li>'

    def _evidence(self, entry: Entry) -> Iterator[str]:
        """Yield the figure that supports the tags, or a note that there is none."""
        if found := entry.figure:
            fact = found.fact
            passage = self._assessment.report.documents[found.document].passages[fact.place.passage]
            figure = f"<b>{for_html(f'{fact.printed} {fact.printed_unit}'.strip())}</b>"
            of = for_html(" · ".join(filter(None, (fact.label, fact.period))))
            yield (
                f'{self._head(EVIDENCE)}<ul class="evidence"><li>{self._link(passage.location, figure)}'
                f"<span>{of}</span></li></ul>"
            )
        elif evidence := evidence_cell(self._assessment, entry.row, self._language).text:
            yield f'{self._head(EVIDENCE)}<p class="soft">{for_html(evidence)}</p>'

    def _link(self, location: Location, text: str) -> str:
        """Return a text that links to a place, if it is in the report."""
        id = self._ids.get(location)
        return f'<a href="#{id}">{text}</a>' if id else text

    def _places(self, entry: Entry) -> Iterator[str]:
        for head, links in ((ANSWERED_BY, entry.row.links), (OMISSION, entry.row.omissions)):
            if links:
                own_first = sorted(links, key=lambda link: link.document != self._number)
                yield f'{self._head(head)}<ul class="places">{"".join(map(self._place, own_first))}</ul>'

    def _place(self, link: Link) -> str:
        document = self._assessment.report.documents[link.document]
        statement = link.statement
        path = " › ".join(s.title for s in document.path_of(statement.span.section) if s.title) or document.title
        printed = pages(statement.span)
        beside: list[str] = [label("place", "p. {pages}", pages=printed)] if printed else []
        beside += [label("mark", "reviewed")] if statement.reviewed else []
        beside += [name_of(document.language)] if link.document != self._number else []
        where = self._link(statement.span.location, for_html(path))
        small = "".join(f"<small>{self._text(text)}</small>" for text in beside if text)
        excerpt = statement.explanation if isinstance(statement, Omission) else self._begin(document, statement.span)
        of = "" if document.language == self._language else f' lang="{for_html(document.language)}"'
        return f"<li{of}>{where} {small}<q>{for_html(excerpt)}</q></li>"

    @staticmethod
    def _begin(document: Document, span: Span) -> str:
        """Return the beginning of a passage, which distinguishes it from others in the section."""
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
            link = self._link(place_of(self._assessment, one), f"<b>{one.score}%</b> {for_html(quoted)}")
            matched = for_html(render(joined(COMMA, one.matched), self._language))
            listed.append(f"<li>{link}<small>{matched}</small></li>")
        if listed:
            yield f'{self._head(SUGGESTIONS)}<ul class="places">{"".join(listed)}</ul>'

    def _related(self, entry: Entry) -> Iterator[str]:
        uids = dict.fromkeys(
            link.disclosure.uid for one in entry.row.relatives for link in one.links if link.disclosure
        )
        others = [self._by_uid[uid] for uid in uids if uid in self._by_uid]
        listed = "".join(
            f'<li><a class="chip h{other.hue % HUES}" href="#{other.id}">{for_html(other.short)} '
            f"{for_html(other.row.disclosure.code)}</a></li>"
            for other in others
            if other is not entry
        )
        if listed:
            yield f'{self._head(RELATED)}<ul class="related">{listed}</ul>'
