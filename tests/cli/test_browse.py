"""Where there is no terminal, `browse` tells the report and says so; it fails as every verb does."""

import sys


def test_no_terminal(run, make_report):
    folder = make_report()
    result = run("browse", folder)
    assert result.exit_code == 2
    assert result.stdout == run("check", folder).stdout
    assert 'browse needs a terminal; in a build, use "disclosure-index check"' in result.stderr


def test_no_project_file(run, tmp_path):
    result = run("browse", tmp_path)
    assert result.exit_code == 3
    assert "no disclosure-index.toml here" in result.stderr


def test_web_without_its_extra(run, make_report, monkeypatch):
    monkeypatch.delitem(sys.modules, "disclosure_index.tui.web.server", raising=False)
    for name in ("textual_serve", *(name for name in sys.modules if name.startswith("textual_serve."))):
        monkeypatch.setitem(sys.modules, name, None)
    result = run("browse", make_report(), "--web")
    assert result.exit_code == 2
    assert 'pip install "disclosure-index[web]"' in result.stderr
