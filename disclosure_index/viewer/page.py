"""The page: a view of the report in each document's language, and a policy that allows only its own code."""

from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from disclosure_index.assessment.assess import Assessment
from disclosure_index.messages import render
from disclosure_index.model import LANGUAGES, Document
from disclosure_index.outputs.caveats import caveat_lines
from disclosure_index.outputs.escape import for_html
from disclosure_index.viewer.cards import Cards
from disclosure_index.viewer.documents import Shown, document_html
from disclosure_index.viewer.entries import entries
from disclosure_index.viewer.index_list import choices, index_list
from disclosure_index.viewer.marks import Ids, ids_of
from disclosure_index.viewer.page_pictures import NO_PICTURES, PagePictures
from disclosure_index.viewer.review import Review
from disclosure_index.viewer.top import CARD, CLOSE, INDEX, LanguageView, top

ASSETS = Path(__file__).with_name("assets")
HEIGHTS = "".join(f".y{hundredth} {{ top: {hundredth}%; }}\n" for hundredth in range(101))
"""The heights of chips beside a page: the policy forbids style attributes."""
STYLE = (ASSETS / "style.css").read_text("utf-8") + HEIGHTS
SCRIPTS = {name: (ASSETS / f"{name}.js").read_text("utf-8") for name in ("view", "start", "workbook", "review")}


@dataclass(frozen=True, slots=True)
class PageOptions:
    """The content besides the text.

    Attributes:
        picture: returns the address of an embedded picture of a document, from its address there; "" where it
            is not shown.
        pages: the pages of imported documents as pictures, by the number of the document.
        review: whether the reader can tick and comment.
    """

    picture: Callable[[Document, str], str] = lambda *_: ""
    pages: Mapping[int, PagePictures] = field(default_factory=dict)
    review: bool = False


def page(assessment: Assessment, sources: Mapping[str, bytes], language: str | None, options: PageOptions) -> str:
    """Return the page as HTML.

    Args:
        assessment: the assessment of the report.
        sources: the bytes of each document, by the path in findings.
        language: the language of the first view; where no document has it, of all headings and titles.
        options: the content besides the text.

    """
    documents = assessment.report.documents
    languages = {document.language for document in documents}
    first = next((n for n, document in enumerate(documents) if document.language == language), 0)
    views = [
        LanguageView(
            n, _language_of(document, None if language in languages else language), n == first, entries(assessment, n)
        )
        for n, document in enumerate(documents)
    ]
    ids = ids_of(assessment, [entry for view in views for entry in view.entries])
    scripts = ("view", "workbook", "review", "start") if options.review else ("view", "start")
    script = "".join(SCRIPTS[name] for name in scripts)
    shown = [_view(assessment, sources, view, views, ids, options) for view in sorted(views, key=lambda v: not v.first)]
    parts = (
        f'<!DOCTYPE html>\n<html lang="{views[first].language}">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(script)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{for_html(assessment.report.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>",
        *shown,
        f"<script>{script}</script>\n</body>\n</html>\n",
    )
    return "\n".join(parts)


def _language_of(document: Document, chosen: str | None) -> str:
    """Return the language of the headings and titles beside a document."""
    return chosen or (document.language if document.language in LANGUAGES else LANGUAGES[0])


def _policy(script: str) -> str:
    """Return the policy: the style and the script of this page, by their hashes, and embedded pictures alone."""
    style, script = (b64encode(sha256(text.encode()).digest()).decode() for text in (STYLE, script))
    return (
        f"default-src &#x27;none&#x27;; style-src &#x27;sha256-{style}&#x27;; script-src &#x27;sha256-{script}&#x27;; "
        "img-src data:; base-uri &#x27;none&#x27;; form-action &#x27;none&#x27;"
    )


def _view(
    assessment: Assessment,
    sources: Mapping[str, bytes],
    view: LanguageView,
    views: list[LanguageView],
    ids: Ids,
    options: PageOptions,
) -> str:
    """Return the view of the report in one language."""
    number, language = view.number, view.language
    pages = options.pages.get(number, NO_PICTURES)
    review = Review(assessment, number, language) if options.review else None
    cards = Cards(assessment, view.entries, ids, number, language, review.form if review else lambda _: "")
    parts = (
        f'<div class="view" id="v{number}" lang="{language}" data-mode="{"pages" if pages.sheets else "text"}"'
        f"{'' if view.first else ' hidden'}>",
        top(assessment, view, views, bool(pages.sheets), review),
        f'<nav class="index" id="n{number}" aria-label="{_text(INDEX, language)}">',
        f'<div class="filters">\n{choices(view.entries, language)}\n</div>',
        index_list(assessment, view.entries, language),
        f'</nav>\n<main class="report" tabindex="-1">\n{"".join(_caveats(assessment, pages, language))}',
        document_html(assessment, number, Shown(sources, view.entries, ids, language, options.picture, pages)),
        f'</main>\n<aside class="cards" aria-label="{_text(CARD, language)}" hidden="">',
        f'<button type="button" class="close" aria-label="{_text(CLOSE, language)}">×</button>',
        cards.all(),
        f"</aside>\n{review.data() if review else ''}</div>",
    )
    return "\n".join(filter(None, parts))


def _text(text: str, language: str) -> str:
    return for_html(render(text, language))


def _caveats(assessment: Assessment, pages: PagePictures, language: str) -> Iterator[str]:
    lines = [*caveat_lines(assessment, language), *(render(note, language) for note in pages.notes)]
    if lines:
        paragraphs = "".join(f"<p>{for_html(line)}</p>" for line in lines)
        yield f'<div class="caveat" role="note">{paragraphs}</div>\n'
