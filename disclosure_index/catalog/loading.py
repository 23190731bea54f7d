"""Definition files -> Catalog. A file that does not fit the schema is a finding with its line; the rest is loaded."""

import os.path
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure_index.catalog.conventions import conventions_of
from disclosure_index.catalog.crosswalks import by_code, carried
from disclosure_index.catalog.definitions import HEAD, Definitions, find_definitions
from disclosure_index.catalog.rows import (
    disclosures_of,
    editions_of,
    groups_of,
    reasons_of,
    rules_of,
    source_of,
    topics_of,
)
from disclosure_index.catalog.schema import (
    CrosswalkFile,
    FrameworkFile,
    PartFile,
)
from disclosure_index.catalog.store import Catalog
from disclosure_index.catalog.titles import titles_of
from disclosure_index.files.named_files import read_text, reason
from disclosure_index.messages import COMMA, INSIDE, foreign, joined, message
from disclosure_index.model import (
    Alias,
    Basis,
    ClaimPeriod,
    Crosslink,
    Disclosure,
    Edition,
    Finding,
    Framework,
    Group,
    Location,
    SectorTopic,
)
from disclosure_index.model.enumerations import whole_number
from disclosure_index.toml.reading import T, line_of, lines_of, read_toml

if TYPE_CHECKING:
    from disclosure_index.catalog.notation.rules import Spelling

SPELLING = "spelling.toml"
NOT_PARTS = frozenset({HEAD, SPELLING})


def load_frameworks(
    wanted: Iterable[str] | None = None,
    *,
    industries: Iterable[str] | None = None,
    definitions: Definitions | None = None,
) -> Catalog:
    """Load definitions.

    Args:
        wanted: ids of the frameworks to load; all by default.
        industries: or codes that begin with one; of a framework whose parts are industries, only these are loaded.
        definitions: where they are; the shipped ones, and those of installed packages, by default.

    What does not fit the schema, or is not there, is told in the catalog's findings.

    """
    wanted = None if wanted is None else list(dict.fromkeys(wanted))
    found = definitions or find_definitions(wanted=wanted)
    folders = found.frameworks
    chosen = sorted(folders) if wanted is None else [id for id in wanted if id in folders]
    findings: list[Finding] = []
    frameworks = {}
    codes = None if industries is None else set(industries)
    for id in chosen:
        if framework := _load_framework(id, folders[id], codes, findings):
            frameworks[framework.id] = framework
    links: list[Crosslink] = []
    ended: list[tuple[str, str]] = []
    for path in sorted(found.crosswalks, key=lambda path: path.name):
        sides = path.stem.split("--")
        if set(sides) <= frameworks.keys():
            links += _load_crosswalk(path, findings, ended)
        elif wanted is None and (unknown := [side for side in sides if side not in folders]):
            problem = message(
                "{where}: {what}",
                where=f"{path.parent.name}/{path.name}",
                what=message('Framework "{framework}" is not defined', framework=unknown[0]),
            )
            findings.append(
                Finding("DI505", problem, Location(str(path), 1, 1), message("Name the file LEFT--RIGHT.toml"))
            )
    links += tuple(carried(links, by_code(frameworks.values())))
    return Catalog(frameworks, tuple(links), tuple(findings), folders, frozenset(ended))


def with_spellings(catalog: Catalog) -> Catalog:
    """Return the catalog with the spelling rules of its frameworks, which reading a printed index needs.

    Where a spelling file cannot be read, a finding says so, and the codes are read as they are written.
    """
    from disclosure_index.catalog.notation.rules import read_spelling

    spellings: dict[str, Spelling] = {}
    findings = list(catalog.findings)
    for id, framework in catalog.frameworks.items():
        file = catalog.folders[id] / SPELLING
        if os.path.lexists(file):
            try:
                spellings[id] = read_spelling(file)
            except (OSError, ValueError) as error:
                findings.append(_unread_spelling(id, file, error))
        if id not in spellings:
            spellings[id] = _own_codes(framework)
    columns = {(spelling.column, spelling.called) for spelling in spellings.values() if spelling.column}
    others = (folder / SPELLING for id, folder in catalog.folders.items() if id not in spellings)
    named = tuple(sorted({*columns, *_named_columns(others)}))
    return replace(catalog, spellings=spellings, columns=named, findings=tuple(findings))


def _unread_spelling(id: str, file: Path, error: OSError | ValueError) -> Finding:
    why = foreign(error, message("its rules are not valid"))
    unread = message("{name} cannot be read: {why}", name=f"{id}/{SPELLING}", why=why)
    return Finding(
        "DI501", unread, Location(str(file)), message("See docs/definitions.md"), framework=id, unchecked=True
    )


def _own_codes(framework: Framework) -> "Spelling":
    from disclosure_index.catalog.notation.own_codes import spelling_of  # most frameworks say how they are printed

    return spelling_of(framework)


