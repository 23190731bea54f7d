"""The text of a new project file. Guesses are marked, for a person to confirm."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from disclosure_index.cli.program.language import chosen_language, in_chosen_language
from disclosure_index.importing.printed_days import first_day
from disclosure_index.importing.report_facts import ReportFacts
from disclosure_index.messages import COMMA, joined, message
from disclosure_index.model import Framework, Message, NotRead, estimated_publication, in_language
from disclosure_index.project import guesses
from disclosure_index.toml.writing import quoted


def project_file(facts: ReportFacts, frameworks: Mapping[str, Framework]) -> str:
    """Return the text. The frameworks are those that `facts.claims` names, each on evidence in the report."""
    return "\n".join(_lines(facts, frameworks)) + "\n"


def _lines(facts: ReportFacts, frameworks: Mapping[str, Framework]) -> Iterator[str]:
    today = date.today()  # noqa: DTZ011 - the day of whoever runs it
    end = facts.end or date(today.year - 1, 12, 31)
    start = facts.start or first_day(end)
    year_mark = _mark(facts, "year", not facts.end)
    yield _comment(message("What this report is, and what it is checked against"))
    yield ""
    yield "[report]"
    yield f"title = {quoted(facts.title or 'Sustainability report')}{_mark(facts, 'title', not facts.title)}"
    issuer = facts.issuer or ("" if "issuer" in facts.guessed else "Name of the issuer")
    yield f"issuer = {quoted(issuer)}{_mark(facts, 'issuer', not facts.issuer)}"
    yield f"financial-year = {{ start = {start}, end = {end} }}{year_mark}"
    published = message("date of publication, which decides the GRI Standards that apply; estimated from the year end")
    if facts.published:
        published = message("date of publication, which decides the GRI Standards that apply; the day of the file")
    yield f"published = {facts.published or estimated_publication(end)}  {_comment(published)}"
    estimate = message("remove this line once published is the day itself")
    yield f"published-estimate = true  {_comment(estimate)}"
    for path, language in facts.documents:
        mark = _mark(facts, "language", not language)
        yield ""
        yield "[[documents]]"
        yield f"path = {quoted(path)}"
        yield f'language = "{language or "en"}"{mark}'
        if path in facts.sources:
            name, sha256, version = facts.sources[path]
            yield f'source = {{ name = {quoted(name)}, sha256 = "{sha256}", version = "{version}" }}'
    yield from _profile(facts, frameworks)
    if not facts.claims:
        yield ""
        yield _comment(message("No framework was recognised. Add each that the report answers:"))
        yield "# [[frameworks]]"
        known = message("one of {known}", known=joined(COMMA, sorted(frameworks)))
        yield f'# id = "…"  {_comment(known)}'
    for id, claim in (facts.claims or {}).items():
        alias = facts.aliases.get(id, "")
        title = in_language(frameworks[id].called(alias).title, chosen_language() or "en")
        if id in facts.stated:
            note = guesses.framework_from(facts.stated[id], title)
        else:
            note = guesses.framework_from_tags(title)
        yield ""
        yield f"[[frameworks]]  {_comment(note)}"
        yield f'id = "{alias or id}"'
        if claim:
            day = facts.published or estimated_publication(end)
            never = {period.claim for period in frameworks[id].claim_periods if not period.holds(day)}
            others = [other for other in frameworks[id].claims if other != claim and other not in never]
            alternatives = guesses.guessed_among(joined(COMMA, others))
            yield f'claim = "{claim}"  {_comment(alternatives if others else guesses.GUESSED)}'
    if facts.strict:
        evidence = message("an error where a mandatory disclosure lacks the figure that it asks for; or lenient")
        yield ""
        yield "[policy]"
        yield f'evidence = "strict"  {_comment(evidence)}'
    yield from _not_read(facts.not_read)
    yield from _table("owners", facts.owners)
    yield from _table("notes", facts.notes)


def _table(name: str, entries: Mapping[str, str]) -> Iterator[str]:
    if entries:
        yield ""
        yield f"[{name}]"
        yield from (f"{quoted(key)} = {quoted(entries[key])}" for key in sorted(entries))


def _profile(facts: ReportFacts, frameworks: Mapping[str, Framework]) -> Iterator[str]:
    yield ""
    yield "[profile]"
    if facts.board and "board" not in facts.guessed:
        yield f"exchange = {quoted(facts.exchange)}"
        yield f"board = {quoted(facts.board)}"
    else:
        yield f"# exchange = {quoted(facts.exchange or 'hkex')}"
        yield f"# board = {quoted(facts.board or 'main-board')}  {_comment(_board_note(facts))}"
    size = message("or large-cap: in the Hang Seng Composite LargeCap Index throughout the previous year")
    yield f'# size = "other"  {_comment(size)}'
    listed = ", ".join(f'"{industry}"' for industry in facts.industries)
    if listed:
        yield f"industries = [{listed}]  {_comment(guesses.GUESSED)}"
    for framework in frameworks.values():
        if (example := framework.conventions.select_example) and not listed:
            yield f'# industries = ["{example}"]  # {framework.short}'


def _board_note(facts: ReportFacts) -> Message:
    if not facts.board:
        return message("or gem")
    return guesses.board_named("main-board" if facts.board == "gem" else "gem", facts.evidence["board"])


def _mark(facts: ReportFacts, key: str, missing: bool) -> str:
    """Return the comment after a value: that it is a guess, and its source, or that it was not found."""
    if key not in facts.guessed:
        return f"  {_comment(guesses.GUESSED)}" if missing else ""
    if missing:
        return f"  {_comment(guesses.NOT_FOUND)}"
    if key in facts.evidence:
        return f"  {_comment(guesses.guessed_from(facts.evidence[key]))}"
    return f"  {_comment(guesses.GUESSED)}"


def _not_read(entries: Iterable[NotRead]) -> Iterator[str]:
    for entry in entries:
        yield ""
        confirm = message("not read: look at the source, tag what answers it, then set confirmed = true")
        yield f"[[not-read]]  {_comment(confirm)}"
        yield f"document = {quoted(entry.document)}"
        if entry.pages:
            yield f"pages = {_list(entry.pages)}"
        if entry.heading:
            yield f"heading = {quoted(' '.join(entry.heading.split()))}"
        if entry.seen:
            yield f"codes = {entry.seen}"
        if entry.unclaimed:
            yield f"not-claimed = {_list(entry.unclaimed)}"
        yield "confirmed = false"


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(quoted, texts))}]"


def _comment(text: str) -> str:
    return f"# {in_chosen_language(text)}"
