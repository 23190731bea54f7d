"""Damaged copies of the sample reports: what cannot be read whole is never fine, and no damage is an internal error.

Each sample has a baseline of its findings, so that undamaged it is clean: exit 0 says that all was read. Whether it
could be is judged by lxml and tomllib, which share nothing with the readers.
"""

import json
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from disclosure_index.session import open_assessment
from tests.support.damage import damage, statements, unreadable, words
from tests.support.kills import TODAY
from tests.support.tiers import repeats

COPIES, AT_ONCE = 2000, 50
SAMPLES = ("alibaba-2024", "harbour-ferries-2025")
CODES = {0, 1, 2, 3}
AS = ("--as-of", f"{TODAY}")


@pytest.fixture(scope="module")
def sample(root, tmp_path_factory):
    """Give a sample with a baseline: its folder, and the codes of its gaps."""
    made = {}

    def get(name, run):
        if name not in made:
            folder = shutil.copytree(root / "report_sources" / name, tmp_path_factory.mktemp("samples") / name)
            run("baseline", "create", folder, *AS)
            assert run("check", folder, *AS).exit_code == 0
            made[name] = folder, gaps_of(run, folder)[1]
        return made[name]

    return get


def gaps_of(run, folder):
    result = run("gaps", folder, "--format", "json", *AS)
    if not result.stdout:
        return result.exit_code, None
    return result.exit_code, sorted(row["code"] for table in json.loads(result.stdout) for row in table["rows"])


def wrong_with(run, folder, gaps, exported=True):
    """Say what is wrong with how a damaged copy is reported; None where nothing is."""
    check = run("check", folder, *AS).exit_code
    gap_code, found = gaps_of(run, folder)
    index = run("index", folder, *AS).exit_code
    codes = {"check": check, "gaps": gap_code, "index": index}
    what = unreadable(folder)
    if what or exported:  # a workbook takes longer than the rest together
        codes["export"] = run("export", folder, "-o", folder / "index.xlsx", *AS).exit_code
    if not set(codes.values()) <= CODES:
        return f"codes {codes}"
    if what:
        return None if set(codes.values()) <= {2, 3} else f"{what} cannot be read, codes {codes}"
    if 3 not in codes.values() and 2 not in codes.values() and gaps and not found:
        return f"no gaps any more, codes {codes}"
    if check == 0:
        return _passed_over(folder, gaps, found)
    return None


def _passed_over(folder, gaps, found):
    """Say what a clean check has not read, or reported otherwise than undamaged."""
    if closed := Counter(gaps) - Counter(found):  # more are told, as warnings where an error is not asked for
        return f"exit 0, and gaps are closed: {sorted(closed)}"
    for document in open_assessment(folder, today=TODAY).report.documents:
        file = Path(document.path)
        count, odd = statements(file)
        if odd:
            return f"exit 0 with attributes {odd}"
        if count != len(document.tags) + len(document.omissions):
            return f"exit 0, and {count} statements are not {len(document.tags)} + {len(document.omissions)}"
        read = Counter("".join("".join(passage.text.split()) for passage in document.passages))
        lost = Counter(words(file)) - read
        if lost.total() > 20:
            return f"exit 0, and {lost.total()} characters of the text are not read"
    return None


@pytest.mark.sampled(2)
@pytest.mark.parametrize("first", range(0, COPIES, AT_ONCE))
def test_damage_is_reported(first, sample, run, tmp_path):
    wrong, kinds = [], Counter()
    for number in range(first, first + min(repeats(AT_ONCE), AT_ONCE)):
        whole, gaps = sample(SAMPLES[number // 45 % 2], run)
        folder = tmp_path / "copy"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(whole, folder)
        what = damage(folder, number)
        kinds[what] += 1
        if problem := wrong_with(run, folder, gaps, number % 4 == 0):
            wrong.append((number, what, problem))
    assert not wrong, "\n".join(map(str, wrong))


@pytest.mark.sampled(1)
@pytest.mark.parametrize("first", range(0, COPIES, COPIES // 10))
def test_a_process_of_its_own_ends_with_the_same_codes(first, sample, run, tmp_path):
    program = Path(sys.executable).with_name("disclosure-index")
    for number in range(first, first + max(repeats(10), 1)):
        whole, _ = sample(SAMPLES[number // 45 % 2], run)
        folder = shutil.copytree(whole, tmp_path / f"{number}")
        damage(folder, number)
        process = subprocess.run([program, "check", folder, *AS], capture_output=True, timeout=60, check=False)
        assert process.returncode == run("check", folder, *AS).exit_code
        assert process.returncode in CODES
