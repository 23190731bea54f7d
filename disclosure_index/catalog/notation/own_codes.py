"""The spelling rules of a framework that has no ``spelling.toml``: its codes as they are, behind its names or alone."""

from disclosure_index.catalog.notation.code_shapes import is_telling
from disclosure_index.catalog.notation.folding import fold
from disclosure_index.catalog.notation.rules import Spelling, read_spelling
from disclosure_index.model import Framework

WORDS = ["Disclosure", "Disclosures", "Indicator", "Indicators", "KPI", "披露", "指标", "指標"]
"""What stands before a code of any framework that is one at sight."""
_GAP = r"[\s:.\#-]{0,3}"
_END = r"(?!\w|[.-]\w|\s?%)"


def spelling_of(framework: Framework) -> Spelling:
    """Return rules by which the codes are read as they are written.

    A code that is one at sight is believed at the start of a row; a number or a word needs a name before it.
    """
    names = list(dict.fromkeys((framework.short, framework.id, *framework.title.values())))
    printed = {d.code: d.printed or d.code for d in framework.disclosures}
    codes = {
        "line": [code for code, text in printed.items() if is_telling(text)],
        "never": [code for code, text in printed.items() if not is_telling(text)],
    }
    items = {
        alone: {"pattern": f"{{{alone}}}{_END}", "code": [f"{{{alone}}}"], "alone": alone}
        for alone, own in codes.items()
        if own
    }
    forms = [{"lead": names, "gap": _GAP, "item": list(items.values())}] if items else []
    if telling := items.get("line"):
        forms.append({"lead": WORDS, "gap": _GAP, "item": [telling]})
    return read_spelling(
        {
            "called": names,
            "announced-by": [framework.short],
            "names": {alone: {code: [fold(printed[code])[0]] for code in codes[alone]} for alone in items},
            "form": forms,
        }
    )
