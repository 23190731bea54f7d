"""The working bytes of a Word file: its document and its comments, the parts that edits change."""

import re
import zipfile
from typing import NamedTuple

from disclosure_index.edits.elements import CANNOT_EDIT
from disclosure_index.edits.errors import EditError
from disclosure_index.messages import message
from disclosure_index.model import Location
from disclosure_index.reading.office_packages import open_package, parse_part, read_part, related
from disclosure_index.reading.unreadable import RefusedError

BETWEEN = b"\0"
"""Separates the document, comments and styles in the working bytes; XML cannot contain it."""

RELATION = "rIdDisclosureIndexComments"
_TYPES = "[Content_Types].xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION_TYPE = "{}/comments"
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_END_TAG = re.compile(rb"</(?:[\w.-]+:)?(?:Relationships|Types)\s*>\s*\Z")


class Package(NamedTuple):
    """The parts of a Word file that edits need."""

    document: str  # the name of the part
    comments: str
    rels: str
    contents: dict[str, bytes]  # by name, of the parts that are there
    styles: bytes


def open_parts(source: bytes, path: str) -> Package:
    """Return the parts of a Word file.

    Raises:
        EditError: the file cannot be read, or a part is not in UTF-8.

    """
    try:
        with open_package(source) as archive:
            return _parts(archive)
    except RefusedError as error:
        raise EditError(CANNOT_EDIT, Location(path), error.message, error.hint) from None


def _parts(archive: zipfile.ZipFile) -> Package:
    document = related(archive, "").get("officeDocument", "word/document.xml")
    parts = related(archive, document)
    folder, _, name = document.rpartition("/")
    within = f"{folder}/" if folder else ""
    names = set(archive.namelist())
    comments = parts.get("comments", "")
    if comments not in names:
        free = (f"{within}comments{number}.xml" for number in ("", *range(2, len(names) + 3)))
        comments = next(candidate for candidate in free if candidate not in names)
    rels = f"{within}_rels/{name}.rels"
    contents: dict[str, bytes] = {}
    for part in (document, comments, rels, _TYPES):
        if part in names:
            contents[part] = read_part(archive, part)
            parse_part(archive, part)
            if not _is_utf_8(contents[part]):
                why = message("{name} is not in UTF-8", name=part)
                raise RefusedError(why, message("Save it again from Word or LibreOffice"))
    styles = read_part(archive, parts["styles"]) if parts.get("styles") in names else b""
    return Package(document, comments, rels, contents, styles)


def _is_utf_8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    declared = re.match(rb"""\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)""", content.removeprefix(b"\xef\xbb\xbf"))
    return declared is None or declared[1].lower() in (b"utf-8", b"us-ascii", b"ascii")


def working_bytes(package: Package) -> bytes:
    """Return the document, its comments, and its styles, which are never changed."""
    document = package.contents[package.document]
    comments = package.contents.get(package.comments) or empty_comments(document)
    return BETWEEN.join((document, comments, package.styles))


def empty_comments(document: bytes) -> bytes:
    """Return a part for comments without any."""
    space = _STRICT if _is_strict(document) else _MAIN
    return f'{_XML}<w:comments xmlns:w="{space}"></w:comments>'.encode()


def changed_parts(package: Package, edited: bytes) -> dict[str, bytes | None]:
    """Return the parts that change with new working bytes; None for a part to remove."""
    document, comments, _ = edited.split(BETWEEN, 2)
    before, old_comments, _ = working_bytes(package).split(BETWEEN, 2)
    new: dict[str, bytes | None] = {}
    if document != before:
        new[package.document] = document
    if comments == old_comments:
        return new
    there = package.comments in package.contents
    rels, types = package.contents.get(package.rels, b""), package.contents[_TYPES]
    relation, override = (_prefixed(*pair) for pair in zip((rels, types), _entries(package), strict=True))
    is_ours = relation in rels
    if comments == empty_comments(document) and there and is_ours:
        return new | {
            package.comments: None,
            package.rels: rels.replace(relation, b""),
            _TYPES: types.replace(override, b""),
        }
    new[package.comments] = comments
    if not there:
        new[package.rels] = _before_end(rels or _no_relations(), relation)
        new[_TYPES] = _before_end(types, override)
    return new


def _entries(package: Package) -> tuple[bytes, bytes]:
    """Return the entries for the comments in the relations of the document and in the types of the package."""
    strict = _is_strict(package.contents[package.document])
    kind = _RELATION_TYPE.format(_STRICT_RELATIONS if strict else _RELATIONS)
    target = package.comments.rpartition("/")[2]
    relation = f'<Relationship Id="{RELATION}" Type="{kind}" Target="{target}"/>'
    override = f'<Override PartName="/{package.comments}" ContentType="{_TYPE}"/>'
    return relation.encode(), override.encode()


def _no_relations() -> bytes:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_XML}<Relationships xmlns="{space}"></Relationships>'.encode()


def _prefixed(part: bytes, entry: bytes) -> bytes:
    """Return an entry with the prefix that the part has for its elements; most have none."""
    match = _END_TAG.search(part)
    prefix = match[0][2:].partition(b":")[0] + b":" if match and b":" in match[0] else b""
    return entry.replace(b"<", b"<" + prefix, 1)


def _before_end(part: bytes, entry: bytes) -> bytes:
    match = _END_TAG.search(part)
    return part[: match.start()] + entry + part[match.start() :] if match else part


def _is_strict(document: bytes) -> bool:
    return _STRICT.encode() in document[:8192]
