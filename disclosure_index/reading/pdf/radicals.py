"""Chinese characters that PDFs give as the radicals they resemble, because their fonts map one glyph to both."""

import unicodedata

_SUPPLEMENT = (  # radical, character
    "⺟母⺠民⻄西⻅见⻆角⻈讠⻉贝⻋车⻐钅⻑長⻓长⻔门⻘青⻙韦⻚页⻛风"
    "⻜飞⻝食⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⼾户"
)
_RADICALS = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
_RADICALS |= {ord(radical): sign for radical, sign in zip(_SUPPLEMENT[::2], _SUPPLEMENT[1::2], strict=True)}


def without_radicals(text: str) -> str:
    """Return a text with the intended characters."""
    return text if text.isascii() else text.translate(_RADICALS)
