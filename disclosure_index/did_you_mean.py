"""Did you mean …? For people who made a slip of the pen."""

from collections.abc import Iterable

NEAR = 0.5
"""How alike two words have to be for one to be proposed for the other, from 0 to 1."""


def nearest(word: str, choices: Iterable[str]) -> str:
    """Return the choice most like `word`; of equals the one nearest in their own order; "" where none is like it."""
    # Imported here: a run without a mistake needs no similarity.
    from rapidfuzz.distance import OSA

    # Of two words, the longer one has the difference of their lengths to be made up: one twice as long is not near.
    listed = [choice for choice in choices if NEAR * len(word) <= len(choice) <= len(word) / NEAR]
    scores = [OSA.normalized_similarity(word.casefold(), choice.casefold()) for choice in listed]
    best = max(scores, default=0.0)
    if best < NEAR:
        return ""
    equals = [choice for choice, score in zip(listed, scores, strict=True) if score == best]
    before = [choice for choice in equals if choice.casefold() < word.casefold()]
    return before[-1] if before else equals[0]
