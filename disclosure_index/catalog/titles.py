"""Titles in several languages, as definition files have them."""

from typing import Annotated

from pydantic import StringConstraints

from disclosure_index.model import Titles
from disclosure_index.toml.reading import Strict

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9.-]*$")]


class TitlesIn(Strict):
    """A title per language; English always."""

    en: Text
    zh_Hans: Text | None = None  # noqa: N815  (the language tag's own spelling)
    zh_Hant: Text | None = None  # noqa: N815


def titles_of(titles: TitlesIn) -> Titles:
    """Return the titles that there are, by language."""
    texts = {"en": titles.en, "zh-Hans": titles.zh_Hans, "zh-Hant": titles.zh_Hant}
    return {language: text for language, text in texts.items() if text}
