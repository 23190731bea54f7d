"""``python -m tools.definitions.check FRAMEWORKS_DIR``: every file valid, every name resolves, nothing twice.

Tells the counts, and every problem.
"""

import sys
from collections import Counter, defaultdict
from pathlib import Path

from disclosure_index.catalog.schema import CrosswalkFile, DisclosureIn, FrameworkFile, PartFile
from disclosure_index.model import Obligation, parse_reference
from disclosure_index.toml.reading import T, read_toml

Parts = dict[str, list[tuple[str, PartFile]]]
LEVELS = {str(level) for level in Obligation}


def main() -> int:
    """Check the folder named on the command line; 1 where anything is wrong."""
    root = Path(sys.argv[1])
    problems: list[str] = []
    parts: Parts = {}
    for folder in sorted(path for path in root.iterdir() if path.is_dir() and path.name != "crosswalks"):
        top = _read(folder / "framework.toml", FrameworkFile, problems)
        files = sorted(path for path in folder.glob("*.toml") if path.name not in ("framework.toml", "spelling.toml"))
        parts[folder.name] = [(path.name, part) for path in files if (part := _read(path, PartFile, problems))]
        if top is not None:
            problems += _framework_problems(folder.name, top, parts[folder.name])
    codes = {framework: _codes(files) for framework, files in parts.items()}
    problems += [text for framework, files in parts.items() for text in _references(framework, files, codes)]
    links = Counter[str]()
    for path in sorted((root / "crosswalks").glob("*.toml")):
        if (file := _read(path, CrosswalkFile, problems)) is not None:
            links[path.stem] = len(file.link)
            problems += _link_problems(path.stem, file, codes)
    for framework, members in parts.items():
        print(_count(framework, members))
    print(f"crosswalks: {sum(links.values())} links {dict(links)}")
    print("\n".join(problems) or "no problems")
    return 1 if problems else 0


def _read(path: Path, schema: type[T], problems: list[str]) -> T | None:
    value, found = read_toml(path.read_text(encoding="utf-8"), schema)
    problems += [f"{path.name}:{p.line} {p.key} {p.message}" for p in found]
    return value


def _count(framework: str, files: list[tuple[str, PartFile]]) -> str:
    editions = Counter(row.edition or part.edition[0].id for _, part in files for row in part.disclosure)
    points = sum(len(row.datapoints) for _, part in files for row in part.disclosure)
    listed = sum(len(topic.listed) for _, part in files for topic in part.topic)
    by_edition = ", ".join(f"{name}: {number}" for name, number in sorted(editions.items()))
    return (
        f"{framework}: {len(files)} files, {editions.total()} disclosures ({by_edition}), {points} datapoints,"
        f" {listed} sector listings"
    )


def _codes(files: list[tuple[str, PartFile]]) -> dict[str, set[str]]:
    made: defaultdict[str, set[str]] = defaultdict(set)
    for _, part in files:
        for row in part.disclosure:
            made[row.code].add(row.edition or part.edition[0].id)
    return dict(made)


def _framework_problems(framework: str, top: FrameworkFile, files: list[tuple[str, PartFile]]) -> list[str]:
    said: list[str] = []
    groups = {(group.id, group.edition) for _, part in files for group in part.group}
    seen = Counter((row.code, row.edition or part.edition[0].id) for _, part in files for row in part.disclosure)
    said += [f"{framework}: {key} is there twice" for key, number in seen.items() if number > 1]
    if len(groups) != sum(len(part.group) for _, part in files):
        said.append(f"{framework}: a group is there twice")
    known = {name for name, _ in groups}
    for file, part in files:
        if part.framework != framework:
            said.append(f"{file}: framework is {part.framework}")
        rules = {rule.id for rule in (*top.obligation, *part.obligation)} | LEVELS
        sources = {source.id for source in part.source}
        said += [f"{file}: no group {g.parent}" for g in part.group if g.parent and g.parent not in known]
        said += [f"{file}: no source {e.source}" for e in part.edition if e.source not in sources]
        for row in part.disclosure:
            said += [f"{file} > {row.code}: {text}" for text in _row_problems(row, part, rules, sources)]
            if row.group and not {(row.group, row.edition or part.edition[0].id), (row.group, "")} & groups:
                said.append(f"{file} > {row.code}: no group {row.group}")
    return said


def _row_problems(row: DisclosureIn, part: PartFile, rules: set[str], sources: set[str]) -> list[str]:
    editions = [edition.id for edition in part.edition]
    mine = [other for other in part.disclosure if other.edition == row.edition]
    children = [other for other in mine if other.parent == row.code]
    ids = [point.id for point in row.datapoints]
    said = [f"no rules {row.obligation}"] if row.obligation not in rules else []
    said += [f"no source {row.source}"] if row.source not in sources else []
    said += [f"no edition {row.edition!r}"] if row.edition not in (editions if len(editions) > 1 else [""]) else []
    said += [f"no parent {row.parent}"] if row.parent and all(other.code != row.parent for other in mine) else []
    said += ["heading and children do not agree"] if row.heading != bool(children) else []
    said += [f"datapoints {ids} repeat"] if len(ids) != len(set(ids)) or len(ids) == 1 else []
    said += [f"the id {i} is made of more than four words" for i in ids if i.count("-") > 5]
    return said


def _references(framework: str, files: list[tuple[str, PartFile]], codes: dict[str, dict[str, set[str]]]) -> list[str]:
    said: list[str] = []
    for file, part in files:
        for row in part.disclosure:
            for text in row.superseded_by:
                found = parse_reference(text)
                if found is None or not _resolves(codes[found.framework], found.code, found.edition):
                    said.append(f"{file} > {row.code}: {text} does not resolve")
        for topic in part.topic:
            for item in topic.listed:
                if item.code and not _resolves(codes[framework], item.code, item.edition):
                    said.append(f"{file} > {topic.number}: {item.code}@{item.edition} does not resolve")
    return said


def _resolves(codes: dict[str, set[str]], code: str, edition: str | None) -> bool:
    editions = codes.get(code, set())
    return edition in editions if edition else len(editions) == 1


def _link_problems(name: str, file: CrosswalkFile, codes: dict[str, dict[str, set[str]]]) -> list[str]:
    said: list[str] = []
    sources = {source.id for source in file.source}
    pairs = Counter((link.left, link.right) for link in file.link)
    said += [f"{name}: {pair} is there twice" for pair, number in pairs.items() if number > 1]
    for link in file.link:
        said += [f"{name}: no source {link.source}"] if link.source not in sources else []
        for side, code in ((file.left, link.left), (file.right, link.right)):
            bare, _, edition = code.partition("@")
            said += [] if _resolves(codes[side], bare, edition or None) else [f"{name}: {side}:{code} does not resolve"]
    return said


if __name__ == "__main__":
    sys.exit(main())
