"""What is done to tags."""

from collections.abc import Sequence

from disclosure_index.assessment.linking import Link
from disclosure_index.messages import message
from disclosure_index.model import Disclosure, Location
from disclosure_index.tui.commands import choices as choosing
from disclosure_index.tui.report_app import ReportApp
from disclosure_index.tui.screens.pick import PickScreen
from disclosure_index.workbench import Workbench, accept, mark_reviewed
from disclosure_index.workbench import untag as without

NO_TAG = message("This disclosure has no tag of its own: tag a passage first")


def tag(app: ReportApp, disclosure: Disclosure, location: Location) -> None:
    """Tag the element at a location with a disclosure."""
    step = message("{code} tagged at line {line}", code=disclosure.short, line=location.line)
    app.editor.change(lambda bench: accept(bench, disclosure, location), step)


async def tag_seen(app: ReportApp, seen: Workbench, disclosure: Disclosure, location: Location) -> None:
    """Tag the element that was seen at a location with a disclosure."""
    step = message("{code} tagged at line {line}", code=disclosure.short, line=location.line)
    await app.editor.changed(seen, lambda bench: accept(bench, disclosure, location), step)


async def choose_disclosure(app: ReportApp, location: Location) -> None:
    """Ask for a disclosure, and tag the element at a location with it."""
    seen, language = app.bench, app.language
    if seen is None:
        return
    question = message("Which disclosure does the passage answer?")
    pick = PickScreen(question, lambda: choosing.disclosures(seen.assessment, language), choosing.CODE)
    choice = await app.push_screen_wait(pick)
    if choice is not None and isinstance(choice.value, Disclosure):
        await tag_seen(app, seen, choice.value, location)


def untag(app: ReportApp, links: Sequence[Link]) -> None:
    """Take a tag away, or an omission; of several none."""
    if len(links) != 1:
        several = message("Several tags: select one in the detail pane")
        app.show_message(several if links else NO_TAG)
        return
    step = message("{code} removed", code=links[0].statement.text)
    app.editor.change(lambda _: without(links), step)


def review(app: ReportApp, links: Sequence[Link]) -> None:
    """Mark tags as reviewed; or take the mark back, where all have it."""
    if not links:
        app.show_message(NO_TAG)
        return
    reviewed = not all(link.statement.reviewed for link in links)
    codes = " ".join(dict.fromkeys(link.disclosure.short for link in links if link.disclosure))
    if reviewed:
        step = message("{code} marked as reviewed", code=codes)
    else:
        step = message("{code} no longer marked as reviewed", code=codes)
    app.editor.change(lambda _: mark_reviewed(links, reviewed), step)


def copy(app: ReportApp, reference: str) -> None:
    """Copy the attribute that tags an element."""
    text = f'data-disclosure="{reference}"'
    app.copy_to_clipboard(text)
    app.show_message(message("Copied: {text}", text=text))
