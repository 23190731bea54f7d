"""What the project file says of its documents: where they are, their language, what an import did not read of them."""

from typing import Annotated

from pydantic import AfterValidator, Field

from disclosure_index.languages.detection import is_known
from disclosure_index.messages import message, one_of
from disclosure_index.model import LANGUAGES
from disclosure_index.toml.reading import Strict

Text = Annotated[str, Field(min_length=1)]


def _known_language(tag: str) -> str:
    if not is_known(tag):
        raise ValueError(message('must be {allowed}, not "{value}"', allowed=one_of(LANGUAGES), value=tag))
    return tag


Language = Annotated[Text, AfterValidator(_known_language)]


class DocumentIn(Strict):
    """One language version."""

    path: Text
    language: Language


class NotReadIn(Strict):
    """What stands in the source as in an index, and was not read by the import."""

    document: Text
    pages: tuple[Text, ...] = ()
    codes: Annotated[int, Field(ge=0)] = Field(0, description="How many different codes stand there.")
    not_claimed: tuple[Text, ...] = Field((), description="Those that no claim was read for, such as gri:305-1.")
    heading: str = Field("", description="Of an index of which no row was read.")
    confirmed: bool = Field(False, description="true when someone has looked at the source and tagged what is there.")
