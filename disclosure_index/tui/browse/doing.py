"""What is done to the report from the main screen."""

from collections.abc import Sequence

from textual import work

from disclosure_index.coverage import Coverage, may_be_omitted
from disclosure_index.editing import (
    accept,
    explain,
    mark_reviewed,
    reference_to,
    set_datapoints,
    set_owner,
    spots,
    untag,
)
from disclosure_index.linking import Link
from disclosure_index.model import Disclosure, Location, in_language
from disclosure_index.tui import targets
from disclosure_index.tui.browse import choosing
from disclosure_index.tui.browse.finding import Finding
from disclosure_index.tui.screens.ask import AskScreen
from disclosure_index.tui.screens.omission import OmissionScreen
from disclosure_index.tui.screens.pick import PickScreen
from disclosure_index.tui.texts import line


class Doing(Finding):
    """The actions that change the report."""

    def action_accept(self) -> None:
        """Tag the passage under the cursor, or else the first that is suggested, with the disclosure."""
        targeted = [self.detail.current, *(block.target for block in self.detail.blocks)]
        candidate = next((t for t in targeted if isinstance(t, targets.Candidate)), None)
        if self.row is None or candidate is None:
            self.browser.tell(self.say("told-no-suggestion"))
            return
        self._tag(self.row.disclosure, candidate.location)

    def _tag(self, disclosure: Disclosure, location: Location) -> None:
        label = self.say("step-tag", code=disclosure.short, line=location.line)
        self.browser.change(lambda bench: accept(bench, disclosure, location), label)

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
            self._tag(row.disclosure, choice.value)

    @work(group="form")
    async def action_tag_other(self) -> None:
        """Tag the passage under the cursor with another disclosure."""
        assessment, target, language = self.assessment, self.detail.current, self.browser.language
        if assessment is None or not isinstance(target, targets.Answer | targets.Candidate):
            self.browser.tell(self.say("told-choose-passage"))
            return
        pick = PickScreen(
            self.say("pick-disclosure"), lambda: choosing.disclosures(assessment, language), choosing.CODE
        )
        choice = await self.app.push_screen_wait(pick)
        if choice is not None and isinstance(choice.value, Disclosure):
            self._tag(choice.value, target.location)

    def action_untag(self) -> None:
        """Take the tag under the cursor away, or the only one."""
        links = self._links()
        if len(links) != 1:
            self.browser.tell(self.say("told-choose-tag" if links else "told-no-tag"))
            return
        label = self.say("step-untag", code=links[0].statement.text)
        self.browser.change(lambda bench: untag(bench, links), label)

    def _links(self) -> Sequence[Link]:
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

    def action_review(self) -> None:
        """Mark the tag under the cursor, or all of the disclosure's, as reviewed; or take the mark back."""
        links = self._links()
        if self.row is None or not links:
            self.browser.tell(self.say("told-no-tag"))
            return
        reviewed = not all(link.statement.reviewed for link in links)
        label = self.say("step-reviewed" if reviewed else "step-unreviewed", code=self.row.disclosure.short)
        self.browser.change(lambda bench: mark_reviewed(bench, links, reviewed), label)

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
