"""Superscripts as Unicode characters, so that a footnote mark does not become a digit of the number before it.

"1,234" with a raised 1 becomes ``1,234¹``, never ``1,2341``; ``m²`` and ``10⁶`` are read the same way.
"""

import re

_RAISED = str.maketrans(
    "0123456789+-\u2212\u2010\u2011\u2013()abcdefghijklmnoprstuvwxyz",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁻⁻⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ",
)
_MARK = re.compile(
    r"\s*\(?(?:[+\u2212\u2010\u2011\u2013-]?\d{1,3}|[a-pr-z])\)?(?:\s*[,;/]\s*\(?(?:\d{1,3}|[a-pr-z])\)?)*\s*"
)
_MARK_IN_BRACKETS = re.compile(r"\s*\[\s*(\d{1,3}|[a-pr-z])\s*\]\s*")


def raised(text: str, before: str = "0") -> str:
    """Return the text of a superscript; text other than numbers and letters is unchanged: "st", "TM", "*".

    Args:
        text: of the superscript.
        before: the character before it; without one, at the start of a text, the superscript is unchanged.

    >>> raised("1"), raised("a, b"), raised("st"), raised("[2]")
    ('¹', 'ᵃ, ᵇ', 'st', '²')
    """
    if not before.strip():
        return text
    if bracketed := _MARK_IN_BRACKETS.fullmatch(text):
        return bracketed[1].translate(_RAISED)
    return text.translate(_RAISED) if _MARK.fullmatch(text) else text


_LETTERS = "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
_ONE = rf"⁽?(?:[⁰¹²³⁴-⁹]+|[{_LETTERS}](?![{_LETTERS}]))⁾?"
_MARKS = re.compile(rf"(?<=[\w%％‰)\]）])(?<![{_LETTERS}])[ \u00a0]?{_ONE}(?:[ ,;/]*{_ONE})*")
_POWER = re.compile(r"(?:[×xX·*]\s?10|(?<![A-Za-z])[A-Za-z]{1,2})\Z")
"""The text before a power: ten times something, or a unit of one or two letters."""


def without_marks(text: str) -> str:
    """Return a text without footnote marks after words, codes and figures; powers are kept.

    >>> without_marks("1,234¹ t"), without_marks("300 m²"), without_marks("3 × 10⁶ t"), without_marks("2-1⁽ᵃ⁾")
    ('1,234 t', '300 m²', '3 × 10⁶ t', '2-1')
    """
    if text.isascii():
        return text
    return _MARKS.sub(lambda m: m[0] if _POWER.search(text[max(m.start() - 4, 0) : m.start()]) else "", text)
