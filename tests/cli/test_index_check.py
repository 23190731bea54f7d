"""`index --check`: the printed index of a document against its tags, and nothing else."""

import re

import pytest

GRI = '[[frameworks]]\nid = "gri"\nclaim = "with-reference"\n'
BODY = """\
<section id="c" data-disclosure="gri:305-1"><h1>Climate</h1><p>We emitted 120 tonnes.</p></section>
<section id="w" data-disclosure="gri:303-5"><h1>Water</h1><p>We used 40 cubic metres.</p></section>
<section><h1>Index</h1>
<table{mark}>
<tr><td>GRI Standard</td><td>Disclosure</td><td>Location</td></tr>
<tr><td>GRI 305: Emissions 2016</td><td>305-1 Direct (Scope 1) GHG emissions</td><td>{first}</td></tr>
<tr><td>GRI 303: Water and Effluents 2018</td><td>{second}</td><td>{place}</td></tr>
</table></section>"""
ROW = {"305-1": 9, "303-5": 10}  # lines of the file


@pytest.fixture
def indexed(make_report):
    def make(first="Climate", second="303-5 Water consumption", place="Water", mark=' role="doc-index"', extra=""):
        body = BODY.format(first=first, second=second, place=place, mark=mark)
        return make_report(body + extra, project=GRI)

    return make


def told(result):
    return re.findall(r"report\.xhtml:(\d+):\d+: \w+ (DI\d+)", result.stdout)


def test_an_index_that_agrees_with_the_tags_exits_0(run, indexed):
    result = run("index", indexed(), "--check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "0 findings about the printed index\n"


@pytest.mark.parametrize(("language", "said"), [("en", "this index is not marked"), ("zh-Hant", "此索引未作標記")])
@pytest.mark.parametrize("markdown", [False, True])
def test_an_index_that_is_not_marked_is_said_and_not_taken_for_one_that_agrees(run, indexed, language, said, markdown):
    folder = indexed(mark="")
    if markdown:
        (folder / "report.xhtml").unlink()
        index = "| Disclosure | Location |\n|---|---|\n| 305-1 | Climate |\n| 303-5 | Nowhere |\n"
        (folder / "report.md").write_text(f"# Climate\n\nText.\n\n# GRI content index\n\n{index}", "utf-8")
        project = folder / "disclosure-index.toml"
        project.write_text(project.read_text("utf-8").replace("report.xhtml", "report.md"), "utf-8")
    result = run("index", folder, "--check", "--language", language)
    assert result.exit_code == 3
    assert said in result.stdout
    assert 'role="doc-index"' in result.stdout


@pytest.mark.parametrize(
    ("changes", "expected", "code"),
    [
        ({"second": "303-4 Water discharge"}, {("10", "DI411"), ("5", "DI412")}, 1),
        ({"place": "Nowhere to be found"}, {("10", "DI408")}, 1),
        ({"place": "Climate"}, {("10", "DI414")}, 0),
        ({"place": "Watre use"}, {("10", "DI408")}, 1),
        ({"extra": '<section data-disclosure="gri:302-1"><h1>Energy</h1><p>x</p></section>'}, {("11", "DI412")}, 0),
    ],
    ids=["claimed, not tagged", "no such section", "other section", "title is no one's", "tagged only"],
)
def test_a_difference_is_told_at_its_row(run, indexed, changes, expected, code):
    result = run("index", indexed(**changes), "--check")
    assert set(told(result)) == expected
    assert result.exit_code == code
    assert result.stdout.splitlines()[-1].endswith("about the printed index")


def test_another_page(run, make_report):
    breaks = [f'<span role="doc-pagebreak" aria-label="{n}"/>' for n in (1, 2, 3)]
    body = BODY.format(first="2", second="303-5 Water consumption", place="2", mark=' role="doc-index"')
    first, second, third = body.split("<section", 3)[1:]
    pages = "".join(f"{b}<section{part}" for b, part in zip(breaks, (first, second, third), strict=True))
    assert told(run("index", make_report(pages, project=GRI), "--check")) == [("9", "DI413")]


PAGED = """\
<span role="doc-pagebreak" aria-label="1"/><section id="e" data-disclosure="gri:302-1"><h1>Energy</h1><p>1,200 MWh.</p>
{within}</section>
{between}<section id="p" data-disclosure="gri:2-7"><h1>People</h1><p>320 employees.</p></section>
<section id="i"><h1>Index</h1>
<table role="doc-index"><tr><th>GRI disclosure</th><th>Page</th></tr>
<tr><td>302-1</td><td>{pages}</td></tr>
<tr><td>2-7</td><td>2</td></tr></table></section>"""
SECOND = '<span role="doc-pagebreak" aria-label="2"/>'


@pytest.mark.parametrize("place", ["within", "between"])
@pytest.mark.parametrize(
    ("pages", "expected"),
    [("1", []), ("1-2", [("9", "DI413")]), ("pp. 1–2", [("9", "DI413")]), ("2", [("9", "DI413")])],
)
def test_a_range_that_is_a_page_too_long_is_found(run, make_report, place, pages, expected):
    body = PAGED.format(pages=pages, **{"within": "", "between": "", place: SECOND})
    result = run("index", make_report(body, project=GRI), "--check")
    assert told(result) == expected
    assert all("it is tagged on page 1" in line for line in result.stdout.splitlines() if "DI413" in line)


def test_an_index_of_ours_whose_range_is_a_page_too_long_is_stale(run, make_report):
    """As one that was written when a page break behind the last words still counted."""
    body = PAGED.format(pages="1", within=SECOND, between="")
    markers = "<!-- disclosure-index:begin view=filing framework=gri locations=pages --><!-- disclosure-index:end -->"
    body += f'<section id="own"><h1>Own</h1>{markers}</section>'
    folder = make_report(body, project=GRI)
    run("index", folder, "--write")
    assert run("index", folder, "--check").exit_code == 0
    file = folder / "report.xhtml"
    written = file.read_text("utf-8")
    assert written.count('<a href="#e">1</a>') == 1
    file.write_text(written.replace('<a href="#e">1</a>', '<a href="#e">1–2</a>'), "utf-8")
    assert run("index", folder, "--check").exit_code == 1


def test_only_findings_about_the_index_are_told(run, indexed):
    folder = indexed(extra='<section data-disclosure="gri:999-9"><h1>E</h1><p>x</p></section>')
    assert "DI2" in run("check", folder).stdout
    result = run("index", folder, "--check")
    assert all(rule.startswith("DI4") for _, rule in told(result))
    assert not re.search(r"DI[^4]", result.stdout)


def test_without_an_index_it_could_not_look(run, make_report):
    result = run("index", make_report(), "--check")
    assert (result.exit_code, result.stdout) == (3, "")
    assert 'role="doc-index"' in result.stderr


def test_a_document_that_cannot_be_read_is_not_fine(run, indexed):
    folder = indexed()
    (folder / "report.xhtml").write_text("<html><body>", "utf-8")
    assert run("index", folder, "--check").exit_code == 3


def test_fail_on_of_the_project_file_decides(run, indexed):
    folder = indexed(place="Climate")
    assert run("index", folder, "--check").exit_code == 0
    project = folder / "disclosure-index.toml"
    project.write_text(project.read_text("utf-8") + '\n[policy]\nfail-on = "warning"\n', "utf-8")
    assert run("index", folder, "--check").exit_code == 1
