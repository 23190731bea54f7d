"""A text for people that can be said in more than one language."""

from collections.abc import Mapping

Values = Mapping[str, object] | tuple[object, ...]


class Saying(str):
    """A text in English that knows how it was made, so that `sayings.said` can say it in other languages.

    Attributes:
        key: of its template in the tables of `sayings`; "" where the text is known in each language by itself.
        values: what stands in the template, by name; the items of a list; or the texts per language, without a key.
    """

    __slots__ = ("key", "values")
    key: str
    values: Values

    def __new__(cls, text: str, key: str = "", values: Values = ()) -> "Saying":
        """Make it; see `sayings` for what does so."""
        self = super().__new__(cls, text)
        self.key, self.values = key, values
        return self

    def __reduce__(self) -> "tuple[type[Saying], tuple[object, ...]]":
        return Saying, (str(self), self.key, self.values)


NOTHING = Saying("")
"""Where there is nothing to say."""
