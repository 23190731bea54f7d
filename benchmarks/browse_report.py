"""The report for `benchmarks.browse`: 20 MB, 20,000 passages, checked against 3,000 disclosures.

The shipped frameworks have fewer disclosures in force at one time, so there is a made-up one, with definitions in a
folder of their own.
"""

from html import escape
from pathlib import Path

from benchmarks.generate import CHINESE, ENGLISH, PROJECT
from disclosure_index.catalog.definitions import find_definitions, in_folder
from disclosure_index.catalog.loading import load_frameworks
from disclosure_index.model import Disclosure

FRAMEWORKS = ["hkex-esg", "gri", "sasb", "tcfd", "ungc", "sdg", "ifrs-s1", "ifrs-s2"]
IN_FORCE, DISCLOSURES, PASSAGES = 1_864, 3_000, 20_000
MADE_UP = "made-up"
_FRAMEWORK = """id = "made-up"
short = "MADE UP"
title = { en = "Made up", zh-Hans = "虚构", zh-Hant = "虛構" }
owner = "nobody"
claims = ["participant"]
"""
_PART = """framework = "made-up"
part = "2020"

[[source]]
id = "none"
text = "made up"

[[edition]]
id = "2020"
title = { en = "Made up", zh-Hans = "虚构", zh-Hant = "虛構" }
by = "publication-date"
from = 2020-01-01
basis = "verified"
source = "none"
"""
_GROUP = """
[[group]]
id = "g{number}"
title = {{ en = "Berths {number}", zh-Hans = "泊位{number}", zh-Hant = "泊位{number}" }}
"""
_DISCLOSURE = """
[[disclosure]]
code = "{number}"
group = "g{group}"
kind = "quantitative"
obligation = "recommended"
title = {{ en = "Energy at berth {number}", zh-Hans = "{number}号泊位用电量", zh-Hant = "{number}號泊位用電量" }}
summary = "The report gives the energy that was used at berth {number}, and how it has changed."
basis = "verified"
source = "none"
"""


def write_definitions(folder: Path) -> Path:
    """Write the definitions of the made-up framework; return `folder`."""
    own = folder / MADE_UP
    own.mkdir(parents=True)
    numbers = range(1, DISCLOSURES - IN_FORCE + 1)
    groups = "".join(_GROUP.format(number=number) for number in range(len(numbers) // 50 + 1))
    disclosures = "".join(_DISCLOSURE.format(number=number, group=number // 50) for number in numbers)
    (own / "framework.toml").write_text(_FRAMEWORK, "utf-8")
    (own / "2020.toml").write_text(_PART + groups + disclosures, "utf-8")
    return folder


def write_report(folder: Path, definitions: Path) -> Path:
    """Write a report with a section of long paragraphs for each disclosure; every tenth is a gap. Return `folder`."""
    catalog = load_frameworks([*FRAMEWORKS, MADE_UP], definitions=find_definitions(in_folder(definitions)))
    found = [d for framework in catalog.frameworks.values() for d in framework.disclosures]
    industries = sorted({d.code[:5] for d in found if d.framework == "sasb"})
    claims = "".join(f'\n[[frameworks]]\nid = "{id}"\n' for id in (*FRAMEWORKS[4:], MADE_UP))
    project = PROJECT.replace('["CG-EC"]', repr(industries).replace("'", '"')) + claims
    folder.mkdir()
    (folder / "disclosure-index.toml").write_text(project, "utf-8")
    with (folder / "report.xhtml").open("w", encoding="utf-8") as file:
        file.write('<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" lang="en">\n<body>\n')
        file.writelines(_section(number, d, _share(number, len(found))) for number, d in enumerate(found))
        file.write("</body>\n</html>\n")
    return folder


def _share(number: int, sections: int) -> int:
    """Return the number of passages of a section, so that all together are as many as wanted."""
    return PASSAGES * (number + 1) // sections - PASSAGES * number // sections


def _section(number: int, disclosure: Disclosure, passages: int) -> str:
    tag = f' data-disclosure="{disclosure.uid}"' if number % 10 else ""
    text = f"{ENGLISH}{CHINESE}" * 2 + ENGLISH[: len(ENGLISH) // 2]
    paragraphs = "".join(f"<p>{number * n:,} MWh. {text}</p>\n" for n in range(1, passages))
    return f"<section{tag}>\n<h2>Section {number}: {escape(disclosure.title['en'])}</h2>\n{paragraphs}</section>\n"
