"""The spelling rules of a framework, read from its ``spelling.toml`` (`spelling_schema`) and compiled."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Any

import rtoml

from disclosure_index.catalog.notation.folding import any_of, without_spaces
from disclosure_index.catalog.notation.schema import NOTHING, Alone, FormIn, ItemIn, ShortIn, SpellingIn
from disclosure_index.files.named_files import read_text

Pattern = re.Pattern[str]
_NO_CHAIN_BEFORE = r"(?<![\w.])(?<!\w-)"  # nothing starts within a word, a decimal, a telephone number


@dataclass(frozen=True, slots=True)
class Item:
    """An item or short item, compiled."""

    pattern: Pattern
    templates: tuple[str, ...]
    alone: Alone
    part: Pattern
    more_part: Pattern
    not_alone: Pattern
    unread: Pattern
    bare: bool = False
    after: Pattern | None = None  # set for short items


@dataclass(frozen=True, slots=True)
class Form:
    """A form, compiled; `items` ends with the short ones."""

    start: Pattern
    items: tuple[Item, ...]
    close: Pattern | None
    follow: Pattern
    heading_follow: Pattern
    line_words: Pattern
    not_before: Pattern
    needs: Pattern | None


@dataclass(frozen=True, slots=True)
class Spelling:
    """The compiled spelling rules of one framework."""

    forms: tuple[Form, ...]
    joint: Pattern
    names: Mapping[str, Mapping[str, str]]
    blocks: bool
    called: tuple[str, ...] = ()
    announced_by: tuple[str, ...] = ()
    headed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    stated_as: Pattern | None = None
    column: str = ""
    under_group: tuple[str, ...] = ()
    without_disclosures: Pattern | None = None
    codes_in_words: tuple[str, ...] = ()
    rough: Mapping[str, tuple[str, ...]] | None = None
    titled: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def read_spelling(source: Path | str | Mapping[str, Any]) -> Spelling:
    """Compile the rules in a ``spelling.toml``, or as parsed from one; ValueError names the key that is wrong."""
    if not isinstance(source, Mapping):
        try:
            return read_spelling(rtoml.loads(read_text(Path(source))))
        except ValueError as error:
            raise ValueError(f"{source}: {error}") from None
    data = SpellingIn.model_validate(source)
    printed = {
        group: {without_spaces(p): v for v, ps in values.items() for p in ps} for group, values in data.names.items()
    }
    alternatives = {g: f"(?P<{g}>{any_of(chain.from_iterable(v.values()))})" for g, v in data.names.items()}
    between_numbers = rf"[ ]{{0,2}}(?:{any_of((*data.list_words, *data.range_words))})[ ]{{0,2}}"
    compiler = _Compiler({"bare_joint": between_numbers, **data.pieces, **alternatives})
    return Spelling(
        tuple(compiler.form(f"form[{i}]", form) for i, form in enumerate(data.form)),
        # Neither a tab (the next cell) nor a line that starts with a dash (the next bullet) joins two codes. A comma
        # before a word is no list: "2-1, a 2-5".
        compiler.compile(
            "list-words",
            rf"(?:,(?=[ ][^\W\d_]+[ ]))?[ ]{{0,2}}(?P<range>{any_of(data.range_words)})[ \n]{{0,2}}"
            rf"|(?:[ \n]{{0,2}}(?:{any_of(data.list_words)})){{1,3}}[ \n]{{0,2}}",
        ),
        printed,
        data.blocks,
        data.called,
        data.announced_by,
        data.headed,
        re.compile("|".join(data.stated_as), re.IGNORECASE) if data.stated_as else None,
        data.column,
        data.under_group,
        re.compile("|".join(data.without_disclosures), re.IGNORECASE) if data.without_disclosures else None,
        data.codes_in_words,
        data.rough,
        data.titled,
    )


@dataclass(frozen=True, slots=True)
class _Compiler:
    """Fills and compiles patterns; a mistake is told under the name of its key."""

    fillings: Mapping[str, str]

    def compile(self, key: str, pattern: str) -> Pattern:
        def filling(match: re.Match[str]) -> str:
            if match[1] not in self.fillings:
                raise ValueError(f"{key}: {match[0]} is neither a pattern piece nor a name table")
            return self.fillings[match[1]]

        for _ in range(4):  # a piece may use pieces and names
            pattern = re.sub(r"\{([a-z_]+)\}", filling, pattern)
        try:
            return re.compile(pattern, re.VERBOSE | re.IGNORECASE | re.ASCII)
        except re.error as error:
            raise ValueError(f"{key}: not a regular expression: {error}") from None

    def plain(self, key: str, pattern: str) -> Pattern:
        """Compile as it is: such a pattern is found fast."""
        try:
            return re.compile(pattern)
        except re.error as error:
            raise ValueError(f"{key}: not a regular expression: {error}") from None

    def words(self, key: str, words: Iterable[str], around: str = "(?:%s)") -> Pattern:
        return self.compile(key, around.replace("%s", any_of(words)))

    def form(self, key: str, form: FormIn) -> Form:
        lead = (
            rf"(?P<lead_>(?:(?:(?P<strong_>{any_of(form.lead)})|(?P<heading_>{any_of(form.heading_lead)}))"
            rf"(?:{form.gap})){{1,3}})"
        )
        self.compile(f"{key}.gap", form.gap)  # by itself, for its mistakes: of the whole it would take a while
        items = [self.item(f"{key}.item[{i}]", item, lead) for i, item in enumerate(form.item)]
        shorts = [
            self.short(f"{key}.item[{i}].short[{j}]", full, short, item)
            for i, (full, item) in enumerate(zip(items, form.item, strict=True))
            for j, short in enumerate(item.short)
        ]
        after_lead = "|".join(_body(item.pattern, item) for item in form.item)
        alone = "|".join(_body(item.pattern, item) for item in form.item if item.alone != "never") or NOTHING
        return Form(
            self.unnamed(f"{key}.item", f"{lead}(?:{after_lead})|{_NO_CHAIN_BEFORE}(?:{alone})"),
            (*items, *shorts),
            self.words(f"{key}.close", form.close, r"\s?(?:%s)") if form.close else None,
            self.words(f"{key}.follow", form.follow, r"[\s:,(-]{0,3}(?:%s)"),
            self.words(f"{key}.heading-follow", form.heading_follow, r"[\s:,(-]{0,3}(?:%s)"),
            self.words(f"{key}.line-words", form.line_words),
            self.words(f"{key}.not-before", form.not_before, r"(?:%s)[\s.:#(-]{0,3}\Z"),
            self.plain(f"{key}.needs", form.needs) if form.needs else None,
        )

    def unnamed(self, key: str, pattern: str) -> Pattern:
        """Compile without group names, which may each stand only once in a pattern."""
        nameless = {name: re.sub(r"\(\?P<\w+>", "(?:", text) for name, text in self.fillings.items()}
        return _Compiler(nameless).compile(key, re.sub(r"\(\?P<\w+>", "(?:", pattern))

    def item(self, key: str, item: ItemIn, lead: str) -> Item:
        pattern = self.compile(f"{key}.pattern", f"{lead}?{_body(item.pattern, item)}")
        for group in re.findall(r"\{(\w+)\}", "".join(item.code)):
            if group not in pattern.groupindex:
                raise ValueError(f"{key}.code: the pattern has no group {group}")
        part, more = self.compile(f"{key}.part", item.part), self.compile(f"{key}.more-part", item.more_part)
        for name, compiled in (("pattern", pattern), ("part", part), ("more-part", more)):
            if compiled.match(""):
                raise ValueError(f"{key}.{name}: the pattern matches the empty string")
            if name != "pattern" and compiled.pattern != NOTHING and "part" not in compiled.groupindex:
                raise ValueError(f'{key}.{name}: the pattern has no group "part"')
        not_alone = self.compile(f"{key}.not-alone", item.not_alone)
        unread = self.compile(f"{key}.unread", item.unread)
        return Item(pattern, item.code, item.alone, part, more, not_alone, unread, item.bare)

    def short(self, key: str, full: Item, short: ShortIn, item: ItemIn) -> Item:
        pattern = self.compile(f"{key}.pattern", _body(short.pattern, item))
        return replace(full, pattern=pattern, bare=short.bare, after=self.compile(f"{key}.after", short.after))


def _body(pattern: str, item: ItemIn) -> str:
    return f"(?:{pattern}\n)(?!{item.not_after}\n)"
