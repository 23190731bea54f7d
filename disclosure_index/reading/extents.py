"""The passages of each section."""

from disclosure_index.model import Document


def section_path(document: Document, section: int | None) -> list[int]:
    """Return the sections around a section, itself included, outermost first."""
    path: list[int] = []
    while section is not None:
        path.insert(0, section)
        section = document.sections[section].parent
    return path


def section_extents(document: Document) -> dict[int, tuple[int, int]]:
    """Return the passages of each section, including those of its subsections: from, to (excluded)."""
    extents: dict[int, tuple[int, int]] = {}
    paths: dict[int | None, list[int]] = {}
    for number, passage in enumerate(document.passages):
        if passage.section not in paths:
            paths[passage.section] = section_path(document, passage.section)
        for section in paths[passage.section]:
            first, _ = extents.get(section, (number, number))
            extents[section] = (first, number + 1)
    return extents
