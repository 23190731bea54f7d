"""Lines of a contents page: titles with the pages they are on, which are no figures."""

import re
from itertools import pairwise

LEAST = 4
"""Pages that make a line one of a contents page: four figures of a table are in rising order once in 24 times."""
_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?![\d.,]*\d|\s?[%‰])")
_TITLE = re.compile(r"\s+[A-Z\u3400-\u9fff][^\d|]*[^\W\d][^\d|]*")


def is_contents_line(text: str, page: str) -> bool:
    """Whether a text has nothing but titles and the numbers of later pages, in their order.

    Args:
        text: of a passage.
        page: that it stands on; where pages are not marked, nothing is a line of a contents page.

    >>> is_contents_line("46 Compliance management 51 Data protection 53 Interactions 57 Tax", "2")
    True
    >>> is_contents_line("Employees 46 51 53 57", "2"), is_contents_line("46 Men 51 Women 53 Staff 57 Crew", "60")
    (False, False)
    """
    if not page.isdecimal():
        return False
    numbers = list(_NUMBER.finditer(text))
    pages = [int(number[0]) for number in numbers]
    return (
        len(pages) >= LEAST
        and pages[0] > int(page)
        and all(a < b for a, b in pairwise(pages))
        and len(re.findall(r"\d+", text)) == len(pages)
        and all(_TITLE.fullmatch(text, a.end(), b.start()) for a, b in pairwise(numbers))
    )
