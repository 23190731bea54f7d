"""The pending list: statements to place, guesses to confirm, lost review marks, ending suppressions. Pure."""

from collections.abc import Iterator
from datetime import date, timedelta

from disclosure_index.assessment.assess import Assessment
from disclosure_index.messages import COLON, joined, label, message, plural, render
from disclosure_index.model import Location
from disclosure_index.tui.detail.heads import head
from disclosure_index.tui.detail.targets import FindingTarget, GuessTarget
from disclosure_index.tui.findings.carried import carried_statements
from disclosure_index.tui.safe_text import line
from disclosure_index.tui.status_marks import SEVERITY
from disclosure_index.tui.widgets.blocks import Block, Part
from disclosure_index.workbench import Workbench, project_guesses

GUESSED = ("DI115", "DI610", "DI615", "DI616")
"""The rules about what an import estimated, could not read, or did not find in the report: a person checks it."""

FELL = ("DI212",)
"""The rule about a review mark whose tag is gone."""

SOON = timedelta(days=30)
"""How long before its end a suppression is listed: a month is what a reporting team needs to ask and to decide."""


def waiting(bench: Workbench, language: str) -> tuple[Block, ...]:
    """Return the pending entries, under a head for each kind; one line where there are none."""
    assessment = bench.assessment
    blocks = (
        *carried_statements(bench.project, language),
        *_guesses(bench, language),
        *_findings(assessment, label("heading", "To look at"), GUESSED, language),
        *_findings(assessment, label("heading", "Review marks without their tag"), FELL, language),
        *_ending(assessment, bench.today, language),
    )
    nothing = Block((Part(render(message("Nothing waits for you"), language), "good"),))
    return blocks[1:] if blocks else (nothing,)  # the first head needs no empty line above


def _guesses(bench: Workbench, language: str) -> Iterator[Block]:
    found = project_guesses(bench)
    if found:
        yield from head(render(label("heading", "To confirm"), language))
        how = message("a confirms what was guessed, e opens the file to correct it")
        yield Block((Part(render(how, language), "dim"),))
    for guess in found:
        at = Location(str(bench.project.file), guess.first, 1)
        parts = (Part(line(guess.value), "", "? "), Part(line(render(guess.why, language)), "dim", "  "), _place(at))
        yield Block(parts, GuessTarget(at, guess))


def _findings(assessment: Assessment, name: str, rules: tuple[str, ...], language: str) -> Iterator[Block]:
    found = [finding for finding in assessment.verdict.findings if finding.rule in rules]
    if found:
        yield from head(render(name, language))
    for finding in found:
        mark = SEVERITY[finding.severity]
        parts = [Part(line(render(finding.message, language)), "", f"{mark.sign} ")]
        if finding.hint:
            parts.append(Part(line(render(finding.hint, language)), "dim", "  "))
        yield Block((*parts, _place(finding.location)), FindingTarget(finding.location))


def _ending(assessment: Assessment, today: date, language: str) -> Iterator[Block]:
    ending = sorted((s for s in assessment.policy.suppressions if s.expires <= today + SOON), key=lambda s: s.expires)
    if ending:
        yield from head(render(label("heading", "Suppressions near their end"), language))
    for one in ending:
        left = (one.expires - today).days
        when = plural("ends in {number} day", "ends in {number} days", left) if left >= 0 else message("has ended")
        what = " ".join(filter(None, (one.rule, one.code)))
        text = render(joined(COLON, (what, when)), language)
        why = line(" | ".join(filter(None, (one.reason, one.owner))))
        yield Block((Part(line(text)), Part(why, "dim", "  "), _place(one.location)), FindingTarget(one.location))


def _place(location: Location) -> Part:
    return Part(line(str(location)), "dim", "  ")
