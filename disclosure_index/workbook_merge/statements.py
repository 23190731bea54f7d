"""The typed status, section, reason and explanation of a row -> tags and omissions to add and to remove.

A status follows from the statements of the report, so a typed one needs its statement: disclosed names a place,
omitted gives a reason and an explanation, missing removes what there is.
"""

from collections.abc import Iterator, Sequence

from disclosure_index.assessment.linking import reference_to
from disclosure_index.messages import COMMA, SEMICOLON, joined, message, states, titled
from disclosure_index.model import Status
from disclosure_index.tables.columns import head
from disclosure_index.workbench.steps import AmendStep, ExplainStep, InsertionPoint, Step, UnexplainStep
from disclosure_index.workbook_merge.context import Context
from disclosure_index.workbook_merge.sections import first, sections, untag
from disclosure_index.workbook_merge.values import Edited, RefusedCell
from disclosure_index.workbook_merge.vocabulary import reason_of, status_of


def statement_steps(edited: Edited, context: Context) -> list[Step]:
    """Return the steps that a row requests in the documents of the report.

    Raises:
        RefusedCell: the request is impossible or ambiguous.
    """
    wanted = _wanted(edited)
    explains = "reason" in edited.cells or "explanation" in edited.cells
    if wanted is Status.OMITTED:
        return [*untag(edited, edited.coverage.links), *_omit(edited, context)]
    if wanted in (Status.DISCLOSED, Status.PARTIAL):
        return _disclose(edited, context)
    if wanted is not None:
        return _take_away(edited)
    if explains:
        return _say(edited, context)
    return _move(edited, context)


def _wanted(edited: Edited) -> Status | None:
    if "status" not in edited.cells:
        return None
    wanted = status_of(edited.typed("status"))
    if wanted is None:
        why = message('"{text}" is not a status', text=edited.typed("status"))
        raise RefusedCell("status", why, message("Choose one of {known}", known=joined(COMMA, states.STATUS.values())))
    return wanted


def _take_away(edited: Edited) -> list[Step]:
    c = edited.coverage
    if not (c.links or c.omissions):
        why = message("The status follows from the profile and the framework, not from the report")
        raise RefusedCell("status", why, message("Restore the status; the project file decides what is required"))
    return [*untag(edited, c.links), *_unomit(edited)]


def _disclose(edited: Edited, context: Context) -> list[Step]:
    if any(edited.typed(column) for column in ("reason", "explanation") if column in edited.cells):
        why = message("The row also has a reason or an explanation")
        hint = message('Clear them, or choose "{status}"', status=states.STATUS[Status.OMITTED])
        raise RefusedCell("status", why, hint)
    new, gone, _ = sections(edited, context)
    if not new:
        hint = message('Write a section title, #anchor, or p. 25 under "{column}"', column=head("section"))
        raise RefusedCell("status", message("No place is named that answers it"), hint)
    return [*new, *gone, *_unomit(edited)]


def _say(edited: Edited, context: Context) -> list[Step]:
    c = edited.coverage
    reason, explanation = edited.typed("reason"), edited.typed("explanation")
    if not reason and not explanation:
        return [*_unomit(edited)]
    omissions = edited.own(c.omissions)
    if not omissions and c.status is Status.DISCLOSED:
        omitted = states.STATUS[Status.OMITTED]
        hint = message('Clear the cell, or choose "{status}", which removes the tags', status=omitted)
        raise RefusedCell(first(edited), message("The report discloses it, so it is not omitted"), hint)
    return _omit(edited, context)


