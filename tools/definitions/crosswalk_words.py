"""Sources and notes of the crosswalks, in words for users."""

import re

_CARRIED = ", carried over with GRI's mapping of 2016 to 2021"

_DIALOGUE = "Corporate Reporting Dialogue, Driving Alignment in Climate-related Reporting (2019), table of GRI and TCFD"

SOURCES = {
    "gri-sdg": "GRI, Linking the SDGs and the GRI Standards (March 2021)",
    "gri-sdg-2021": "GRI, Linking the SDGs and the GRI Standards (March 2021)" + _CARRIED,
    "gri-101": "GRI 101: Biodiversity 2024, introduction",
    "gri-hkex": "GRI, Linking the GRI Standards and HKEX ESG Reporting Guide (July 2020)",
    "gri-hkex-2021": "GRI, Linking the GRI Standards and HKEX ESG Reporting Guide (July 2020)" + _CARRIED,
    "crd": _DIALOGUE,
    "crd-2021": _DIALOGUE + _CARRIED,
    "gri-ifrs": "IFRS Foundation and GRI, Interoperability considerations for GHG emissions (January 2024), from"
    " summaries; paragraph numbers not checked",
    "gri-issb": "GSSB and ISSB, announcement of 26 June 2025 on GRI 102 and IFRS S2; paragraph numbers not checked",
    "ifrs-tcfd": "IFRS Foundation, Comparison: IFRS S2 with the TCFD Recommendations (July 2023), not seen itself",
    "ifrs": "Parallel paragraphs of IFRS S1 and IFRS S2",
    "hkex-editions": "HKEX, ESG Reporting Guide 2020 and ESG Reporting Code 2025, as printed in issuers' indexes",
}

_STARTS = (
    ("GRI, Linking the SDGs", "gri-sdg"),
    ("SDG link of the 2016 disclosure", "gri-sdg-2021"),
    ("GRI 101: Biodiversity", "gri-101"),
    ("GRI, Linking the GRI Standards and HKEX", "gri-hkex"),
    ("Corporate Reporting Dialogue", "crd"),
    ("IFRS Foundation and GRI", "gri-ifrs"),
    ("GSSB/ISSB", "gri-issb"),
    ('IFRS Foundation, "Comparison', "ifrs-tcfd"),
    ("IFRS S1 and IFRS S2 (parallel", "ifrs"),
)

CHANGES = {
    "A1.2": "Left Part C on 1 January 2025; Scope 1 and 2 stand in Part D.",
    "A1": "Greenhouse gases are no longer named in the General Disclosure.",
}

_DROPPED = re.compile(r"Code as of the 2020 guide.*$|not GRI 102: Climate Change 2025|\(withdrawn\)|table rates the ")


def source_of(text: str) -> str:
    """Name the source that the sheet gives as `text`; "" for one that is not shipped."""
    name = next((name for start, name in _STARTS if text.startswith(start)), "")
    return f"{name}-2021" if "carried over" in text and name in ("gri-hkex", "crd") else name


def note_of(text: str) -> str:
    """Shorten a note of the sheet to what a user can use."""
    parts = [part.strip(" ,;") for part in re.split(r";(?! ?[a-d]\b)", _DROPPED.sub("", text))]
    parts = [re.sub(r"\b([a-d]);(?=[a-d])", r"\1, ", part) for part in parts]
    return "; ".join(part for part in parts if part)
