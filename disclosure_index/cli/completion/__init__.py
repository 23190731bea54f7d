"""``disclosure-index completion``: the completion scripts of shells."""

import click

from disclosure_index.cli.program.output import write

SHELLS = ("bash", "zsh", "fish")
PROGRAM, VARIABLE = "disclosure-index", "_DISCLOSURE_INDEX_COMPLETE"
"""The name of the script, and the environment variable by which click is asked for completions."""


@click.command(name="completion")
@click.argument("shell", type=click.Choice(SHELLS))
def command(shell: str) -> None:
    """Print the completion script of a shell.

    \b
    Examples:
      disclosure-index completion bash >> ~/.bashrc
      disclosure-index completion zsh > ~/.zfunc/_disclosure-index
      disclosure-index completion fish | source
    """
    from click.shell_completion import get_completion_class

    from disclosure_index.cli.program.running import group

    found = get_completion_class(shell)
    assert found is not None  # click has a class for each of these
    script = found(group, {}, PROGRAM, VARIABLE)
    write(f"{script.source_template % script.source_vars()}\n".lstrip("\n"), None)
