"""What other repositories take from this one: hooks, an action, a GitLab template; tried on a small repository."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from jsonschema import validators

from disclosure_index.errors import ExitCode
from tests.support.schemas import GITHUB_ACTION, GITLAB_CI, published

BIN = Path(sys.executable).parent


def valid(document: object, url: str) -> None:
    schema = published(url)
    validators.validator_for(schema)(schema).validate(document)


def read(root: Path, name: str) -> dict:
    return yaml.safe_load((root / name).read_text("utf-8"))


def test_the_action_is_one(root):
    valid(read(root, "action.yml"), GITHUB_ACTION)


def test_the_gitlab_template_is_one(root):
    valid(read(root, "ci/gitlab.yml"), GITLAB_CI)


@pytest.fixture
def repository(make_report, principles):
    """A git repository with a report that answers nine principles of ten, which it says is an error."""
    project = '[[frameworks]]\nid = "ungc"\nclaim = "participant"\n[policy]\nseverity = { DI102 = "error" }\n'
    folder = make_report(principles(*range(1, 10)), project=project)
    subprocess.run(["git", "init", "--quiet", folder], check=True)
    return folder


def mend(repository: Path) -> None:
    """Answer the tenth principle."""
    report = repository / "report.xhtml"
    report.write_text(report.read_text("utf-8").replace("ungc:9", "ungc:9 ungc:10"), "utf-8")


class TestAction:
    def run(self, root, repository, **inputs):
        output = repository / "output"
        output.unlink(missing_ok=True)
        environment = {
            **os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "GITHUB_ACTIONS": "true",
            "GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(repository / "summary.md"), **inputs,
        }  # fmt: skip
        done = subprocess.run(
            ["bash", root / "ci" / "action.sh"], cwd=repository, env=environment, capture_output=True, text=True
        )
        return done, output.read_text("utf-8")

    def test_it_fails_with_an_annotation_and_passes_when_the_report_is_mended(self, root, repository):
        done, output = self.run(root, repository)
        assert (done.returncode, output) == (1, "exit-code=1\n")
        assert done.stdout.startswith("::error file=")
        assert "DI102" in (repository / "summary.md").read_text("utf-8")
        mend(repository)
        done, output = self.run(root, repository)
        assert (done.returncode, output) == (0, "exit-code=0\n")

    def test_its_inputs_are_heard(self, root, repository):
        done, _ = self.run(root, repository, SARIF="found.sarif", ARGUMENTS="--ignore DI102 --as-of 2026-01-31")
        assert done.returncode == 0, done.stdout
        assert json.loads((repository / "found.sarif").read_text("utf-8"))["runs"][0]["results"] == []

    @pytest.fixture
    def received(self, root, tmp_path):
        """Give the arguments that the program receives, one a line; a program that prints them stands in for it."""
        stand_in = tmp_path / "bin" / "disclosure-index"
        stand_in.parent.mkdir()
        stand_in.write_text("#!/bin/sh\nprintf '[%s]\\n' \"$@\"\n", "utf-8")
        stand_in.chmod(0o755)

        def of(**inputs):
            path = f"{stand_in.parent}{os.pathsep}{os.environ['PATH']}"
            environment = {**os.environ, "PATH": path, **inputs}
            return subprocess.run(
                ["bash", root / "ci" / "action.sh"], cwd=tmp_path, env=environment, capture_output=True, text=True
            )

        return of

    @pytest.mark.parametrize(
        ("written", "words"),
        [
            ("--select DI1\n--fail-on warning", ["--select", "DI1", "--fail-on", "warning"]),
            ("--select DI1\n--fail-on warning\n", ["--select", "DI1", "--fail-on", "warning"]),
            ("\n\n  --select DI1\r\n\t--ignore DI2\r\n", ["--select", "DI1", "--ignore", "DI2"]),
            ('--baseline "my baseline.json"', ["--baseline", "my baseline.json"]),
            ("--baseline 'my \"own\" baseline.json'\n-o a\\ b", ["--baseline", 'my "own" baseline.json', "-o", "a b"]),
            ("--select \\\n  DI1", ["--select", "DI1"]),
            ("'a\\\nb' \"it's \\\nhere\"", ["a\\\nb", "it's here"]),
            ("$(touch ran) `touch ran` ; touch ran | $HOME *", ["$(touch", "ran)", "`touch", "ran`", ";",
             "touch", "ran", "|", "$HOME", "*"]),
            ("''", [""]),
            ("   \n ", []),
        ],
    )  # fmt: skip
    def test_arguments_are_split_as_a_shell_does_and_nothing_is_run(self, received, tmp_path, written, words):
        done = received(ARGUMENTS=written)
        expected = ["check", "--format", "github", *words, "--", "."]
        assert done.stdout == "".join(f"[{word}]\n" for word in expected)
        assert not (tmp_path / "ran").exists()

    @pytest.mark.parametrize("written", ["--select 'DI1", '--baseline "my', "--select DI1\\"])
    def test_a_quote_that_is_not_closed_is_an_error(self, received, tmp_path, written):
        done = received(ARGUMENTS=written, GITHUB_OUTPUT=str(tmp_path / "output"))
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("arguments: error: ")
        assert (tmp_path / "output").read_text("utf-8") == "exit-code=2\n"

    @pytest.mark.parametrize("path", ["--exit-zero", "-o", "--help", "a b", "$(touch ran)"])
    def test_a_path_is_a_path(self, received, path):
        assert received(REPORT=path).stdout.splitlines()[-2:] == ["[--]", f"[{path}]"]

    def test_a_path_like_an_option_cannot_be_read_and_changes_nothing(self, root, repository):
        done, _ = self.run(root, repository, REPORT="--exit-zero")
        assert done.returncode == 3
        assert "no such file or folder" in done.stderr

    def test_a_threshold_like_an_option_is_refused(self, root, repository):
        done, _ = self.run(root, repository, FAIL_ON="--exit-zero")
        assert done.returncode == 2

    def test_no_module_of_the_repository_is_imported(self, received, tmp_path):
        (tmp_path / "shlex.py").write_text("open('ran', 'w')\n", "utf-8")
        assert "[DI1]" in received(ARGUMENTS="--select DI1").stdout
        assert not (tmp_path / "ran").exists()

    def test_what_could_not_be_looked_at_is_never_fine(self, root, repository):
        (repository / "report.xhtml").write_text("<html>", "utf-8")
        done, output = self.run(root, repository)
        assert (done.returncode, output) == (3, "exit-code=3\n")

    def test_an_internal_error_is_no_finding(self, root, repository, tmp_path):
        """What Python imports first breaks the program, as a package that does not fit would."""
        broken = tmp_path / "broken"
        broken.mkdir()
        (broken / "sitecustomize.py").write_text("import sys\nsys.modules['pydantic'] = None\n", "utf-8")
        done, output = self.run(root, repository, PYTHONPATH=str(broken))
        assert (done.returncode, output) == (70, "exit-code=70\n")
        assert done.stderr.startswith("internal error, please report it")


@pytest.mark.parametrize("code", [code for code in ExitCode if code != ExitCode.STOPPED])
@pytest.mark.parametrize(
    ("file", "form"),
    [
        ("README.md", "| {} | "),
        ("docs/ci.md", "| {} | "),
        ("action.yml", " {} "),
        ("ci/action.sh", " {} "),
        ("disclosure_index/cli/program/running.py", " {} "),
    ],
)
def test_every_exit_code_is_described(root, file, form, code):
    assert form.format(int(code)) in (root / file).read_text("utf-8")


class TestPreCommit:
    """The hook as it is defined, but run from this environment: installing it would need a network."""

    @pytest.fixture
    def hooked(self, root, repository):
        [hook] = read(root, ".pre-commit-hooks.yaml")
        config = {"repos": [{"repo": "local", "hooks": [{**hook, "language": "system"}]}]}
        (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), "utf-8")
        return repository

    def commit(self, repository, tmp_path):
        environment = {
            **os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "PRE_COMMIT_HOME": str(tmp_path / "cache"),
        }  # fmt: skip
        author = ("-c", "user.name=Lo", "-c", "user.email=lo@example.com")
        for command in (
            ["git", "add", "--all"],
            [BIN / "pre-commit", "install"],
            ["git", *author, "commit", "--quiet", "--message=A report"],
        ):
            done = subprocess.run(command, cwd=repository, env=environment, capture_output=True, text=True)
        return done

    def test_a_commit_is_refused_until_the_report_is_mended(self, hooked, tmp_path):
        refused = self.commit(hooked, tmp_path)
        assert refused.returncode == 1
        assert "missing-recommended" in refused.stderr
        mend(hooked)
        accepted = self.commit(hooked, tmp_path)
        assert accepted.returncode == 0, accepted.stderr
