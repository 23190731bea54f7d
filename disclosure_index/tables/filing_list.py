"""The index of a framework without a layout of its own: one table, by pillar or group, by principle, by goal."""

from disclosure_index.assessment.coverage import Coverage
from disclosure_index.model import Disclosure, in_language
from disclosure_index.tables.filing_cells import Filed, filed
from disclosure_index.tables.filing_parts import Filing
from disclosure_index.tables.table import Cell, row

COLUMNS = ("disclosure", "location", "explanation")
BY_PRINCIPLE = ("principle", "location")
"""The columns after the first one."""
BY_GOAL = ("goal", "target", "location")


def filing_list(filing: Filing) -> list[Filed]:
    """Return one table: all disclosures by pillar, principle or group; of goals and targets, the answered ones."""
    framework = filing.framework
    if framework.index_by == "goal":
        return _by_goal(filing)
    own_columns = BY_PRINCIPLE if framework.index_by == "principle" else COLUMNS
    grouped = any(c.disclosure.group or c.disclosure.parent for c in filing.rows)
    columns = (framework.conventions.layout.above, *own_columns) if grouped else own_columns
    by_code = {c.disclosure.code: c.disclosure for c in filing.rows}
    rows = [
        (c.disclosure.uid, _row(filing, c, by_code, columns))
        for c in filing.rows
        if filing.has_content(c) and (c.disclosure.required or filing.links(c))
    ]
    return filed(framework.id, framework.id, filing.title, columns, rows)


def _row(
    filing: Filing, coverage: Coverage, by_code: dict[str, Disclosure], columns: tuple[str, ...]
) -> tuple[Cell, ...]:
    d = coverage.disclosure
    groups = filing.groups(d)
    above = in_language(groups[-1].title, filing.language) if groups else filing.titled(_top(d, by_code))
    named = (above,) if columns[0] == filing.framework.conventions.layout.above else ()
    explained = (filing.explanation(coverage),) if "explanation" in columns else ()
    return row(*named, f"{filing.label(d)} {filing.titled(d)}", filing.location(coverage), *explained)


def _by_goal(filing: Filing) -> list[Filed]:
    """Return the goals and targets with tags of their own: a tag on a goal does not answer a single target."""
    by_code = {c.disclosure.code: c.disclosure for c in filing.rows}
    rows = []
    for coverage in filing.rows:
        d = coverage.disclosure
        of_itself = [link for link in filing.links(coverage) if link.disclosure is None or link.disclosure.uid == d.uid]
        if of_itself:
            top = _top(d, by_code)
            target = "" if top is d else f"{d.code} {filing.titled(d)}"
            rows.append((d.uid, row(f"{top.code} {filing.titled(top)}", target, filing.places(of_itself))))
    return filed(filing.framework.id, filing.framework.id, filing.title, BY_GOAL, rows)


def _top(d: Disclosure, by_code: dict[str, Disclosure]) -> Disclosure:
    seen = {d.code}
    while d.parent in by_code and d.parent not in seen:
        seen.add(d.parent)
        d = by_code[d.parent]
    return d
