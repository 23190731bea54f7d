"""The page: the content index, the documents and the cards, with a policy that lets nothing but its own run."""

from base64 import b64encode
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

from disclosure_index.assessment.assess import Assessment
from disclosure_index.messages import label, message, render
from disclosure_index.messages.states import financial_year
from disclosure_index.model import Document
from disclosure_index.outputs.caveats import caveat_lines
from disclosure_index.outputs.escape import for_html
from disclosure_index.viewer.body import body
from disclosure_index.viewer.cards import Cards
from disclosure_index.viewer.entries import Entry, entries
from disclosure_index.viewer.index_list import choices, index_list
from disclosure_index.viewer.marks import Ids, anchors_of, ids_of, marks_of
from disclosure_index.viewer.shown_source import shown_source

STYLE = Path(__file__).with_name("style.css").read_text("utf-8")
SCRIPT = Path(__file__).with_name("script.js").read_text("utf-8")

SEARCH, HELP = label("page", "Search"), label("page", "Keys")
INDEX, CARD, CLOSE = label("page", "Content index"), label("page", "Disclosure"), label("page", "Close")
KEYS = (
    ("/", message("search")),
    ("j k", message("next and previous disclosure")),
    ("] [", message("next and previous gap")),
    ("n p", message("next and previous place, of the search or else of the disclosure")),
    ("g", message("gaps only, or all")),
    ("Esc", message("close the card, or clear the search")),
)


def page(
    assessment: Assessment,
    sources: Mapping[str, bytes],
    language: str,
    picture: Callable[[Document, str], str] = lambda *_: "",
) -> str:
    """Return the page.

    Args:
        assessment: of the report.
        sources: the bytes of each document, by the path that findings name.
        language: of heads and titles, and of the document that is in sight first, where there is one in it.
        picture: gives the address that a picture of a document is embedded by, from the one it has there; "" where it
            is not shown.

    """
    documents = assessment.report.documents
    first = next((n for n, document in enumerate(documents) if document.language == language), 0)
    listed = entries(assessment, first)
    ids = ids_of(assessment, listed)
    shown = [
        _document(assessment, number, listed, ids, sources, language, picture, number != first)
        for number in range(len(documents))
    ]
    title = for_html(assessment.report.title)
    parts = (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>",
        _top(assessment, listed, first, language),
        f'<nav id="index" aria-label="{_text(INDEX, language)}">',
        index_list(assessment, listed, language),
        f'</nav>\n<main id="report" tabindex="-1">\n{_caveat(assessment, language)}',
        *shown,
        f'</main>\n<aside id="cards" aria-label="{_text(CARD, language)}" hidden="">',
        f'<button type="button" id="close" aria-label="{_text(CLOSE, language)}">×</button>',
        Cards(assessment, listed, ids, language).all(),
        f"</aside>\n<script>{SCRIPT}</script>\n</body>\n</html>\n",
    )
    return "\n".join(filter(None, parts))


def _text(text: str, language: str) -> str:
    return for_html(render(text, language))


def _policy() -> str:
    """Allow the style and the script of this page, by their hashes, and pictures that are in it; nothing else."""
    style, script = (b64encode(sha256(text.encode()).digest()).decode() for text in (STYLE, SCRIPT))
    return (
        f"default-src &#x27;none&#x27;; style-src &#x27;sha256-{style}&#x27;; script-src &#x27;sha256-{script}&#x27;; "
        "img-src data:; base-uri &#x27;none&#x27;; form-action &#x27;none&#x27;"
    )


def _top(assessment: Assessment, listed: tuple[Entry, ...], first: int, language: str) -> str:
    report = assessment.report
    gaps = sum(entry.is_open for entry in listed)
    counted = message("{number} open, {year}", number=gaps, year=financial_year(report))
    found = for_html(render(message("{number} places", number="{number}"), language))
    none = _text(message("No match"), language)
    tabs = "".join(
        f'<button type="button" class="tab" aria-pressed="{str(n == first).lower()}" data-doc="{n}" '
        f'lang="{for_html(d.language)}">{for_html(d.language)}</button>'
        for n, d in enumerate(report.documents)
        if len(report.documents) > 1
    )
    keys = "".join(f"<dt><kbd>{for_html(key)}</kbd></dt><dd>{_text(said, language)}</dd>" for key, said in KEYS)
    gaps_only = _text(label("page", "Gaps only"), language)
    return (
        f'<header id="top">\n<h1>{for_html(report.title)}</h1>\n<p class="counts">{_text(counted, language)}</p>\n'
        f'<div class="bar" role="search"><label>{_text(SEARCH, language)}'
        f'<input type="search" name="q"></label>\n{choices(listed, language)}\n'
        f'<label class="tick"><input type="checkbox" name="gaps">{gaps_only}</label>'
        f'<span class="tabs">{tabs}</span>'
        f'<output aria-live="polite" data-found="{found}" data-none="{none}"></output>'
        f'<details class="keys"><summary>{_text(HELP, language)}</summary><dl>{keys}</dl></details>'
        "</div>\n</header>"
    )


def _caveat(assessment: Assessment, language: str) -> str:
    said = "".join(f"<p>{for_html(line)}</p>" for line in caveat_lines(assessment, language))
    return f'<div class="caveat" role="note">{said}</div>' if said else ""


def _document(
    assessment: Assessment,
    number: int,
    listed: tuple[Entry, ...],
    ids: Ids,
    sources: Mapping[str, bytes],
    language: str,
    picture: Callable[[Document, str], str],
    hidden: bool,
) -> str:
    """Write one document; of one that could not be read, that."""
    document = assessment.report.documents[number]
    if document.readable and document.path in sources:
        marks = marks_of(assessment, number, listed, ids, language)
        anchors = anchors_of(document, ids)
        source = shown_source(document, sources[document.path], marks)
        shown = body(source.data, source.marks, anchors, lambda name: picture(document, name))
    else:
        shown = "".join(f"<p>{_text(finding.message, language)}</p>" for finding in document.findings)
    of = f'lang="{for_html(document.language)}"{" hidden" if hidden else ""}'
    return f'<div class="doc" id="doc{number}" {of}>\n{shown}\n</div>'
