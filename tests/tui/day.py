"""An editor's day, as keys and the screen texts after them; played in the pilot and in a real terminal."""

from typing import NamedTuple

EXPLANATION = "我们不生产可回收的产品"
TAGGED = '<tr id="kpi-hazardous-waste" data-disclosure="hkex-esg:A1.3">'
EXPLAINED = f'<p data-omission="hkex-esg:B6.1" data-reason="not-material">{EXPLANATION}</p>'


class Step(NamedTuple):
    """Keys as Textual names them, or a typed text, as from an input method; then the text that must appear."""

    keys: tuple[str, ...]
    seen: str
    text: str = ""


DAY = (
    Step((), "118 of 126 answered, 8 open"),
    Step(("m",), "8 shown: gaps"),
    Step(("o", "o"), "8 shown: gaps | mandatory + comply-or-explain"),
    Step(("j", "j", "j", "j"), "HKEX A1.3"),
    Step((), "有害废弃物总量 | 吨 | 2,008"),
    Step(("a",), "7 open"),
    Step(("G",), "HKEX B6.1"),
    Step(("x",), "Not material"),
    Step(("space", "tab"), "(x)"),
    Step((), EXPLANATION, text=EXPLANATION),
    Step(("ctrl+s",), "6 open"),
    Step(("u",), "7 open"),
    Step(("ctrl+r",), "6 open"),
    Step(("E",), "Export this view"),
    Step(("enter",), "Exported:"),
)
"""The only remaining step is to quit."""
