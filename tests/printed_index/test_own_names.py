"""How a report calls itself: by the titles of its cover, not by what its sentences say of other documents."""

import pytest

from disclosure_index.model import Document, Location, Passage
from disclosure_index.printed_index.location_cells.named_documents import own_names


def report(*cover):
    passages = tuple(
        Passage("paragraph", text, Location("r.pdf", n + 1, 1), None, "", "1", "en") for n, text in enumerate(cover)
    )
    return Document("r.pdf", "en", passages=passages)


@pytest.mark.parametrize(
    "sentence",
    [
        "Our FY2022 Annual Report is available on our website.",
        "SR: this Sustainability Report. AR: Annual Report 2024.",
        "Further details are in the Annual Report",
        "財務資料載於年報。",
    ],
)
def test_a_document_that_a_sentence_on_the_cover_names_is_another_one(sentence):
    own = own_names(report("GRI content index 2024", sentence))
    assert [named.is_own for named in own.named_in("Annual Report, p. 18; AR 2024: 20")] == [False, False]


@pytest.mark.parametrize(
    "title", ["Annual Report 2024", "HARBOUR FERRIES | ANNUAL REPORT 2024", "Annual Report and Accounts"]
)
def test_a_title_on_the_cover_is_the_name_of_the_report(title):
    own = own_names(report(title, "Harbour Ferries Holdings"))
    assert [named.is_own for named in own.named_in("Annual Report, p. 18")] == [True]
