"""What a person chose is found again in a file that somebody else has changed meanwhile, or nothing is written."""

import random
from pathlib import Path

import pytest

from disclosure_index.edits import EditError, find_again
from disclosure_index.model import Location
from disclosure_index.workbench import accept, caught_up, do, explain, insertion_points, open_workbench, set_owner
from disclosure_index.workbench.steps import ReviewStep, UntagStep
from tests.support.tiers import repeats
from tests.workbench.conftest import TODAY

RUNS = repeats(2000)

BODY = """<section>
<h1>Waste</h1>
<p>We threw away 3 tonnes.</p>
<p>Much of it was paper.</p>
<p id="metal">Some of it was metal.</p>
<p>None.</p>
</section>
<section>
<h1>Air</h1>
<p>We emitted 12 tonnes.</p>
<p>None.</p>
</section>"""


@pytest.fixture
def small(make_report):
    """A workbench on a small report, and its file."""
    folder = make_report(BODY)
    return open_workbench(folder, today=TODAY), folder / "report.xhtml"


def at(bench, text, nth=0):
    [document] = bench.assessment.report.documents
    return [p.location for p in document.passages if p.text == text][nth]


def principle(bench, code="2"):
    return next(c for c in bench.assessment.coverage if c.disclosure.code == code)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<p>Much", "<p>A line that came in.</p>\n<p>Much"),
        ("<h1>Waste</h1>", "<p>Above\nit\nall.</p><h1>Waste</h1>"),
        ("<p>Much of it was paper.</p>", "<p>Much of it was paper.</p><p>Behind it.</p>"),
        ("<p>Much of it", '<p class="x" data-disclosure="ungc:1">Much\n  of it'),
        ("<p>We threw away 3 tonnes.</p>\n", ""),
        ("<p>Much", '<p id="new">Much'),
    ],
    ids=["line before", "lines above", "line behind", "tag and white space", "line gone", "an id"],
)
def test_the_element_is_found_on_another_line(small, old, new):
    seen, file = small
    steps = accept(seen, principle(seen).disclosure, at(seen, "Much of it was paper."))
    file.write_text(file.read_text().replace(old, new))
    after = do(caught_up(seen), steps, "tag", seen)
    [link] = [k for k in principle(after).links if k.statement.text == "ungc:2"]
    [document] = after.assessment.report.documents
    assert [p.text for p in document.passages if p.location == link.statement.span.location] == [
        "Much of it was paper."
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<p>Much of it was paper.</p>\n", ""),
        ("Much of it was paper.", "Much of it was glass."),
        ("<p>Much of it was paper.</p>", "<p>Much of it was paper.</p><p>Much of it was paper.</p>"),
        ("<p>Much of it was paper.</p>", "<div><p>Much of it was paper.</p></div>"),
    ],
    ids=["gone", "says something else", "twice", "in another element"],
)
def test_what_is_in_doubt_is_refused_and_nothing_is_written(small, old, new):
    seen, file = small
    steps = accept(seen, principle(seen).disclosure, at(seen, "Much of it was paper."))
    file.write_text(theirs := file.read_text().replace(old, new))
    with pytest.raises(EditError) as refused:
        do(caught_up(seen), steps, "tag", seen)
    assert refused.value.clash
    assert file.read_text() == theirs


def test_of_two_that_say_the_same_the_neighbours_decide(small):
    seen, file = small
    steps = accept(seen, principle(seen).disclosure, at(seen, "None.", 1))
    file.write_text(file.read_text().replace("<h1>Waste</h1>", "<h1>Waste</h1>\n<p>New.</p>"))
    after = do(caught_up(seen), steps, "tag", seen)
    assert '12 tonnes.</p>\n<p data-disclosure="ungc:2">None.</p>' in file.read_text()
    file.write_text(file.read_text().replace("12 tonnes.</p>", "12 tonnes.</p>\n<p>New.</p>"))
    steps = [UntagStep(at(after, "None.", 1), "ungc:2")]
    with pytest.raises(EditError):
        do(caught_up(after), steps, "untag", after)


def test_an_id_decides_where_the_text_around_was_written_anew(small):
    seen, file = small
    steps = accept(seen, principle(seen).disclosure, at(seen, "Some of it was metal."))
    file.write_text(file.read_text().replace("Much of it was paper.", "New.").replace("<p>None.</p>\n", "", 1))
    do(caught_up(seen), steps, "tag", seen)
    assert '<p id="metal" data-disclosure="ungc:2">Some of it was metal.</p>' in file.read_text()


def test_an_explanation_goes_to_the_end_of_the_section_that_was_chosen(make_report):
    body = '<section id="a"><h1>Waste</h1><p>One.</p></section>\n<section id="b"><h1>Air</h1><p>Two.</p></section>'
    seen = open_workbench(make_report(body), today=TODAY)
    file = Path(next(name for name in seen.sources if name.endswith(".xhtml")))
    row = principle(seen)
    point = insertion_points(seen, row)[0]
    steps = explain(seen, row.disclosure, point, "not-material", "There is none.")
    file.write_text(
        file.read_text().replace('<section id="a">', '<section id="0"><p>New.</p></section>\n<section id="a">')
    )
    do(caught_up(seen), steps, "explain", seen)
    assert file.read_text().index("There is none.") > file.read_text().index("Two.")


