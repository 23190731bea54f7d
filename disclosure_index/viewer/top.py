"""The bar above the report: its name, the search, the languages, the filters, and the keys."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from disclosure_index.assessment.assess import Assessment
from disclosure_index.messages import label, message, render
from disclosure_index.messages.states import financial_year
from disclosure_index.outputs.escape import for_html
from disclosure_index.viewer.entries import Entry
from disclosure_index.viewer.names import name_of
from disclosure_index.viewer.review import Review

SEARCH, HELP = label("page", "Search"), label("page", "Keys")
INDEX, CARD, CLOSE = label("page", "Content index"), label("page", "Disclosure"), label("page", "Close")
FINDINGS, LANGUAGE, SHOWN = label("heading", "Findings"), label("page", "Language"), label("page", "Show as")
PAGES, TEXT = label("page", "Pages"), label("page", "Text")
KEYS = (
    ("/", message("search")),
    ("j k", message("next and previous disclosure")),
    ("] [", message("next and previous gap")),
    ("n p", message("next and previous place, of the search or else of the disclosure")),
    ("g", message("gaps only, or all")),
    ("Esc", message("close the card, or clear the search")),
)


class LanguageView(NamedTuple):
    """The report in one language: the number of its document, the language of the labels, and the disclosures."""

    number: int
    language: str
    first: bool  # whether it is shown first
    entries: tuple[Entry, ...]


def top(
    assessment: Assessment, view: LanguageView, views: Sequence[LanguageView], has_pages: bool, review: Review | None
) -> str:
    """Return the bar of one view as HTML.

    Args:
        assessment: of the report.
        view: the view.
        views: all views.
        has_pages: whether pages can be shown as pictures.
        review: the form for the reader, if any.

    """
    return "".join(_parts(assessment, view, views, has_pages, review))


def _parts(
    assessment: Assessment, view: LanguageView, views: Sequence[LanguageView], has_pages: bool, review: Review | None
) -> Iterator[str]:
    report, language, number = assessment.report, view.language, view.number

    def text(said: str) -> str:
        return for_html(render(said, language))

    gaps = sum(entry.is_open for entry in view.entries)
    counted = message("{number} open, {year}", number=gaps, year=financial_year(report))
    found = text(message("{number} places", number="{number}"))
    yield (
        f'<header class="top">\n<button type="button" class="menu" aria-controls="n{number}" aria-expanded="false">'
        f"{text(INDEX)}</button>\n"
        f'<div class="name"><h1>{for_html(report.title)}</h1><p class="counts">{text(counted)}</p></div>\n'
        '<div class="find" role="search">'
        f'<input type="search" aria-label="{text(SEARCH)}" placeholder="{text(SEARCH)}">'
        f'<output aria-live="polite" data-found="{found}" data-none="{text(message("No match"))}"></output></div>\n'
        '<div class="tools">'
    )
    if len(views) > 1:
        yield _choice(text(LANGUAGE), "to", [(str(v.number), *_named(assessment, v), v is view) for v in views])
    if has_pages:
        modes = [("pages", text(PAGES), language, True), ("text", text(TEXT), language, False)]
        yield _choice(text(SHOWN), "mode", modes)
    if review:
        yield review.button()
    yield f'<a class="button" href="#f{number}">{text(FINDINGS)}</a>'
    keys = "".join(f"<dt><kbd>{for_html(key)}</kbd></dt><dd>{text(said)}</dd>" for key, said in KEYS)
    yield f'<details class="keys"><summary class="button">{text(HELP)}</summary><dl>{keys}</dl></details>'
    yield "</div>\n</header>"


def _named(assessment: Assessment, view: LanguageView) -> tuple[str, str]:
    """Return the name of a view's language and its tag; where two documents share it, the title of the document."""
    documents = assessment.report.documents
    own = documents[view.number]
    alike = sum(document.language == own.language for document in documents) > 1
    return (own.title or own.path if alike else name_of(own.language)), own.language


def _choice(name: str, kind: str, values: Sequence[tuple[str, str, str, bool]]) -> str:
    """Return buttons of which one is pressed, each with its value, its text and the language of that."""
    buttons = "".join(
        f'<button type="button" data-{kind}="{value}" lang="{for_html(language)}" '
        f'aria-pressed="{str(pressed).lower()}">'
        f"{for_html(said)}</button>"
        for value, said, language, pressed in values
    )
    return f'<span class="choice" role="group" aria-label="{name}">{buttons}</span>'
