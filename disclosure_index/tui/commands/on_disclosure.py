"""What is done to the disclosure that is looked at."""

from collections.abc import Sequence

from textual import work

from disclosure_index.assessment.coverage import Coverage, may_be_omitted
from disclosure_index.assessment.linking import Link
from disclosure_index.messages import message
from disclosure_index.model import Location, in_language
from disclosure_index.tui import targets
from disclosure_index.tui.commands import choices as choosing
from disclosure_index.tui.commands.report_view import NO_TAG
from disclosure_index.tui.commands.suggested_detail import Suggesting
from disclosure_index.tui.safe_text import line
from disclosure_index.tui.screens.ask import AskScreen
from disclosure_index.tui.screens.omission import OmissionScreen
from disclosure_index.tui.screens.pick import PickScreen
from disclosure_index.workbench import (
    explain,
    insertion_points,
    reference_to,
    set_datapoints,
    set_owner,
)


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
            looking = message("Still searching: press the key again in a moment")
            none = message("No suggestion here: press t to choose a passage")
            self.browser.tell(looking if self.is_looking else none)
            return
        self.tag(self.row.disclosure, candidate.location)

    @work(group="form")
    async def action_tag(self) -> None:
        """Choose a passage, and tag it with the disclosure."""
        assessment, row, document = self.assessment, self.row, self.document
        if assessment is None or row is None:
            return
        question = message("Which passage answers {code}?", code=row.disclosure.short)
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
            self.browser.tell(message("Select a passage in the detail pane first"))

    @property
    def links(self) -> Sequence[Link]:
        """Return the tag or omission under the cursor, else all of the disclosure's own."""
        target = self.detail.current
        if isinstance(target, targets.Answer):
            return (target.link,)
        return self._own(self.row) if self.row else ()

    @staticmethod
    def _own(row: Coverage) -> Sequence[Link]:
        """Return the tags and omissions that name the disclosure itself, not a heading above it."""
        uid = row.disclosure.uid
        return [x for x in (*row.links, *row.omissions) if x.disclosure and x.disclosure.uid == uid]

    def action_datapoint(self) -> None:
        """Tick the datapoint under the cursor, or untick it: the tag names those that are ticked."""
        row, target = self.row, self.detail.current
        if row is None or not isinstance(target, targets.Part):
            self.browser.tell(message("Select a datapoint in the detail pane first"))
            return
        own = [link for link in row.links if link in self._own(row)]
        named = [link for link in own if target.id in link.datapoints or not link.datapoints]
        link = next(iter(named if target.answered else own), None)
        if link is None:
            self.browser.tell(NO_TAG)
            return
        every = [d.id for d in row.disclosure.datapoints]
        every = every if target.id in every else list(row.disclosure.requirements)
        ticked = {*(link.datapoints or every)} ^ {target.id}
        left = [id for id in every if id in ticked]
        if not left:
            self.browser.tell(message("This is the last datapoint: remove the tag instead"))
            return
        step = message("datapoint {datapoint} of {code}", code=row.disclosure.short, datapoint=target.id)
        self.browser.change(lambda _: set_datapoints(link, () if left == every else left), step)

    @work(group="form")
    async def action_owner(self) -> None:
        """Say who answers for the disclosure."""
        if self.row is None:
            return
        disclosure, owner = self.row.disclosure, self.row.owner
        question = message("Who is responsible for {code}?", code=disclosure.short)
        said = await self.app.push_screen_wait(AskScreen(question, owner))
        if said is not None and said != owner:
            step = message("{owner} is responsible for {code}", code=disclosure.short, owner=said or "-")
            self.browser.change(lambda bench: set_owner(bench, disclosure, said), step)

    @work(group="form")
    async def action_explain(self) -> None:
        """Explain in a form why the disclosure is not reported."""
        bench, row = self.bench, self.row
        if bench is None or row is None:
            return
        d = row.disclosure
        reasons = bench.assessment.catalog.frameworks[d.framework].reasons
        places = insertion_points(bench, row, self.document)
        if not may_be_omitted(d, row.decision) or not reasons or not places:
            no_place = message("The report has no section for an explanation of {code}", code=d.short)
            not_accepted = message("The framework does not accept an explanation for {code}", code=d.short)
            self.browser.tell(no_place if reasons and may_be_omitted(d, row.decision) else not_accepted, "warning")
            return
        title = line(f"{d.short}  {in_language(d.title, self.browser.language)}")
        said = await self.app.push_screen_wait(OmissionScreen(title, reasons, places))
        if said is not None:
            step = message("{code} explained", code=reference_to(bench, d))
            self.browser.change(lambda now: explain(now, d, said.spot, said.reason, said.explanation), step)

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
