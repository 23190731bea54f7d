"""A line of a contents page states no figure."""

import pytest

from disclosure_index.figures.contents_lines import is_contents_line
from disclosure_index.figures.reader import DocumentFacts
from tests.support.reports import document

LINE = "46 Compliance 51 Data protection & security 53 Health systems 57 Tax governance 59 Suppliers"


@pytest.mark.parametrize(
    ("page", "text", "is_one"),
    [
        pytest.param("2", LINE, True, id="pages before titles"),
        pytest.param("2", "Compliance 46 Data protection 51 Health 53 Tax governance 57", True, id="pages behind"),
        pytest.param("2", "合规管理 46 数据保护 51 税务 53 供应商 57", True, id="in Chinese"),
        pytest.param("60", LINE, False, id="earlier pages"),
        pytest.param("", LINE, False, id="pages are not marked"),
        pytest.param("2", "46 Men 51 Women 35 Staff 57 Crew", False, id="in no order"),
        pytest.param("2", "Women 46% Men 51% Managers 53% Crew 57%", False, id="shares"),
        pytest.param("2", "Total waste 46 51 53 57", False, id="a row"),
        pytest.param("2", "46 Men 51 Women 53 Staff", False, id="too few"),
    ],
)
def test_only_titles_with_later_pages_in_their_order_are_contents(page: str, text: str, is_one: bool) -> None:
    assert is_contents_line(text, page) is is_one


@pytest.mark.parametrize(("page", "facts"), [("2", 0), ("60", 1)])
def test_a_contents_line_has_no_facts(page: str, facts: int) -> None:
    text = "46 Finance in EUR 51 Data protection 53 Health systems 57 Tax"
    read = document(f'<p><span role="doc-pagebreak" aria-label="{page}"></span>{text}</p>')
    assert len(DocumentFacts(read, "2023").of_passage(0)) == facts
