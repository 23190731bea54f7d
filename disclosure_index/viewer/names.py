"""What languages call themselves: a reader finds the own one by it."""

from disclosure_index.model import LANGUAGES

_NAMES = dict(zip(LANGUAGES, ("English", "简体中文", "繁體中文"), strict=True))


def name_of(language: str) -> str:
    """Return the name; the tag of a language that is none of `LANGUAGES`."""
    return _NAMES.get(language, language)
