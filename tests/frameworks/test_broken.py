"""Definitions that somebody broke: what is told names the file, the line and the field."""

import re
import shutil
from pathlib import Path

import pytest

from disclosure_index.catalog.definitions import in_folder, shipped_folder
from disclosure_index.catalog.lint import lint
from disclosure_index.catalog.loading import load_frameworks

KPI = 'code = "A1.3"'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two real frameworks."""
    for name in ("hkex-esg", "ungc"):
        shutil.copytree(shipped_folder() / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def related(folder: Path) -> Path:
    """The same with a third, and what stands between two of them."""
    shutil.copytree(shipped_folder() / "gri", folder / "gri")
    (folder / "crosswalks").mkdir()
    shutil.copy(shipped_folder() / "crosswalks" / "gri--hkex-esg.toml", folder / "crosswalks")
    return folder


def change(path: Path, after: str, old: str, new: str) -> int:
    """Replace the first `old` behind `after`; give its line."""
    text = path.read_text("utf-8")
    start = text.index(old, text.index(after))
    path.write_text(text[:start] + new + text[start + len(old) :], "utf-8")
    return text.count("\n", 0, start) + 1


def line_of_table(path: Path, line: int) -> int:
    """The header of the table that `line` is in: where a finding about a whole row points."""
    lines = path.read_text("utf-8").splitlines()
    return next(n for n in range(line, 0, -1) if lines[n - 1].startswith("[["))


def told(folder: Path, rule: str) -> list[str]:
    found = lint(load_frameworks(definitions=in_folder(folder)))
    return [f"{f.location} {f.message}".removeprefix(f"{folder}/") for f in found if f.rule == rule]


def test_the_copies_are_clean(related: Path) -> None:
    assert lint(load_frameworks(definitions=in_folder(related))) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("group = ", "gruop = ", 'hkex-esg 2020 > disclosure > A1.3 > gruop: unknown key; did you mean "group"?'),
        ('kind = "kpi"', "kind = 3", "hkex-esg 2020 > disclosure > A1.3 > kind: "),
        ('kind = "kpi"', 'kind = "A KPI"', "hkex-esg 2020 > disclosure > A1.3 > kind: "),
        ('data = "quantitative"', 'data = "number"', "hkex-esg 2020 > disclosure > A1.3 > data: must be "),
        ('basis = "verified"', 'basis = "sure"', "hkex-esg 2020 > disclosure > A1.3 > basis: must be "),
        ('en = "Hazardous', 'eng = "Hazardous', "hkex-esg 2020 > disclosure > A1.3 > title > eng: unknown key"),
        ('zh-Hant = "', 'zh-HK = "', "hkex-esg 2020 > disclosure > A1.3 > title > zh-HK: unknown key; did you mean"),
    ],
)
@pytest.mark.sampled(3)
def test_a_value_that_does_not_fit(folder: Path, old: str, new: str, message: str) -> None:
    path = folder / "hkex-esg" / "2020.toml"
    line = change(path, KPI, old, new)
    found = told(folder, "DI501")
    place = f"hkex-esg/2020.toml:{line}:1"
    assert any(f.startswith(place) and message in f for f in found), (place, found)


def test_a_datapoint_is_told_where_the_list_of_them_begins(folder: Path) -> None:
    path = folder / "hkex-esg" / "2020.toml"
    line = change(path, KPI, "datapoints = [", "datapoints = [")
    change(path, KPI, "optional = true", 'optional = "perhaps"')
    [found] = told(folder, "DI501")
    assert found.startswith(f"hkex-esg/2020.toml:{line}:1 hkex-esg 2020 > disclosure > A1.3 > datapoints > intensity >")


def test_a_missing_title_is_told_at_the_disclosure(folder: Path) -> None:
    path = folder / "hkex-esg" / "2020.toml"
    line = change(path, KPI, "title = ", "# title = ")
    assert told(folder, "DI501") == [
        f"hkex-esg/2020.toml:{line_of_table(path, line)}:1 hkex-esg 2020 > disclosure > A1.3 > title: is missing"
    ]


def test_an_empty_title_is_none(folder: Path) -> None:
    line = change(folder / "ungc" / "2004.toml", 'code = "1"', 'en = "Support and respect human rights"', 'en = " "')
    [found] = [f for f in told(folder, "DI501") if "> en:" in f]
    assert found.startswith(f"ungc/2004.toml:{line}:1 ungc 2004 > disclosure > 1 > title > en: ")


def test_bad_syntax_has_line_and_column(folder: Path) -> None:
    line = change(folder / "ungc" / "2004.toml", 'code = "3"', 'basis = "verified"', "basis = verified")
    [found] = told(folder, "DI501")
    assert re.match(rf"ungc/2004\.toml:{line}:\d+ ungc 2004: is not valid TOML: ", found)


def test_a_file_that_is_no_text(folder: Path) -> None:
    (folder / "ungc" / "2004.toml").write_bytes(b"\xff\xfe\x00")
    [found] = told(folder, "DI501")
    assert "ungc/2004.toml" in found


def test_every_problem_is_told_not_only_the_first(folder: Path) -> None:
    path = folder / "hkex-esg" / "2025.toml"
    for after in ('code = "A1.3"', 'code = "B1.1"', 'code = "41"'):
        change(path, after, "kind = ", "knid = ")
    assert {f.split(" > ")[2] for f in told(folder, "DI501")} >= {"A1.3", "B1.1", "41"}


def test_the_other_files_are_still_loaded(folder: Path) -> None:
    change(folder / "hkex-esg" / "2025.toml", "framework =", 'part = "2025"', "part = 2025")
    catalog = load_frameworks(definitions=in_folder(folder))
    assert {d.edition for d in catalog.frameworks["hkex-esg"].disclosures} == {"2020"}
    assert len(catalog.frameworks["ungc"].disclosures) == 10
    assert all(f.unchecked for f in catalog.findings)  # so that nobody takes the rest for all


@pytest.mark.parametrize(
    ("rule", "file", "after", "old", "new", "message"),
    [
        (
            "DI502",
            "hkex-esg/2020.toml",
            KPI,
            KPI,
            'code = "A1.2"',
            "hkex-esg 2020 > A1.2 > code: is already defined at ",
        ),
        ("DI505", "hkex-esg/2020.toml", 'code = "13(i)"', 'parent = "13"', 'parent = "12"', '> parent: "12" is no'),
        ("DI505", "hkex-esg/2020.toml", KPI, 'group = "A1"', 'group = "A9"', '> A1.3 > group: "A9" is not a group'),
        (
            "DI505",
            "gri/gri-306.toml",
            'code = "306-1"',
            "gri:303-4@2018",
            "gri:303-9",
            '"gri:303-9" matches no disclosure',
        ),
        ("DI505", "gri/gri-306.toml", 'code = "306-1"', '"voluntary"', '"never"', "> 306-1 > obligation: is neither"),
        ("DI504", "gri/gri-306.toml", 'code = "306-1"', "2021-01-01", "2012-01-01", "> until: 2012-01-01 is not after"),
        (
            "DI505",
            "crosswalks/gri--hkex-esg.toml",
            "[[link]]",
            "A1.1@2020",
            "A1.1@2021",
            '"hkex-esg:A1.1@2021" matches',
        ),
    ],
)
@pytest.mark.sampled(3)
def test_what_the_files_say_together(
    related: Path, rule: str, file: str, after: str, old: str, new: str, message: str
) -> None:
    line = change(related / file, after, old, new)
    at = f"{file}:{line_of_table(related / file, line)}:1 "
    assert any(found.startswith(at) and message in found for found in told(related, rule)), told(related, rule)


def test_a_contradictory_relation(related: Path) -> None:
    path = related / "crosswalks" / "gri--hkex-esg.toml"
    text = path.read_text("utf-8")
    first = text[text.index("[[link]]") : text.index("[[link]]", text.index("[[link]]") + 1)]
    path.write_text(text + "\n" + first.replace("intersects", "superset"), "utf-8")
    [found] = told(related, "DI507")
    line = text.count("\n") + 2
    assert found.startswith(
        f"crosswalks/gri--hkex-esg.toml:{line}:1 crosswalk: gri:305-1 is both intersects and superset of"
    )


def test_a_crosswalk_to_a_framework_that_there_is_not_is_told(related: Path) -> None:
    path = related / "crosswalks" / "gri--hkex-esg.toml"
    path.rename(path.with_name("gri--hkex.toml"))
    assert [f for f in told(related, "DI505") + told(related, "DI501") if "gri--hkex.toml" in f]


def test_a_crosswalk_whose_name_and_content_differ_is_told(related: Path) -> None:
    change(related / "crosswalks" / "gri--hkex-esg.toml", "left =", 'left = "gri"', 'left = "ungc"')
    [*found] = [f for f in told(related, "DI505") + told(related, "DI501") if "gri--hkex-esg.toml" in f]
    assert found