def _named_columns(files: Iterable[Path]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the column heads that name a framework which is not loaded, with its names."""
    import rtoml

    for file in files:
        try:
            data = rtoml.loads(read_text(file))
        except (OSError, ValueError):  # none, or one whose framework this run does not read
            continue
        if column := data.get("column"):
            yield column, tuple(data.get("called", ()))


def _read(path: Path, schema: type[T], findings: list[Finding]) -> tuple[T | None, str]:
    name = f"{path.parent.name}/{path.name}"
    try:
        text = read_text(path)
    except (OSError, UnicodeDecodeError) as error:
        unread = message("{name} cannot be read: {why}", name=name, why=reason(error))
        findings.append(Finding("DI501", unread, Location(str(path)), unchecked=True))
        return None, ""
    value, problems = read_toml(text, schema)
    for problem in problems:
        where: str = f"{path.parent.name} {path.stem}"
        where = joined(INSIDE, (where, problem.key)) if problem.key else where
        told = message("{where}: {what}", where=where, what=problem.message)
        place = Location(str(path), problem.line, problem.column)
        findings.append(
            Finding(
                "DI501", told, place, message("See docs/definitions.md"), framework=path.parent.name, unchecked=True
            )
        )
    return value, text


def _load_framework(
    id: str, folder: Path, industries: Collection[str] | None, findings: list[Finding]
) -> Framework | None:
    head, text = _read(folder / HEAD, FrameworkFile, findings)
    if head is None:
        return None
    if head.id != id:
        told = message('is "{id}", but it is looked for as "{name}"', id=head.id, name=id)
        problem = message("{where}: {what}", where=f"{folder.name} framework > id", what=told)
        place = Location(str(folder / HEAD), line_of(text, ("id",)), 1)
        hint = message("Use the same name here, as the name of the folder, and in the project file")
        findings.append(Finding("DI501", problem, place, hint, framework=id, unchecked=True))
        return None
    editions: list[Edition] = []
    groups: list[Group] = []
    disclosures: list[Disclosure] = []
    topics: list[SectorTopic] = []
    reasons = list(reasons_of(head))
    for path in _part_paths(folder, industries if head.select_by else None):
        part, text = _read(path, PartFile, findings)
        if part is None:
            continue
        rules = {named.id: rules_of(named) for named in (*head.obligation, *part.obligation)}
        editions += editions_of(part)
        groups += groups_of(part, path, text)
        findings += _loose_ends(part, path, text)
        disclosures += disclosures_of(part, rules, path, text)
        topics += topics_of(part)
        reasons += reasons_of(part)
    return Framework(
        head.id,
        head.short,
        titles_of(head.title),
        head.owner,
        head.index_by,
        head.early_use,
        head.claims,
        tuple(reasons),
        tuple(editions),
        tuple(groups),
        tuple(disclosures),
        tuple(topics),
        conventions_of(head),
        tuple(ClaimPeriod(period.claim, period.from_, period.until) for period in head.claim_period),
        tuple(Alias(a.id, a.short, titles_of(a.title)) for a in head.alias),
    )


def _loose_ends(part: PartFile, path: Path, text: str) -> Iterator[Finding]:
    """Report the editions and sources that rows name without their file defining them."""
    editions = {edition.id for edition in part.edition}
    sources = {source.id for source in part.source}
    rows = zip(part.disclosure, lines_of(text, "disclosure", len(part.disclosure)), strict=True)
    for row, line in rows:
        for field, value, known in (("edition", row.edition, editions), ("source", row.source, sources)):
            if value and value not in known:
                where = f"{part.framework} {row.edition or path.stem} > {row.code} > {field}"
                problem = message(
                    "{where}: {what}", where=where, what=message('"{text}" is not defined in this file', text=value)
                )
                yield Finding(
                    "DI505",
                    problem,
                    Location(str(path), line, 1),
                    message("Use one of {known}", known=joined(COMMA, sorted(known))),
                    framework=part.framework,
                    code=row.code,
                )


def _part_paths(folder: Path, industries: Collection[str] | None) -> list[Path]:
    """Return the definition files in the framework's own order: GRI 2 before GRI 101; where given, of industries."""
    paths = [path for path in folder.glob("*.toml") if path.name not in NOT_PARTS]
    if industries is not None:
        stems = {stem for code in industries for stem in _beginnings(code.casefold())}
        paths = [path for path in paths if path.stem in stems]
    return sorted(paths, key=_numbers_count)


def _beginnings(code: str) -> Iterator[str]:
    """Yield the code and each of its prefixes that ends before a dash; an industry code is one of them."""
    yield code
    yield from (code[: dash.start()] for dash in re.finditer("-", code))


def _numbers_count(path: Path) -> list[tuple[int, str]]:
    return [(whole_number(word) or 0, word) for word in path.stem.split("-")]


def _load_crosswalk(path: Path, findings: list[Finding], ended: list[tuple[str, str]]) -> Iterator[Crosslink]:
    file, text = _read(path, CrosswalkFile, findings)
    if file is None:
        return
    for one in file.ended:
        mine = one.disclosure.casefold()
        ended.append((mine, file.right if mine.startswith(f"{file.left}:") else file.left))
    for link, line in zip(file.link, lines_of(text, "link", len(file.link)), strict=True):
        yield Crosslink(
            f"{file.left}:{link.left}",
            f"{file.right}:{link.right}",
            link.relation,
            Basis(link.basis),
            source_of(file, link.source),
            link.note,
            Location(str(path), line, 1),
        )
