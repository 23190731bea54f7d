"""Where a missing disclosure may be answered, and what an untagged passage may answer: ranked, with the reason.

Suggestions are never coverage. How they are ranked, and what a score means, stands in docs/suggestions.md.
"""

from disclosure_index.suggest.normalised_text import folded
from disclosure_index.suggest.suggester import THRESHOLD, Suggester, Suggestion

__all__ = ["THRESHOLD", "Suggester", "Suggestion", "folded"]
