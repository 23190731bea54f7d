"""Did you mean …? The choice nearest to a mistyped word."""

from collections.abc import Iterable

NEAR = 0.5
"""The least likeness of two words for one to be proposed for the other, from 0 to 1."""


def nearest(word: str, choices: Iterable[str], per_slip: int = 0) -> str:
    """Return the choice most like `word`; of equals the one nearest in their own order; "" if none is similar.

    Args:
        word: the typed word.
        choices: the valid words.
        per_slip: characters of the word for each typing error, at least one; 0 for as many errors as leave half of it.
            Codes are short, and differ from each other in one or two characters: every code is half like any other.

    """
    # Imported here: a run without a mistake needs no similarity.
    from rapidfuzz.distance import OSA

    # A word twice as long is not near: the longer one has the difference of their lengths to make up.
    listed = [choice for choice in choices if NEAR * len(word) <= len(choice) <= len(word) / NEAR]
    scores = [OSA.normalized_similarity(word.casefold(), choice.casefold()) for choice in listed]
    best = max(scores, default=0.0)
    if best < NEAR:
        return ""
    most = max(1, len(word) // per_slip) if per_slip else len(word)
    equals = [choice for choice, score in zip(listed, scores, strict=True) if score == best]
    equals = [choice for choice in equals if OSA.distance(word.casefold(), choice.casefold()) <= most]
    if not equals:
        return ""
    before = [choice for choice in equals if choice.casefold() < word.casefold()]
    return before[-1] if before else equals[0]
