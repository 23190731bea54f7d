"""What is done to a disclosure."""

from collections.abc import Sequence
from functools import partial

from disclosure_index.assessment.coverage import Coverage
from disclosure_index.assessment.linking import Link
from disclosure_index.messages import message
from disclosure_index.model import Location, in_language
from disclosure_index.tui.commands import choices as choosing
from disclosure_index.tui.commands.tags import NO_TAG, tag_seen
from disclosure_index.tui.detail.targets import DatapointTarget
from disclosure_index.tui.report_app import ReportApp
from disclosure_index.tui.safe_text import line
from disclosure_index.tui.screens.ask import AskScreen
from disclosure_index.tui.screens.omission import Explained, OmissionScreen
from disclosure_index.tui.screens.pick import PickScreen
from disclosure_index.workbench import (
    InsertionPoint,
    Workbench,
    insertion_points,
    reference_to,
    set_datapoints,
    set_owner,
)
from disclosure_index.workbench import explain as explained


def own_links(row: Coverage) -> Sequence[Link]:
    """Return the tags and omissions that name the disclosure itself, not a heading above it."""
    uid = row.disclosure.uid
    return [x for x in (*row.links, *row.omissions) if x.disclosure and x.disclosure.uid == uid]


async def choose_passage(app: ReportApp, row: Coverage) -> None:
    """Ask for a passage, and tag it with the disclosure."""
    seen, document = app.bench, app.document
    if seen is None:
        return
    question = message("Which passage answers {code}?", code=row.disclosure.short)
    pick = PickScreen(question, lambda: choosing.passages(seen.assessment, document), choosing.SECTION)
    choice = await app.push_screen_wait(pick)
    if choice is not None and isinstance(choice.value, Location):
        await tag_seen(app, seen, row.disclosure, choice.value)


def tick(app: ReportApp, row: Coverage, part: DatapointTarget) -> None:
    """Tick a datapoint of the disclosure, or untick it: the tag names those that are ticked."""
    own = [link for link in row.links if link in own_links(row)]
    named = [link for link in own if part.id in link.datapoints or not link.datapoints]
    link = next(iter(named if part.answered else own), None)
    if link is None:
        app.show_message(NO_TAG)
        return
    every = [d.id for d in row.disclosure.datapoints]
    every = every if part.id in every else list(row.disclosure.requirements)
    ticked = {*(link.datapoints or every)} ^ {part.id}
    left = [id for id in every if id in ticked]
    if not left:
        app.show_message(message("This is the last datapoint: remove the tag instead"))
        return
    step = message("datapoint {datapoint} of {code}", code=row.disclosure.short, datapoint=part.id)
    app.editor.change(lambda _: set_datapoints(link, () if left == every else left), step)


async def ask_owner(app: ReportApp, row: Coverage) -> None:
    """Ask who answers for the disclosure."""
    seen, disclosure = app.bench, row.disclosure
    question = message("Who is responsible for {code}?", code=disclosure.short)
    owner = row.owner
    while seen is not None:
        said = await app.push_screen_wait(AskScreen(question, owner))
        if said is None or said == row.owner:
            return
        owner = said
        step = message("{owner} is responsible for {code}", code=disclosure.short, owner=owner or "-")
        if await app.editor.changed(seen, lambda bench: set_owner(bench, disclosure, owner), step):  # noqa: B023
            return
        seen = app.bench  # what was refused is asked again, with what was typed


async def explain(app: ReportApp, row: Coverage) -> None:
    """Ask in a form why the disclosure is not reported."""
    bench, d = app.bench, row.disclosure
    if bench is None:
        return
    reasons = row.accepted
    places = insertion_points(bench, row, app.document)
    if not row.may_be_omitted or not reasons or not places:
        no_place = message("The report has no section for an explanation of {code}", code=d.short)
        not_accepted = message("The framework does not accept an explanation for {code}", code=d.short)
        app.show_message(no_place if reasons and row.may_be_omitted else not_accepted, "warning")
        return
    title = line(f"{d.short}  {in_language(d.title, app.language)}")
    said: Explained | None = None
    while True:
        said = await app.push_screen_wait(OmissionScreen(title, reasons, places, said))
        if said is None:
            return
        step = message("{code} explained", code=reference_to(bench, d))
        if await app.editor.changed(bench, partial(explained, disclosure=d, **said._asdict()), step):
            return
        bench, places = _again(app, row, bench, places)  # what was refused is asked again, with what was typed


def _again(
    app: ReportApp, row: Coverage, bench: Workbench, places: tuple[InsertionPoint, ...]
) -> tuple[Workbench, tuple[InsertionPoint, ...]]:
    """Return the report as it is now, with its places for an explanation; as it was, where it has none."""
    now = app.bench or bench
    current = next((c for c in now.assessment.coverage if c.disclosure.uid == row.disclosure.uid), None)
    found = insertion_points(now, current, app.document) if current else ()
    return (now, found) if found else (bench, places)
