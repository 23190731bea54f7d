"""The columns of tables, with their heads for people."""

from collections.abc import Mapping

from disclosure_index.messages import SEMICOLON, label, render, states
from disclosure_index.model import Message, Status

SECTOR_REFERENCE = "sector-ref"
"""The column of the numbers that Sector Standards give their disclosures; its head names the framework."""

HEADS: Mapping[str, Message] = {
    "chapter": label("column", "Chapter"),
    "section": label("column", "Section"),
    "framework": label("column", "Framework"),
    "edition": label("column", "Edition"),
    "code": label("column", "Code"),
    "title": label("column", "Title"),
    "group": label("column", "Group"),
    "obligation": label("column", "Obligation"),
    "status": label("column", "Status"),
    "pages": label("column", "Pages"),
    "omission": label("column", "Omission"),
    "look": label("column", "Where to look"),
    "principle": label("column", "Principle"),
    "goal": label("column", "Goal"),
    "reason": label("column", "Reason"),
    "explanation": label("column", "Explanation"),
    "passage": label("column", "Passage"),
    "suggestion": label("column", "Suggested passage"),
    "score": label("column", "Score"),
    "matched": label("column", "Evidence"),
    "figures": label("column", "Figures"),
    "figure": label("column", "Figure"),
    "standard": label("column", "Standard"),
    "disclosure": label("column", "Disclosure"),
    "location": label("column", "Location"),
    "omission-requirements": label("column", "Omission: requirement(s) omitted"),
    "omission-reason": label("column", "Omission: reason"),
    "omission-explanation": label("column", "Omission: explanation"),
    "fact": label("column", "Item"),
    "entry": label("column", "Entry"),
    "aspect": label("column", "Aspect"),
    "pillar": label("column", "Pillar"),
    "area": label("column", "Area"),
    "target": label("column", "Target"),
    "topic": label("column", "Topic"),
    "metric": label("column", "Metric"),
    "category": label("column", "Category"),
    "value": label("column", "Value"),
    "amount": label("column", "Value"),
    "id": label("column", "Identifier"),
    "owner": label("column", "Owner"),
    "due": label("column", "Due"),
    "reviewed": label("column", "Reviewed"),
    "note": label("column", "Note"),
    "open": label("column", "Open datapoints"),
    "disclosures": label("column", "Disclosures"),
    "table": label("column", "Table"),
    "indicator": label("column", "Indicator"),
    "unit": label("column", "Unit"),
    "total": label("column", "Total"),
    "with-figure": label("column", "KPIs with a figure"),
    "without-figure": label("column", "KPIs without a figure"),
    "period": label("column", "Period"),
    "dimensions": label("column", "Dimensions"),
    "datapoints": label("column", "Datapoints named"),
    "element": label("column", "Taxonomy element"),
    "instant": label("column", "As of"),
    "role": label("column", "Kind of figure"),
    "printed": label("column", "As printed"),
    "printed-unit": label("column", "Unit as printed"),
    "scale": label("column", "Scale"),
    "decimals": label("column", "Decimals"),
    "nil": label("column", "Nil"),
    "document": label("column", "Document"),
    "place": label("column", "Line and column"),
    "evidence": label("column", "Evidence"),
    "sheet": label("column", "Sheet"),
    "row": label("column", "Row"),
    "column": label("column", "Column"),
    "exported": label("column", "Exported"),
    "typed": label("column", "Entered"),
    "report": label("column", "Current report"),
    "written-to": label("column", "Written to"),
    "why": label("column", "Why refused"),
    "what-next": label("column", "What to do"),
    "severity": label("column", "Severity"),
    "rule": label("column", "Rule"),
    "message": label("column", "Message"),
    "hint": label("column", "What to do"),
    "number": label("column", "Number"),
    "state": label("column", "State"),
    "kind": label("column", "Kind"),
    "statement": label("column", "Statement"),
    "pages-before": label("column", "Pages before"),
    "was": label("column", "Text before"),
    "now": label("column", "Text now"),
    "candidates": label("column", "Candidates"),
    "change": label("column", "Change"),
    "before": label("column", "Before"),
    "after": label("column", "After"),
    "code-before": label("column", "Code before"),
    "status-before": label("column", "Status before"),
    "status-now": label("column", "Status now"),
    "place-before": label("column", "Location before"),
    "place-now": label("column", "Location now"),
    "language": label("column", "Language"),
    "done": label("column", "Answered"),
    "answers": label("column", "Answers"),
    "peers": label("column", "Peers that disclose it"),
    "peer-places": label("column", "Where peers disclose it"),
    **{status.value: states.STATUS[status] for status in Status},
}


def head(column: str, framework: str = "") -> str:
    """Return the head of a column.

    Args:
        column: a column without a head here is named after a framework or a year, in any language.
        framework: the name of the framework of all rows.
    """
    if column == SECTOR_REFERENCE:
        return label("column", "{framework} Sector Standard ref. no.", framework=framework)
    return HEADS.get(column, column)


def separator(column: str, language: str) -> str:
    """Return the separator between two items in a cell of a column; codes have the same one in every language."""
    return render(SEMICOLON, language) if column in HEADS else "; "
