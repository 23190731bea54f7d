"""What is done to tags."""

from collections.abc import Sequence

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.linking import Link
from disclosure_index.messages import COMMA, joined, message
from disclosure_index.model import Disclosure, Location, Message
from disclosure_index.tui.commands import choices as choosing
from disclosure_index.tui.detail.answers import short
from disclosure_index.tui.report_app import ReportApp
from disclosure_index.tui.screens.pick import PickScreen
from disclosure_index.workbench import Workbench, accept, mark_reviewed
from disclosure_index.workbench import untag as without

NO_TAG = message("This disclosure has no tag of its own: tag a passage first")

QUOTED = 60
"""Characters of a passage that are said when it has been tagged: enough to see that it is the wrong one."""


def tag(app: ReportApp, disclosures: Sequence[Disclosure], location: Location) -> None:
    """Tag the element at a location with one disclosure or several."""
    if app.bench is not None:
        step = _tagged(app.bench.assessment, disclosures, location)
        app.editor.change(lambda bench: [s for d in disclosures for s in accept(bench, d, location)], step)


async def tag_seen(app: ReportApp, seen: Workbench, disclosures: Sequence[Disclosure], location: Location) -> None:
    """Tag the element that was seen at a location with one disclosure or several."""
    step = _tagged(seen.assessment, disclosures, location)
    await app.editor.changed(seen, lambda bench: [s for d in disclosures for s in accept(bench, d, location)], step)


def _tagged(assessment: Assessment, disclosures: Sequence[Disclosure], location: Location) -> Message:
    codes, text = joined(COMMA, (d.short for d in disclosures)), quoted(assessment, location, QUOTED)
    return message("{code} tagged at line {line}: {text}", code=codes, line=location.line, text=text)


def quoted(assessment: Assessment, location: Location, longest: int) -> str:
    """Return how the text of the element at a location begins."""
    document = next((d for d in assessment.report.documents if d.path == location.path), None)
    passages = document.passages if document else ()
    at = (passage for passage in passages if (passage.location.line, passage.location.column) >= location[1:3])
    return short(next((passage.text for passage in at), ""), longest)


async def choose_disclosure(app: ReportApp, location: Location) -> None:
    """Ask for a disclosure, and tag the element at a location with it."""
    seen, language = app.bench, app.language
    if seen is None:
        return
    question = message("Which disclosure does the passage answer?")
    pick = PickScreen(question, lambda: choosing.disclosures(seen.assessment, language), choosing.CODE)
    choice = await app.push_screen_wait(pick)
    if choice is not None and isinstance(choice.value, Disclosure):
        await tag_seen(app, seen, [choice.value], location)


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
