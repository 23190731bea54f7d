"""Treatments of a printed PDF: scanned, turned, set as spreads, without character maps."""

import ctypes
from collections.abc import Callable, Mapping
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

SCANNED_AT = 200 / 72
"""The scale of a scan: 200 dots per inch."""


def scan(path: Path) -> None:
    """Replace each page by a picture."""
    from PIL import Image  # comes with the extra pdf

    with pypdfium2.PdfDocument(path) as file:
        pages: list[Image.Image] = [page.render(scale=SCANNED_AT, grayscale=True).to_pil() for page in file]
    pages[0].save(path, save_all=True, append_images=pages[1:], resolution=SCANNED_AT * 72)


def turn(path: Path) -> None:
    """Turn the pages by a quarter as stored; a viewer shows them upright, on their sides."""
    with pypdfium2.PdfDocument(path.read_bytes()) as file:
        for page in file:
            page.set_rotation(90)
        file.save(path)


def unmap(path: Path) -> None:
    """Remove the maps from glyphs to characters: people can read the text, programs cannot."""
    path.write_bytes(path.read_bytes().replace(b"/ToUnicode", b"/ToNothing"))


def spread(path: Path) -> None:
    """Set two pages on each page."""
    with pypdfium2.PdfDocument(path.read_bytes()) as file:
        width, height = file[0].get_size()
        columns, rows = ctypes.c_size_t(2), ctypes.c_size_t(1)
        raw = pdfium.FPDF_ImportNPagesToOne(file, ctypes.c_float(2 * width), ctypes.c_float(height), columns, rows)
        with pypdfium2.PdfDocument(raw) as spreads:
            spreads.save(path)


def number_spreads(path: Path) -> None:
    """Print the numbers of two pages at the foot of each."""
    with pypdfium2.PdfDocument(path.read_bytes()) as file:
        font = pdfium.FPDFText_LoadStandardFont(file, b"Helvetica")
        for number, page in enumerate(file, 1):
            for label, x in ((2 * number, 30.0), (2 * number + 1, page.get_width() - 45.0)):
                text = pdfium.FPDFPageObj_CreateTextObj(file, font, ctypes.c_float(7))
                words = ctypes.create_string_buffer(f"{label}\0".encode("utf-16-le"))
                pdfium.FPDFText_SetText(text, ctypes.cast(words, pdfium.FPDF_WIDESTRING))
                pdfium.FPDFPageObj_Transform(text, 1, 0, 0, 1, x, 20)
                pdfium.FPDFPage_InsertObject(page, text)
            page.gen_content()
        file.save(path)


TREATMENTS: Mapping[str, Callable[[Path], None]] = {
    "scanned": scan,
    "turned": turn,
    "unmapped": unmap,
    "spread": spread,
    "numbered": number_spreads,
}
