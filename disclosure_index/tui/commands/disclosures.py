"""Commands on disclosures: tag, explain, assign an owner, tick datapoints."""

from collections.abc import Iterator, Sequence
from functools import partial

from disclosure_index.assessment.coverage import Coverage
from disclosure_index.assessment.linking import Link
from disclosure_index.messages import message
from disclosure_index.model import Disclosure, Location, in_language
from disclosure_index.tui.commands import choices as choosing
from disclosure_index.tui.commands.tags import NO_TAG, tag_seen
from disclosure_index.tui.detail.targets import DatapointTarget
from disclosure_index.tui.report_app import ReportApp
from disclosure_index.tui.safe_text import line
from disclosure_index.tui.screens.omission import Explained, OmissionScreen
from disclosure_index.tui.screens.owner import Assigned, OwnerScreen
from disclosure_index.tui.screens.pick import PickScreen
from disclosure_index.workbench import (
    InsertionPoint,
    Step,
    Workbench,
    insertion_points,
    reference_to,
    set_datapoints,
    set_due,
    set_owner,
)
from disclosure_index.workbench import explain as explained


def own_links(row: Coverage) -> Sequence[Link]:
    """Return the tags and omissions of the disclosure itself, not of a heading above it."""
    uid = row.disclosure.uid
    return [x for x in (*row.links, *row.omissions) if x.disclosure and x.disclosure.uid == uid]


def named(rows: Sequence[Coverage]) -> str:
    """Return the name of the disclosure, or the number of disclosures."""
    return message("{number} disclosures", number=len(rows)) if len(rows) > 1 else rows[0].disclosure.short


async def choose_passage(app: ReportApp, rows: Sequence[Coverage]) -> None:
    """Ask for a passage, and tag it with the disclosures."""
    seen, document = app.bench, app.document
    if seen is None:
        return
    question = message("Which passage answers {code}?", code=named(rows))
    pick = PickScreen(question, lambda: choosing.passages(seen.assessment, document), choosing.SECTION)
    for choice in await app.push_screen_wait(pick):
        if isinstance(choice.value, Location):
            await tag_seen(app, seen, [row.disclosure for row in rows], choice.value)


def tick(app: ReportApp, row: Coverage, part: DatapointTarget) -> None:
    """Tick or untick a datapoint of the disclosure: the tag names the ticked ones."""
    links = [link for link in row.links if link in own_links(row)]
    named = [link for link in links if part.id in link.datapoints or not link.datapoints]
    link = next(iter(named if part.answered else links), None)
    if link is None:
        app.show_message(NO_TAG)
        return
    seen = app.bench.assessment.ticks(row) if app.bench else {}
    every = [d.id for d in row.disclosure.datapoints]
    every = every if part.id in every else list(row.disclosure.requirements)
    before = link.datapoints or (every if part.answered else seen)  # a tag on the whole disclosure answers each of them
    ticked = {*before} ^ {part.id}
    left = [id for id in every if id in ticked]
    if not left:
        app.show_message(message("This is the last datapoint: remove the tag instead"))
        return
    step = message("datapoint {datapoint} of {code}", code=row.disclosure.short, datapoint=part.id)
    app.editor.change(lambda _: set_datapoints(link, () if left == every else left), step)


async def ask_owner(app: ReportApp, rows: Sequence[Coverage]) -> None:
    """Ask for the owner and due day of the disclosures."""
    seen, disclosures = app.bench, [row.disclosure for row in rows]
    question = message("Who is responsible for {code}?", code=named(rows))
    owners = {row.owner for row in rows}
    days = {row.due.isoformat() if row.due else "" for row in rows}
    said = before = Assigned(*(next(iter(found)) if len(found) == 1 else "" for found in (owners, days)))
    while seen is not None:
        entered = await app.push_screen_wait(OwnerScreen(question, said))
        if entered is None or ({entered.owner}, {entered.due}) == (owners, days):
            return
        said = entered
        step = message("{owner} is responsible for {code}", code=named(rows), owner=said.owner or "-")
        if said.owner == before.owner:
            step = message("{code} is due on {day}", code=named(rows), day=said.due or "-")
        if await app.editor.changed(seen, partial(_assigned, disclosures, before, said), step):
            return
        seen = app.bench  # a refused form opens again with the same input


def _assigned(disclosures: Sequence[Disclosure], before: Assigned, said: Assigned, bench: Workbench) -> Iterator[Step]:
    """Yield the steps for the changed fields: an empty field keeps differing values as they are."""
    for disclosure in disclosures:
        if said.owner != before.owner:
            yield from set_owner(bench, disclosure, said.owner)
        if said.due != before.due:
            yield from set_due(bench, disclosure, said.due)


async def explain(app: ReportApp, rows: Sequence[Coverage]) -> None:
    """Ask in a form for the omission of the disclosures: a reason that each of them accepts, and an explanation."""
    bench = app.bench
    if bench is None:
        return
    reasons = [reason for reason in rows[0].accepted if all(reason in row.accepted for row in rows)]
    places = insertion_points(bench, rows[0], app.document)
    refusing = next((row for row in rows if not row.may_be_omitted or not row.accepted), None)
    if refusing is not None or not reasons or not places:
        if refusing is not None:
            refusal = message("The framework does not accept an explanation for {code}", code=refusing.disclosure.short)
        elif not reasons:
            refusal = message(
                "No reason is accepted for all {number} disclosures: explain them apart", number=len(rows)
            )
        else:
            refusal = message("The report has no section for an explanation of {code}", code=named(rows))
        app.show_message(refusal, "warning")
        return
    d = rows[0].disclosure
    title = named(rows) if len(rows) > 1 else line(f"{d.short}  {in_language(d.title, app.language)}")
    entered: Explained | None = None
    while True:
        entered = await app.push_screen_wait(OmissionScreen(app.rendered(title), reasons, places, entered))
        if entered is None:
            return
        code = named(rows) if len(rows) > 1 else reference_to(bench, d)
        step = message("{code} explained", code=code)
        if await app.editor.changed(bench, partial(_explained, rows, entered), step):
            return
        bench, places = _again(app, rows[0], bench, places)  # a refused form opens again with the same input


def _explained(rows: Sequence[Coverage], entered: Explained, bench: Workbench) -> list[Step]:
    return [step for row in rows for step in explained(bench, row.disclosure, entered.point, *entered[:2])]


def _again(
    app: ReportApp, row: Coverage, bench: Workbench, places: tuple[InsertionPoint, ...]
) -> tuple[Workbench, tuple[InsertionPoint, ...]]:
    """Return the current report with its places for an explanation; the previous one if there are none."""
    now = app.bench or bench
    current = next((c for c in now.assessment.coverage if c.disclosure.uid == row.disclosure.uid), None)
    found = insertion_points(now, current, app.document) if current else ()
    return (now, found) if found else (bench, places)
