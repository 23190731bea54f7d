"""A framework from a table of its disclosures: the definition files that a team starts with."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from disclosure_index.did_you_mean import nearest
from disclosure_index.messages import COMMA, in_languages, joined, message, states
from disclosure_index.model import Message, Obligation, Titles
from disclosure_index.toml.writing import quoted

COLUMNS = {
    "code": ("code", "编号", "編號", "代码", "代碼"),
    "title": ("title", "标题", "標題", "名称", "名稱"),
    "title-zh-Hans": ("title zh hans", "简体标题", "簡體標題"),
    "title-zh-Hant": ("title zh hant", "繁体标题", "繁體標題"),
    "obligation": ("obligation", "责任", "責任", "披露责任", "披露責任"),
    "datapoints": ("datapoints", "datapoint", "数据点", "數據點"),
    "unit": ("unit", "units", "单位", "單位"),
}
"""What the columns of a table may be headed by."""
REASONS: Mapping[str, Titles] = {
    "not-applicable": {"en": "Not applicable", "zh-Hans": "不适用", "zh-Hant": "不適用"},
    "not-material": {"en": "Not material", "zh-Hans": "不重要", "zh-Hant": "不重要"},
    "confidentiality": {"en": "Confidentiality constraints", "zh-Hans": "保密限制", "zh-Hant": "保密限制"},
    "unavailable": {"en": "Information unavailable", "zh-Hans": "未能取得资料", "zh-Hant": "未能取得資料"},
}
"""The reasons for omission that a new framework accepts."""
NEEDED = ("code", "title")
EDITION = "1"
_ROLES = {name: column for column, names in COLUMNS.items() for name in names}
_PARTS = re.compile(r"[;；|\n]")
_SEPARATORS = re.compile(r"[\s_-]+")
_NOT_IN_CODES = re.compile(r"[@#:：]")
_LEVELS = {name.casefold(): level for level in Obligation for name in in_languages(states.OBLIGATION[level])}


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault of a table, with its line."""

    line: int
    message: Message


@dataclass(slots=True)
class _Row:
    code: str
    printed: str
    titles: dict[str, str]
    obligation: Obligation
    datapoints: list[tuple[str, str]] = field(default_factory=list)  # id, title
    units: list[str] = field(default_factory=list)


def framework_files(
    name: str, title: str, rows: Sequence[tuple[int, Sequence[str]]]
) -> tuple[dict[str, str], list[Problem]]:
    """Return the definition files of a framework by name, and the faults of its table.

    Args:
        name: the id of the framework.
        title: of the framework.
        rows: the rows of the table with the lines that they start at; the first has the heads of `COLUMNS`.
    """
    problems: list[Problem] = []
    columns = _columns(rows[0], problems) if rows else {}
    if not rows:
        problems.append(Problem(1, message("The table is empty; its first row names the columns")))
    disclosures = [] if problems else list(_disclosures(columns, rows[1:], problems))
    if not (problems or disclosures):
        problems.append(Problem(rows[0][0], message("The table has no row below its heads")))
    head = "\n".join(_head(name, title)) + "\n"
    part = "\n".join(_part(name, title, disclosures)) + "\n"
    return {"framework.toml": head, f"{EDITION}.toml": part}, problems


def _columns(row: tuple[int, Sequence[str]], problems: list[Problem]) -> dict[str, int]:
    line, heads = row
    found: dict[str, int] = {}
    for number, head in enumerate(heads):
        column = _ROLES.get(_SEPARATORS.sub(" ", head.casefold()).strip())
        if column is None and head.strip():
            near = nearest(head, COLUMNS)
            problem = message(
                'The column "{head}" is unknown; known are {known}', head=head, known=joined(COMMA, COLUMNS)
            )
            if near:
                problem = message('The column "{head}" is unknown; did you mean "{near}"?', head=head, near=near)
            problems.append(Problem(line, problem))
        elif column in found:
            problems.append(Problem(line, message('Two columns are called "{column}"; keep one', column=column)))
        elif column:
            found[column] = number
    for column in NEEDED:
        if column not in found and not problems:
            problem = message('The column "{column}" is missing; the first row names the columns', column=column)
            problems.append(Problem(line, problem))
    return found


