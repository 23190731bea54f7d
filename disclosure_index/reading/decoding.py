"""Decoding of text files: a declared encoding is used, UTF-8 is recognised, and any other encoding is guessed."""

import codecs
import re
import unicodedata
from dataclasses import dataclass

from disclosure_index.messages import message
from disclosure_index.model import Finding, Location, language_of
from disclosure_index.reading.unreadable import RefusedError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BELIEVED = re.compile(r"utf|iso|latin|us-ascii|windows|cp\d|gb|big5|shift|euc|koi8", re.IGNORECASE)  # no other codecs
MOST_NOISE = 0.05
"""The share of noise characters above which a file is not text: random bytes have 0.1 and more in every
encoding that is tried, and the reports that were read for this have none."""
_SAMPLE = 20_000  # characters

_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "這為個國時來們於對會發動過說產種後學經披露指标標章节節页頁码碼关關键鍵绩績效环境環社会管治员員工排放气氣体體废廢弃棄物能源水资資"
    "供应應链鏈责責任备備注註报報告号號说说明說、，。（）：及与與或之其本公司"
)
"""Frequent characters of Chinese reports; a wrong guess of the encoding gives rare ones instead."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text, its encoding, and whether the encoding was guessed."""

    text: str
    encoding: str
    guessed: bool = False

    def finding(self, path: str) -> tuple[Finding, ...]:
        """Return a finding if the encoding was guessed."""
        if not self.guessed:
            return ()
        problem = message(
            "No encoding is declared; the file is read as {encoding}, which is a guess", encoding=self.encoding
        )
        hint = message("Check the text, and save the file as UTF-8")
        return (Finding("DI601", problem, Location(path, 1, 1), hint),)


def decode(data: bytes, language: str, declared: str = "") -> Decoded:
    """Decode a file; `declared` is the encoding named in the file itself. Without one, noise is refused.

    >>> decode("披露,頁碼".encode("big5"), "zh-Hant")
    Decoded(text='披露,頁碼', encoding='big5hkscs', guessed=True)

    Raises:
        RefusedError: the file is not text, or has zero bytes, as after a crash.
    """
    decoded = _decode(data, language, declared)
    if "\0" in decoded.text:
        raise RefusedError(
            message("it is not a text file: it contains NUL characters"),
            message("Check the file: it is damaged or of another type"),
        )
    if _noise(decoded.text) > MOST_NOISE:
        raise RefusedError(
            message("it is not a text file"), message("Check the file: it is damaged or of another type")
        )
    return decoded


def decode_report(data: bytes, language: str) -> Decoded:
    """Decode the file of a report, which must have text.

    Raises:
        RefusedError: the file has no text, or an error of `decode`.
    """
    decoded = decode(data, language)
    if not decoded.text.strip():
        raise RefusedError(message("the file is empty"), message("Restore the file: it is empty or cut off"))
    return decoded


def _noise(text: str) -> float:
    """Return the share of noise in a text: control characters and unassigned ones."""
    sample = text[:_SAMPLE]
    if not sample or (sample.isprintable() and sample.isascii()):
        return 0.0
    odd = sum(unicodedata.category(c) in ("Cc", "Cn", "Cs") or c == "\ufffd" for c in sample if c not in "\t\n\r\f\v")
    return odd / len(sample)


def _decode(data: bytes, language: str, declared: str) -> Decoded:
    """Decode a file."""
    for mark, encoding in _MARKS:
        if data.startswith(mark) and (text := _try(data, encoding)) is not None:
            return Decoded(text, encoding)
    for encoding in ("utf-8", declared if _BELIEVED.match(declared) else ""):
        if b"\0" not in data[:4096] and (text := _try(data, encoding)) is not None:
            return Decoded(text, encoding)
    if (encoding := _wide(data)) and (text := _try(data, encoding)) is not None:
        return Decoded(text, encoding, guessed=True)
    guesses = [(encoding, _try(data, encoding)) for encoding in language_of(language).encodings]
    found = [(_likely(text), encoding, text) for encoding, text in guesses if text is not None]
    if found:
        score, encoding, text = max(found, key=lambda guess: guess[0])
        if score > 0:
            return Decoded(text, encoding, guessed=True)
    return Decoded(data.decode("cp1252", "replace"), "cp1252", guessed=True)


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding) if encoding else None
    except (UnicodeError, LookupError):
        return None


def _wide(data: bytes) -> str:
    """Recognise UTF-16 without a byte order mark by the zero bytes of its ASCII characters."""
    head = data[:4096]
    odd, even = head[1::2].count(0), head[::2].count(0)
    if len(data) % 2 or not (odd or even):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _likely(text: str) -> float:
    """Return the share of frequent characters among those beyond ASCII."""
    beyond = [character for character in text[:100_000] if character > "\x7f"]
    return sum(character in _FREQUENT for character in beyond) / len(beyond) if beyond else 0.0
