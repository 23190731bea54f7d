"""The page as text: what it shows, what it never lets run, and the same bytes for the same report."""

import re
from threading import Thread
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from disclosure_index.errors import ExitCode
from disclosure_index.viewer.body import ElementMark, UnderlinedNumber, body
from disclosure_index.viewer.server import PageServer

HTML = '<html xmlns="http://www.w3.org/1999/xhtml"><body>\n{}\n</body></html>'


def shown(text, marks=None, anchors=None, picture=lambda _: ""):
    return body(HTML.format(text).encode(), marks or {}, anchors or {}, picture).strip()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>a &lt;b&gt; &amp; c</p>", "<p>a &lt;b&gt; &amp; c</p>"),
        ("<script>alert(1)</script><p>x</p>", "<p>x</p>"),
        ("<style>p { display: none }</style><p>x</p>", "<p>x</p>"),
        ('<p onclick="alert(1)" style="color: red" class="c">x</p>', "<p>x</p>"),
        ('<iframe src="https://example.org">x</iframe>', ""),
        ("<svg><script>alert(1)</script></svg>", ""),
        ('<a href="javascript:alert(1)">x</a>', "<a>x</a>"),
        ('<a href="#there">x</a>', "<a>x</a>"),
        (
            '<img src="https://example.org/x.png" alt="a &quot;chart&quot;"/>',
            '<span class="picture">a &quot;chart&quot;</span>',
        ),
        ('<img src="data:image/svg+xml;base64,AAAA" alt="x"/>', '<span class="picture">x</span>'),
        ("<h:p xmlns:h='http://www.w3.org/1999/xhtml'>x</h:p>", "<p>x</p>"),
        ("<unknown><p>x</p></unknown>", "<p>x</p>"),
        ('<ix:header xmlns:ix="x"><ix:hidden>7</ix:hidden></ix:header><p>x</p>', "<p>x</p>"),
        ('<p style="display:none">x</p>', '<p hidden="">x</p>'),
        ('<td colspan="2" rowspan="1;x">x</td>', '<td colspan="2">x</td>'),
    ],
)
def test_what_is_shown_of_the_markup(source, expected):
    assert shown(source) == expected


def test_marks_stand_at_their_elements_and_chips_of_a_row_in_its_first_cell():
    marks = {(2, 1): ElementMark("p1", "tagged", ("<i>P</i>",)), (3, 8): ElementMark("p2", "", ("<i>R</i>",))}
    source = '<p id="own">x</p>\n<table><tr><td>a</td><td>b</td></tr></table>'
    chip = '<span class="chips"><i>{}</i></span>'.format
    expected = (
        f'<p id="p1" class="tagged">{chip("P")}x</p>\n<table><tr id="p2"><td>{chip("R")}a</td><td>b</td></tr></table>'
    )
    assert shown(source, marks) == expected


def test_of_many_chips_the_others_are_shown_by_a_button():
    marks = {(2, 1): ElementMark("p1", "", tuple(f"<i>{n}</i>" for n in range(7)))}
    assert (
        '<button type="button" class="more" aria-expanded="false">+3</button><span class="others" hidden="">'
        in shown("<p>x</p>", marks)
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>12 and 12 and 12</p>", '<p>12 and <u class="tie" title="w">12</u> and 12</p>'),
        ("<p>12 <b>and</b> 12</p>", '<p>12 <b>and</b> <u class="tie" title="w">12</u></p>'),
        ("<p>12</p>\n<p>12</p>", "<p>12</p>\n<p>12</p>"),
    ],
)
def test_a_figure_that_does_not_tie_is_underlined_where_it_is_meant(source, expected):
    assert shown(source, {(2, 1): ElementMark("", figures=(UnderlinedNumber("12", 1, "w"),))}) == expected


def test_a_page_begins_with_its_first_element_inside_what_is_open():
    marks = {(2, 22): ElementMark("", page="<hr>")}
    assert shown("<section><p>a</p>    <p>b</p></section>", marks) == (
        "<section><p>a</p>    </section><hr><section><p>b</p></section>"
    )


