"""The common parts of the filing layouts: a framework's rows in one document, their locations and omissions."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.assessment.linking import Link
from disclosure_index.messages import COLON, label, message, render
from disclosure_index.model import Claim, Disclosure, Framework, Group, Omission, Status, in_language
from disclosure_index.tables.filing_cells import BARRED, OPEN, TO_BE_COMPLETED, marked, merged_pages
from disclosure_index.tables.locations import FULL, PAGES, TITLES
from disclosure_index.tables.table import Cell, href

MONTHS = (
    label("month", "January"),
    label("month", "February"),
    label("month", "March"),
    label("month", "April"),
    label("month", "May"),
    label("month", "June"),
    label("month", "July"),
    label("month", "August"),
    label("month", "September"),
    label("month", "October"),
    label("month", "November"),
    label("month", "December"),
)

_LETTER = re.compile(r".*-([a-z])")
_WORD_IN_CODE = re.compile(r"\([a-z]{4,}\)$")
"""Our own ending for an item that a paragraph lists without a letter: 14(materiality)."""


@dataclass(frozen=True)
class Filing:
    """One framework in one document of a report, in one language."""

    assessment: Assessment
    claim: Claim
    language: str
    document: int
    locations: str = FULL

    @property
    def framework(self) -> Framework:
        """The framework of the filing."""
        return self.assessment.catalog.frameworks[self.claim.framework]

    @cached_property
    def rows(self) -> list[Coverage]:
        """The framework's applicable disclosures, in its own order; early editions keep theirs."""
        order = {d.uid: n for n, d in enumerate(self.framework.disclosures)}
        found = [c for c in self.assessment.coverage if c.disclosure.framework == self.claim.framework]
        return sorted(found, key=lambda c: order[c.disclosure.uid])

    @property
    def title(self) -> str:
        """The edition's title, as issuers print it, or else the family's."""
        used = {(c.disclosure.part, c.disclosure.edition) for c in self.rows}
        editions = [e for e in self.framework.editions if (e.part, e.id) in used]
        title = in_language((editions[0] if len(editions) == 1 else self.framework).title, self.language)
        return title if self.framework.short in title else f"{self.framework.short} {title}"

    @property
    def prefix(self) -> str:
        """The prefix of its tables' ids."""
        return self.framework.short.lower().replace(" ", "-")

    def rendered(self, text: str) -> str:
        """Return a message in the language of the filing."""
        return render(text, self.language)

    def day(self, day: date) -> str:
        """Return a date in the usual form for people."""
        month = MONTHS[day.month - 1]
        return self.rendered(message("{day} {month} {year}", day=day.day, month=month, year=day.year))

    def titled(self, disclosure: Disclosure) -> str:
        """Return a disclosure's title."""
        return in_language(disclosure.title, self.language)

    def label(self, disclosure: Disclosure) -> str:
        """Return the code of a disclosure as the framework prints it: a), 7, KPI A1.2, Paragraph 29(a)."""
        index = self.framework.conventions.layout
        code, form = disclosure.printed or disclosure.code, dict(index.labels).get(disclosure.kind, index.label)
        if form == "letter":
            lettered = _LETTER.fullmatch(code)
            return f"{lettered[1]})" if lettered else code
        if form == "code":
            return code
        return self.rendered(
            {
                "paragraph": label("disclosure", "Paragraph {code}", code=_WORD_IN_CODE.sub("", code)),
                "kpi": label("disclosure", "KPI {code}", code=code),
                "general-disclosure": label("disclosure", "General disclosure"),
            }[form]
        )

    def open(self, href: str = "") -> Cell:
        """Return a cell for a person to complete."""
        return marked(self.rendered(TO_BE_COMPLETED), OPEN, href)

    def groups(self, disclosure: Disclosure) -> list[Group]:
        """Return the headings above a disclosure, outermost first."""
        path: list[Group] = []
        wanted = disclosure.group
        while wanted:
            named = [g for g in self.framework.groups if g.id == wanted and g.edition in ("", disclosure.edition)]
            if not named or named[0] in path:
                break
            path.insert(0, named[0])
            wanted = named[0].parent
        return path

    def links(self, coverage: Coverage) -> list[Link]:
        """Return the statements of this document that answer a disclosure."""
        links = list(coverage.links)
        if coverage.by_crosswalk:
            links = [link for relative in coverage.relatives if relative.whole for link in relative.links]
        here = (link for link in links if link.document == self.document)
        return sorted(here, key=lambda link: link.statement.span.location)

    def omitted(self, coverage: Coverage) -> list[tuple[Link, Omission]]:
        """Return the omissions of a disclosure in this document."""
        statements = ((link, link.statement) for link in coverage.omissions if link.document == self.document)
        return [(link, statement) for link, statement in statements if isinstance(statement, Omission)]

    def has_content(self, coverage: Coverage) -> bool:
        """Whether a row has content: an untagged heading is answered by the disclosures below it."""
        return not coverage.disclosure.heading or bool(self.links(coverage) or self.omitted(coverage))

    def is_owed(self, coverage: Coverage) -> bool:
        """Whether this document has no location for the disclosure yet."""
        if self.links(coverage) or coverage.disclosure.heading:
            return False
        if self.omitted(coverage) and coverage.may_be_omitted:
            return False
        elsewhere = bool(coverage.links or coverage.omissions)
        return elsewhere or coverage.status in (Status.MISSING, Status.UNDETERMINED)

    def location(self, coverage: Coverage) -> Cell:
        """Return the sections that answer a disclosure, each with its pages."""
        return self.open() if self.is_owed(coverage) else self.places(self.links(coverage))

    def places(self, links: Iterable[Link]) -> Cell:
        """Return the sections of links, each once and with its pages; or only one of the two."""
        links = list(links)
        found = self.sections(links)
        if self.locations == PAGES and (pages := self.pages(links)):
            return Cell(((pages, found[0][1]),))
        parts = []
        for title, to, pages in found:
            pages = "" if self.locations == TITLES else pages
            if title and pages and ("–" in pages or "," in pages):
                title = self.rendered(message("{title}, pp. {pages}", title=title, pages=pages))
            elif title and pages:
                title = self.rendered(message("{title}, p. {pages}", title=title, pages=pages))
            parts.append((title or pages, to))
        return Cell(tuple(parts))

    def sections(self, links: Iterable[Link]) -> list[tuple[str, str, str]]:
        """Return title, link and merged pages of the sections of links, in their order."""
        document = self.assessment.report.documents[self.document]
        paths = [d.path for d in self.assessment.report.documents]
        found: dict[int | None, list[Link]] = {}
        for link in links:
            section = self.section(link)
            found.setdefault(section, []).append(link)
        return [
            (
                document.sections[section].title if section is not None else document.title,
                href(paths, here[0]),
                self.pages(here),
            )
            for section, here in found.items()
        ]

    def pages(self, links: Iterable[Link]) -> str:
        """Return the merged pages of links."""
        return merged_pages((link.statement.span.page, link.statement.span.last_page) for link in links)

    def section(self, link: Link) -> int | None:
        """Return the innermost section with a title around a link."""
        document = self.assessment.report.documents[link.document]
        section = link.statement.span.section
        while section is not None and not document.sections[section].title:
            section = document.sections[section].parent
        return section

    def reason(self, omission: Omission) -> str:
        """Return a reason in the framework's words; unchanged if the framework has no such reason."""
        known = {r.id: in_language(r.title, self.language) for r in self.framework.reasons}
        return known.get(omission.reason, omission.reason)

    def explanation(self, coverage: Coverage) -> Cell:
        """Return the reason and explanation of an omission, marked if the framework allows none."""
        paths = [d.path for d in self.assessment.report.documents]
        found: dict[str, str] = {}
        complete = True
        for link, omission in self.omitted(coverage):
            complete = complete and bool(omission.reason and omission.explanation)
            parts = (text or self.rendered(TO_BE_COMPLETED) for text in (self.reason(omission), omission.explanation))
            found.setdefault(self.rendered(COLON).join(parts), href(paths, link))
        barred = not coverage.may_be_omitted
        return Cell(tuple(found.items()), BARRED if barred else "" if complete else OPEN)
