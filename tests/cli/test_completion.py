"""The shells complete verbs, options, rules, frameworks and codes."""

import shutil
import subprocess

import pytest
from click.shell_completion import BashComplete

from disclosure_index.cli.program.running import group
from disclosure_index.errors import ExitCode

VARIABLE = "_DISCLOSURE_INDEX_COMPLETE"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_for_each_shell(run, shell, tmp_path):
    result = run("completion", shell)
    assert result.exit_code == 0
    assert VARIABLE in result.stdout
    if shutil.which(shell):
        (tmp_path / "script").write_text(result.stdout)
        subprocess.run([shell, "-n", tmp_path / "script"], check=True)


def test_another_shell_is_a_mistake(run):
    assert run("completion", "cmd").exit_code == ExitCode.USAGE


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("chec", "check"),
        ("view --lang", "--language"),
        ("check --select missing-d", "missing-disclosure"),
        ("check --format sa", "sarif"),
        ("rules show DI10", "DI101"),
        ("index --framework hk", "hkex-esg"),
        ("frameworks show gr", "gri:"),
        ("explain gri:305-", "gri:305-1"),
    ],
)
def test_what_is_offered(words, offered):
    *before, begun = words.split()
    completions = BashComplete(group, {}, "disclosure-index", VARIABLE).get_completions(before, begun)
    assert offered in {completion.value for completion in completions}


def test_a_shell_is_answered(script):
    asked = {"COMP_WORDS": "disclosure-index explain gri:305-", "COMP_CWORD": "2", VARIABLE: "bash_complete"}
    assert "plain,gri:305-1" in script(**asked).stdout.splitlines()
