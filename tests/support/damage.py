"""Damaged copies of a report, each by its number: what programs, networks and people do to files."""

import random
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

from lxml import etree

BASELINE = "disclosure-index-baseline.json"
PROJECT = "disclosure-index.toml"
_PIECES = (
    *(b"<", b">", b"&", b"</p>", b"</section>", b"<section>", b"<table>", b"</td>", b"\x00", b"\xff\xfe", b"\xa0"),
    *(b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?", b"&nbsp;", b"&#0;", b"&lol;", b"<!DOCTYPE html>", b"\xe5"),
    *(b'<p data-disclosure="x">', b'<p hidden="">', b"<del>", "廢".encode(), "廢".encode("gbk"), b"\r", b'"', b"="),
)
_ATTRIBUTES = (b"data-disclosure", b"data-omission", b"data-reason", b"data-suppress", b"data-reviewed")
_TAG = re.compile(rb"<[^<>]{1,400}>")
_STATEMENT = re.compile(rb' data-(?:disclosure|omission|reason)="[^"]*"')
_KNOWN = re.compile(r"(?i)^data[-_.: ]*(disc|omi|oms|reas|supp|revi)|disclosure|omission")


def _flip(data: bytes, chance: random.Random) -> bytes:
    found = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8))):
        at = chance.randrange(len(found))
        found[at] = chance.choice((found[at] ^ 1 << chance.randrange(8), chance.randrange(256)))
    return bytes(found)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _cut_out(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + data[at + chance.choice((1, 4, 64, 512, 4096)) :]


def _insert(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    piece = chance.choice((chance.choice(_PIECES), chance.randbytes(chance.randrange(1, 9))))
    return data[:at] + piece + data[at:]


def _insert_between(data: bytes, chance: random.Random) -> bytes:
    """Insert between two tags, where more is well-formed than elsewhere."""
    places = [found.end() for found in _TAG.finditer(data)]
    at = chance.choice(places) if places else 0
    return data[:at] + chance.choice(_PIECES) + data[at:]


def _misspell(data: bytes, chance: random.Random) -> bytes:
    places = [found for name in _ATTRIBUTES for found in re.finditer(name + rb"(?==)", data)]
    if not places:
        return _flip(data, chance)
    place = chance.choice(places)
    name = place.group()
    at = chance.randrange(1, len(name))
    wrong = chance.choice(
        (
            name[:at] + name[at + 1 :],
            name[:at] + name[at - 1 : at] + name[at:],
            name[: at - 1] + name[at : at + 1] + name[at - 1 : at] + name[at + 1 :],
            name + b"s",
            name.upper(),
            name.title(),
            name.replace(b"-", b"_"),
            name.replace(b"-", b""),
            name.replace(b"data-", b""),
            name.replace(b"data-", b"data--"),
        )
    )
    return data[: place.start()] + wrong + data[place.end() :]


def _remove_tag(data: bytes, chance: random.Random) -> bytes:
    places = list(_TAG.finditer(data))
    if not places:
        return _cut(data, chance)
    place = chance.choice(places)
    return data[: place.start()] + data[place.end() :]


def _remove_statement(data: bytes, chance: random.Random) -> bytes:
    places = list(_STATEMENT.finditer(data))
    if not places:
        return _flip(data, chance)
    place = chance.choice(places)
    return data[: place.start()] + data[place.end() :]


def _misspell_code(data: bytes, chance: random.Random) -> bytes:
    places = list(_STATEMENT.finditer(data))
    if not places:
        return _flip(data, chance)
    place = chance.choice(places)
    at = chance.randrange(place.start() + place.group().index(b'"') + 1, place.end())
    return data[:at] + bytes((chance.choice(b"0123456789abcABC:.-#@,; ()"),)) + data[at + 1 :]


def _line(data: bytes, chance: random.Random) -> bytes:
    """Remove, double or misspell a line."""
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    how = chance.choice(("remove", "double", "misspell"))
    if how == "misspell" and len(lines[at]) > 2:
        where = chance.randrange(1, len(lines[at]))
        lines[at] = lines[at][: where - 1] + lines[at][where:]
    else:
        lines[at : at + 1] = [] if how == "remove" else [lines[at]] * 2
    return b"\n".join(lines)


Damage = Callable[[bytes, random.Random], bytes]
OF_DOCUMENTS: dict[str, Damage] = {
    "bytes flipped": _flip,
    "cut": _cut,
    "a piece cut out": _cut_out,
    "bytes inserted": _insert,
    "markup inserted": _insert_between,
    "attribute misspelt": _misspell,
    "tag removed": _remove_tag,
    "statement removed": _remove_statement,
    "code misspelt": _misspell_code,
}
OF_PROJECTS: dict[str, Damage] = {
    "bytes flipped": _flip,
    "cut": _cut,
    "a piece cut out": _cut_out,
    "bytes inserted": _insert,
    "line": _line,
}


def damage(folder: Path, number: int) -> str:
    """Damage a file of a report in a way that its number decides, and say which and how."""
    chance = random.Random(number)
    project = number % 5 == 0
    files = [folder / PROJECT] if project else sorted(folder.glob("*.xhtml"))
    file = chance.choice(files)
    kinds = OF_PROJECTS if project else OF_DOCUMENTS
    name = list(kinds)[number // 5 % len(kinds)]
    file.write_bytes(kinds[name](file.read_bytes(), chance))
    return f"{file.name}: {name}"


def unreadable(folder: Path) -> str:
    """Say what of a report in the samples' form no program can read whole; "" where it can."""
    try:
        found = tomllib.loads((folder / PROJECT).read_bytes().decode("utf-8"))
        named = [document["path"] for document in found["documents"]]
        assert found["frameworks"]
        assert found["report"]["financial-year"]["end"]
    except (ValueError, LookupError, TypeError, AssertionError):
        return PROJECT
    for name in named:
        file = folder / str(name)
        if not file.is_file():
            return str(name)
        try:
            etree.fromstring(
                file.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
            )
        except etree.XMLSyntaxError as error:
            return f"{name}: {error}"
    return ""


def statements(file: Path) -> tuple[int, list[str]]:
    """Return how many references a document's elements hold, and the attributes that look as if they held some."""
    count, odd = 0, []
    for element in etree.parse(str(file)).iter(etree.Element):
        for name, value in element.attrib.items():
            if name in ("data-disclosure", "data-omission"):
                count += len(value.split())
            elif name.encode() not in _ATTRIBUTES and _KNOWN.search(name):
                odd.append(name)
    return count, odd


def words(file: Path) -> str:
    """Return all text of a document's body, without white space."""
    body = etree.parse(str(file)).getroot().find("{*}body")
    return "" if body is None else "".join("".join(body.itertext(etree.Element)).split())
