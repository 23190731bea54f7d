"""The lines above the panes of the main screen. Pure."""

from disclosure_index.assessment.assess import Assessment
from disclosure_index.messages import COLON, joined, label, message, render, states
from disclosure_index.messages.states import financial_year
from disclosure_index.model import Obligation, Status
from disclosure_index.tui.filters import Filter, is_open
from disclosure_index.tui.framework_tree import DONE
from disclosure_index.tui.safe_text import CELL_END, line


def title_line(assessment: Assessment | None, busy: str, language: str, read_only: bool = False) -> str:
    """Return the current activity, the report, and how many disclosures are answered and open."""
    parts = [render(busy, language)] if busy else []
    if read_only:
        parts.append(render(label("mark", "read only"), language))
    if assessment is not None:
        counted = [row for row in assessment.coverage if row.counts and row.status != Status.NOT_REQUIRED]
        done, left = sum(row.status in DONE for row in counted), sum(map(is_open, counted))
        unknown = sum(row.status == Status.UNDETERMINED for row in counted)
        sums = message("{done} of {asked} answered, {open} open", done=done, asked=len(counted), open=left)
        parts.append(render(sums, language))
        if unknown:
            parts.append(render(message("{number} undetermined", number=unknown), language))
        parts += (
            render(financial_year(assessment.report), language),
            line(assessment.report.title),
        )
        # the table shows these as missing, too, so a person who counts there would find another number
        if below := sum(row.status == Status.MISSING and bool(row.reported_with) for row in assessment.coverage):
            parts.append(render(message("{number} more missing below the open headings", number=below), language))
    return CELL_END.join(parts)


def filter_line(asked: Filter, count: int, language: str) -> str:
    """Return the active filters and the number of disclosures that pass."""
    parts = [render(label("filter", "gaps"), language)] if asked.gaps else []
    if asked.obligations:
        levels = sorted(asked.obligations, reverse=True)
        parts.append(" + ".join(render(states.OBLIGATION[Obligation(level)], language) for level in levels))
    if asked.section:
        parts.append(render(joined(COLON, (label("column", "Section"), line(asked.section))), language))
    if asked.owner:
        parts.append(render(joined(COLON, (label("column", "Owner"), line(asked.owner))), language))
    if asked.unreviewed:
        parts.append(render(label("mark", "not reviewed"), language))
    shown = label("filter", "{number} shown", number=count)
    return render(joined(COLON, (shown, CELL_END.join(parts))), language)
