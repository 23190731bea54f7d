"""Two people in two terminals and a third in an editor, on one report: an edit lands where it was meant, or nowhere."""

import random
import re
import time
from datetime import date

import pytest

from disclosure_index.edits import write_atomically
from disclosure_index.session import open_assessment
from tests.support.tiers import repeats

pytestmark = pytest.mark.slow
ROUNDS = 20
EMPTY = "/ Code, title or report"
PROJECT = '[[frameworks]]\nid = "hkex-esg"\n[profile]\nexchange = "hkex"\nboard = "main-board"\nsize = "other"\n'
TAGGED = re.compile(r'<p id="k(\d+)"[^>]* data-disclosure="([^"]*)"')
OMITTED = re.compile(r'<p data-omission="([^"]*)" data-reason="[^"]*">([^<]*)</p>')


@pytest.fixture
def folder(make_report):
    """A report of many passages that differ, without a tag."""
    lines = [f'<p id="k{n}">Passage K{n:03d} says what the works did.</p>' for n in range(1, 4 * ROUNDS + 1)]
    return make_report('<section id="s"><h1>All</h1>\n' + "\n".join(lines) + "\n</section>", project=PROJECT)


def codes_of(folder):
    """Give the codes that the two tag, each its own."""
    coverage = open_assessment(folder, today=date(2026, 6, 1)).coverage
    found = [c.disclosure.code for c in coverage if c.is_gap and re.fullmatch(r"[AB]\d\.\d", c.disclosure.code)]
    return found[0::2], found[1::2]


def find(person, code):
    """Go to a disclosure."""
    person.press("slash")
    person.wait(lambda seen: "\n / search" in seen and seen.count("\n / ") == 2, "the line to search in")
    if EMPTY not in person.seen:  # what was searched before; a key that changes nothing would meet what is typed next
        person.press("ctrl+u")
        person.see(EMPTY)
    person.type(code)
    person.see(f"/ {code}")
    person.wait(lambda seen: re.search(rf"/ {re.escape(code)}\s.* 1/\d", seen) is not None, "what was found")
    person.press("enter")
    person.see(f"HKEX {code} ")
    time.sleep(0.5)  # a pause as people make: without it, four edits of eight are refused instead of two


def choose(person, code, passage):
    """Open the list of passages for a disclosure, and leave it at one."""
    find(person, code)
    person.press("t")
    person.see("Which passage answers")
    person.type(f"K{passage:03d}")
    person.see(f"Passage K{passage:03d} says")


def explain(person, code, text):
    """Fill in the form of an omission, all but the last key."""
    find(person, code)
    person.press("x")
    person.see("Not material")
    person.press("space", "tab")
    person.see("(x)")
    person.type(text)
    person.see(text)


def write_in_an_editor(file, random_, passages):
    """Change the file as a person in an editor does: a line more or less, or other words in a chosen passage."""
    data = file.read_bytes()
    lines = data.decode().split("\n")
    free = [n for n, line in enumerate(lines) if line.startswith("<p>") or re.fullmatch(r'<p id="k\d+">.*', line)]
    how = random_.choice(("more", "more", "less", "words"))
    if how == "less" and (extra := [n for n in free if lines[n].startswith("<p>")]):
        del lines[random_.choice(extra)]
    elif how == "words":
        at = next(n for n, line in enumerate(lines) if f"Passage K{passages[0]:03d} " in line)
        lines[at] = lines[at].replace("the works did", "the works have done since")
    else:
        lines.insert(random_.choice(free), f"<p>A line that came in, {random_.random()}.</p>")
    write_atomically(file, "\n".join(lines).encode(), data)
    return how


def test_every_edit_lands_where_it_was_meant_or_is_refused(folder, terminal):
    random_, file = random.Random(14), folder / "report.xhtml"
    mine, theirs = codes_of(folder)
    rounds = min(repeats(ROUNDS), len(mine), len(theirs))
    one, other = terminal(folder), terminal(folder)
    for person in (one, other):
        person.see(" open")
    wanted, explained, refused, hows = {}, {}, [], []
    for number in range(rounds):
        code, its = mine[number], theirs[number]
        passages = (random_.randrange(1, 40), random_.randrange(41, 80))
        by_form = number % 4 == 3
        if by_form:
            explain(one, code, text := f"Why {number} is not reported here")
        else:
            choose(one, code, passages[0])
        choose(other, its, passages[1])
        hows.append(write_in_an_editor(file, random_, passages))
        press_and_wait(one, "ctrl+s" if by_form else "enter", file)
        if by_form and f"{text}" not in file.read_text("utf-8"):
            assert text in one.seen  # what was typed is still there
            refused.append(code)
            one.press("escape")
        elif by_form:
            explained[code] = text
        elif f"hkex-esg:{code}" in file.read_text("utf-8"):
            wanted[code] = passages[0]
        else:
            refused.append(code)
            one.press("escape")
        press_and_wait(other, "enter", file)
        if f"hkex-esg:{its}" in file.read_text("utf-8"):
            wanted[its] = passages[1]
        else:
            refused.append(its)
            other.press("escape")
    text = file.read_text("utf-8")
    tags = {ref.removeprefix("hkex-esg:"): int(k) for k, refs in TAGGED.findall(text) for ref in refs.split()}
    assert tags == wanted
    assert {ref.removeprefix("hkex-esg:"): said for ref, said in OMITTED.findall(text)} == explained
    assert len(wanted) + len(explained) + len(refused) == 2 * rounds
    assert len(wanted) + len(explained) > rounds
    print(f"{2 * rounds} edits and {rounds} of an editor ({hows}): {len(refused)} refused ({refused})")


def press_and_wait(person, key, file):
    """Press a key, and wait until the file is written or a refusal is in sight."""
    person.wait(lambda seen: not _is_refused(seen), "an earlier refusal gone")
    before = file.read_bytes()
    person.press(key)
    person.wait(lambda seen: file.read_bytes() != before or _is_refused(seen), "what became of the edit")


def _is_refused(seen):
    told = " ".join(" ".join(line.partition("▌")[2] for line in seen.split("\n")).split())
    return "cannot edit" in told or "cannot explain" in told or "nothing was written" in told
