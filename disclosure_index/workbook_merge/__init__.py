"""Merge a workbook: find what people typed in it since it was exported, and make these changes in the report.

The merge is three-way, per cell: the exported text, the typed text, and the text in the report now. It refuses every
change that the report would not show as typed, and every doubtful one; no conflict is resolved silently.
"""

from disclosure_index.workbook_merge.planning import plan
from disclosure_index.workbook_merge.reading import read_handed
from disclosure_index.workbook_merge.values import CellChange, Conflict, Handed, Plan, Refusal

__all__ = ["CellChange", "Conflict", "Handed", "Plan", "Refusal", "plan", "read_handed"]
