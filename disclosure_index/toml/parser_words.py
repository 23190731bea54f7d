"""What the TOML parser says of a text that is not TOML, as messages: it speaks English alone."""

import re

from disclosure_index.messages import COMMA, foreign, joined, label, message
from disclosure_index.model import Message

_PROBLEMS: dict[str, Message] = {
    str(known): known
    for known in (
        message("duplicate key"),
        message("cannot extend value of type array with a dotted key"),
        message("cannot extend value of type inline table with a dotted key"),
        message("cannot recurse further; max recursion depth met"),
        message("keys cannot be multi-line basic strings"),
        message("keys cannot be multi-line literal strings"),
        message("unexpected content between comment and newline"),
        message("unexpected `=` in array"),
        message("extra comma in array"),
        message("missing comma between array elements"),
        message("missing inline table opening"),
        message("unclosed array"),
        message("missing value for key"),
        message("key with no value"),
        message("unexpected key or value"),
        message("extra assignment between key-value pairs"),
        message("extra comma in inline table"),
        message("missing assignment between key-value pairs"),
        message("missing key for inline table element"),
        message("missing array opening"),
        message("invalid inline table element"),
        message("missing comma between key-value pairs"),
        message("unclosed inline table"),
        message("missing table open"),
        message("invalid key-value pair"),
        message("unexpected content"),
        message("missing value"),
        message("extra `=`"),
        message("invalid table"),
        message("unclosed array table"),
        message("unclosed table"),
        message("missing comment start"),
        message("invalid comment character"),
        message("carriage return must be followed by newline"),
        message("invalid float"),
        message("invalid fraction"),
        message("invalid boolean"),
        message("invalid date"),
        message("invalid time"),
        message("invalid date-time"),
        message("invalid integer number"),
        message("invalid hexadecimal number"),
        message("invalid octal number"),
        message("invalid binary number"),
        message("string values must be quoted"),
        message("missing opening quote"),
        message("unexpected leading zero"),
        message("redundant numeric sign"),
        message("integers with a radix cannot be signed"),
        message("radix must be lowercase"),
        message("redundant integer number prefix"),
        message("unexpected sign"),
        message("`_` may only go between digits"),
        message("invalid multi-line basic string"),
        message("missing escaped value"),
        message("invalid basic string"),
        message("unquoted keys cannot be empty"),
        message("invalid unquoted key"),
        message("invalid literal string"),
        message("invalid multi-line literal string"),
        message("invalid value"),
        message("too few unicode value digits"),
    )
}
_EXPECTED: dict[str, Message] = {
    str(known): known
    for known in (
        label("expected", "nothing"),
        label("expected", "newline"),
        label("expected", "letters"),
        label("expected", "numbers"),
        label("expected", "digits"),
        label("expected", "key"),
        label("expected", "value"),
        label("expected", "characters"),
        label("expected", "printable characters"),
        label("expected", "non-double-quote visible characters"),
        label("expected", "non-single-quote visible characters"),
        label("expected", "non-single-quote characters"),
        label("expected", "unicode hexadecimal value"),
        label("expected", "literal string"),
        label("expected", "basic string"),
        label("expected", "year or hour"),
        label("expected", "month"),
        label("expected", "day"),
        label("expected", "minute"),
        label("expected", "second"),
        label("expected", "nanosecond"),
        label("expected", "offset"),
        label("expected", "day between 01 and 28"),
        label("expected", "day between 01 and 29"),
        label("expected", "day between 01 and 30"),
        label("expected", "day between 01 and 31"),
        label("expected", "month between 01 and 12"),
        label("expected", "a two-digit day (DD)"),
        label("expected", "a two-digit month (MM)"),
        label("expected", "a four-digit year (YYYY)"),
        label("expected", "a two-digit hour (HH)"),
        label("expected", "a two-digit minute (MM)"),
        label("expected", "a two-digit second (SS)"),
        label("expected", "hour between 00 and 23"),
        label("expected", "hours between 00 and 23"),
        label("expected", "minute between 00 and 59"),
        label("expected", "minutes between 00 and 59"),
        label("expected", "second between 00 and 60"),
        label("expected", "`T` between date and time"),
    )
}
_ITEM = re.compile(r"`.`|`[^`]*`(?: [^,`]+)?|[^,`]+")


def problem(said: str) -> Message:
    """Return what the parser says, without its place; words unknown to this list are not translated."""
    what, _, items = said.partition(", expected ")
    found = _PROBLEMS.get(what) or foreign(what, message("something here is not TOML"))
    if not items:
        return message("is not valid TOML: {problem}", problem=found)
    wanted = [_EXPECTED.get(item.strip()) or item.strip() for item in _ITEM.findall(items) if item.strip()]
    return message("is not valid TOML: {problem}, expected {wanted}", problem=found, wanted=joined(COMMA, wanted))
