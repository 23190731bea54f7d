"""Definition files -> Catalog. A file that does not fit the schema is a finding with its line; the rest is loaded."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from disclosure_index.catalog.schema import (
    CrosswalkFile,
    DisclosureIn,
    EditionIn,
    FrameworkFile,
    NamedRules,
    PartFile,
    TitlesIn,
)
from disclosure_index.catalog.store import Catalog
from disclosure_index.catalog.terms import Vocabulary
from disclosure_index.catalog.texts import Texts
from disclosure_index.model import (
    Basis,
    Crosslink,
    Datapoint,
    Disclosure,
    Edition,
    Finding,
    Framework,
    Group,
    InForce,
    Location,
    Obligation,
    ObligationRule,
    Reason,
    SectorListing,
    SectorTopic,
    Titles,
)
from disclosure_index.sayings import joined, say
from disclosure_index.toml_file import T, line_of, lines_of, read_toml

CROSSWALKS = "crosswalks"
SPELLING = "spelling.toml"
NOT_PARTS = frozenset({"framework.toml", SPELLING})


LEVELS = {level.value: (ObligationRule(level),) for level in Obligation}


def definitions_folder() -> Path:
    """Find the definitions: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parents[1]
    return next(f for f in (package / "frameworks", package.parent / "frameworks") if f.is_dir())


def load_frameworks(
    wanted: Iterable[str] | None = None,
    *,
    parts: Mapping[str, Iterable[str]] | None = None,
    folder: Path | None = None,
) -> Catalog:
    """Load definitions.

    Args:
        wanted: ids of the frameworks to load; all by default.
        parts: per framework, the parts to load where all would be waste (``{"sasb": ["CG-EC"]}``).
        folder: where the definitions are; the shipped ones by default.

    What does not fit the schema, or is not there, is told in the catalog's findings.

    """
    folder = folder or definitions_folder()
    known = tuple(sorted(f.parent.name for f in folder.glob("*/framework.toml")))
    chosen = known if wanted is None else [id for id in dict.fromkeys(wanted) if id in known]
    findings: list[Finding] = []
    frameworks = {}
    for id in chosen:
        if framework := _load_framework(folder / id, (parts or {}).get(id), findings):
            frameworks[framework.id] = framework
    links: list[Crosslink] = []
    for path in sorted((folder / CROSSWALKS).glob("*.toml")):
        sides = path.stem.split("--")
        if set(sides) <= frameworks.keys():
            links += _load_crosswalk(path, findings)
        elif wanted is None and (unknown := [side for side in sides if side not in known]):
            message = say("at", where=f"{CROSSWALKS}/{path.name}", what=say("DI202", framework=unknown[0]))
            findings.append(Finding("DI505", message, Location(str(path), 1, 1), say("DI505-crosswalk-help")))
    return Catalog(frameworks, tuple(links), tuple(findings), known, Vocabulary(folder), Texts(folder))


def with_spellings(catalog: Catalog, folder: Path | None = None) -> Catalog:
    """Give the catalog with the spelling rules of its frameworks, which reading a printed index needs."""
    from disclosure_index.catalog.spelling_rules import read_spelling

    files = {id: (folder or definitions_folder()) / id / SPELLING for id in catalog.frameworks}
    return replace(catalog, spellings={id: read_spelling(file) for id, file in files.items() if file.is_file()})


def _read(path: Path, schema: type[T], findings: list[Finding]) -> tuple[T | None, str]:
    name = f"{path.parent.name}/{path.name}"
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        findings.append(Finding("DI501", say("DI501", name=name, why=str(error)), Location(str(path)), blind=True))
        return None, ""
    value, problems = read_toml(text, schema)
    for problem in problems:
        where = f"{path.parent.name} {path.stem}" + (f" > {problem.key}" if problem.key else "")
        message = say("at", where=where, what=problem.message)
        place = Location(str(path), problem.line, problem.column)
        findings.append(Finding("DI501", message, place, say("DI501-help"), framework=path.parent.name, blind=True))
    return value, text


