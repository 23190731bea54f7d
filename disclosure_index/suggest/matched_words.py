"""The reason for a suggested passage: the matches in its normal form, as printed in the text."""

import re

from disclosure_index.figures.numbers import figures_in
from disclosure_index.suggest.index import DocumentIndex
from disclosure_index.suggest.normalised_text import normal
from disclosure_index.suggest.query import Query, fits

_PIECE = re.compile(r"\d(?:[\d,.]*\d)?|[A-Za-z]+|[^\W\d_A-Za-z]")
_LONGEST = 16  # pieces: words, numbers, Chinese characters
_SHOWN = 3
_MOST = 4000  # characters that are searched


def as_it_stands(wanted: str, text: str) -> str:
    """Return the shortest piece of a text with a phrase in normal form; "" without one.

    >>> as_it_stands("有害废弃物", "本年共產生有害廢棄物 2,008 噸")
    '有害廢棄物'
    >>> as_it_stands(" emiss scope 1 ", "All emissions (Scopes 1, 2)")
    'emissions (Scopes 1'
    """
    text = text[:_MOST]
    pieces = [match.span() for match in _PIECE.finditer(text)]
    first = normal(wanted).split()[:1]
    best = ""
    for number, (start, end) in enumerate(pieces):
        begins = normal(text[start:end]).split()[:1]
        if not first or not begins or not (first[0].startswith(begins[0]) or begins[0].startswith(first[0])):
            continue
        for _, stop in pieces[number : number + _LONGEST]:
            if wanted in normal(text[start:stop]):
                if not best or stop - start < len(best):
                    best = text[start:stop]
                break
    return best


def reason(query: Query, index: DocumentIndex, passage: int) -> tuple[str, ...]:
    """Return up to three words or phrases of a query in a passage, the rarest first, and its first fitting figure.

    If the passage has none, those of the headings above it are returned.
    """
    text = index.document.passages[passage].text
    words_ = _matched(query, index, index.forms[passage], text)
    if not words_:
        unit = index.units[index.unit_of[passage]] if passage in index.unit_of else None
        titles = [s.title for s in index.document.path_of(index.document.passages[passage].section)]
        words_ = _matched(query, index, unit.headings, " / ".join(titles)) if unit else ()
    figures = figures_in(text) if query.quantitative else ()
    fitting = [figure.text for figure in figures if fits(query, figure)]
    return (*words_, *fitting[:1])


def _matched(query: Query, index: DocumentIndex, form: str, text: str) -> tuple[str, ...]:
    found = [phrase for phrase in (*query.names, *query.terms) if phrase in form]
    whole = [phrase for phrase in found if not any(phrase in other and phrase != other for other in found)]
    whole.sort(key=lambda phrase: (index.hit_count(phrase), -len(phrase)))
    shown = (as_it_stands(phrase, text) for phrase in whole[:_SHOWN])
    return tuple(dict.fromkeys(filter(None, shown)))
