"""The lines above the panes. Pure."""

from disclosure_index.assessment import Assessment
from disclosure_index.model import Status
from disclosure_index.tui.branches import DONE
from disclosure_index.tui.filters import Filter, is_open
from disclosure_index.tui.texts import CELL_END, line
from disclosure_index.words import word


def title_line(assessment: Assessment | None, busy: str, language: str) -> str:
    """Say what is being done, which report this is, and how many disclosures are answered and open."""
    parts = [word(busy, language)] if busy else []
    if assessment is not None:
        counted = [row for row in assessment.coverage if row.counts and row.status != Status.NOT_REQUIRED]
        done, left = sum(row.status in DONE for row in counted), sum(map(is_open, counted))
        sums = word("title-sums", language).format(done=done, asked=len(counted), open=left)
        parts += (sums, assessment.report.financial_year, line(assessment.report.title))
    return CELL_END.join(parts)


def filter_line(asked: Filter, count: int, language: str) -> str:
    """Say which filters hide something, and how many disclosures pass."""
    colon = word("colon", language)
    parts = [word("filter-gaps", language)] if asked.gaps else []
    if asked.obligations:
        parts.append(" + ".join(word(level, language) for level in sorted(asked.obligations, reverse=True)))
    if asked.section:
        parts.append(f"{word('section', language)}{colon}{line(asked.section)}")
    if asked.owner:
        parts.append(f"{word('owner', language)}{colon}{line(asked.owner)}")
    if asked.unreviewed:
        parts.append(word("unreviewed", language))
    return f"{word('filter-active', language).format(number=count)}{colon}{CELL_END.join(parts)}"
