"""What tests of the round trip share: a small report on a desk, and a sample."""

import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import write_report
from tests.support.workbooks import Desk, find, type_in

HKEX = """[[frameworks]]
id = "hkex-esg"
claim = "comply-or-explain"

[profile]
exchange = "hkex"
board = "main-board"
size = "other"
"""

BODY = """<section id="air">
  <h1>Air</h1>
  <p id="air-1" data-disclosure="hkex-esg:A1.1">NOx fell.</p>
  <p id="air-2" data-disclosure="hkex-esg:A1.2">We emitted 12 tonnes.</p>
</section>
<section id="waste">
  <h1>Waste</h1>
  <span role="doc-pagebreak" id="p7" aria-label="7"></span>
  <p id="waste-1">We threw away 3 tonnes.</p>
  <section id="paper">
    <h2>Paper</h2>
    <p id="paper-1">Much of it was paper.</p>
  </section>
</section>
<section id="left-out">
  <h1>What is left out</h1>
  <span role="doc-pagebreak" id="p8" aria-label="8"></span>
  <p id="no-packaging" data-omission="hkex-esg:A2.5" data-reason="not-material">We pack nothing.</p>
</section>"""


@pytest.fixture(scope="session")
def exported():
    """The workbooks of small reports that were exported already; all but their links is the same wherever they lie."""
    return {}


@pytest.fixture
def desk(make_report, exported):
    """Make a desk with a small report on the HKEX Guide, and its workbook in English."""

    def make(body=BODY, project=HKEX):
        made = Desk(make_report(body, project=project), "en", exported.get((body, project)))
        exported[body, project] = made.data
        return made

    return make


@pytest.fixture(scope="session")
def small(tmp_path_factory):
    """A desk with the small report, of which nothing is written: it is exported and assessed once."""
    return Desk(write_report(tmp_path_factory.mktemp("desk") / "small", BODY, project=HKEX), "en")


@pytest.fixture(name="type_in", scope="session")
def type_in_fixture():
    """Give the function that types into the row of a disclosure."""
    return type_in


@pytest.fixture(name="find", scope="session")
def find_fixture():
    """Give the function that finds the row of a disclosure."""
    return find


@pytest.fixture
def sample(root, tmp_path):
    """Put a sample in two languages on a desk, with one of its frameworks: a workbook of all takes seconds."""

    def make(language):
        name = "harbour-ferries-2025"
        folder = Path(shutil.copytree(root / "report_sources" / name, tmp_path / name))
        file = folder / "disclosure-index.toml"
        others = re.compile(r'\[\[frameworks\]\]\nid = "(?!hkex-esg")(?:.+\n)+')
        file.write_text(others.sub("", file.read_text("utf-8")), "utf-8")
        return Desk(folder, language)

    return make
