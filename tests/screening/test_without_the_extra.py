"""Without the packages of the extra, the verbs say what to install; everything else runs."""

import pytest

from disclosure_index.cli.screen import extra


@pytest.mark.parametrize(
    "arguments",
    [("screen", "reports", "-o", "out"), ("query", ".", "gaps"), ("gaps", "--peers", ".")],
    ids=lambda a: a[0],
)
def test_what_to_install_is_said(arguments, run, root, monkeypatch):
    monkeypatch.chdir(root / "report_sources/alibaba-2024")
    monkeypatch.setattr(extra, "find_spec", lambda name: None if name == "pyarrow" else object())
    said = run(*arguments)
    assert said.exit_code == 2
    assert said.stdout == ""
    assert 'pyarrow, which is not installed\n  help: Run: pip install "disclosure-index[screen]"' in said.stderr