def _omit(edited: Edited, context: Context) -> list[Step]:
    """Return the steps that add an omission, or change the existing one."""
    c, d = edited.coverage, edited.coverage.disclosure
    if not c.may_be_omitted:
        why = message("The framework does not allow an omission here")
        raise RefusedCell(first(edited), why, message("Disclose it, and name the place"))
    framework = context.framework(d)
    reason = reason_of(edited.typed("reason"), framework)
    explanation = edited.row.cells["explanation"].text if "explanation" in edited.row.cells else ""
    if reason is None:
        if title := edited.typed("reason"):
            why = message('{framework} does not accept the reason "{reason}"', framework=framework.short, reason=title)
        else:
            why = message("An omission needs a reason")
        known = joined(SEMICOLON, (titled(r.title, context.language) for r in c.accepted))
        hint = message("Choose one of {known}", known=known) if c.accepted else message("Clear the cell")
        raise RefusedCell("reason", why, hint)
    if not explanation.strip():
        why = message("An omission needs an explanation")
        raise RefusedCell("explanation", why, message("Say why it is not reported"))
    omissions = [link for link in edited.own(c.omissions) if link.document == context.document]
    if len(omissions) > 1:
        why = message("The report explains it at {number} places", number=len(omissions))
        raise RefusedCell(first(edited), why, message("Edit it there"))
    if omissions:
        now = omissions[0].statement
        return [
            AmendStep(
                now.span.location,
                now.text,
                reason if "reason" in edited.cells else None,
                explanation if "explanation" in edited.cells else None,
            )
        ]
    open_ = c.open if c.status is Status.PARTIAL and "status" not in edited.cells else ()
    point = _insertion_point(edited, context)
    return [
        ExplainStep(
            point, reference_to(d, context.assessment.current, open_, context.assessment.report), reason, explanation
        )
    ]


def _insertion_point(edited: Edited, context: Context) -> InsertionPoint:
    places = context.places
    if "section" in edited.cells:
        _, _, named = sections(edited, context)
        if named:
            return places.insertion_point(named[0])
    home = places.home(edited.coverage.disclosure.framework)
    if home is None:
        why = message("The report has no place for the explanation")
        raise RefusedCell("section", why, message("Write a section title, #anchor, or p. 25"))
    return home


def _move(edited: Edited, context: Context) -> list[Step]:
    c = edited.coverage
    if not c.links and edited.own(c.omissions) and c.status is Status.OMITTED:
        hint = message("Move the paragraph in the report, or choose another status")
        raise RefusedCell("section", message("The omission is explained here"), hint)
    new, gone, _ = sections(edited, context)
    kept = [link for link in c.links if link.document == context.document]
    if not new and len(gone) == len(kept):
        hint = message('To remove its tags, choose "{status}" as the status', status=states.STATUS[Status.MISSING])
        raise RefusedCell("section", message("No place that answers it is left"), hint)
    return [*new, *gone]


def _unomit(edited: Edited) -> list[UnexplainStep]:
    c = edited.coverage
    omissions = edited.own(c.omissions)
    if other := [link for link in c.omissions if link not in omissions]:
        above = other[0].disclosure.code if other[0].disclosure else ""
        why = message("It is explained together with {code}", code=above)
        raise RefusedCell(first(edited), why, message("Change the row of {code}", code=above))
    return [UnexplainStep(link.statement.span.location, link.statement.text) for link in omissions]


def shared(steps: Sequence[tuple[Edited, Step]], context: Context) -> Iterator[tuple[Edited, RefusedCell]]:
    """Yield refusals to amend an explanation shared with other disclosures, unless their rows have the same text."""
    amends = [(edited, step) for edited, step in steps if isinstance(step, AmendStep)]
    unsaid = {(step.at, step.reference) for _, step in steps if isinstance(step, UnexplainStep)}
    for edited, step in amends:
        alike = {(s.at, s.reference) for _, s in amends if s[2:] == step[2:]}
        document = context.assessment.report.documents[context.document]
        others = [o.text for o in document.omissions if o.span.location == step.at]
        if left := [text for text in others if (step.at, text) not in alike | unsaid]:
            why = message(
                "The paragraph at {place} also explains {others}", place=str(step.at), others=joined(COMMA, left)
            )
            yield edited, RefusedCell(first(edited), why, message("Enter the same text in all their rows"))
