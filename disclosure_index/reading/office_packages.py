"""Office files are zip archives of XML, opened here under limits, before any library reads them."""

import io
import lzma
import struct
import zipfile
import zlib
from xml.parsers import expat

from lxml import etree

from disclosure_index.messages import foreign, message
from disclosure_index.reading.unreadable import RefusedError
from disclosure_index.reading.xml.scan import (
    EncodingError,
    RootReached,
    check_encoding,
    check_memory,
    one_pass,
    parser_message,
    stop_at_root,
)

MAX_MEMBERS = 5_000
MAX_EXPANDED = 256 * 2**20
MAX_PART = 64 * 2**20  # of one XML part
MAX_RATIO = 100  # of an archive that expands to more than a few MiB
SMALL = 8 * 2**20

_DAMAGE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, ValueError, NotImplementedError, OSError,
    RuntimeError,
)  # fmt: skip
"""The exceptions of zipfile and its decompressors; the bytes are in memory, so none is an I/O error."""
_DAMAGED = message("its content is damaged or cut off")
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def open_package(data: bytes) -> zipfile.ZipFile:
    """Open an Office file under limits. RefusedError: not an archive, cut off, encrypted, with macros, or too large."""
    if data.startswith(_OLE):
        raise RefusedError(
            message("it is encrypted or in a pre-2007 format"),
            message("Save it without a password, as .docx or .xlsx"),
        )
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except (*_DAMAGE, OverflowError) as error:
        raise RefusedError(
            message("it is not an Office file: {error}", error=foreign(error, _DAMAGED)),
            message("Check the file: it is cut off or in another format"),
        ) from None
    expanded = sum(member.file_size for member in members)
    if len(members) > MAX_MEMBERS:
        raise RefusedError(
            message("it contains more than {most} files", most=MAX_MEMBERS), message("Split the report into documents")
        )
    if expanded > MAX_EXPANDED or (expanded > SMALL and expanded > MAX_RATIO * len(data)):
        raise RefusedError(
            message("it expands to {size} MiB", size=expanded // 2**20),
            message("Save the file again: it looks like a zip bomb"),
        )
    for member in members:
        if member.flag_bits & 1:
            raise RefusedError(message("it is encrypted"), message("Save it without a password"))
        if member.filename.lower().endswith("vbaproject.bin"):
            raise RefusedError(message("it contains macros"), message("Save it as .docx or .xlsx, without macros"))
    return archive


def read_part(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return the bytes of an XML part, limited in size and without a DTD, so without entities."""
    try:
        member = archive.getinfo(name)
        if member.file_size > MAX_PART:
            raise RefusedError(
                message("{name} is larger than {most} MiB", name=name, most=MAX_PART // 2**20),
                message("Split the report into documents"),
            )
        content = archive.read(member)
    except KeyError:
        raise RefusedError(
            message("it is not an Office file: {name} is missing", name=name),
            message("Save it again from Word or Excel"),
        ) from None
    except _DAMAGE as error:
        raise RefusedError(
            message("{name} is damaged: {error}", name=name, error=foreign(error, _DAMAGED)),
            message("Save the file again"),
        ) from None
    refuse_dtd(content, name)
    return content


def refuse_dtd(content: bytes, name: str) -> None:
    """Read a part up to its first element, and refuse a part with a DTD."""

    def doctype(*_: object) -> None:
        raise RefusedError(
            message("{name} has a DTD", name=name), message("Save the file again: Office files have no DTD")
        )

    try:
        check_encoding(content)
        with one_pass() as parser:
            parser.StartDoctypeDeclHandler = doctype
            parser.StartElementHandler = stop_at_root
            parser.Parse(content, True)
    except RootReached:
        pass
    except EncodingError as error:
        why = message(
            '{name} is in the encoding "{encoding}", but XML in Office files must be in UTF-8 or UTF-16',
            name=name,
            encoding=error.declared,
        )
        raise RefusedError(why, message("Save it again from Word or Excel")) from None
    except expat.ExpatError as error:
        check_memory(error)
        raise RefusedError(
            message("{name} is not valid XML: {error}", name=name, error=parser_message(error)),
            message("Save the file again"),
        ) from None


def parse_part(archive: zipfile.ZipFile, name: str) -> "etree._Element":
    """Parse an XML part without network and entities, and no deeper than libxml2's own limit."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(read_part(archive, name), parser)
    except etree.XMLSyntaxError as error:
        raise RefusedError(
            message("{name} is not valid XML: {error}", name=name, error=foreign(error.msg, _DAMAGED)),
            message("Save the file again"),
        ) from None


def related(archive: zipfile.ZipFile, part: str) -> dict[str, str]:
    """Return the parts that a part refers to, by the last word of their type: ``comments`` -> ``word/comments.xml``."""
    folder, _, name = part.rpartition("/")
    rels = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
    if rels not in archive.namelist():
        return {}
    found: dict[str, str] = {}
    for relation in parse_part(archive, rels):
        target, kind = str(relation.get("Target", "")), str(relation.get("Type", ""))
        if relation.get("TargetMode") != "External":
            found.setdefault(kind.rpartition("/")[2], _resolve(folder, target))
    return found


def _resolve(folder: str, target: str) -> str:
    parts: list[str] = [] if target.startswith("/") else [p for p in folder.split("/") if p]
    for part in target.split("/"):
        if part == "..":
            del parts[-1:]
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)
