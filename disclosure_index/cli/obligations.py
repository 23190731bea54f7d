"""Obligations in words: the obligation in a report, its rule, and the reliefs by which a disclosure may be omitted."""

from collections.abc import Iterator, Mapping

from disclosure_index.assessment.assessment import Assessment
from disclosure_index.assessment.coverage import Coverage, may_be_omitted
from disclosure_index.catalog.obligations import ASKED
from disclosure_index.messages import AND, CLAUSE_COMMA, COLON, COMMA, OR, SEMICOLON, joined, message, titled
from disclosure_index.messages.states import BASIS, OBLIGATION, financial_year, what_it_means
from disclosure_index.model import Basis, Message, ObligationRule, in_language


def rule_in_words(rule: ObligationRule) -> Message:
    """Return a rule in words: the level, and the facts that decide it."""
    conditions = list(_conditions(rule, {}))
    level = OBLIGATION[rule.level]
    if not conditions:
        return level
    return message("{obligation} if {conditions}", obligation=level, conditions=joined(CLAUSE_COMMA, conditions))


def _conditions(rule: ObligationRule, given: Mapping[str, str]) -> Iterator[Message]:
    if rule.claim:
        yield message("claim {claim}", claim=joined(OR, rule.claim))
    if rule.board:
        yield message("board {board}", board=given.get("board") or joined(OR, rule.board))
    if rule.size:
        yield message("size {size}", size=given.get("size") or joined(OR, rule.size))
    if rule.industry:
        yield message("industry {industry}", industry=joined(OR, rule.industry))
    if rule.sector:
        yield message("sector {sector}", sector=joined(OR, rule.sector))
    if rule.used:
        yield message("the report discloses {codes}", codes=joined(OR, rule.used))
    if rule.omitted:
        yield message("the report explains that it leaves out {codes}", codes=joined(OR, rule.omitted))
    if rule.since:
        yield message("years beginning on or after {day}", day=str(rule.since))


def obligation(assessment: Assessment, c: Coverage) -> Message:
    """Return the obligation in a report, its reason, and whether an explanation may replace the disclosure."""
    report, rule = assessment.report, c.decision.rule
    if c.obligation is None:
        keys = joined(AND, (ASKED[key] for key in c.decision.missing))
        unknown = message("cannot be determined without {keys}", keys=keys)
        return joined(SEMICOLON, (unknown, *what_it_means(c.decision.missing)))
    applies = message("{obligation} for {year}", obligation=OBLIGATION[c.obligation], year=financial_year(report))
    if rule and (conditions := list(_conditions(rule, {"board": report.profile.board, "size": report.profile.size}))):
        applies = message("{applies}, by {conditions}", applies=applies, conditions=joined(CLAUSE_COMMA, conditions))
    if may_be_omitted(c.disclosure, c.decision):
        omission = message("may be explained instead")
    elif c.accepted:
        omission = message("can be left out only under a relief")
    else:
        omission = message("cannot be omitted")
    parts = [applies, omission]
    if rule and rule.basis != Basis.VERIFIED:
        parts.append(message("this rule is {basis}", basis=BASIS[rule.basis]))
    if rule is None and c.disclosure.required and c.disclosure.obligation:
        rules = joined(SEMICOLON, (rule_in_words(rule) for rule in c.disclosure.obligation))
        parts.append(message("none of its rules holds: {rules}", rules=rules))
    if not c.disclosure.required:
        parts.append(message("background that no report is asked to answer"))
    return joined(SEMICOLON, parts)


def relief_lines(c: Coverage, language: str) -> Iterator[Message]:
    """Yield the reliefs by which a disclosure may be omitted, with its required statement and its certainty."""
    for reason in c.accepted:
        if relief := reason.relief:
            line = message(
                "{id} ({title}), {paragraph}",
                id=reason.id,
                title=in_language(reason.title, language),
                paragraph=relief.paragraph,
            )
            parts = [line]
            if relief.first_year:
                parts.append(message("only for the first year in which the framework is applied"))
            if relief.says:
                statement = joined(COMMA, (titled(statement.title, language) for statement in relief.says))
                parts.append(joined(COLON, (message("the explanation says"), statement)))
            parts.append(message("{what} ({more})", what=BASIS[relief.basis], more=relief.source))
            yield joined(SEMICOLON, parts)
