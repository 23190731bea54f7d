"""Messages: texts that keep their template and values, so that they can be rendered in any language."""

from collections.abc import Mapping
from typing import Any

Values = Mapping[str, object]


class Message(str):
    """An English text that remembers its template and its values.

    It is a `str`, so that English output costs nothing and sorts and compares as text; `messages.render` renders it in
    another language. Make one with the functions of `messages`, which the extractor of the catalogues knows.

    Attributes:
        template: the English text with ``{named}`` values, which is the key of the catalogues.
        values: what stands in the template, by name; a value that is a `Message` is rendered as well.
        many: the template for any number but one; "" where the message does not count.
        number: what it counts.
        context: what distinguishes two messages of the same English text.
    """

    __slots__ = ("context", "many", "number", "template", "values")
    template: str
    values: Values
    many: str
    number: int
    context: str

    def __new__(
        cls, text: str, template: str = "", values: Values | None = None, *, many: str = "", number: int = 1,
        context: str = "",
    ) -> "Message":  # fmt: skip
        """Create the message; a text without a template is the same in every language."""
        self = super().__new__(cls, text)
        self.template, self.values, self.many, self.number, self.context = template, values or {}, many, number, context
        return self

    def __getnewargs_ex__(self) -> tuple[tuple[Any, ...], dict[str, Any]]:
        """Return the arguments of `__new__`, by which pickle and copy make it again."""
        named = {"many": self.many, "number": self.number, "context": self.context}
        return (str(self), self.template, dict(self.values)), named


class JoinedMessage(Message):
    """A list of items: ``values`` holds them by position, and ``template`` is what stands between two of them."""

    __slots__ = ()


class TitleMessage(Message):
    """A title: ``values`` holds it by language, as `Titles` do, and no catalogue is asked."""

    __slots__ = ()


class ForeignMessage(Message):
    """The words of a library or of the system, in English; in other languages the one of ``values`` stands for them."""

    __slots__ = ()


NO_MESSAGE = Message("")
"""Stands where there is nothing to say."""
