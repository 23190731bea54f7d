"""What `import disclosure_index` offers: complete, typed, documented, and enough for the main job."""

import ast
import inspect
import subprocess
import sys
from datetime import date

import pytest

import disclosure_index

PROMISED = {
    "Assessment", "Catalog", "Coverage", "Finding", "Report", "Severity", "Status",
    "assess", "load_for", "load_frameworks", "open_project", "read_report",
}  # fmt: skip


def test_all_names_exactly_what_is_re_exported(root):
    tree = ast.parse((root / "disclosure_index" / "__init__.py").read_text("utf-8"))
    [typed] = [node for node in tree.body if isinstance(node, ast.If)]  # what a type checker sees imported
    imported = {a.asname or a.name for n in typed.body if isinstance(n, ast.ImportFrom) for a in n.names}
    assert sorted(disclosure_index.__all__) == sorted(imported)
    assert all(hasattr(disclosure_index, name) for name in disclosure_index.__all__)  # and what is imported when asked
    assert len(set(disclosure_index.__all__)) == len(disclosure_index.__all__)
    assert set(disclosure_index.__all__) >= PROMISED


@pytest.mark.parametrize("name", disclosure_index.__all__)
def test_every_name_is_documented_where_it_is_used(name):
    thing = getattr(disclosure_index, name)
    said = inspect.getdoc(thing) or ""
    assert len(said) > 20
    assert not said.startswith(f"{name}("), "dataclass's own signature is no documentation"


@pytest.mark.parametrize(
    "name", [n for n in disclosure_index.__all__ if inspect.isfunction(getattr(disclosure_index, n))]
)
def test_every_function_is_typed(name):
    signature = inspect.signature(getattr(disclosure_index, name))
    assert signature.return_annotation is not inspect.Signature.empty
    assert all(p.annotation is not inspect.Parameter.empty for p in signature.parameters.values())


def test_the_package_says_that_it_is_typed(root):
    assert (root / "disclosure_index" / "py.typed").is_file()


def test_the_errors_that_it_raises_can_be_caught_by_name(tmp_path):
    with pytest.raises(disclosure_index.CouldNotCheckError):
        disclosure_index.read_report(tmp_path)
    (tmp_path / "disclosure-index.toml").write_text("x = 1\n", "utf-8")
    with pytest.raises(disclosure_index.ConfigError, match=r"disclosure-index\.toml:1:1"):
        disclosure_index.read_report(str(tmp_path))


def test_the_main_job_in_three_lines(root):
    report = disclosure_index.read_report(root / "report_sources" / "alibaba-2024")
    assessment = disclosure_index.assess(report, disclosure_index.load_for(report), today=date(2026, 1, 31))
    gaps = [c.disclosure.code for c in assessment.coverage if c.is_gap]
    assert gaps == ["13", "14", "15", "A1.1", "A1.3", "A1.4", "A2.2", "B6.1"]
    errors = [f for f in assessment.verdict.findings if f.severity is disclosure_index.Severity.ERROR]
    assert {f.code for f in errors} == set(gaps)


def test_the_example_in_the_documentation_runs():
    import doctest

    failed, tried = doctest.testmod(disclosure_index)
    assert tried > 3
    assert failed == 0


def test_importing_writes_nothing_and_loads_no_interface():
    code = "import sys, disclosure_index; print(sorted({'textual', 'rich', 'click', 'openpyxl'} & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", timeout=60, check=True)
    assert (result.stdout, result.stderr) == ("[]\n", "")
