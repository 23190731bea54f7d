"""The elements of HTML, as every reader knows them: what each is to the outline of a document."""

from disclosure_index.reading.element_marks import Kind

KINDS = {
    "section": Kind.SECTION,
    **{f"h{n}": Kind.HEADING for n in range(1, 7)},
    **dict.fromkeys(("p", "dt", "dd", "blockquote", "pre", "figcaption", "address"), Kind.PARAGRAPH),
    "li": Kind.ITEM,
    "caption": Kind.CAPTION,
    "tr": Kind.ROW,
    **dict.fromkeys(("td", "th"), Kind.CELL),
    **dict.fromkeys(
        ("body", "main", "article", "div", "header", "footer", "nav", "aside", "ul", "ol", "dl", "figure", "form",
         "fieldset", "details", "summary", "hr", "table", "thead", "tbody", "tfoot", "colgroup"),
        Kind.CONTAINER,
    ),
    **dict.fromkeys(("head", "script", "style", "template", "noscript"), Kind.UNREAD),
}  # fmt: skip
"""What each element is to the outline; all others are inline."""
