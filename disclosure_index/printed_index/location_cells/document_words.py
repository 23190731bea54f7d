"""The names of documents in print. The words are in `reading/languages`; all matching ignores case."""

import re

from disclosure_index.reading.languages.index_words import words

OTHER_DOCUMENT = re.compile(words("other-document"), re.IGNORECASE)
OWN_REPORT = re.compile(words("own-report"), re.IGNORECASE)
"""Reports of the kind that prints an index: this one, unless other words say otherwise."""
THIS_DOCUMENT = re.compile(words("this-document"), re.IGNORECASE)
"""The document that prints the index, under any name; "About this report" is the title of a section."""
DOCUMENT_NOUN = re.compile(
    rf"{words('document-noun')}\W*(?:(?:FY\s?)?20\d\d(?:[-/–]\d\d)?)?\W*$|^(?:FY\s?)?20\d\d\s", re.IGNORECASE
)
"""The names of documents: the words at the end of a name, or the year at its beginning."""
