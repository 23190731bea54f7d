"""Killed at any moment of writing, a verb has written all or nothing when the next run is over, and left nothing else.

The moments are the events of the process itself: before each thing that it does with a file, from the first file that
it makes to the last move; and, between them, times from the first on.
"""

import io
import random
import shutil
import signal
from collections import Counter

import click
import pytest
from openpyxl import load_workbook

from disclosure_index.cli.program.running import group
from disclosure_index.outputs.xlsx import render
from disclosure_index.session import open_assessment
from tests.support.kills import ELSEWHERE, READING, TODAY, VERBS, Killer, snapshot, temporaries
from tests.support.sources import write_sources
from tests.support.tiers import repeats
from tests.support.workbooks import type_in

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such kill on Windows")
KILLS = 200
EACH = -(-KILLS // len(VERBS))
"""Kills of each verb at night: all together no fewer than KILLS."""

PROJECT = """\
[report]
title = "Two documents"
issuer = "Small Limited"
financial-year = { start = 2024-01-01, end = 2024-12-31 }
published = 2025-04-30

[profile]
exchange = "hkex"
board = "main-board"
size = "other"

[[documents]]
path = "report-en.xhtml"
language = "en"

[[documents]]
path = "report-zh-Hant.xhtml"
language = "zh-Hant"

[[frameworks]]
id = "hkex-esg"
claim = "comply-or-explain"
"""
PAGE = """\
<html xmlns="http://www.w3.org/1999/xhtml" lang="{0}">
<head><title>{1}</title></head>
<body>
<section id="s"><h1>{1}</h1>
<p id="a14" data-disclosure="hkex-esg:A1.4">{2}</p>
<p id="a13">{3}</p>
<p id="b61">{4}</p></section>
<section id="i"><h1>Index</h1>
<!-- disclosure-index:begin view=sections -->
<!-- disclosure-index:end -->
</section>
<p>{5}</p>
</body>
</html>
"""
FILLER, FILLER_ZH = "waste " * 40_000, "廢物" * 60_000  # so that a file takes its time
ENGLISH = (
    "Non-hazardous waste produced: 1,200 tonnes.",
    "Total hazardous waste produced: 2,008 tonnes, intensity 0.3 tonnes per unit.",
    "Percentage of total products sold subject to recalls for safety and health reasons: 0.2%.",
)
CHINESE = (
    "無害廢棄物：1,200 噸。",
    "有害廢棄物總量：2,008 噸。",
    "已售產品總數中因安全與健康理由而須回收的百分比：0.2%。",
)
IMPORTED = "# Report {0}\n\n## Waste\n\nWaste of {0}: 12 tonnes.\n\n" + "Text of the report.\n\n" * 500
QUICK = "index --write"
"""The verb of the quick tier, with two files to write; edits and the workbench have kills of their own there."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A folder with everything that a verb of the table needs, to be copied."""
    folder = tmp_path_factory.mktemp("kills") / "desk"
    for name in ("report", "untouched", "empty"):
        (folder / name).mkdir(parents=True)
    for name in ("report", "untouched"):
        english = PAGE.format("en", "Environment", *ENGLISH, FILLER)
        chinese = PAGE.format("zh-Hant", "環境", *CHINESE, FILLER_ZH)
        (folder / name / "report-en.xhtml").write_text(english, "utf-8")
        (folder / name / "report-zh-Hant.xhtml").write_text(chinese, "utf-8")
    (folder / "report" / "disclosure-index.toml").write_text(PROJECT, "utf-8")
    shutil.copytree(folder / "report", folder / "misspelt")
    for page in (folder / "misspelt").glob("*.xhtml"):
        page.write_text(page.read_text("utf-8").replace("hkex-esg:A1.4", "hkex-esg/A1_4"), "utf-8")
    for kind in ("markdown", "word"):
        suffix = write_sources(folder / kind, kind)[0].suffix
        (folder / kind / "disclosure-index.toml").write_text(PROJECT.replace(".xhtml", suffix), "utf-8")
    (folder / "one.md").write_text(IMPORTED.format("one"), "utf-8")
    (folder / "two.md").write_text(IMPORTED.format("two"), "utf-8")
    for language, texts in (("en", ENGLISH[1:]), ("zh", CHINESE[1:])):
        title, filler = ("# Environment", FILLER) if language == "en" else ("# 環境", FILLER_ZH)
        draft = "\n\n".join((title, *texts * 20, filler))
        (folder / f"draft-{language}.md").write_text(draft, "utf-8")
    (folder / "table.csv").write_text("code,title,obligation\n1,Waste,mandatory\n2,Water,voluntary\n", "utf-8")
    book = load_workbook(io.BytesIO(render(open_assessment(folder / "report", today=TODAY), "en")))
    type_in(book, "hkex-esg:A1.3@2020", owner="Ada Lau", section="#a13")
    type_in(book, "hkex-esg:B6.1@2020", owner="Ada Lau", note="Ask the plant", section="#b61")
    book.save(folder / "index.xlsx")
    return folder


@pytest.fixture(scope="module")
def killer():
    """Runs verbs, and kills them."""
    made = Killer()
    yield made
    made.close()


@pytest.fixture
def place(desk, tmp_path):
    """Give a fresh copy of the folder."""

    def copy():
        shutil.rmtree(tmp_path / "desk", ignore_errors=True)
        return shutil.copytree(desk, tmp_path / "desk")

    return copy


def test_every_verb_is_in_the_table_or_writes_nothing():
    named = {name.partition(":")[0] for name in VERBS} | READING | ELSEWHERE
    named = {name.partition(" into")[0].partition(" --")[0] for name in named}
    verbs = set()
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        inner = command.commands if isinstance(command, click.Group) else None
        verbs |= {f"{name} {one}" for one in inner} if inner else {name}
    assert named == verbs


@pytest.mark.parametrize("name", [pytest.param(name, marks=[pytest.mark.slow] * (name != QUICK)) for name in VERBS])
def test_all_or_nothing_is_written_and_nothing_left(name, place, killer):
    verb, random_, told = VERBS[name], random.Random(name), Counter()

    def fresh():
        folder = place()
        for before in verb.before:
            assert killer.run(folder, verb, before).code in (0, 1)
        return folder

    folder = fresh()
    old = snapshot(folder)
    whole = killer.run(folder, verb)
    new = snapshot(folder)
    assert whole.code in (0, 1)
    assert temporaries(folder) == []
    states = [old, new]
    if verb.arguments[1] == "tag":  # what it takes back and makes again is a state of its own
        states.append(_tagged(fresh(), killer))
    changed = {file for state in states for file in old.keys() | state if old.get(file) != state.get(file)}
    assert len(changed) == verb.files
    kills = repeats(EACH)
    events = sorted(random_.sample(range(1, whole.events + 1), min(-(-kills // 2), whole.events)))
    moments = [{"event": number} for number in events]
    moments += [{"after": random_.uniform(0, whole.seconds)} for _ in range(kills - len(moments))]
    several = verb.again or verb.files > 1
    following = verb.again or (("browse",) if several and verb.arguments[0] != "frameworks" else verb.arguments)
    if verb.again:
        killer.run(folder := fresh(), verb, verb.again)
        states = [new, snapshot(folder)]  # what was begun is whole, or has made way for another one
    for moment in moments:
        folder = fresh()
        code = killer.run(folder, verb, **moment).code
        told[code] += 1
        told["left"] += bool(temporaries(folder))
        assert code in ((-signal.SIGKILL,) if "event" in moment else (-signal.SIGALRM, whole.code)), moment
        if not several:  # a file is whole at any moment
            assert snapshot(folder) in states, moment
        assert killer.run(folder, verb, following).code in (0, 1, 2)
        if several:
            assert snapshot(folder) in states, moment
        assert temporaries(folder) == [], moment
    print(name, dict(told))


def _tagged(folder, killer):
    assert killer.run(folder, VERBS["browse: tag"]).code == 0
    return snapshot(folder)