def test_a_tag_that_somebody_else_took_away_is_not_marked(small):
    seen, file = small
    tagged = do(seen, accept(seen, principle(seen).disclosure, at(seen, "Much of it was paper.")), "tag")
    steps = [ReviewStep(at(tagged, "Much of it was paper."), "ungc:2", True)]
    file.write_text(theirs := file.read_text().replace(' data-disclosure="ungc:2"', ""))
    with pytest.raises(EditError):
        do(caught_up(tagged), steps, "review", tagged)
    assert file.read_text() == theirs


def test_an_owner_that_somebody_else_wrote_meanwhile_is_not_written_over(small):
    seen, file = small
    project = file.parent / "disclosure-index.toml"
    project.write_text(project.read_text() + '\n[owners]\n"ungc:2" = "Wang"\n')
    with pytest.raises(EditError, match="Wang") as refused:
        do(caught_up(seen), set_owner(seen, principle(seen).disclosure, "Lo"), "owner", seen)
    assert refused.value.clash
    assert "Lo" not in project.read_text()
    do(caught_up(seen), set_owner(seen, principle(seen, "3").disclosure, "Lo"), "owner", seen)
    assert '"ungc:3" = "Lo"' in project.read_text()


def test_a_source_that_broke_is_not_edited(small):
    seen, file = small
    steps = accept(seen, principle(seen).disclosure, at(seen, "Much of it was paper."))
    file.write_text(theirs := file.read_text().replace("<p>None", "<<p>None"))
    with pytest.raises(EditError, match=r"report\.xhtml"):
        do(caught_up(seen), steps, "tag", seen)
    assert file.read_text() == theirs


# --- a second writer who does anything between choosing and applying ---

TEXTS = ("None.", "See above.", "We threw away 3 tonnes.", "We emitted 12 tonnes.", "Nitrogen oxides fell.", "Training")
"""Few, so that many elements say the same."""


class Writer:
    """A document as lines of (mark, id, text); the mark says which element it is, and no identity knows of it."""

    def __init__(self, choice):
        self.choice, self.next = choice, 0
        self.sections = [[self.new() for _ in range(choice.randint(1, 6))] for _ in range(choice.randint(1, 3))]
        self.gone = set()

    def new(self, texts=TEXTS):
        self.next += 1
        id = f"id{self.next}" if self.choice.random() < 0.2 else ""
        return self.next, id, self.choice.choice(texts)

    def act(self):
        choice = self.choice
        section = choice.choice(self.sections)
        at = choice.randrange(len(section) + 1)
        what = choice.choice(("insert", "insert", "delete", "swap", "amend", "copy", "move", "id", "section"))
        if what == "insert":
            section.insert(at, self.new(sorted({*TEXTS, "Fresh."} - self.gone)))
        elif what == "section":
            self.sections.insert(choice.randrange(len(self.sections) + 1), [self.new(["Fresh."])])
        elif at < len(section):
            mark, id, text = section[at]
            beside = [line[2] for line in section[max(0, at - 1) : at + 2]]
            if beside.count(text) > 1 and what in ("delete", "amend", "move"):
                return  # what is left stands where the other stood, and nobody could tell them apart
            if what == "delete":
                self.gone.add(text)
                del section[at]
            elif what == "swap":
                other = choice.randrange(len(section))
                if section[other][2] != text:  # else nobody could tell them apart
                    section[at], section[other] = section[other], section[at]
            elif what == "amend":
                self.gone.add(text)
                section[at] = mark, id, f"{text} Restated."
            elif what == "copy":
                section.insert(choice.randrange(len(section) + 1), (mark, "", text))
            elif what == "move" and all(text != other for _, _, other in section[at + 1 :]):
                section.append(section.pop(at))
            elif what == "id":
                section[at] = mark, f"new{self.next}" if not id else "", text

    def source(self):
        """Return the document, and the mark of the element on each line."""
        lines, marks = ["<html><body>"], {}
        for section in self.sections:
            lines.append("<section>")
            for mark, id, text in section:
                marks[len(lines) + 1] = mark
                lines.append(f'<p id="{id}">{text}</p>' if id else f"<p>{text}</p>")
            lines.append("</section>")
        return "\n".join([*lines, "</body></html>"]).encode(), marks


def test_never_another_element_whatever_a_second_writer_does():
    found = refused = 0
    for seed in range(RUNS):
        writer = Writer(random.Random(seed))
        seen, marks = writer.source()
        line = writer.choice.choice(sorted(marks))
        wanted = marks[line]
        for _ in range(writer.choice.randint(1, 5)):
            writer.act()
        now, then = writer.source()
        try:
            [place] = find_again(seen, now, "r.xhtml", [Location("r.xhtml", line, 1)]).values()
        except EditError as error:
            assert error.clash
            refused += 1
        else:
            assert then[place.line] == wanted, (seed, seen.decode(), line, now.decode(), place.line)
            found += 1
    print(f"{found} found, {refused} refused, of {RUNS}")
    assert found > RUNS / 3  # refusing everything is no answer
