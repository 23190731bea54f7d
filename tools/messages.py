"""``make messages``: collect the messages of the code into the catalogues, and compile them.

``--release`` writes nothing, and refuses a catalogue that lacks a translation, as a release must have them all.

People write the catalogues under ``disclosure_index/messages/locale``; this script keeps them in order: it adds new
messages without a translation, removes those that the code no longer has, and writes equal messages as equal bytes.
Building the wheel compiles them (``hatch_build.py``).
"""

import io
import sys
from collections.abc import Iterable, Mapping
from contextlib import redirect_stderr
from functools import cache
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from disclosure_index.cli.program.help import help_texts
from disclosure_index.cli.program.running import group

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "disclosure_index"
LOCALES = PACKAGE / "messages" / "locale"
DOMAIN = "disclosure_index"
KEYWORDS = {"message": (1,), "plural": (1, 2), "label": ((1, "c"), 2)}
"""The functions of `disclosure_index.messages` that make a message, and the arguments that are its texts."""


def template() -> Catalog:
    """Return the catalogue of every message in the code, without translations."""
    catalogue = Catalog(domain=DOMAIN, project="disclosure-index", charset="utf-8")
    for file, texts, comments, context in _messages():
        catalogue.add(texts, None, [(f"disclosure_index/{file}", 0)], auto_comments=comments, context=context)
    return catalogue


@cache
def _messages() -> list[tuple[str, str | tuple[str, ...], list[str], str | None]]:
    """Return every message with its file, comments and context, in code order; then the help of the commands."""
    with redirect_stderr(io.StringIO()):  # Babel warns of f-strings: values may be some, and a test forbids the others
        found = extract_from_dir(
            PACKAGE, method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=("Translators:",)
        )
        ordered = sorted(found, key=lambda entry: (entry[0], entry[1]))
    said: list[tuple[str, str | tuple[str, ...], list[str], str | None]] = [
        (file, texts, comments, context) for file, _, texts, comments, context in ordered
    ]
    return said + [("cli", text, [], None) for text in help_texts(group) if text]


def catalogues() -> dict[str, Path]:
    """Return the file of each language's catalogue, by locale."""
    return {file.parents[1].name: file for file in sorted(LOCALES.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))}


def read(locale: str, file: Path) -> Catalog:
    """Return the catalogue of a locale."""
    with file.open("rb") as stream:
        return read_po(stream, locale=locale, domain=DOMAIN, charset="utf-8")


def update(locale: str, file: Path) -> Catalog:
    """Bring a catalogue up to date with the code, write it, and return it."""
    catalogue = read(locale, file)
    catalogue.update(template(), no_fuzzy_matching=True)
    with file.open("wb") as stream:
        write_po(stream, catalogue, width=120, sort_output=True, ignore_obsolete=True, include_lineno=False)
    _drop_header_fields(file)
    return catalogue


def unreleasable(locale: str, file: Path) -> list[str]:
    """Return why a catalogue may not be released: its missing and faulty translations."""
    catalogue = read(locale, file)
    catalogue.update(template(), no_fuzzy_matching=True)
    lacking = [f"untranslated: {text}" for text in untranslated(catalogue)]
    return lacking + [f"wrong: {text}" for text in faults(catalogue)]


def release(files: Mapping[str, Path]) -> int:
    """Report what prevents a release, and return 1 if anything does; nothing is written."""
    wrong = [f"{locale}: {why}\n" for locale, file in files.items() for why in unreleasable(locale, file)]
    sys.stdout.writelines(wrong or ["every message is translated\n"])
    return 1 if wrong else 0


def compile_catalogues() -> None:
    """Compile every catalogue beside itself, where gettext loads it."""
    for locale, file in catalogues().items():
        with file.with_suffix(".mo").open("wb") as stream:
            write_mo(stream, read(locale, file))


def untranslated(catalogue: Catalog) -> list[str]:
    """Return the messages without a translation."""
    return [_text(entry) for entry in catalogue if entry.id and not _translated(entry)]


def faults(catalogue: Catalog) -> list[str]:
    """Return the faults of the translations, such as a value that the English does not name."""
    return [
        f"{_text(entry)}: {fault}"
        for entry in catalogue
        if entry.id and _translated(entry)
        for fault in (*entry.check(catalogue), *_other_values(entry))
    ]


def main(arguments: list[str]) -> int:
    """Update, report and compile; with ``--check``, return 1 if anything is untranslated or faulty."""
    if "--release" in arguments:
        return release(catalogues())
    wrong = 0
    for locale, file in catalogues().items():
        catalogue = update(locale, file)
        lacking, broken = untranslated(catalogue), faults(catalogue)
        sys.stdout.write(f"{locale}: {len(catalogue)} messages, {len(lacking)} untranslated, {len(broken)} wrong\n")
        sys.stdout.writelines(f"  untranslated: {text}\n" for text in lacking)
        sys.stdout.writelines(f"  wrong: {text}\n" for text in broken)
        wrong += len(lacking) + len(broken)
    compile_catalogues()
    return 1 if wrong and "--check" in arguments else 0


def _forms(text: str | Iterable[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def _text(entry: Message) -> str:
    return _forms(entry.id)[0]


def _translated(entry: Message) -> bool:
    return bool(entry.string) and all(_forms(entry.string))


def _other_values(entry: Message) -> list[str]:
    """Return the faults of ``{values}`` in a message; Babel's own checker skips some messages."""

    def names(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}

    known = set().union(*map(names, _forms(entry.id)))
    return [f"names {sorted(names(text) - known)}" for text in _forms(entry.string) if names(text) - known]


def _drop_header_fields(file: Path) -> None:
    """Remove Babel's header fields of the day and the author, so that the same messages are the same bytes."""
    dropped = (
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Generated-By",
        "Last-Translator",
        "Language-Team",
        "Report-Msgid",
    )
    lines = file.read_text("utf-8").splitlines(keepends=True)
    kept = (line for line in lines if not line.startswith(tuple(f'"{field}' for field in dropped)))
    file.write_text("".join(kept), "utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
