import pytest

ENGLISH = """\
# Harbour Limited sustainability report 2024

From 1 January 2024 to 31 December 2024, with reference to the GRI Standards.

## Climate

We emitted 120 tonnes of carbon dioxide from the boilers of our two piers.

The electricity of all our offices came from the grid of the island.

## People

Our crews had 340 members at the end of the year, and most of them live in the harbour towns.

Every member of a crew was trained in first aid.

## GRI content index

| GRI Standard | Disclosure | Location |
|---|---|---|
| GRI 305: Emissions 2016 | 305-1 Direct (Scope 1) GHG emissions | Climate |
| GRI 2: General Disclosures 2021 | 2-7 Employees | People |
"""


IMPORTED: dict[str, bytes] = {}


@pytest.fixture
def draft(tmp_path):
    """Write a draft of the report, with some words replaced; return its path."""

    def write(name="report.md", text=ENGLISH, **words):
        path = tmp_path / name
        for old, new in words.pop("words", {}).items():
            assert old in text
            text = text.replace(old, new)
        path.write_text(text, "utf-8")
        return path

    return write


@pytest.fixture
def imported(run, draft, tmp_path):
    """The report as imported, once: the folder, in which nothing is reviewed."""
    folder = tmp_path / "report"
    if not IMPORTED:
        result = run("import", draft(), "-o", folder, "--as-of", "2026-01-01")
        assert result.exit_code == 0, result.stderr
        IMPORTED.update({path.name: path.read_bytes() for path in folder.iterdir()})
    folder.mkdir(exist_ok=True)
    for name, data in IMPORTED.items():
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture
def tagged(imported):
    """The same with a tag and a reviewed tag that a person has added to paragraphs."""
    page = imported / "report.xhtml"
    text = page.read_text("utf-8")
    for words, attributes in {
        "We emitted": ' data-disclosure="gri:305-5" data-reviewed="gri:305-5"',
        "Every member": ' data-disclosure="gri:403-5"',
    }.items():
        text = text.replace(f"<p>{words}", f"<p{attributes}>{words}")
    page.write_text(text, "utf-8")
    return imported
