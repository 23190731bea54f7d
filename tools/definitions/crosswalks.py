"""Links between frameworks: one file per pair, in the order of the sheet."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

from tools.definitions import crosswalk_words as words
from tools.definitions.crosswalk_codes import Codes
from tools.definitions.files import ORIGIN
from tools.definitions.sheets import Row, listed, read_sheet
from tools.definitions.toml_text import Table, document

Pair = tuple[str, str]


def files(facts: Path, definitions: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Return the crosswalk files by name, and what happened to rows that are no single link."""
    codes, talk = Codes(definitions), Counter[str]()
    rows = read_sheet(facts, "crosswalk")
    answered = {(row["from_code"], row["to_code"]) for row in rows if _side(row, "from") == "ifrs-s2" and _fuller(row)}
    links: defaultdict[Pair, list[Table]] = defaultdict(list)
    for row in rows:
        made = _links(row, codes, answered)
        links[_side(row, "from"), _side(row, "to")] += made
        talk["rows dropped: no code of their own"] += not made
        talk["rows of a whole Standard, expanded"] += len(made) > 1
        talk["links from expanded rows"] += len(made) if len(made) > 1 else 0
        talk["rows kept one to one"] += len(made) == 1
    links["hkex-esg", "hkex-esg"] = _edition_changes(facts, codes)
    made_files = {f"crosswalks/{a}--{b}.toml": _file(a, b, found) for (a, b), found in links.items() if found}
    return made_files, [f"crosswalk: {number} {what}" for what, number in talk.items()]


def _side(row: Row, side: str) -> str:
    return row[f"{side}_framework"].partition("@")[0]


def _fuller(row: Row) -> bool:
    """Whether the left side answers the right one, but not the reverse."""
    return row["relation"] == "equivalent" and _side(row, "from") == "ifrs-s2"


def _links(row: Row, codes: Codes, answered: set[Pair]) -> list[Table]:
    left = codes.resolve(row["from_framework"], row["from_code"])
    right = codes.resolve(row["to_framework"], row["to_code"])
    relation = _relation(row, answered)
    basis = "derived" if len(left) * len(right) > 1 else row["basis"]
    return [
        {
            "left": a,
            "right": b,
            "relation": relation,
            "basis": basis,
            "source": words.source_of(row["source"]),
            "note": _note(row, relation),
        }
        for a in left
        for b in right
    ]


def _relation(row: Row, answered: set[Pair]) -> str:
    """Type the link; what the sheet calls equivalent is often so in one direction only, as its note says."""
    if _fuller(row):
        return "superset"
    if row["from_framework"] == "tcfd" and (row["to_code"], row["from_code"]) in answered:
        return "subset"
    if row["relation"] == "equivalent":
        one_way = any(sign in row["note"] for sign in ("whole set of linked disclosures", "the reverse is not stated"))
        return "subset" if one_way else "equivalent"
    return "intersects"


def _note(row: Row, relation: str) -> str:
    kind = row["relation"] if relation == "intersects" else ""
    return "; ".join(part for part in (kind, words.note_of(row["note"])) if part)


def _edition_changes(facts: Path, codes: Codes) -> list[Table]:
    """Return the verified moves from the HKEX Guide of 2020 to the Code of 2025."""
    rows = [row for row in read_sheet(facts, "hkex-esg-edition-changes") if row["from_edition"] == "guide_2020"]
    return [
        {
            "left": left,
            "right": right,
            "relation": "superset",
            "basis": "verified",
            "source": "hkex-editions",
            "note": words.CHANGES[row["from_code"]],
        }
        for row in rows
        if row["verified"] == "yes"
        for left in codes.resolve("hkex-esg@2020", row["from_code"])
        for code in listed(row["to_code"])
        for right in codes.resolve("hkex-esg@2025", code)
    ]


def _file(left: str, right: str, links: list[Table]) -> str:
    named = {link["source"] for link in links}
    sources = [{"id": name, "text": text} for name, text in words.SOURCES.items() if name in named]
    comments = [
        f"Links from {left} to {right}.",
        "Where the source only says that two disclosures are related, or that one covers part of the other, the"
        " relation is `intersects`, and the note begins with the source's word.",
        ORIGIN,
    ]
    return document(comments, {"left": left, "right": right}, [("source", sources), ("link", links)])
