"""A zip archive with new content in some of its entries; every other byte stays as stored."""

import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from disclosure_index.edits.edits import KeptEntry

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_DEFLATED = 8
_DAY = 33  # 1 January 1980, the first day that the zip format can express
_VERSION = 20
_SIZES_BEHIND = 0x08  # flag: sizes and checksum follow the data
_LARGE = 0xFFFFFFFF


class ArchiveError(ValueError):
    """An archive that cannot be changed: of a kind that office programs do not write."""


@dataclass(frozen=True, slots=True)
class _Entry:
    name: bytes
    stored: bytes  # local header and data
    listed: bytes  # of the central directory; the offset of the entry is rewritten


def read_entries(data: bytes) -> tuple[list[_Entry], bytes]:
    """Return the entries in the order of the directory, and the record at the end of the archive.

    Raises:
        ArchiveError: the archive does not begin with an entry, or is larger than 4 GiB.

    """
    at = data.rfind(b"PK\5\6")
    if at < 0 or len(data) < at + _END.size:
        raise ArchiveError
    _, disk, _, _, count, size, start, comment = _END.unpack_from(data, at)
    if disk or start == _LARGE or start + size != at or at + _END.size + comment != len(data):
        raise ArchiveError
    listed: list[tuple[bytes, bytes, int]] = []
    while start < at:
        if data[start : start + 4] != b"PK\1\2":
            raise ArchiveError
        fields = _CENTRAL.unpack_from(data, start)
        end = start + _CENTRAL.size + sum(fields[10:13])
        name = data[start + _CENTRAL.size : start + _CENTRAL.size + fields[10]]
        listed.append((name, data[start:end], fields[16]))
        start = end
    begins = sorted({begin for _, _, begin in listed})
    if len(listed) != count or len(begins) != count or begins[:1] != [0][: len(begins)] or _LARGE in begins:
        raise ArchiveError
    ends = dict(zip(begins, [*begins[1:], at - size], strict=True))
    if any(data[begin : begin + 4] != b"PK\3\4" for begin in begins):
        raise ArchiveError
    return [_Entry(name, data[begin : ends[begin]], record) for name, record, begin in listed], data[at:]


def with_content(data: bytes, new: Mapping[str, bytes | None], kept: Iterable[KeptEntry] = ()) -> bytes:
    """Return an archive with new content in some entries; None removes one, and a new one is added at the end.

    Args:
        data: the archive.
        new: the content of the entries to change.
        kept: entries as stored before; one with the same content is restored as it was.

    Raises:
        ArchiveError: the archive cannot be changed.

    """
    entries, end = read_entries(data)
    as_stored = {(entry.name, entry.digest): entry for entry in kept}
    starts = [_offset(entry) for entry in entries]
    order = sorted(range(len(entries)), key=starts.__getitem__)
    changed: list[_Entry | None] = []
    known = {entry.name.decode("utf-8", "replace") for entry in entries}
    for entry in entries:
        name = entry.name.decode("utf-8", "replace")
        content = new.get(name, entry.stored)
        if name not in new:
            changed.append(entry)
        elif content is None:
            changed.append(None)
        else:
            before = as_stored.get((name, sha256(content).digest()))
            changed.append(_Entry(entry.name, before.stored, before.listed) if before else _stored(entry, content))
    for name, content in new.items():
        if name not in known and content is not None:
            before = as_stored.get((name, sha256(content).digest()))
            entry = _Entry(name.encode(), before.stored, before.listed) if before else _made(name.encode(), content)
            order.append(len(changed))
            changed.append(entry)
    parts: list[bytes] = []
    begins: dict[int, int] = {}
    at = 0
    for number in order:
        if (written := changed[number]) is not None:
            begins[number] = at
            parts.append(written.stored)
            at += len(written.stored)
    directory = b"".join(
        entry.listed[:42] + struct.pack("<L", begins[number]) + entry.listed[46:]
        for number, entry in enumerate(changed)
        if entry is not None
    )
    fields = list(_END.unpack_from(end))
    fields[3] = fields[4] = len(begins)
    fields[5], fields[6] = len(directory), at
    return b"".join([*parts, directory, _END.pack(*fields), end[_END.size :]])


def keep(data: bytes, contents: Mapping[str, bytes]) -> tuple[KeptEntry, ...]:
    """Return entries as stored; `contents` holds their content."""
    entries, _ = read_entries(data)
    found = {entry.name.decode("utf-8", "replace"): entry for entry in entries}
    return tuple(
        KeptEntry(name, sha256(content).digest(), found[name].stored, found[name].listed)
        for name, content in contents.items()
        if name in found
    )


def _offset(entry: _Entry) -> int:
    return int(_CENTRAL.unpack_from(entry.listed)[16])


def _stored(entry: _Entry, content: bytes) -> _Entry:
    """Return an entry with new content, and the same name, day and attributes."""
    local, central = list(_LOCAL.unpack_from(entry.stored)), list(_CENTRAL.unpack_from(entry.listed))
    name_and_more = entry.listed[_CENTRAL.size :]
    name, extra, comment = (
        name_and_more[: central[10]],
        name_and_more[central[10] : central[10] + central[11]],
        name_and_more[central[10] + central[11] :],
    )
    flags = local[2] & ~_SIZES_BEHIND
    data = _compressed(content)
    facts = [zlib.crc32(content), len(data), len(content)]
    own = entry.stored[_LOCAL.size + local[9] : _LOCAL.size + local[9] + local[10]]
    own, extra = _without_sizes(own), _without_sizes(extra)
    local[2:4], local[6:9], local[10] = [flags, _DEFLATED], facts, len(own)
    central[3:5], central[7:10], central[11] = [flags, _DEFLATED], facts, len(extra)
    return replace(
        entry,
        stored=_LOCAL.pack(*local) + name + own + data,
        listed=_CENTRAL.pack(*central) + name + extra + comment,
    )


def _made(name: bytes, content: bytes) -> _Entry:
    data = _compressed(content)
    facts = (zlib.crc32(content), len(data), len(content))
    local = _LOCAL.pack(b"PK\3\4", _VERSION, 0, _DEFLATED, 0, _DAY, *facts, len(name), 0)
    central = _CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, 0, _DEFLATED, 0, _DAY, *facts, len(name), 0, 0, 0, 0, 0, 0)
    return _Entry(name, local + name + data, central + name)


def _without_sizes(extra: bytes) -> bytes:
    """Return the extra fields of an entry without those that repeat its sizes (zip64)."""
    kept, at = b"", 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<2H", extra, at)
        if kind != 1:
            kept += extra[at : at + 4 + size]
        at += 4 + size
    return kept


def _compressed(content: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()
