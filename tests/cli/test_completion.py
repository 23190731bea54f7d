"""The shells complete verbs, options, rules, frameworks and codes."""

import shutil
import subprocess

import pytest

from disclosure_index.errors import ExitCode


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_for_each_shell(run, shell, tmp_path):
    result = run("completion", shell)
    assert result.exit_code == 0
    assert "_DISCLOSURE_INDEX_COMPLETE" in result.stdout
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
def test_what_is_offered(script, words, offered):
    typed = f"disclosure-index {words}"
    asked = {"COMP_WORDS": typed, "COMP_CWORD": str(len(words.split())), "_DISCLOSURE_INDEX_COMPLETE": "bash_complete"}
    lines = script(**asked).stdout.splitlines()
    assert f"plain,{offered}" in lines
