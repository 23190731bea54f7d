"""The reason why no disclosure of a report has a code, for the commands with a code as an argument."""

from disclosure_index.assessment.assess import Assessment
from disclosure_index.catalog.definitions import canonical, find_definitions
from disclosure_index.catalog.loading import load_frameworks
from disclosure_index.catalog.store import Catalog
from disclosure_index.checks.support.near_codes import siblings
from disclosure_index.did_you_mean import nearest
from disclosure_index.messages import COMMA, OR, joined, message
from disclosure_index.messages.states import days_in_force
from disclosure_index.model import Disclosure, Message, Reference
from disclosure_index.outputs.escape import for_terminal

PER_SLIP = 5
"""The characters of a code for each typing error: one in A1.2 or 305-1, three in metrics-targets-a."""


def no_disclosure(assessment: Assessment, typed: str, reference: Reference | None, code: str) -> Message:
    """Return why no disclosure applies: because of its days, of its framework, or because no framework has the code.

    Args:
        assessment: of the report.
        typed: the argument as typed.
        reference: the argument as a reference, if it is one.
        code: the code alone.
    """
    definitions = find_definitions()
    framework = canonical(reference.framework, definitions) if reference else ""
    claimed = {claim.framework for claim in assessment.report.claims}
    own, shown = assessment.catalog, for_terminal(typed)
    known = {id: own for id in own.frameworks if id in claimed and framework in ("", id)}
    if found := _with_code(known, code):
        return message(
            "no disclosure {code} applies to this report; defined: {known}",
            code=shown,
            known=joined(COMMA, (_elsewhere(assessment, d) for d in found)),
        )
    if not known or not framework:
        every = load_frameworks([framework] if framework else None, definitions=definitions)
        others = dict.fromkeys(every.frameworks, every)
        others |= {id: own for id in own.frameworks if framework in ("", id)}  # the project's own frameworks come first
        if framework and not others:
            return _no_framework(shown, framework, {*definitions.frameworks, *own.frameworks})
        if elsewhere := [d for d in _with_code(others, code) if d.framework not in claimed]:
            named = joined(OR, dict.fromkeys(others[d.framework].frameworks[d.framework].short for d in elsewhere))
            return message(
                "no disclosure {code} applies to this report: {framework} is not among the frameworks of the project "
                "file; add it there, or use --edition {example}",
                code=shown,
                framework=named,
                example=f"{elsewhere[-1].framework}={elsewhere[-1].edition}",
            )
        known = known or others
    choices = {c: f"{id}:{c}" for id, catalog in known.items() for c in catalog.codes(id)}
    likely = [c for c in choices if c[:1].casefold() == code[:1].casefold()]  # a typing error is seldom at the start
    beside = nearest(code, siblings(code, choices))
    near = choices.get(beside or nearest(code, likely, PER_SLIP) or nearest(code, choices, PER_SLIP), "")
    values = {"code": shown, "near": near}
    if framework:
        short = known[framework].frameworks[framework].short
        if near:
            return message(
                "no disclosure {code} applies to this report: {framework} has no such code; did you mean {near}?",
                framework=short,
                **values,
            )
        return message(
            "no disclosure {code} applies to this report: {framework} has no such code", framework=short, **values
        )
    if near:
        return message(
            "no disclosure {code} applies to this report: no framework has this code; did you mean {near}?", **values
        )
    return message("no disclosure {code} applies to this report: no framework has this code", **values)


def _with_code(catalogs: dict[str, Catalog], code: str) -> list[Disclosure]:
    return [d for id, catalog in catalogs.items() for d in catalog.find(Reference(id, code))]


def _no_framework(shown: str, framework: str, known: set[str]) -> Message:
    values = {"code": shown, "framework": for_terminal(framework)}
    if near := nearest(framework, sorted(known)):
        return message(
            'no disclosure {code} applies to this report: there is no framework "{framework}"; did you mean "{near}"?',
            near=near,
            **values,
        )
    return message(
        'no disclosure {code} applies to this report: there is no framework "{framework}"; to list them, run '
        '"disclosure-index frameworks list"',
        **values,
    )


def _elsewhere(assessment: Assessment, d: Disclosure) -> str:
    """Return the name of a disclosure that does not apply, with the days of its edition and those of the report."""
    report = assessment.report
    if not d.in_force.is_issued(report.publication):
        return message("{uid}, issued on {issued}", uid=d.uid, issued=str(d.in_force.issued))
    by_publication = d.in_force.by == "publication-date"
    day = report.publication if by_publication else report.year_start
    if d.in_force.holds(day):
        return d.uid
    values = {"uid": d.uid, "days": days_in_force(d.in_force), "day": str(day)}
    if not by_publication:
        return message("{uid}, for financial years beginning {days} (this report: {day})", **values)
    if report.publication_is_estimated:
        return message("{uid}, for reports published {days} (this report: {day}, an estimate)", **values)
    return message("{uid}, for reports published {days} (this report: {day})", **values)
