"""Definition files into a catalog: what is asked for, in the framework's order, and what is broken as a finding."""

from datetime import date
from pathlib import Path

import pytest

from disclosure_index.catalog.definitions import in_folder, shipped_folder
from disclosure_index.catalog.loading import load_frameworks
from disclosure_index.catalog.store import Catalog
from disclosure_index.model import Basis, InForce, Obligation, ObligationRule

HEAD = 'id = "toy"\nshort = "TOY"\ntitle = { en = "Toys" }\nowner = "Nobody"\n'
PART = """\
framework = "toy"
part = "{part}"
source = [{{ id = "s", text = "Our own" }}]

[[edition]]
id = "2020"
title = {{ en = "Toys 2020" }}
by = "publication-date"
from = 2020-07-01
until = 2025-01-01
basis = "verified"
source = "s"
"""
ROW = """
[[disclosure]]
code = "{code}"
kind = "kpi"
obligation = "{obligation}"
title = {{ en = "Emissions", zh-Hant = "排放物", zh-Hans = "排放物" }}
basis = "secondary"
source = "s"
"""


def load(folder: Path, files: dict[str, str], **options: object) -> Catalog:
    (folder / "toy").mkdir(exist_ok=True)
    for name, text in {"framework.toml": HEAD, **files}.items():
        (folder / "toy" / name).write_text(text, "utf-8")
    return load_frameworks(definitions=in_folder(folder), **options)  # type: ignore[arg-type]


def part(rows: str = ROW.format(code="A1", obligation="mandatory"), name: str = "2020") -> str:
    return PART.format(part=name) + rows


def test_a_row_becomes_a_disclosure(tmp_path: Path) -> None:
    catalog = load(tmp_path, {"2020.toml": part()})
    assert catalog.findings == ()
    [d] = catalog.frameworks["toy"].disclosures
    assert (d.uid, d.part, d.title["zh-Hant"]) == ("toy:A1@2020", "2020", "排放物")
    assert d.in_force == InForce("publication-date", date(2020, 7, 1), date(2025, 1, 1))
    assert d.obligation == (ObligationRule(Obligation.MANDATORY),)
    assert (d.basis, d.source) == (Basis.SECONDARY, "Our own")  # the source's text, not its id
    assert (Path(d.location.path).name, d.location.line) == ("2020.toml", 14)


def test_dates_of_a_row_go_before_those_of_its_edition(tmp_path: Path) -> None:
    row = ROW.format(code="A1", obligation="voluntary") + "from = 2021-01-01\nuntil = 2022-01-01\n"
    [d] = load(tmp_path, {"2020.toml": part(row)}).frameworks["toy"].disclosures
    assert (d.in_force.start, d.in_force.end) == (date(2021, 1, 1), date(2022, 1, 1))


@pytest.mark.parametrize("where", ["framework.toml", "2020.toml"])
def test_rules_have_a_name_in_the_file_or_in_the_framework(tmp_path: Path, where: str) -> None:
    rules = (
        '\n[[obligation]]\nid = "large"\nrules = [{ is = "mandatory", size = ["large-cap"], since = 2026-01-01 },'
        ' { is = "comply-or-explain", board = ["main-board", "gem"], claim = ["all"] }]\n'
    )
    row = ROW.format(code="A1", obligation="large")
    files = {"framework.toml": HEAD + rules, "2020.toml": part(row)}
    if where == "2020.toml":
        files = {"2020.toml": part(rules + row)}
    [d] = load(tmp_path, files).frameworks["toy"].disclosures
    assert d.obligation == (
        ObligationRule(Obligation.MANDATORY, size=("large-cap",), since=date(2026, 1, 1)),
        ObligationRule(Obligation.COMPLY_OR_EXPLAIN, board=("main-board", "gem"), claim=("all",)),
    )


