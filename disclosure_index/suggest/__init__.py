"""Suggestions: passages that may answer a missing disclosure, and disclosures that an untagged passage may answer.

Suggestions are never coverage. docs/suggestions.md describes the ranking and the meaning of a score.
"""

from disclosure_index.suggest.normalised_text import folded
from disclosure_index.suggest.suggester import THRESHOLD, Suggester, Suggestion

__all__ = ["THRESHOLD", "Suggester", "Suggestion", "folded"]
