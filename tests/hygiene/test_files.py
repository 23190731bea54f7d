"""What a reader of the repository may rely on: files of a size that fits the eye, and no trace of any machine."""

import re

LONGEST = 300
MOST_IN_A_FOLDER = 30

MACHINE = re.compile(r"(?<![\w.~-])/(?:work|tmp|root|home|Users|mnt)/[\w.-]")
REGISTRY = re.compile(
    r"pypi\.org|pythonhosted\.org|registry\.npmjs\.org|proxy\.golang\.org|index\.crates\.io|"
    r"index-url|trusted-host|https?://(?:localhost|127\.0\.0\.1|10\.|192\.168\.)|\.(?:internal|local|corp)\b[:/]"
)


def _lines(texts, pattern):
    return [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in texts.items()
        for number, line in enumerate(text.split("\n"), start=1)
        if pattern.search(line)
    ]


def test_no_path_of_a_machine(texts):
    assert _lines(texts, MACHINE) == []


def test_no_host_of_a_registry(texts):
    assert _lines(texts, REGISTRY) == []


def test_no_module_is_longer_than_the_eye_holds(texts):
    modules = {name: text.count("\n") for name, text in texts.items() if re.match(r"disclosure_index/.*\.py$", name)}
    assert {name: lines for name, lines in modules.items() if lines > LONGEST} == {}


def test_no_folder_of_the_package_holds_more_than_a_reader_can_take_in(root):
    held = {
        folder.relative_to(root).as_posix(): sum(entry.name != "__pycache__" for entry in folder.iterdir())
        for folder in (root / "disclosure_index").rglob("*/")
        if folder.is_dir() and folder.name != "__pycache__"
    }
    assert {name: count for name, count in held.items() if count > MOST_IN_A_FOLDER} == {}
