"""Check that a draft is of the given report, by the share of text that two versions have in common."""

from disclosure_index.carrying.passage_keys import figures_key
from disclosure_index.model import Document

LEAST = 2.0
"""The least share of the letters of a version, in percent, that a draft of it has. Of four published reports, those
of two companies share less than 0.5, and those of one company, two years apart, 4 and 5."""


def shared_text(old: Document, new: Document) -> float:
    """Return the share of the letters of `old`, in percent, in passages that `new` has, regardless of their figures.

    >>> shared_text(Document("a", "en"), Document("b", "en"))
    0.0
    """
    now = {figures_key(passage.text) for passage in new.passages}
    before = [figures_key(passage.text) for passage in old.passages]
    return 100 * sum(len(key) for key in before if key in now) / max(sum(map(len, before)), 1)
