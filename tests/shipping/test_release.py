"""What a release hangs on: one version everywhere, and nothing taken from elsewhere under a name that can move."""

import re
import shutil
import tomllib
from pathlib import Path

import pytest
import yaml

from tools.release_check import problems

NAMES_THE_VERSION = ("pyproject.toml", "CHANGELOG.md", "CITATION.cff", "docs/ci.md")


def test_the_version_is_one_everywhere(root):
    assert problems(root) == []


@pytest.mark.parametrize("file", NAMES_THE_VERSION)
def test_a_file_that_is_left_behind_is_named(root, tmp_path, file):
    for name in NAMES_THE_VERSION:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(root / name, tmp_path / name)
    version = re.search(r'(?m)^version = "(.+)"', (root / "pyproject.toml").read_text("utf-8"))[1]
    changed = (tmp_path / file).read_text("utf-8").replace(version, "9.9.9")
    (tmp_path / file).write_text(changed, "utf-8")
    assert problems(tmp_path)
    assert all("9.9.9" in problem for problem in problems(tmp_path))


def test_the_tag_of_a_release_is_the_version(root):
    assert problems(root, "v9.9.9")
    version = re.search(r'(?m)^version = "(.+)"', (root / "pyproject.toml").read_text("utf-8"))[1]
    assert problems(root, f"v{version}") == []


def test_actions_are_pinned_by_digest(root):
    steps = [
        (file.name, step)
        for file in sorted((root / ".github" / "workflows").glob("*.yml"))
        for job in yaml.safe_load(file.read_text("utf-8"))["jobs"].values()
        for step in job["steps"]
    ]
    used = [(name, step["uses"]) for name, step in steps if "uses" in step]
    assert used
    assert [(name, use) for name, use in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", use)] == []


def test_images_are_pinned_by_digest(root):
    named = re.findall(r"(?m)^FROM (\S+)", (root / "Dockerfile").read_text("utf-8"))
    named.append(yaml.safe_load((root / "ci" / "gitlab.yml").read_text("utf-8"))["disclosure-index"]["image"])
    assert [image for image in named if not re.search(r"@sha256:[0-9a-f]{64}$", image)] == []


def _pins(file: Path) -> dict[str, str]:
    """Return the version of each package that a file of pins names."""
    found = re.findall(r"(?m)^([\w.-]+)==([^\s;]+)", file.read_text("utf-8"))
    return {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in found}


def test_what_is_installed_elsewhere_is_pinned_by_digest_and_complete(root):
    locked, constraints = root / "ci" / "requirements.txt", _pins(root / "constraints.txt")
    pins = _pins(locked)
    assert pins == {name: constraints.get(name) for name in pins}, "run make locked"
    blocks = re.split(r"(?m)^(?=[\w.-]+==)", locked.read_text("utf-8"))[1:]
    assert [block for block in blocks if "--hash=sha256:" not in block] == []
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    needs = project["dependencies"] + project["optional-dependencies"]["pdf"]
    asked = {re.match(r"[\w.-]+", need)[0].lower() for need in needs}
    assert asked <= set(pins), "run make locked"


def test_the_image_is_given_what_builds_the_package(root):
    copied = re.findall(r"(?m)^COPY (?!--from)(.+) \S+$", (root / "Dockerfile").read_text("utf-8"))
    sources = {source for line in copied for source in line.split()}
    allowed = {line[1:] for line in (root / ".dockerignore").read_text("utf-8").splitlines() if line.startswith("!")}
    assert sources == allowed
    build = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
    needed = {"hatch_build.py"} | set(build["targets"]["wheel"]["packages"])
    assert needed | set(build["targets"]["wheel"]["force-include"]) <= allowed


def test_nothing_but_publishing_may_write(root):
    for file in sorted((root / ".github" / "workflows").glob("*.yml")):
        workflow = yaml.safe_load(file.read_text("utf-8"))
        assert workflow["permissions"] == {"contents": "read"}, file.name
        for name, job in workflow["jobs"].items():
            writes = {right for right, level in job.get("permissions", {}).items() if level == "write"}
            assert writes <= {"publish": {"id-token"}, "image": {"packages"}}.get(name, set()), (file.name, name)


@pytest.mark.parametrize("file", [".github/ISSUE_TEMPLATE/wish.yml", ".github/ISSUE_TEMPLATE/wrong_result.yml"])
def test_issue_forms_ask_for_what_is_needed(root: Path, file):
    form = yaml.safe_load((root / file).read_text("utf-8"))
    assert any(part.get("validations", {}).get("required") for part in form["body"])
