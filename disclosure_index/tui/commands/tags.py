"""Commands on tags: add, remove, review, copy."""

from collections.abc import Sequence

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.linking import Link
from disclosure_index.messages import COMMA, joined, message
from disclosure_index.model import Disclosure, Location, Message
from disclosure_index.tui.actions import ACTIONS
from disclosure_index.tui.commands import choices as choosing
from disclosure_index.tui.commands.alongside import Offer, element_at, location_of, offers
from disclosure_index.tui.detail.answers import quoted
from disclosure_index.tui.report_app import ReportApp
from disclosure_index.tui.screens.alongside import AlongsideScreen
from disclosure_index.tui.screens.pick import PickScreen
from disclosure_index.workbench import Workbench, accept, mark_reviewed
from disclosure_index.workbench import untag as without

NO_TAG = message("This disclosure has no tag of its own: tag a passage first")

ALONGSIDE = next(action for action in ACTIONS if action.id == "tag-alongside")
QUOTED = 60
"""The most characters of a tagged passage in the notice: enough to see that it is the wrong one."""


def tag(app: ReportApp, disclosures: Sequence[Disclosure], location: Location) -> None:
    """Tag the element at a location with one disclosure or several."""
    if app.bench is not None:
        app.run_worker(tag_seen(app, app.bench, disclosures, location), group="step")


async def tag_seen(app: ReportApp, seen: Workbench, disclosures: Sequence[Disclosure], location: Location) -> None:
    """Tag the element seen at a location with one disclosure or several, and offer what else to tag."""
    step = _tagged(seen.assessment, disclosures, location)
    done = await app.editor.changed(
        seen, lambda bench: [s for d in disclosures for s in accept(bench, d, location)], step
    )
    element = element_at(seen.assessment, location)
    app.tagged = (tuple(disclosures), element) if done and element else None
    if app.tagged and app.assessment and (found := offers(app.assessment, *app.tagged)):
        named = joined(COMMA, (_named(app.assessment, offer) for offer in found))
        key = app.keys_of(ALONGSIDE)
        app.show_message(message("Press {key} to tag along with it: {offers}", key=key, offers=named))


def _named(assessment: Assessment, offer: Offer) -> str:
    if offer.element is not None:
        place = location_of(assessment, offer.element)
        return f"{assessment.report.documents[offer.element.document].language}:{place.line}"
    assert offer.row is not None  # every offer has an element or a row
    return offer.row.disclosure.short


async def tag_alongside(app: ReportApp) -> None:
    """Ask what else to tag along with the last tag, and tag it in one step."""
    seen = app.bench
    found = offers(seen.assessment, *app.tagged) if seen and app.tagged else ()
    if seen is None or app.tagged is None or not found:
        app.show_message(message("Nothing goes along with the last tag"))
        return
    disclosures, element = app.tagged
    name = joined(COMMA, (d.short for d in disclosures))
    chosen = await app.push_screen_wait(AlongsideScreen(name, found, seen.assessment))
    if not chosen:
        return
    every = [*disclosures, *(offer.row.disclosure for offer in chosen if offer.row)]
    elements = [element, *(offer.element for offer in chosen if offer.element)]
    places = [location_of(seen.assessment, one) for one in elements]
    step = message("{code} tagged along", code=joined(COMMA, (_named(seen.assessment, offer) for offer in chosen)))
    await app.editor.changed(
        seen, lambda bench: [s for place in places for d in every for s in accept(bench, d, place)], step
    )


def _tagged(assessment: Assessment, disclosures: Sequence[Disclosure], location: Location) -> Message:
    codes, text = joined(COMMA, (d.short for d in disclosures)), quoted(assessment, location, QUOTED)
    return message("{code} tagged at line {line}: {text}", code=codes, line=location.line, text=text)


async def choose_disclosure(app: ReportApp, location: Location) -> None:
    """Ask for disclosures, and tag the element at a location with them."""
    seen, language = app.bench, app.language
    if seen is None:
        return
    question = message("Which disclosure does the passage answer?")
    pick = PickScreen(question, lambda: choosing.disclosures(seen.assessment, language), choosing.CODE, several=True)
    chosen = await app.push_screen_wait(pick)
    if disclosures := [choice.value for choice in chosen if isinstance(choice.value, Disclosure)]:
        await tag_seen(app, seen, disclosures, location)


def untag(app: ReportApp, links: Sequence[Link]) -> None:
    """Remove a tag or an omission; of several, none."""
    if len(links) != 1:
        several = message("Several tags: select one in the detail pane")
        app.show_message(several if links else NO_TAG)
        return
    step = message("{code} removed", code=links[0].statement.text)
    app.editor.change(lambda _: without(links), step)


def review(app: ReportApp, links: Sequence[Link]) -> None:
    """Mark tags as reviewed; remove the mark where all have it."""
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
