"""What the hint of a gap says first: the passage that may answer it, or else the elements tagged near it."""

from disclosure_index.checks.registry import Facts
from disclosure_index.coverage import Coverage
from disclosure_index.model import Disclosure
from disclosure_index.suggest import THRESHOLD


def where_to_look(facts: Facts, row: Coverage, explain: str) -> str:
    """Write the hint of a gap; `explain` says what may be done instead of tagging, "" where nothing may."""
    short = row.disclosure.short
    if suggested := suggested_place(facts, row.disclosure):
        return f"the passage at {suggested}: tag it {short}{explain}"
    places = facts.neighbourhood.places(row)
    look = "; ".join(
        f"{link.statement.span.location} ({facts.section(link)}, tagged {link.statement.text})" for link in places
    )
    near = f"look at {look}; " if look else ""
    looked = "no passage looks like it; " if facts.is_readable_at_once else ""
    return f"{looked}{near}tag what answers it {short}{explain}"


def suggested_place(facts: Facts, disclosure: Disclosure) -> str:
    """Write the place of the passage that may answer a disclosure, and why; "" where none seems to."""
    if not facts.is_readable_at_once:
        return ""
    first = next(iter(facts.suggester.for_disclosure(disclosure, most=1)), None)
    if first is None or first.score < THRESHOLD:
        return ""
    document = facts.report.documents[first.document]
    passage = document.passages[first.passage]
    titles = " > ".join(section.title for section in document.path_of(passage.section) if section.title)
    where = ", ".join(filter(None, (titles, f"page {passage.page}" if passage.page else "")))
    why = f" ({', '.join(first.matched)})" if first.matched else ""
    return f"{passage.location}{f' in {where}' if where else ''} looks like it{why}"


def seen_all_the_same(facts: Facts, row: Coverage) -> str:
    """Name the open datapoints that the tagged text seems to give, with the words that say so; "" for none."""
    from disclosure_index.suggest.evidence import evidence  # only where something is answered in part

    found = evidence([text for link in row.links for text in facts.texts(link)], row.disclosure)
    seen = "; ".join(f"{part} ({', '.join(found[part])})" for part in row.open if part in found)
    return f"what is tagged seems to say {seen}; " if seen else ""
