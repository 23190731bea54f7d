"""The hook for a sentence encoder: it moves what words do not tell, and is not needed."""

import sys

from disclosure_index.suggest import Suggester
from tests.support.reports import assessed, row

SENSES = (("ferry", "boat", "ship", "vessel"), ("hazardous", "poison", "venom", "toxic"), ("tea", "coffee"))
BODY = (
    "<section><h1>Boats</h1><p>Our boats sail daily.</p></section>"
    "<section><h1>Venom</h1><p>Whatever is venom goes to a licensed yard.</p></section>"
    "<section><h1>Tea</h1><p>Tea is served.</p></section>"
)


def encode(texts):
    """Count the words of each sense: a plain encoder, and the same for the same text."""
    return [[float(sum(word in text.lower() for word in sense)) for sense in SENSES] for text in texts]


def first(encoder):
    assessment = assessed(BODY, claims={"hkex-esg": "comply-or-explain"})
    made = Suggester(assessment.report, assessment.catalog, assessment.coverage, encode=encoder)
    found = made.for_disclosure(row(assessment, "A1.3").disclosure, 1)
    return assessment.report.documents[0].passages[found[0].passage].text


def test_meaning_finds_what_shares_no_word():
    assert "venom" not in first(None)
    assert first(encode) == "Whatever is venom goes to a licensed yard."


def test_without_an_encoder_nothing_of_it_is_loaded():
    sys.modules.pop("disclosure_index.suggest.semantic", None)
    first(None)
    assert "disclosure_index.suggest.semantic" not in sys.modules