def _load_framework(folder: Path, parts: Iterable[str] | None, findings: list[Finding]) -> Framework | None:
    head, text = _read(folder / "framework.toml", FrameworkFile, findings)
    if head is None:
        return None
    if head.id != folder.name:
        told = say("DI501-folder", id=head.id, folder=folder.name)
        message = say("at", where=f"{folder.name} framework > id", what=told)
        place = Location(str(folder / "framework.toml"), line_of(text, ("id",)), 1)
        findings.append(Finding("DI501", message, place, say("DI501-folder-help"), framework=folder.name, blind=True))
        return None
    editions: list[Edition] = []
    groups: list[Group] = []
    disclosures: list[Disclosure] = []
    topics: list[SectorTopic] = []
    for path in _part_paths(folder, parts):
        part, text = _read(path, PartFile, findings)
        if part is None:
            continue
        rules = {named.id: _rules(named) for named in (*head.obligation, *part.obligation)}
        lines = lines_of(text, "disclosure", len(part.disclosure))
        editions += (
            Edition(e.id, part.part, _titles(e.title), _in_force(e), e.basis, _source(part, e.source), e.complete)
            for e in part.edition
        )
        groups += (
            Group(g.id, _titles(g.title), g.parent, g.edition, Location(str(path), line, 1))
            for g, line in zip(part.group, lines_of(text, "group", len(part.group)), strict=True)
        )
        findings += _loose_ends(part, path, text)
        disclosures += (
            _disclosure(d, part, rules, Location(str(path), line, 1))
            for d, line in zip(part.disclosure, lines, strict=True)
        )
        topics += (
            SectorTopic(
                part.part,
                t.number,
                _titles(t.title),
                tuple(SectorListing(r.ref, r.kind, r.code, r.edition, r.summary, r.basis) for r in t.listed),
            )
            for t in part.topic
        )
    return Framework(
        head.id,
        head.short,
        _titles(head.title),
        head.owner,
        head.index_by,
        head.early_use,
        head.claims,
        tuple(Reason(r.id, _titles(r.title)) for r in head.reason),
        tuple(editions),
        tuple(groups),
        tuple(disclosures),
        tuple(topics),
    )


def _loose_ends(part: PartFile, path: Path, text: str) -> Iterator[Finding]:
    """Tell the editions and sources that rows name and their file does not define."""
    editions = {edition.id for edition in part.edition}
    sources = {source.id for source in part.source}
    rows = zip(part.disclosure, lines_of(text, "disclosure", len(part.disclosure)), strict=True)
    for row, line in rows:
        for field, value, known in (("edition", row.edition, editions), ("source", row.source, sources)):
            if value and value not in known:
                where = f"{part.framework} {row.edition or path.stem} > {row.code} > {field}"
                message = say("at", where=where, what=say("DI505-here", text=value))
                yield Finding(
                    "DI505",
                    message,
                    Location(str(path), line, 1),
                    say("DI505-here-help", known=joined("comma", sorted(known))),
                    framework=part.framework,
                    code=row.code,
                )


def _part_paths(folder: Path, parts: Iterable[str] | None) -> list[Path]:
    """List the definition files in the framework's own order: GRI 2 before GRI 101."""
    paths = [path for path in folder.glob("*.toml") if path.name not in NOT_PARTS]
    if parts is not None:
        stems = {part.casefold() for part in parts}
        paths = [path for path in paths if path.stem in stems]
    return sorted(paths, key=_numbers_count)


def _numbers_count(path: Path) -> list[tuple[int, str]]:
    return [(int(word) if word.isdigit() else 0, word) for word in path.stem.split("-")]


def _disclosure(
    row: DisclosureIn, part: PartFile, rules: Mapping[str, tuple[ObligationRule, ...]], location: Location
) -> Disclosure:
    edition = next((e for e in part.edition if e.id == row.edition), part.edition[0])
    return Disclosure(
        part.framework,
        row.code,
        row.edition or part.edition[0].id,
        _titles(row.title),
        row.group,
        row.parent,
        row.kind,
        row.heading,
        row.required,
        LEVELS.get(row.obligation) or rules.get(row.obligation, ()),
        InForce(edition.by, row.from_ or edition.from_, row.until or edition.until),
        row.summary,
        tuple(Datapoint(d.id, d.title, d.optional) for d in row.datapoints),
        row.requirements,
        row.data,
        row.units,
        row.omission,
        row.superseded_by,
        row.title_basis or row.basis,
        row.basis,
        _source(part, row.source),
        row.note,
        part.part,
        location,
    )


def _rules(named: NamedRules) -> tuple[ObligationRule, ...]:
    return tuple(ObligationRule(r.is_, r.board, r.size, r.claim, r.since) for r in named.rules)


def _in_force(edition: EditionIn) -> InForce:
    return InForce(edition.by, edition.from_, edition.until)


def _titles(titles: TitlesIn) -> Titles:
    texts = {"en": titles.en, "zh-Hans": titles.zh_Hans, "zh-Hant": titles.zh_Hant}
    return {language: text for language, text in texts.items() if text}


def _source(part: PartFile | CrosswalkFile, id: str) -> str:
    return next((source.text for source in part.source if source.id == id), id)


def _load_crosswalk(path: Path, findings: list[Finding]) -> Iterator[Crosslink]:
    file, text = _read(path, CrosswalkFile, findings)
    if file is None:
        return
    for link, line in zip(file.link, lines_of(text, "link", len(file.link)), strict=True):
        yield Crosslink(
            f"{file.left}:{link.left}",
            f"{file.right}:{link.right}",
            link.relation,
            Basis(link.basis),
            _source(file, link.source),
            link.note,
            Location(str(path), line, 1),
        )