def _disclosures(
    columns: dict[str, int], rows: Sequence[tuple[int, Sequence[str]]], problems: list[Problem]
) -> Iterator[_Row]:
    seen: dict[str, int] = {}
    for line, cells in rows:
        given = {c: cells[n].strip() if n < len(cells) else "" for c, n in columns.items()}
        if not any(given.values()):
            continue
        code = "-".join(given["code"].split())
        wrong = _wrong(given, code, seen)
        if wrong:
            problems.append(Problem(line, wrong))
            continue
        seen[code.casefold()] = line
        yield _Row(
            code,
            given["code"] if given["code"] != code else "",
            _titles(given),
            _LEVELS[(given.get("obligation") or Obligation.VOLUNTARY).casefold()],
            list(_datapoints(given.get("datapoints", ""))),
            [unit.strip() for unit in _PARTS.split(given.get("unit", "")) if unit.strip()],
        )


def _wrong(given: dict[str, str], code: str, seen: dict[str, int]) -> Message | None:
    if not code:
        return message("The row has no code")
    if not given["title"]:
        return message("{code} has no title", code=code)
    if mark := _NOT_IN_CODES.search(code):
        return message(
            'The code "{code}" contains "{mark}", which separates the parts of a tag; leave it out',
            code=code,
            mark=mark[0],
        )
    if first := seen.get(code.casefold()):
        return message("The code {code} is in line {line} already", code=code, line=first)
    level = given.get("obligation", "")
    if level and level.casefold() not in _LEVELS:
        known = joined(COMMA, [level.value for level in Obligation])
        return message(
            'The obligation of {code} must be one of {known}, not "{level}"', code=code, known=known, level=level
        )
    return None


def _titles(given: dict[str, str]) -> dict[str, str]:
    """Return the titles; a missing form of Chinese is filled in from the other."""
    simplified, traditional = given.get("title-zh-Hans", ""), given.get("title-zh-Hant", "")
    titles = {"en": given["title"], "zh-Hans": simplified or traditional, "zh-Hant": traditional or simplified}
    return {language: title for language, title in titles.items() if title}


def _datapoints(text: str) -> Iterator[tuple[str, str]]:
    """Yield the id and title of each datapoint; the id is built from the title where that is in Latin letters."""
    used: set[str] = set()
    for number, title in enumerate((t for part in _PARTS.split(text) if (t := part.strip())), start=1):
        slug = "-".join(re.findall(r"[a-z0-9]+", title.lower())) or f"part-{number}"
        id = next(id for n in count(1) if (id := slug if n == 1 else f"{slug}-{n}") not in used)
        used.add(id)
        yield id, title


def _head(name: str, title: str) -> Iterator[str]:
    yield f"# {' '.join(title.split())}."
    yield ""
    yield f"id = {quoted(name)}"
    yield f"short = {quoted(name.upper())}"
    yield f"title = {{ en = {quoted(title)} }}"
    yield 'owner = "this project"'
    for id, titles in REASONS.items():
        yield from ("", "[[reason]]", f"id = {quoted(id)}", _titles_line(titles))


def _titles_line(titles: Titles) -> str:
    return f"title = {{ {', '.join(f'{language} = {quoted(text)}' for language, text in titles.items())} }}"


def _part(name: str, title: str, rows: Sequence[_Row]) -> Iterator[str]:
    yield f"framework = {quoted(name)}"
    yield f"part = {quoted(EDITION)}"
    yield from ("", "[[source]]", 'id = "table"', 'text = "The table that the framework was made from"')
    yield from ("", "[[edition]]", f"id = {quoted(EDITION)}", f"title = {{ en = {quoted(title)} }}")
    yield from ('by = "publication-date"', 'basis = "verified"', 'source = "table"')
    for row in rows:
        yield from ("", "[[disclosure]]", f"code = {quoted(row.code)}")
        if row.printed:
            yield f"printed = {quoted(row.printed)}"
        yield 'kind = "disclosure"'
        yield f"obligation = {quoted(row.obligation.value)}"
        yield _titles_line(row.titles)
        if row.datapoints:
            points = (f"    {{ id = {quoted(id)}, title = {quoted(text)} }}," for id, text in row.datapoints)
            yield from ("datapoints = [", *points, "]")
        if row.units:
            yield 'data = "quantitative"'
            yield f"units = [{', '.join(map(quoted, row.units))}]"
        yield 'basis = "verified"'
        yield 'source = "table"'
