"""Tables as a Word document, with named styles that a designer can change. Needs the extra ``docx``."""

from disclosure_index.outputs.docx.document import render

__all__ = ["render"]
