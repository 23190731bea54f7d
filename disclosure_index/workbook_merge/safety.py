"""Safety of a workbook: refuse active content. Nothing runs here, but active content has no place in a filing."""

import zipfile

from disclosure_index.messages import message
from disclosure_index.reading.office_packages import open_package, read_part
from disclosure_index.reading.unreadable import RefusedError, limit_bytes

MAX_BYTES = 64 * 2**20

_MACRO, _CONTROLS = message("it contains macros"), message("it contains controls")
_EXTERNAL = message("it has external data connections")
_WITHOUT, _DELETE = message("Save it as .xlsx, without macros"), message("Delete them, and save it again")
_QUERIES = message("Delete them (Data > Queries), and save it again")
_LINKS = message("Break the links (Data > Edit Links), and save it again")
_PARTS = (
    ("xl/externallinks/", message("it links to other workbooks"), _LINKS),
    ("xl/macrosheets/", _MACRO, _WITHOUT),
    ("xl/activex/", _CONTROLS, _DELETE),
    ("xl/ctrlprops/", _CONTROLS, _DELETE),
    ("xl/embeddings/", message("it contains embedded files"), _DELETE),
    ("xl/connections.xml", _EXTERNAL, _QUERIES),
    ("xl/querytables/", _EXTERNAL, _QUERIES),
)
_MACROS = b"macroEnabled"


def check(data: bytes) -> None:
    """Check the archive before any library reads it.

    Raises:
        RefusedError: it is not a workbook, is too large or encrypted, or contains something forbidden.
    """
    limit_bytes(data, MAX_BYTES)
    with open_package(data) as archive:
        names = [name.lower() for name in archive.namelist()]
        for start, why, hint in _PARTS:
            if any(name.startswith(start) for name in names):
                raise RefusedError(why, hint)
        if _MACROS in _types(archive):
            raise RefusedError(_MACRO, _WITHOUT)
        if "xl/workbook.xml" not in names:
            raise RefusedError(message("it is not an Excel workbook"), message("Use the exported .xlsx"))


def _types(archive: zipfile.ZipFile) -> bytes:
    return read_part(archive, "[Content_Types].xml")
