"""The text of pages that are pictures, recognised by rapidocr (extra ``ocr``): English and Chinese.

Its models are in its package. They are named one by one here, since it would download those it does not find.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

from disclosure_index.reading.page_layout.lines import Word, lines_of
from disclosure_index.reading.pdf.radicals import without_radicals
from disclosure_index.reading.pdf.text import PageText

_SCALE = 2.0
"""Pixels to a point: 144 to an inch, at which type of 6 points is 12 pixels high."""
_LONGEST = 2000
"""Pixels of a side: rapidocr shrinks larger pictures to this."""
_TYPE = 0.75  # of the height of a recognised line: its font size
_ALIKE = 0.25  # of the usual size: nearer sizes count as equal, since heights are measured from the ink
_MODELS = {"Det": "*_det_*.onnx", "Rec": "*_rec_*.onnx", "Cls": "*_cls_*.onnx"}


class Recogniser:
    """Recogniser of the text of pages; its constructor loads the models, which takes a second.

    Raises ImportError if the extra is not installed, or its package has no models.
    """

    def __init__(self) -> None:
        import onnxruntime  # type: ignore[import-untyped]  # noqa: F401 - rapidocr runs on it, and imports it late
        from rapidocr import RapidOCR

        spec = find_spec("rapidocr")
        folder = Path(spec.origin or "").parent / "models" if spec else Path()
        found = {name: next(iter(sorted(folder.glob(pattern))), None) for name, pattern in _MODELS.items()}
        if not all(found.values()):
            raise ImportError("rapidocr without its models", name="rapidocr")
        paths = {f"{name}.model_path": str(path) for name, path in found.items()}
        self._engine: Any = RapidOCR(params={"Global.log_level": "critical", **paths})

    def read(self, page: Any, text: PageText) -> PageText:
        """Return the text of a page of pypdfium2 with the recognised text."""
        words = self._words(page)
        lines = lines_of(words)
        return replace(
            text,
            lines=tuple(line.text for line in lines),
            sizes=tuple(line.size for line in lines),
            words=tuple(words),
            unmapped=False,
        )

    def _words(self, page: Any) -> list[Word]:
        scale = min(_SCALE, _LONGEST / max(page.get_size()))
        result = self._engine(page.render(scale=scale).to_numpy())
        if result.boxes is None or result.txts is None:
            return []
        heights = [(box[3][1] + box[2][1] - box[0][1] - box[1][1]) / 2 / scale for box in result.boxes]
        usual = _TYPE * median(heights)
        words: list[Word] = []
        for box, text, height in zip(result.boxes, result.txts, heights, strict=True):
            size = _TYPE * float(height)
            size = usual if abs(size - usual) <= _ALIKE * usual else size
            corners = [(float(x) / scale, float(y) / scale) for x, y in box]
            words += _parted(text, corners, size)
        return words


def _parted(text: str, corners: Sequence[tuple[float, float]], size: float) -> Iterator[Word]:
    """Yield the words of a recognised line, each as wide as its share of the characters."""
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    top, bottom = min(y for _, y in corners), max(y for _, y in corners)
    widths = [1.0 if ord(character) < 0x2E80 else 2.0 for character in text]  # Chinese characters are twice as wide
    unit = (right - left) / max(1.0, sum(widths))
    at, word, begins = left, "", left
    for character, width in zip(text, widths, strict=True):
        if character.isspace():
            if word:
                yield Word(without_radicals(word), begins, at, top, bottom, size)
            word = ""
        else:
            begins = begins if word else at
            word += character
        at += width * unit
    if word:
        yield Word(without_radicals(word), begins, at, top, bottom, size)
