"""Commands on pending entries: place, accept or drop a statement, confirm a guess."""

from collections.abc import Sequence

from disclosure_index.carrying import settling
from disclosure_index.messages import message
from disclosure_index.model import Disclosure, Location, Pending
from disclosure_index.model.pending import CHANGED
from disclosure_index.project.guesses import Guess
from disclosure_index.tui.commands import choices as choosing
from disclosure_index.tui.commands.tags import QUOTED
from disclosure_index.tui.detail.answers import quoted
from disclosure_index.tui.detail.targets import PendingTarget
from disclosure_index.tui.report_app import ReportApp
from disclosure_index.tui.screens.pick import Choice, PickScreen
from disclosure_index.workbench import Workbench, reference_to
from disclosure_index.workbench import confirm as confirmed


async def accept(app: ReportApp, target: PendingTarget) -> None:
    """Place a statement at the cursor, or mark one with changed text as reviewed."""
    seen, one = app.bench, target.one
    if seen is None:
        return
    if one.state == CHANGED:
        step = message("{code} marked as reviewed", code=one.statement)
        await app.editor.changed(seen, lambda bench: settling.accept_change(bench.project, one), step)
    elif target.at:
        await _place(app, seen, target, target.at)
    elif one.candidates:
        app.show_message(message("Go to one of the places first, or choose another passage"))
    else:
        app.show_message(message("No place was found: choose a passage, or drop the statement"))


async def confirm(app: ReportApp, guess: Guess) -> None:
    """Confirm a guess of an import; one that found nothing cannot be confirmed."""
    if app.bench is None:
        return
    if not guess.after:
        app.show_message(message("Nothing was found to confirm: press e to write it"))
        return
    step = message("confirmed: {value}", value=guess.value)
    await app.editor.changed(app.bench, lambda bench: confirmed(bench, guess), step)


async def choose(app: ReportApp, target: PendingTarget) -> None:
    """Ask for the passage of a statement now, and place it there."""
    seen, one = app.bench, target.one
    if seen is None:
        return
    names = [origin.document for origin in seen.project.origins]
    if one.document not in names:
        app.show_message(message("the project file names no document {name}", name=one.document), "warning")
        return
    if one.state == CHANGED:
        app.show_message(message("It stands at the changed text already: accept that, or drop the statement"))
        return
    number = names.index(one.document)
    question = message("Which passage answers {code}?", code=one.statement)
    passages = PickScreen(question, lambda: choosing.passages(seen.assessment, number), choosing.SECTION)
    for choice in await app.push_screen_wait(passages):
        if isinstance(choice.value, Location):
            await _place(app, seen, target, (choice.value,))


async def drop(app: ReportApp, target: PendingTarget) -> None:
    """Drop a statement: none of it is written."""
    if app.bench is not None:
        step = message("{code} dropped", code=target.one.statement)
        await app.editor.changed(app.bench, lambda bench: settling.drop(bench.project, target.one), step)


async def _place(app: ReportApp, seen: Workbench, target: PendingTarget, at: Sequence[Location]) -> None:
    one, reference = target.one, target.one.statement
    if problem := settling.placing_problem(one, target.number, len(at)):
        app.show_message(problem, "warning")
        return
    if one.successors:
        chosen = await _successor(app, seen, one)
        if chosen is None:
            return
        reference = chosen
    text = quoted(seen.assessment, at[0], QUOTED)
    step = message("{code} placed at line {line}: {text}", code=reference, line=at[0].line, text=text)
    await app.editor.changed(seen, lambda bench: settling.place(bench.project, one, at, reference), step)


async def _successor(app: ReportApp, seen: Workbench, one: Pending) -> str | None:
    """Ask which successor of a superseded disclosure the text answers; return its reference."""
    codes = {code.casefold() for code in one.successors}
    language = app.language

    def successors() -> list[Choice]:
        every = choosing.disclosures(seen.assessment, language)
        return [c for c in every if isinstance(c.value, Disclosure) and c.value.short.casefold() in codes]

    question = message("{code} was superseded: what does the text answer now?", code=one.statement)
    chosen = await app.push_screen_wait(PickScreen(question, successors, choosing.CODE))
    return next((reference_to(seen, c.value) for c in chosen if isinstance(c.value, Disclosure)), None)
