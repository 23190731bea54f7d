"""DI1xx: disclosures that frameworks ask for and the report lacks."""

from collections import defaultdict
from collections.abc import Iterator

from disclosure_index.assessment.assessment import Assessment
from disclosure_index.assessment.coverage import REQUIRING, Coverage, may_be_omitted
from disclosure_index.catalog.obligations import ASKED
from disclosure_index.checks.support.findings import about
from disclosure_index.checks.support.index_claims import promised_by_index
from disclosure_index.checks.support.where_to_look import seen_all_the_same, where_to_look
from disclosure_index.messages import AND, COMMA, SEMICOLON, joined, message, plural, titled
from disclosure_index.messages.states import OBLIGATION, financial_year, what_it_means
from disclosure_index.model import Basis, Finding, Location, Message, Obligation, Severity, Status, parse_reference
from disclosure_index.policy.rules import Rule

NEITHER = message("is neither disclosed nor explained")
NOT_DISCLOSED = message("is not disclosed")
NOT_REVIEWED = message("its statement here is not marked as reviewed")


def missing(assessment: Assessment) -> Iterator[Finding]:
    """Report each gap once: at the highest heading that is wholly missing, and not where an omission was tried."""
    for row in _gaps(assessment):
        if row.obligation != Obligation.RECOMMENDED:
            yield _gap(assessment, row, NEITHER if may_be_omitted(row.disclosure, row.decision) else NOT_DISCLOSED)


def missing_recommended(assessment: Assessment) -> Iterator[Finding]:
    """Report the gaps that a framework recommends to close."""
    for row in _gaps(assessment):
        if row.obligation == Obligation.RECOMMENDED:
            yield _gap(assessment, row, NOT_DISCLOSED, rule="DI102")


def partial(assessment: Assessment) -> Iterator[Finding]:
    """Report the required disclosures of which some datapoints are neither tagged nor explained."""
    for row in assessment.coverage:
        if row.status != Status.PARTIAL or not row.open or row.obligation not in REQUIRING:
            continue
        d, texts, first = row.disclosure, assessment.catalog.texts, row.links[0].statement.span
        open_ = joined(COMMA, (titled(texts.titles(d, part), assessment.report.language) for part in row.open))
        tag = f"{d.short}#{','.join(row.open)}"
        yield about(
            "DI103",
            d,
            message("{name} is only partly disclosed: no tag covers {open}", name=assessment.name(d), open=open_),
            first.location,
            message(
                "{seen}Tag the passage that answers it as {tag}, or explain the omission",
                seen=seen_all_the_same(assessment, row),
                tag=tag,
            ),
        )


def undetermined(assessment: Assessment) -> Iterator[Finding]:
    """Report, once per framework, the obligations that the profile is too thin to decide."""
    thin: dict[str, list[Coverage]] = defaultdict(list)
    for row in assessment.coverage:
        if row.status == Status.UNDETERMINED and row.decision.missing and row.counts:
            thin[row.disclosure.framework].append(row)
    for framework, rows in thin.items():
        wanted = sorted({name for row in rows for name in row.decision.missing})
        names = joined(AND, (ASKED[name] for name in wanted))
        short = assessment.catalog.frameworks[framework].short
        yield Finding(
            "DI104",
            plural(
                "{framework}: cannot determine whether {number} disclosure is required",
                "{framework}: cannot determine whether {number} disclosures are required",
                len(rows),
                framework=short,
            ),
            _claim(assessment, framework),
            joined(SEMICOLON, (message("Set {keys} in the project file", keys=names), *what_it_means(wanted))),
            framework=framework,
            edition=rows[0].disclosure.edition,
            unchecked=True,
        )


def _gaps(assessment: Assessment) -> Iterator[Coverage]:
    """Yield the gaps that no other rule reports: of an omission of the whole disclosure, of what an index promises."""
    promised, unread = promised_by_index(assessment), _with_unread_index(assessment)
    for row in assessment.coverage:
        framework = row.disclosure.framework
        reported = framework in unread or (framework, row.disclosure.code.casefold()) in promised
        if row.is_gap and not reported and all(omission.datapoints for omission in row.omissions):
            yield row


