"""What is done to the tags under the cursor."""

from abc import abstractmethod
from collections.abc import Sequence

from textual import work

from disclosure_index.assessment.linking import Link
from disclosure_index.messages import message
from disclosure_index.model import Disclosure, Location
from disclosure_index.tui.commands import choices as choosing
from disclosure_index.tui.commands.panes import Paned
from disclosure_index.tui.commands.report_view import NO_TAG
from disclosure_index.tui.screens.pick import PickScreen
from disclosure_index.workbench import accept, mark_reviewed, untag


class Tags(Paned):
    """The actions that make, take away and review tags."""

    @property
    @abstractmethod
    def links(self) -> Sequence[Link]:
        """The tag or omission under the cursor, else all that it can mean."""

    def tag(self, disclosure: Disclosure, location: Location) -> None:
        """Tag the element at a location with a disclosure."""
        step = message("{code} tagged at line {line}", code=disclosure.short, line=location.line)
        self.browser.change(lambda bench: accept(bench, disclosure, location), step)

    @work(group="form")
    async def tag_with_another(self, location: Location) -> None:
        """Choose a disclosure, and tag the element at a location with it."""
        assessment, language = self.assessment, self.browser.language
        if assessment is None:
            return
        question = message("Which disclosure does the passage answer?")
        pick = PickScreen(question, lambda: choosing.disclosures(assessment, language), choosing.CODE)
        choice = await self.app.push_screen_wait(pick)
        if choice is not None and isinstance(choice.value, Disclosure):
            self.tag(choice.value, location)

    def action_untag(self) -> None:
        """Take the tag under the cursor away, or the only one."""
        links = self.links
        if len(links) != 1:
            several = message("Several tags: select one in the detail pane")
            self.browser.tell(several if links else NO_TAG)
            return
        step = message("{code} removed", code=links[0].statement.text)
        self.browser.change(lambda _: untag(links), step)

    def action_review(self) -> None:
        """Mark the tag under the cursor, or all that it can mean, as reviewed; or take the mark back."""
        links = self.links
        if not links:
            self.browser.tell(NO_TAG)
            return
        reviewed = not all(link.statement.reviewed for link in links)
        codes = " ".join(dict.fromkeys(link.disclosure.short for link in links if link.disclosure))
        if reviewed:
            step = message("{code} marked as reviewed", code=codes)
        else:
            step = message("{code} no longer marked as reviewed", code=codes)
        self.browser.change(lambda _: mark_reviewed(links, reviewed), step)

    def copy(self, reference: str) -> None:
        """Copy the attribute that tags an element."""
        text = f'data-disclosure="{reference}"'
        self.app.copy_to_clipboard(text)
        self.browser.tell(message("Copied: {text}", text=text))
