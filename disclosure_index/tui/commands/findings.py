"""Commands on findings: suppress one."""

from functools import partial

from disclosure_index import checks
from disclosure_index.messages import message
from disclosure_index.model import Finding
from disclosure_index.tui.report_app import ReportApp
from disclosure_index.tui.safe_text import line
from disclosure_index.tui.screens.suppression import SuppressionScreen, Terms
from disclosure_index.workbench import Step, Workbench
from disclosure_index.workbench import suppress as suppressed


async def suppress(app: ReportApp, finding: Finding) -> None:
    """Ask for the reason, owner and last day of a suppression, and write it at the element of the finding."""
    seen = app.bench
    if seen is None:
        return
    if checks.MANDATORY[finding.rule]:
        refusal = message("Only [[policy.suppressions]] in the project file suppresses {rule}", rule=finding.rule)
    elif finding.location.path not in {document.path for document in seen.assessment.report.documents}:
        refusal = message("The finding is at no element of the report: suppress it in the project file")
    else:
        refusal = None
    if refusal is not None:
        app.show_message(refusal, "warning")
        return
    title = line(f"{finding.rule} {app.rendered(finding.message)}")
    entered: Terms | None = None
    while True:
        entered = await app.push_screen_wait(SuppressionScreen(title, seen.today, entered))
        if entered is None:
            return
        step = message("{rule} suppressed until {day}", rule=finding.rule, day=entered.until)
        if await app.editor.changed(seen, partial(_suppressed, finding, entered), step):
            return  # a refused form opens again with the same input


def _suppressed(finding: Finding, terms: Terms, _: Workbench) -> list[Step]:
    return suppressed(finding, *terms)