def test_files_come_by_number_not_by_letter(tmp_path: Path) -> None:
    names = ["toy-101", "toy-2", "toy-11", "toy-3"]
    files = {f"{n}.toml": part(ROW.format(code=n, obligation="voluntary"), n) for n in names}
    found = [d.part for d in load(tmp_path, files).frameworks["toy"].disclosures]
    assert found == ["toy-2", "toy-3", "toy-11", "toy-101"]


def test_only_what_is_asked_for_is_loaded_and_the_rest_is_known() -> None:
    catalog = load_frameworks(["ungc", "esrs", "ungc"])
    assert list(catalog.frameworks) == ["ungc"]
    assert len(catalog.known) == 8
    assert catalog.crosslinks == ()
    assert catalog.findings == ()


def test_crosswalks_come_with_both_their_frameworks() -> None:
    catalog = load_frameworks(["tcfd", "ifrs-s2"])
    assert {link.left.split(":")[0] for link in catalog.crosslinks} == {"tcfd", "ifrs-s2"}
    assert all(link.location.line > 0 for link in catalog.crosslinks)


@pytest.mark.parametrize(
    "industries", [["CG-EC"], ["cg-ec"], ["CG-EC", "XX-YY"], ["CG-EC-130a.1", "305-1"], ["cg-ec-000.A", "A1.1"]]
)
def test_only_the_industries_that_are_named_or_whose_codes_are_tagged_are_loaded(industries: list[str]) -> None:
    catalog = load_frameworks(["sasb"], industries=industries)
    assert {d.part for d in catalog.frameworks["sasb"].disclosures} == {"CG-EC"}


def test_the_shipped_definitions_are_found() -> None:
    assert (shipped_folder() / "hkex-esg" / "framework.toml").is_file()


def test_a_framework_whose_head_is_broken_is_known_and_not_loaded(tmp_path: Path) -> None:
    catalog = load(tmp_path, {"framework.toml": "id = 3\n", "2020.toml": part()})
    assert (dict(catalog.frameworks), catalog.known) == ({}, ("toy",))
    assert {f.rule for f in catalog.findings} == {"DI501"}
    assert all(f.unchecked for f in catalog.findings)


@pytest.mark.parametrize(
    "rows",
    [
        ROW.format(code="A1", obligation="mandatory").replace("[[disclosure]]", "  [[disclosure]]"),
        ROW.format(code="A1", obligation="mandatory").replace("[[disclosure]]", "[[ disclosure ]]"),
        ROW.format(code="A1", obligation="mandatory") + "note = '''\n[[disclosure]]\n'''\n",
        ROW.format(code="A1", obligation="mandatory").replace("[[disclosure]]", '[["disclosure"]]'),
    ],
)
def test_toml_that_is_written_otherwise_is_read_all_the_same(tmp_path: Path, rows: str) -> None:
    catalog = load(tmp_path, {"2020.toml": part(rows)})
    assert [d.code for d in catalog.frameworks["toy"].disclosures] == ["A1"]


def test_rows_written_as_one_array_are_read(tmp_path: Path) -> None:
    text = 'disclosure = [{ code = "A1", kind = "kpi", obligation = "voluntary", title = { en = "E" },'
    text += ' basis = "verified", source = "s" }]\n' + PART.format(part="2020")
    catalog = load(tmp_path, {"2020.toml": text})
    assert [d.code for d in catalog.frameworks["toy"].disclosures] == ["A1"]


def test_a_folder_without_frameworks_is_an_empty_catalog(tmp_path: Path) -> None:
    catalog = load_frameworks(definitions=in_folder(tmp_path))
    assert (dict(catalog.frameworks), catalog.known, catalog.findings) == ({}, (), ())


def test_a_framework_whose_name_is_not_that_of_its_folder_is_told(tmp_path: Path) -> None:
    catalog = load(tmp_path, {"framework.toml": HEAD.replace('"toy"', '"game"'), "2020.toml": part()})
    assert catalog.findings, 'a tag "toy:A1" finds nothing, and neither does "game:A1"'
