"""Findings of rules about a disclosure or a statement of the report."""

from disclosure_index.assessment.linking import Link
from disclosure_index.messages import titled
from disclosure_index.model import Disclosure, Finding, Location, Message, SafeEdit, Titles


def about(
    rule: str, disclosure: Disclosure, message: Message, place: Location, hint: Message, anchor: str = ""
) -> Finding:
    """Make a finding about a disclosure.

    Args:
        rule: its id.
        disclosure: which one.
        message: what is wrong, and why.
        place: where.
        hint: what to do.
        anchor: of the element, where the finding is about that element: with it the finding is known again.
    """
    d = disclosure
    return Finding(rule, message, place, hint, framework=d.framework, edition=d.edition, code=d.code, anchor=anchor)


def about_statement(rule: str, link: Link, message: Message, hint: Message, edit: SafeEdit | None = None) -> Finding:
    """Make a finding about a tag or an omission, whatever it names, with the edit that corrects it; see `about`."""
    reference, disclosure, span = link.statement.reference, link.disclosure, link.statement.span
    return Finding(
        rule,
        message,
        span.location,
        hint,
        framework=reference.framework if reference else "",
        edition=disclosure.edition if disclosure else "",
        code=disclosure.code if disclosure else reference.code if reference else link.statement.text,
        anchor=span.anchor,
        edit=edit,
    )


def explained(id: str, titles: Titles) -> Message:
    """Return what is typed in a report: a word of English, which other languages explain by its title."""
    others = {language: f"{title}（{id}）" for language, title in titles.items() if language != "en" and title != id}
    return titled({**others, "en": id}, "en")