def _with_unread_index(assessment: Assessment) -> set[str]:
    """Return the frameworks with an index page that the import could not read: what is missing is unknown."""
    open_ = (name for one in assessment.report.not_read if not one.confirmed for name in one.unclaimed)
    return {reference.framework for name in open_ if (reference := parse_reference(name))}


def _gap(assessment: Assessment, row: Coverage, lack: Message, rule: str = "DI101") -> Finding:
    disclosure = row.disclosure
    asked = next(c.edition for c in assessment.report.claims if c.framework == disclosure.framework)
    year = financial_year(assessment.report)
    if asked:
        year = message("{year} under edition {edition}", year=year, edition=disclosure.edition)
    unreviewed = None if row.omissions else assessment.unreviewed.get(disclosure.uid)
    if unreviewed:
        lack = NOT_REVIEWED
    obligation = OBLIGATION[row.obligation] if row.obligation else ""
    problem = message(
        "{name} is {obligation} for {year} but {lack}",
        name=assessment.name(disclosure),
        obligation=obligation,
        year=year,
        lack=lack,
    )
    rule_basis = row.decision.rule.basis if row.decision.rule else Basis.VERIFIED
    if Basis.UNVERIFIED in (disclosure.basis, rule_basis):
        problem = message("{gap}; this definition is unverified: check it against the framework's text", gap=problem)
    if unreviewed:
        hint = message(
            'Review the passage, and mark it data-reviewed="{reference}"', reference=unreviewed.statement.text
        )
        return about(rule, disclosure, problem, unreviewed.statement.span.location, hint)
    siblings = assessment.neighbourhood.siblings(row)
    place = siblings[0].statement.span if siblings else None
    return about(
        rule,
        disclosure,
        problem,
        place.location if place else _claim(assessment, disclosure.framework),
        where_to_look(assessment, row),
    )


def _claim(assessment: Assessment, framework: str) -> Location:
    return next(c.location for c in assessment.report.claims if c.framework == framework)


RULES = (
    Rule(
        "DI101",
        "missing-disclosure",
        Severity.ERROR,
        message("a required disclosure without a tag or an omission"),
        message(
            "The framework requires the issuer to disclose this, or to disclose or explain it, but no tag and no "
            "omission names it. For HKEX, neither disclosing nor explaining breaches the Listing Rules (13.91; GEM "
            "17.103)."
        ),
        "<tr><th>Hazardous waste</th><td>2,008</td></tr>",
        '<tr data-disclosure="hkex-esg:A1.3"><th>Hazardous waste</th><td>2,008</td></tr>',
        missing,
        mandatory=True,
        source=message(
            "HKEX Listing Rules 13.91 and Appendix C2; GRI 1: Foundation 2021, requirements 2, 4 and 5; SASB; IFRS"
        ),
    ),
    Rule(
        "DI102",
        "missing-recommended",
        Severity.WARNING,
        message("a recommended disclosure without a tag"),
        message("The framework recommends this disclosure and the report's claim suggests it, but no tag names it."),
        "<p>Our board reviews climate risk each quarter.</p>",
        '<p data-disclosure="tcfd:governance-a">Our board reviews climate risk each quarter.</p>',
        missing_recommended,
        source=message(
            "TCFD recommendations; policy on Communication on Progress; see `disclosure-index frameworks show`"
        ),
    ),
    Rule(
        "DI103",
        "partial-disclosure",
        Severity.WARNING,
        message("a disclosure with some datapoints tagged and others not"),
        message(
            "Some datapoints of the disclosure are tagged and others are left open, so a reader will not find those."
        ),
        '<p data-disclosure="hkex-esg:B1.1#gender">…</p>',
        '<table data-disclosure="hkex-esg:B1.1#gender,employment-type,age-group,geographical-region">…</table>',
        partial,
        source=message("the requirements of each disclosure: see `disclosure-index frameworks show hkex-esg:B1.1`"),
    ),
    Rule(
        "DI104",
        "undetermined-obligation",
        Severity.ERROR,
        message("an obligation that the issuer profile cannot decide"),
        message(
            "Obligations depend on the issuer's board and size. If the project file does not state them, nothing is "
            "assumed."
        ),
        '[profile]\nexchange = "hkex"',
        '[profile]\nexchange = "hkex"\nboard = "main-board"\nsize = "other"',
        undetermined,
        mandatory=True,
        source=message("HKEX Appendix C2, Part D: obligations by board, size and year"),
    ),
)
