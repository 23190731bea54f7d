"""The message that a new project file claims no framework, for the commands that write one."""

from collections.abc import Iterable
from pathlib import Path

from disclosure_index import checks
from disclosure_index.checks.di501_sources import no_framework_help
from disclosure_index.cli.program.language import chosen_language, print_messages
from disclosure_index.model import Finding, Location, Message
from disclosure_index.outputs.text import finding_lines


def report_no_framework(file: Path, message: Message, known: Iterable[str]) -> None:
    """Print that no framework was recognised, and what to add to the project file."""
    finding = Finding("DI607", message, Location(file.as_posix()), no_framework_help(known))
    print_messages(line for f in checks.complete([finding]) for line in finding_lines(f, chosen_language()))
