"""Hints for gaps: the passage that may answer it, else the elements tagged near it."""

from disclosure_index.assessment.assessment import Assessment
from disclosure_index.assessment.coverage import Coverage, may_be_omitted
from disclosure_index.assessment.places_to_look import places_to_look
from disclosure_index.checks.support.findings import explained
from disclosure_index.messages import CLAUSE_COMMA, COMMA, SEMICOLON, joined, message
from disclosure_index.model import Document, Message, Span
from disclosure_index.reading.registry import source_type


def where_to_look(assessment: Assessment, row: Coverage) -> Message:
    """Write the hint of a gap: where to tag it, or else how to explain it, where it may be explained."""
    short, explain = row.disclosure.short, _how_to_explain(assessment, row)
    places = places_to_look(assessment, row, found=None if assessment.is_readable_at_once else ())
    if places and places[0].link is None:
        best = places[0]
        why = message(" ({what})", what=joined(COMMA, best.matched)) if best.matched else ""
        place = _place(assessment.report.documents[best.document], best.span)
        return message(
            "The passage at {place} looks like the answer{why}: tag it as {reference}{explain}",
            place=place,
            why=why,
            reference=short,
            explain=explain,
        )
    look = [
        message(
            "{place} ({section}, tagged {tag})",
            place=place.span.location,
            section=assessment.section(place.link),
            tag=place.link.statement.text,
        )
        for place in places
        if place.link
    ]
    near = message("Look at {places}. ", places=joined(SEMICOLON, look)) if look else ""
    looked = message("No likely passage found. ") if assessment.is_readable_at_once else ""
    return message(
        "{looked}{near}Tag the passage that answers it as {reference}{explain}",
        looked=looked,
        near=near,
        reference=short,
        explain=explain,
    )


def _how_to_explain(assessment: Assessment, row: Coverage) -> str:
    """Write how an explanation may stand for a disclosure, as the first document writes it; "" where none may."""
    short = row.disclosure.short
    if may_be_omitted(row.disclosure, row.decision):
        match source_type(assessment.report.documents[0].path) if assessment.report.documents else "":
            case "word":
                return message(
                    ', or explain the omission, with the comment "#omit {reference} reason: …"', reference=short
                )
            case "markdown":
                return message(', or explain the omission: {{omission="{reference}" reason="…"}}', reference=short)
        return message(', or explain the omission: data-omission="{reference}" with data-reason', reference=short)
    if row.accepted:
        return message(
            ', or, where the conditions of a relief hold, data-omission="{reference}" with data-reason: {reliefs}',
            reference=short,
            reliefs=joined(COMMA, (explained(reason.id, reason.title) for reason in row.accepted)),
        )
    return ""


def _place(document: Document, span: Span) -> str:
    """Write where a passage is: its place in the file, the titles above it, its page."""
    titles = " > ".join(section.title for section in document.path_of(span.section) if section.title)
    where = [titles, message("page {page}", page=span.page) if span.page else ""]
    if not any(where):
        return str(span.location)
    return message("{place} in {where}", place=span.location, where=joined(CLAUSE_COMMA, filter(None, where)))


def seen_all_the_same(assessment: Assessment, row: Coverage) -> str:
    """Name the open datapoints that the tagged text seems to give, with the words that say so; "" for none."""
    from disclosure_index.suggest.evidence import evidence  # only where something is answered in part

    found = evidence([text for link in row.links for text in assessment.texts(link)], row.disclosure)
    seen = [
        message("{what} ({more})", what=part, more=joined(COMMA, found[part])) for part in row.open if part in found
    ]
    return message("The tagged text seems to give {parts}. ", parts=joined(SEMICOLON, seen)) if seen else ""
