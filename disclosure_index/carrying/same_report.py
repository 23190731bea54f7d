"""Whether a draft is of the report that it was given for: how much of the text of one version is in the next."""

from disclosure_index.carrying.passage_keys import figures_key
from disclosure_index.model import Document

LEAST = 2.0
"""Share of the letters of a version, in percent, below which a text is no draft of it. Of four published reports, those
of two companies share less than 0.5, and those of one company, two years apart, 4 and 5."""


def shared_text(old: Document, new: Document) -> float:
    """Return how much of the letters of `old`, in percent, are in passages that `new` has but for their figures.

    >>> shared_text(Document("a", "en"), Document("b", "en"))
    0.0
    """
    now = {figures_key(passage.text) for passage in new.passages}
    before = [figures_key(passage.text) for passage in old.passages]
    return 100 * sum(len(key) for key in before if key in now) / max(sum(map(len, before)), 1)
