"""The anchors of Markdown headings: ``[Our people](#our-people)`` links to the heading "Our people"."""

import re
from collections import Counter
from collections.abc import Mapping

from disclosure_index.model import Document, Location


def with_heading_anchors(document: Document) -> Mapping[str, Location]:
    """Return the anchors of a document, with those of linked headings whose names are free."""
    wanted = {link.anchor for link in document.links} - document.anchors.keys()
    if not wanted:
        return document.anchors
    found = dict(document.anchors)
    seen: Counter[str] = Counter()
    for section in document.sections:
        anchor = heading_anchor(section.title)
        once = f"{anchor}-{seen[anchor]}" if seen[anchor] else anchor  # the second heading with a title gets a number
        seen[anchor] += 1
        if once in wanted:
            found.setdefault(once, section.location)
    return found


def heading_anchor(title: str) -> str:
    """Return the anchor of a heading, as GitHub and most other programs form it.

    >>> heading_anchor("Health & safety (2024)"), heading_anchor("员工 与 安全")
    ('health--safety-2024', '员工-与-安全')
    """
    return re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", title.strip().lower()))
