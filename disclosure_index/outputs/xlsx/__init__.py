"""The assessment as a workbook for Excel: to read, to print, to fill in, and to hand back.

The same input gives the same bytes. Every sheet is made of a plain `Table`; what a column looks like stands in
`columns`, by its id.
"""

from disclosure_index.outputs.xlsx.book import Exported, export, render

__all__ = ["Exported", "export", "render"]