def test_links_inside_the_report_lead_to_their_anchors_here():
    assert shown('<a href="#there">x</a>', anchors={"there": "p9"}) == '<a href="#p9">x</a>'


@pytest.fixture
def view(run, tmp_path):
    def made(folder, *options):
        page = tmp_path / "report.html"
        assert run("view", folder, "-o", page, *options).exit_code == 0
        return page.read_text("utf-8")

    return made


def test_the_same_report_gives_the_same_bytes(view, root):
    folder = root / "report_sources" / "harbour-ferries-2025"
    assert view(folder) == view(folder)


@pytest.mark.parametrize(("language", "said"), [("en", "What it asks for"), ("zh-Hans", "状态"), ("zh-Hant", "狀態")])
@pytest.mark.sampled(1)
def test_every_language_and_every_disclosure_with_a_card(view, root, language, said):
    text = view(root / "report_sources" / "harbour-ferries-2025", "--language", language)
    assert said in text
    assert len(re.findall(r"<li data-f=", text)) == 2 * 332  # one page per document
    assert len(re.findall(r'<article class="card"', text)) == 2 * 333  # one is of the findings
    assert "海港渡輪控股有限公司為在香港註冊成立的股份有限公司" in text  # both documents are in it
    assert set(re.findall(r'href="#(\w+)"', text)) <= set(re.findall(r'id="(\w+)"', text))


def test_the_text_of_a_report_never_runs(make_report, run, tmp_path):
    folder = make_report('<p data-disclosure="ungc:1" id="x">&lt;script&gt;alert(1)&lt;/script&gt; "quoted"</p>')
    page = tmp_path / "report.html"
    run("view", folder, "-o", page)
    text = page.read_text("utf-8")
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert text.count("<script") == 1


def test_pictures_beside_the_report_are_in_the_page_and_no_others(make_report, run, tmp_path):
    folder = make_report('<p><img src="a.png" alt="A"/><img src="../b.png" alt="B"/></p>')
    (folder / "a.png").write_bytes(b"\x89PNG picture")
    (folder.parent / "b.png").write_bytes(b"\x89PNG secret")
    page = tmp_path / "report.html"
    run("view", folder, "-o", page)
    text = page.read_text("utf-8")
    assert 'src="data:image/png;base64,iVBORyBwaWN0dXJl" alt="A"' in text
    assert '<span class="picture">B</span>' in text


TABLE = (
    "<table><caption>Emissions in tCO2e</caption><tr><th></th><th>2024</th><th>2023</th></tr>"
    "<tr><td>Scope 1</td><td>1,240</td><td>1,302</td></tr><tr><td>Scope 2</td><td>2,812</td><td>2,960</td></tr>"
    "<tr><td>Total</td><td>4,502</td><td>4,262</td></tr></table>"
)


def test_figures_that_do_not_tie_are_underlined_in_the_report(make_report, run, tmp_path):
    page = tmp_path / "report.html"
    run("view", make_report(TABLE), "-o", page)
    text = page.read_text("utf-8")
    assert re.findall(r'<u class="tie" title="[^"]*4,502[^"]*">([^<]*)</u>', text) == ["1,240", "2,812", "4,502"]
    assert 'href="#f0"' in text  # leads to the findings


def test_it_is_served_to_who_has_the_token_and_names_this_host():
    with PageServer(b"page", 0) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            with urlopen(server.address) as answer:
                assert answer.read() == b"page"
                assert answer.headers["X-Frame-Options"] == "DENY"
            wrong = [
                f"http://{server.host}/",
                f"http://{server.host}/{'x' * 43}/",
                Request(server.address, headers={"Host": "example.org"}),
            ]
            for request in wrong:
                with pytest.raises(HTTPError, match="403"):
                    urlopen(request)
        finally:
            server.shutdown()
            thread.join()


def test_without_a_report(run, tmp_path):
    assert run("view", tmp_path).exit_code == ExitCode.COULD_NOT_CHECK
