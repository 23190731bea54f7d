"""`index --write` puts the index between markers, and nothing else anywhere; `index --check` says when it is stale."""

import re
import shutil
from collections import Counter
from datetime import date

import pytest

from disclosure_index.printed_index.reader import hints, read_printed
from disclosure_index.session import open_assessment

TCFD = '[[frameworks]]\nid = "tcfd"\n'
BODY = """\
<section id="plans" data-disclosure="tcfd:strategy-a"><h1>Plans</h1><p>What we plan.</p></section>
<section id="index">
  <h1>Index</h1>
  <!-- disclosure-index:begin view=sections -->
  <!-- disclosure-index:end -->
</section>"""


@pytest.fixture
def copied(root, tmp_path):
    """Copy one of the sample reports."""

    def copy(name):
        return shutil.copytree(root / "report_sources" / name, tmp_path / name)

    return copy


def _between(text):
    begin, end = text.index("<!-- disclosure-index:begin"), text.index("<!-- disclosure-index:end -->")
    return text[: text.index("-->", begin) + 3], text[end:], text[begin:end]


def test_table_stands_between_the_markers_and_nothing_else_is_touched(run, make_report):
    file = make_report(BODY, project=TCFD) / "report.xhtml"
    before = file.read_bytes().decode()
    assert run("index", file, "--write").exit_code == 0
    after = file.read_bytes().decode()
    assert _between(after)[:2] == _between(before)[:2]
    assert _between(after)[2].splitlines()[1:] == [
        '  <table role="doc-index">',
        "    <caption>Content index</caption>",
        '    <thead><tr><th scope="col">Chapter</th><th scope="col">Section</th><th scope="col">TCFD</th></tr></thead>',
        "    <tbody>",
        '      <tr><td><a href="#plans">Plans</a></td><td><a href="#plans">Plans</a></td>'
        '<td><a href="#plans">Strategy (a)</a></td></tr>',
        "    </tbody>",
        "  </table>",
        "  ",
    ]


def test_second_time_nothing_changes(run, make_report):
    file = make_report(BODY, project=TCFD) / "report.xhtml"
    first = run("index", file, "--write")
    written = file.read_bytes()
    second = run("index", file, "--write")
    assert file.read_bytes() == written
    assert (first.stderr, second.stderr) == (f"{file}: written\n", f"{file}: up to date\n")
    assert (first.stdout, second.stdout) == ("", "")


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_breaks_and_indentation_are_the_document_s(run, make_report, end):
    file = make_report(BODY, project=TCFD) / "report.xhtml"
    file.write_bytes(file.read_bytes().replace(b"\n", end.encode()))
    assert run("index", file, "--write").exit_code == 0
    data = file.read_bytes().decode()
    assert end + '  <table role="doc-index">' + end in data
    assert "\n" not in data.replace(end, "")


def test_document_of_another_encoding_stays_in_it(run, make_report):
    file = make_report(BODY.replace("Plans", "Pläne – 計劃"), project=TCFD) / "report.xhtml"
    file.write_bytes(file.read_text("utf-8").encode("utf-16"))
    assert run("index", file, "--write").exit_code == 0
    assert '<td><a href="#plans">Pläne – 計劃</a></td>' in file.read_bytes().decode("utf-16")
    assert run("index", file, "--check").exit_code == 0


def test_prefixed_document_gets_prefixed_tables(run, make_report):
    file = make_report("<p>x</p>", project=TCFD) / "report.xhtml"
    file.write_text(
        '<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:body><h:section id="p" data-disclosure="tcfd:strategy-a">'
        "<h:h1>Plans</h1><h:p>x</h:p></h:section><h:section>".replace("</h1>", "</h:h1>")
        + "<!-- disclosure-index:begin --><!-- disclosure-index:end --></h:section></h:body></h:html>",
        "utf-8",
    )
    assert run("index", file, "--write").exit_code == 0
    assert '<h:td><h:a href="#p">Plans</h:a></h:td>' in file.read_text("utf-8")
    assert run("index", file, "--check").exit_code == 0


def test_check_fails_where_the_tags_have_moved_on_and_says_where(run, make_report):
    file = make_report(BODY, project=TCFD) / "report.xhtml"
    run("index", file, "--write")
    assert run("index", file, "--check").stdout.endswith("\n1 generated index, 0 stale\n")
    file.write_text(file.read_text("utf-8").replace("tcfd:strategy-a", "tcfd:strategy-b"), "utf-8")
    result = run("index", file, "--check")
    row = next(n for n, line in enumerate(file.read_text("utf-8").split("\n"), 1) if "Strategy (a)" in line)
    assert result.exit_code == 1
    assert f"{file}:{row}:1: error: the generated index is stale: 2 lines would change" in result.stdout
    assert 'help: Run "disclosure-index index --write"' in result.stdout
    run("index", file, "--write")
    assert run("index", file, "--check").exit_code == 0


def test_markers_just_put_there_are_stale(run, make_report):
    assert run("index", make_report(BODY, project=TCFD), "--check").exit_code == 1


