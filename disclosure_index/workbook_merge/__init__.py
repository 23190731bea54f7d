"""The workbook that comes back: what people typed in it since it was exported, as changes of the report.

Three-way, per cell: what was exported, what was typed, what the report says now. A change that the report would not
show as it was typed is refused, and so is everything else in doubt; nothing is resolved silently.
"""

from disclosure_index.workbook_merge.planning import plan
from disclosure_index.workbook_merge.reading import read_handed
from disclosure_index.workbook_merge.values import CellChange, Conflict, Handed, Plan, Refusal

__all__ = ["CellChange", "Conflict", "Handed", "Plan", "Refusal", "plan", "read_handed"]
