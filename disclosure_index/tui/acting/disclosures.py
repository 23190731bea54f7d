"""What is done to the disclosure that is looked at."""

from collections.abc import Sequence

from textual import work

from disclosure_index.coverage import Coverage, may_be_omitted
from disclosure_index.editing import (
    explain,
    reference_to,
    set_datapoints,
    set_owner,
    spots,
)
from disclosure_index.linking import Link
from disclosure_index.model import Location, in_language
from disclosure_index.tui import targets
from disclosure_index.tui.acting import choosing
from disclosure_index.tui.acting.suggesting import Suggesting
from disclosure_index.tui.screens.ask import AskScreen
from disclosure_index.tui.screens.omission import OmissionScreen
from disclosure_index.tui.screens.pick import PickScreen
from disclosure_index.tui.texts import line


class Disclosures(Suggesting):
    """The actions that change how a disclosure stands; they heed the cursor in its detail, too."""

    def action_accept(self) -> None:
        """Tag the passage under the cursor, or else the first that is suggested, with the disclosure."""
        found = [block.target for block in self.detail.blocks if isinstance(block.target, targets.Candidate)]
        candidate = next(
            (one for one in found if one.score), None
        )  # what is only near is tagged where it is pointed at
        if self.pane == "detail" and isinstance(self.detail.current, targets.Candidate):
            candidate = self.detail.current
        if self.row is None or candidate is None:
            self.browser.tell(self.say("told-still-looking" if self.is_looking else "told-no-suggestion"))
            return
        self.tag(self.row.disclosure, candidate.location)

    @work(group="form")
    async def action_tag(self) -> None:
        """Choose a passage, and tag it with the disclosure."""
        assessment, row, document = self.assessment, self.row, self.document
        if assessment is None or row is None:
            return
        question = self.say("pick-passage", code=row.disclosure.short)
        pick = PickScreen(question, lambda: choosing.passages(assessment, document), choosing.SECTION)
        choice = await self.app.push_screen_wait(pick)
        if choice is not None and isinstance(choice.value, Location):
            self.tag(row.disclosure, choice.value)

    def action_tag_other(self) -> None:
        """Tag the passage under the cursor with another disclosure."""
        target = self.detail.current
        if isinstance(target, targets.Answer | targets.Candidate):
            self.tag_with_another(target.location)
        else:
            self.browser.tell(self.say("told-choose-passage"))

    @property
    def links(self) -> Sequence[Link]:
        """Give the tag or omission under the cursor, else all of the disclosure's own."""
        target = self.detail.current
        if isinstance(target, targets.Answer):
            return (target.link,)
        return self._own(self.row) if self.row else ()

    @staticmethod
    def _own(row: Coverage) -> Sequence[Link]:
        """Give the tags and omissions that name the disclosure itself, not a heading above it."""
        uid = row.disclosure.uid
        return [x for x in (*row.links, *row.omissions) if x.disclosure and x.disclosure.uid == uid]

    def action_datapoint(self) -> None:
        """Tick the datapoint under the cursor, or untick it: the tag names those that are ticked."""
        row, target = self.row, self.detail.current
        if row is None or not isinstance(target, targets.Part):
            self.browser.tell(self.say("told-choose-datapoint"))
            return
        own = [link for link in row.links if link in self._own(row)]
        named = [link for link in own if target.id in link.datapoints or not link.datapoints]
        link = next(iter(named if target.answered else own), None)
        if link is None:
            self.browser.tell(self.say("told-no-tag"))
            return
        every = [d.id for d in row.disclosure.datapoints]
        every = every if target.id in every else list(row.disclosure.requirements)
        ticked = {*(link.datapoints or every)} ^ {target.id}
        left = [id for id in every if id in ticked]
        if not left:
            self.browser.tell(self.say("told-last-datapoint"))
            return
        label = self.say("step-datapoint", code=row.disclosure.short, datapoint=target.id)
        self.browser.change(lambda bench: set_datapoints(bench, link, () if left == every else left), label)

    @work(group="form")
    async def action_owner(self) -> None:
        """Say who answers for the disclosure."""
        if self.row is None:
            return
        disclosure, owner = self.row.disclosure, self.row.owner
        said = await self.app.push_screen_wait(AskScreen(self.say("ask-owner", code=disclosure.short), owner))
        if said is not None and said != owner:
            label = self.say("step-owner", code=disclosure.short, owner=said or "-")
            self.browser.change(lambda bench: set_owner(bench, disclosure, said), label)

    @work(group="form")
    async def action_explain(self) -> None:
        """Explain in a form why the disclosure is not reported."""
        bench, row = self.bench, self.row
        if bench is None or row is None:
            return
        d = row.disclosure
        reasons = bench.assessment.catalog.frameworks[d.framework].reasons
        places = spots(bench, row, self.document)
        if not may_be_omitted(d, row.decision) or not reasons or not places:
            key = "told-no-place" if reasons and may_be_omitted(d, row.decision) else "told-not-omitted"
            self.browser.tell(self.say(key, code=d.short), "warning")
            return
        title = line(f"{d.short}  {in_language(d.title, self.browser.language)}")
        said = await self.app.push_screen_wait(OmissionScreen(title, reasons, places))
        if said is not None:
            label = self.say("step-explain", code=reference_to(bench, d))
            self.browser.change(lambda now: explain(now, d, said.spot, said.reason, said.explanation), label)

    def action_copy(self) -> None:
        """Copy the attribute that tags an element with the disclosure."""
        if self.bench is not None and self.row is not None:
            self.copy(reference_to(self.bench, self.row.disclosure))

    @property
    def place(self) -> Location | None:
        """Where what is under the cursor stands, else the first thing in the detail that stands anywhere."""
        for target in (self.detail.current, *(block.target for block in self.detail.blocks)):
            if isinstance(target, targets.Answer | targets.Candidate | targets.Told):
                return target.location
        return None