def test_markers_are_put_at_the_end_of_an_element(run, make_report):
    body = BODY.replace("  <!-- disclosure-index:begin view=sections -->\n  <!-- disclosure-index:end -->\n", "")
    file = make_report(body, project=TCFD) / "report.xhtml"
    assert run("index", file, "--write", "--at", "index", "--view", "filing", "--framework", "tcfd").exit_code == 0
    lines = file.read_text("utf-8").split("\n")
    at = lines.index("  <!-- disclosure-index:begin view=filing framework=tcfd -->")
    assert lines[at - 1] == "  <h1>Index</h1>"
    end = lines.index("  <!-- disclosure-index:end -->")
    assert lines[end + 1] == "</section>"
    assert run("index", file, "--write", "--at", "index").stderr.endswith(": up to date\n")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("<!-- disclosure-index:end -->", "", 'this "begin" marker has no counterpart'),
        ("<!-- disclosure-index:begin view=sections -->", "", 'this "end" marker has no counterpart'),
        ("view=sections", "view=disclosures", 'view cannot be "disclosures"'),
        ("view=sections", "veiw=sections", '"veiw" is not an option'),
        ("view=sections", "view=filing framework=gri", 'framework cannot be "gri"'),
        ("view=sections", "framework=tcfd", "framework does not apply to view=sections"),
        ("view=sections", "locations=links", 'locations cannot be "links"'),
    ],
)
def test_markers_that_make_no_sense_are_told_with_their_place(run, make_report, old, new, said):
    file = make_report(BODY.replace(old, new), project=TCFD) / "report.xhtml"
    before = file.read_bytes()
    for option in ("--write", "--check"):
        result = run("index", file, option)
        assert result.exit_code == 2
        assert said in result.stderr
        assert re.match(r".*report\.xhtml:[78]:3: error: ", result.stderr)
        assert "  help: Write " in result.stderr
    assert file.read_bytes() == before


def test_without_markers_the_snippet_is_told(run, make_report):
    result = run("index", make_report(), "--write")
    assert result.exit_code == 2
    assert "<!-- disclosure-index:begin view=sections -->" in result.stderr
    assert "--at ID" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--at", "indx"], 'no element has the id "indx"; the nearest is index'),
        (["--view", "filing"], "the markers set --view; change it there"),
        (["--language", "en"], "each document has the index in its own language"),
    ],
)
def test_what_cannot_be_written_is_refused(run, make_report, arguments, said):
    body = BODY if "--at" not in arguments else BODY.partition("  <!--")[0] + "</section>"
    file = make_report(body, project=TCFD) / "report.xhtml"
    before = file.read_bytes()
    result = run("index", file, "--write", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert file.read_bytes() == before


def test_each_language_has_its_own_and_a_second_one_on_request(run, copied):
    folder = copied("harbour-ferries-2025")
    options = ("--write", "--at", "content-index", "--view", "filing", "--framework", "tcfd")
    assert run("index", folder, *options).exit_code == 0
    assert "<caption>TCFD recommendations (2017)</caption>" in (folder / "report-en.xhtml").read_text("utf-8")
    assert "<caption>TCFD建議（2017年）</caption>" in (folder / "report-zh-Hant.xhtml").read_text("utf-8")
    folder = shutil.move(folder, folder.with_name("other")) and copied("harbour-ferries-2025")
    assert run("index", folder, *options, "--language", "en,zh-Hant").exit_code == 0
    text = (folder / "report-en.xhtml").read_text("utf-8")
    assert '<th scope="col">Pillar<br/>支柱</th>' in text
    assert "begin view=filing framework=tcfd also=zh-Hant -->" in text


@pytest.mark.parametrize("view", ["sections", "principles", "filing"])
@pytest.mark.parametrize("name", ["alibaba-2024", "harbour-ferries-2025"])
@pytest.mark.sampled(2)
def test_own_index_is_read_back_without_a_finding(run, copied, name, view):
    """What the program writes, its reader of printed indexes reads: every tag is claimed, none in vain."""
    folder = copied(name)
    assert run("index", folder, "--write", "--at", "content-index", "--view", view).exit_code == 0
    result = run("index", folder, "--check")
    count = len(list(folder.glob("*.xhtml")))
    indexes = "1 generated index" if count == 1 else f"{count} generated indexes"
    assert result.stdout == f"0 findings about the printed index\n{indexes}, 0 stale\n"
    assessment = open_assessment(folder, today=date(2026, 6, 30))
    frameworks = hints(assessment.catalog)
    by = {"sections": ("section",), "principles": ("principle", "goal"), "filing": ("section", "principle", "goal")}
    for number, document in enumerate(assessment.report.documents):
        read = {(c.framework, c.code) for c in read_printed(document, frameworks).claims}
        tagged = {
            (d.framework, d.code)
            for link in assessment.tags
            if link.document == number and link.status.counts and (d := link.disclosure)
            if assessment.catalog.frameworks[d.framework].index_by in by[view]
        }
        assert tagged
        assert tagged <= read


@pytest.mark.parametrize("view", ["sections", "filing"])
@pytest.mark.sampled(1)
def test_index_in_a_report_changes_nothing_that_is_told_of_it(run, copied, view):
    folder = copied("harbour-ferries-2025")

    def told():
        found = open_assessment(folder, today=date(2026, 6, 30)).verdict.findings
        return Counter((f.rule, f.location, f.message) for f in found)

    before = told()
    run("index", folder, "--write", "--at", "content-index", "--view", view)
    assert told() == before
