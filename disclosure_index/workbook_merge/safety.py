"""What a workbook may not carry: nothing in it runs here, but what could run has no business in a filing."""

import zipfile

from disclosure_index.reading.office_packages import open_package, read_part
from disclosure_index.reading.unreadable import RefusedError, limit_bytes

MAX_BYTES = 64 * 2**20

_PARTS = (
    ("xl/externallinks/", "it has links to other workbooks", "break the links (Data, Edit Links) and save it again"),
    ("xl/macrosheets/", "it carries macros", "save it as .xlsx, without macros"),
    ("xl/activex/", "it carries controls", "delete them and save it again"),
    ("xl/ctrlprops/", "it carries controls", "delete them and save it again"),
    ("xl/embeddings/", "it carries embedded files", "delete them and save it again"),
    ("xl/connections.xml", "it has connections to data elsewhere", "delete them (Data, Queries) and save it again"),
    ("xl/querytables/", "it has connections to data elsewhere", "delete them (Data, Queries) and save it again"),
)
_MACROS = b"macroEnabled"


def check(data: bytes) -> None:
    """Look at the archive before any library reads it.

    Raises:
        RefusedError: it is no workbook, too large, encrypted, or carries what a workbook for us does not.
    """
    limit_bytes(data, MAX_BYTES)
    with open_package(data) as archive:
        names = [name.lower() for name in archive.namelist()]
        for start, why, hint in _PARTS:
            if any(name.startswith(start) for name in names):
                raise RefusedError(why, hint)
        if _MACROS in _types(archive):
            raise RefusedError("it carries macros", "save it as .xlsx, without macros")
        if "xl/workbook.xml" not in names:
            raise RefusedError("no Excel workbook", "hand back the .xlsx that was exported")


def _types(archive: zipfile.ZipFile) -> bytes:
    return read_part(archive, "[Content_Types].xml")
