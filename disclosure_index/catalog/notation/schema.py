"""The form of a ``spelling.toml``: how reports print the codes of a framework.

A printed mention is a chain, ``lead item part joint item …``, as in "Disclosure 305-1 (a), 305-2 to 305-4". The data
say what each of these looks like, and what around them speaks for or against them. Words are plain text. Patterns are
verbose regular expressions that ignore case; ``{name}`` in them stands for a piece or a table of names.
"""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from disclosure_index.toml.reading import Strict

Alone = Literal["anywhere", "line", "row", "never"]
NOTHING = "(?!)"
LIST_WORDS = (",", ";", "、", "/", "&", "+", "and", "or", "und", "et", "ed", "及", "和", "与", "與", "以及")
"""What joins two codes, in the languages in which reports print them."""
RANGE_WORDS = (
    *("-", "~", "to", "through", "thru", "until", "up to", "bis", "à", "au", "jusqu'à", "a", "al", "fino a", "hasta"),
    *("até", "t/m", "至", "到"),
)
"""What stands between the first and the last of a range of codes, in the same languages."""


class ShortIn(Strict):
    """What may stand for an item behind another one, as "2" in "305-1/2"; `after` is the joint it needs."""

    pattern: str
    after: str = r"[\s\S]+"
    bare: bool = False  # see `ItemIn`


class ItemIn(Strict):
    """A printed shape of a code. `code` is built from its groups, "[…]" only where filled; the first known one wins.

    `alone`: where it is believed without a lead. A "line" item needs the start of a row, another code in its list or
    line, or one of `line-words`; a "row" item a row of its own, or a list with an "anywhere" item.
    `code`: a template one of whose groups is not filled, outside of "[…]", does not apply; what is printed and stands
    not in the one that applies is a part.
    `bare`: it looks like any number ("2" in "305-1, 2"), so that it is believed only in a run of which each is known
    and comes behind the one before, where the list ends.
    `unread`: what must not follow, since it would be a part that is left unread: "(k)" behind a paragraph.
    """

    pattern: str
    code: tuple[str, ...]
    alone: Alone = "never"
    not_after: str = NOTHING  # what must not follow, as a unit behind a quantity
    not_alone: str = NOTHING  # what must not follow unless a lead announces the item
    part: str = NOTHING
    more_part: str = NOTHING
    bare: bool = False
    unread: str = NOTHING
    short: tuple[ShortIn, ...] = ()


class FormIn(Strict):
    """A way of citing codes: what announces them, and what around them speaks for or against them."""

    item: tuple[ItemIn, ...]
    needs: str = ""  # found in every text with such codes, and faster; heeds case
    lead: tuple[str, ...] = ()
    heading_lead: tuple[str, ...] = ()  # counts at the start of a row only
    gap: str = r"[\s:]{0,3}"  # between lead and item
    close: tuple[str, ...] = ()  # must stand behind an item, where given
    follow: tuple[str, ...] = ()  # behind the list: as good as a lead
    heading_follow: tuple[str, ...] = ()  # the same, at the start of a row only
    line_words: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()


class SpellingIn(Strict):
    """A whole file."""

    form: tuple[FormIn, ...]
    list_words: tuple[str, ...] = LIST_WORDS
    range_words: tuple[str, ...] = RANGE_WORDS
    pieces: Mapping[str, str] = Field(default_factory=dict)  # besides {bare_joint}: what joins two bare numbers
    # group -> its value -> how that is printed
    names: Mapping[str, Mapping[str, tuple[str, ...]]] = Field(default_factory=dict)
    headed: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)  # code -> how its row is named in place of it
    titled: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)  # code, code@edition -> other titles of it
    called: tuple[str, ...] = ()  # the framework's names, as column heads and captions print them
    stated_as: tuple[str, ...] = ()  # patterns: what a report calls it where it says that it follows it
    announced_by: tuple[str, ...] = ()  # what makes a bare number readable when it is put before it
    column: Literal["", "code", "other"] = ""  # what a column holds whose head is a name of the framework
    under_group: tuple[str, ...] = ()  # what has no code of its own, and stands for the group above it
    without_disclosures: tuple[str, ...] = ()  # patterns: what an index names beside its codes, rightly, and has none
    codes_in_words: tuple[str, ...] = ()  # patterns of codes that have neither a digit nor a letter in brackets
    rough: Mapping[str, tuple[str, ...]] | None = None  # see `code_shapes.Rough`
    blocks: bool = False  # a code such as "38-39" is a block, which each of its paragraphs names
