"""The names of languages in themselves, by which a reader finds their own."""

from disclosure_index.model import LANGUAGES

_NAMES = dict(zip(LANGUAGES, ("English", "简体中文", "繁體中文"), strict=True))


def name_of(language: str) -> str:
    """Return the name of a language; the tag of one outside `LANGUAGES`."""
    return _NAMES.get(language, language)
