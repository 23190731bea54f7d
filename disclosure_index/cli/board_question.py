"""The board on which the issuer is listed: an option, or a question on a terminal; a person always decides."""

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

import click

from disclosure_index.cli.program.language import in_chosen_language, print_message
from disclosure_index.importing.listing import listing
from disclosure_index.importing.report_facts import ReportFacts, quoted_evidence
from disclosure_index.messages import message
from disclosure_index.model import Document, Framework
from disclosure_index.outputs.escape import for_terminal

BOARDS = {"main-board": "hkex", "gem": "hkex"}
"""The boards on which obligations depend, each with its exchange."""
NONE = "none"
F = TypeVar("F", bound=Callable[..., Any])


def board_option(function: F) -> F:
    """Add the option for the board, which is a question on a terminal if it is not given."""
    return click.option(
        "--board",
        type=click.Choice((*BOARDS, NONE)),
        help="Board of the Hong Kong exchange that the issuer is listed on; none for any other issuer. Default: asked "
        "for on a terminal, else left open.",
    )(function)


def with_board(
    facts: ReportFacts, given: str | None, documents: Iterable[Document], frameworks: Mapping[str, Framework]
) -> ReportFacts:
    """Return the facts with the issuer's board, from a person or from the report.

    Args:
        facts: the known facts of the report.
        given: the value of the option; None if it is not given.
        documents: the documents, which may name the board.
        frameworks: the frameworks with obligations that may depend on it, by id.

    """
    named = listing(passage for document in documents for passage in document.passages)
    if named is not None:
        evidence = {**facts.evidence, "board": quoted_evidence(named.evidence)}
        facts = replace(facts, exchange=named.exchange, board=named.board, evidence=evidence)
    claimed = [frameworks[id] for id in facts.claims or {} if id in frameworks]
    if given is None and _is_terminal() and (named is not None or any(map(depends_on_board, claimed))):
        given = _asked(facts)
    if given is None:
        return replace(facts, guessed=facts.guessed | {"board"})
    if given == NONE:
        return replace(facts, exchange="", board="")
    return replace(facts, exchange=BOARDS[given], board=given)


def depends_on_board(framework: Framework) -> bool:
    """Whether obligations of a framework depend on the board on which the issuer is listed."""
    return any(rule.board for disclosure in framework.disclosures for rule in disclosure.obligation)


def _asked(facts: ReportFacts) -> str:
    """Ask for the board, and show where the report names one, which is the default."""
    if facts.board:
        evidence = facts.evidence["board"]
        print_message(message("The report names a board: {statement}", statement=evidence))
    question = for_terminal(
        in_chosen_language(message("Which board of the Hong Kong exchange is the issuer listed on"))
    )
    answer: str = click.prompt(
        question, type=click.Choice((*BOARDS, NONE)), default=facts.board or None, err=True, show_choices=True
    )
    return answer


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()
