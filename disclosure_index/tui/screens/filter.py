"""The form of filters: which disclosures are shown."""

from rich.text import Text
from textual.app import ComposeResult
from textual.suggester import SuggestFromList
from textual.widgets import Checkbox, Input, Label, Select

from disclosure_index.assessment.assess import Assessment
from disclosure_index.messages import label, states
from disclosure_index.model import Obligation
from disclosure_index.tui.filters import Filter
from disclosure_index.tui.safe_text import line
from disclosure_index.tui.screens.forms import HOW, Fields, Form, Tick, chosen, plain
from disclosure_index.tui.widgets.key_footer import KeyFooter
from disclosure_index.tui.widgets.one_line import OneLine


class FilterScreen(Form[Filter | None]):
    """Asks for filters, starting with the active ones; they combine."""

    def __init__(self, assessment: Assessment, asked: Filter) -> None:
        super().__init__()
        self._assessment, self._asked = assessment, asked

    def compose(self) -> ComposeResult:
        """Lay it out."""
        asked = self._asked
        shorts = [(plain(f.short), f.id) for f in self._assessment.catalog.frameworks.values()]
        owners = sorted({row.owner for row in self._assessment.coverage if row.owner})
        titles = {section.title for d in self._assessment.report.documents for section in d.sections if section.title}
        every = self.app.rendered(label("filter", "All"))
        with Fields(self.app.rendered(HOW)):
            yield Label(self.app.rendered(label("heading", "Show only")), classes="asked", markup=False)
            yield Tick(plain(self.app.rendered(label("filter", "gaps"))), asked.gaps, id="gaps")
            unreviewed = self.app.rendered(label("filter", "not yet reviewed"))
            yield Tick(plain(unreviewed), asked.unreviewed, id="unreviewed")
            for level in Obligation:
                yield Tick(plain(self.app.rendered(states.OBLIGATION[level])), level in asked.obligations, id=level)
            yield Label(self.app.rendered(label("column", "Framework")), markup=False)
            yield _select(shorts, asked.framework, "framework", every)
            yield Label(self.app.rendered(label("column", "Owner")), markup=False)
            yield _select([(plain(line(name)), name) for name in owners], asked.owner, "owner", every)
            yield Label(self.app.rendered(label("heading", "Section title contains")), markup=False)
            yield OneLine(asked.section, suggester=SuggestFromList(sorted(titles), case_sensitive=False), id="section")
        yield KeyFooter(show_command_palette=False)

    def action_save(self) -> None:
        """Return the filter."""
        framework = chosen(self.query_one("#framework", Select))
        self.dismiss(
            Filter(
                gaps=self.query_one("#gaps", Checkbox).value,
                obligations=frozenset(level for level in Obligation if self.query_one(f"#{level}", Checkbox).value),
                framework=framework,
                group=self._asked.group if framework == self._asked.framework else "",
                section=self.query_one("#section", Input).value.strip(),
                owner=chosen(self.query_one("#owner", Select)),
                unreviewed=self.query_one("#unreviewed", Checkbox).value,
            )
        )


def _select(choices: list[tuple[Text, str]], value: str, id: str, prompt: str) -> Select[str]:
    known = value if value in (choice for _, choice in choices) else Select.NULL
    return Select(choices, value=known, id=id, prompt=prompt)
