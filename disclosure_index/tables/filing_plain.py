"""The indexes without columns of their own: TCFD and IFRS by pillar, the Global Compact by principle, SDGs by goal."""

import re

from disclosure_index.assessment.coverage import Coverage
from disclosure_index.messages import label
from disclosure_index.model import Disclosure, in_language
from disclosure_index.tables.filing_cells import Filed, filed
from disclosure_index.tables.filing_parts import Filing
from disclosure_index.tables.table import Cell, row

BY_PILLAR = ("pillar", "disclosure", "location", "explanation")
BY_PRINCIPLE = ("area", "principle", "location")
BY_GOAL = ("goal", "target", "location")
BY_GROUP = ("group", "disclosure", "location", "explanation")

_PILLARED = ("tcfd", "ifrs-s1", "ifrs-s2")
_LETTER = re.compile(r".*-([a-z])")


def filing_plain(filing: Filing) -> list[Filed]:
    """Return one table: what is asked for by pillar, principle or group; of goals and targets, what is answered."""
    framework = filing.framework
    if framework.index_by == "goal":
        return _by_goal(filing)
    columns: tuple[str, ...] = BY_PILLAR if framework.id in _PILLARED else BY_GROUP
    if framework.index_by == "principle":
        columns = BY_PRINCIPLE
    by_code = {c.disclosure.code: c.disclosure for c in filing.rows}
    rows = [
        (c.disclosure.uid, _row(filing, c, by_code, columns))
        for c in filing.rows
        if filing.is_said(c) and (c.disclosure.required or filing.links(c))
    ]
    return filed(framework.id, framework.id, filing.title, columns, rows)


def _row(
    filing: Filing, coverage: Coverage, by_code: dict[str, Disclosure], columns: tuple[str, ...]
) -> tuple[Cell, ...]:
    d = coverage.disclosure
    groups = filing.groups(d)
    above = in_language(groups[-1].title, filing.language) if groups else filing.titled(_top(d, by_code))
    explained = (filing.explanation(coverage),) if "explanation" in columns else ()
    return row(above, f"{_label(filing, d)} {filing.titled(d)}", filing.location(coverage), *explained)


def _label(filing: Filing, d: Disclosure) -> str:
    """Name a disclosure as the framework prints it: a), 7, Paragraph 29(a)."""
    if d.framework.startswith("ifrs"):
        return filing.rendered(label("disclosure", "Paragraph {code}", code=d.code))
    lettered = _LETTER.fullmatch(d.code)
    return f"{lettered[1]})" if lettered else d.code


def _by_goal(filing: Filing) -> list[Filed]:
    """Return the goals and targets that are tagged themselves: a tag on a goal says nothing of a single target."""
    by_code = {c.disclosure.code: c.disclosure for c in filing.rows}
    rows = []
    for coverage in filing.rows:
        d = coverage.disclosure
        own = [link for link in filing.links(coverage) if link.disclosure is None or link.disclosure.uid == d.uid]
        if own:
            top = _top(d, by_code)
            target = "" if top is d else f"{d.code} {filing.titled(d)}"
            rows.append((d.uid, row(f"{top.code} {filing.titled(top)}", target, filing.places(own))))
    return filed(filing.framework.id, filing.framework.id, filing.title, BY_GOAL, rows)


def _top(d: Disclosure, by_code: dict[str, Disclosure]) -> Disclosure:
    seen = {d.code}
    while d.parent in by_code and d.parent not in seen:
        seen.add(d.parent)
        d = by_code[d.parent]
    return d
