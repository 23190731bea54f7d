"""What decisions are made from: the report as it is, and the document that the workbook was exported of."""

from dataclasses import dataclass

from disclosure_index.assessment.assess import Assessment
from disclosure_index.messages import SEMICOLON, render
from disclosure_index.model import Disclosure, Framework, Location
from disclosure_index.outputs.xlsx import cells
from disclosure_index.outputs.xlsx.columns import TYPED
from disclosure_index.outputs.xlsx.disclosures import by_framework, disclosures
from disclosure_index.workbook_merge.typed_places import Places


@dataclass(frozen=True, slots=True)
class Context:
    """A report, the document in the workbook's language, and where the project file is."""

    assessment: Assessment
    language: str
    document: int
    project_file: str
    places: Places

    def framework(self, disclosure: Disclosure) -> Framework:
        """Return the framework of a disclosure."""
        return self.assessment.catalog.frameworks[disclosure.framework]

    @property
    def project(self) -> Location:
        """The project file."""
        return Location(self.project_file)

    def texts(self) -> dict[str, dict[str, str]]:
        """Return what an export would say now, by disclosure and column, as a cell that has been read back."""
        found = {}
        for rows in by_framework(self.assessment).values():
            mark, separator = render(cells.CUT_OFF, self.language), render(SEMICOLON, self.language)
            table, _ = disclosures(self.assessment, rows, self.language, self.document)
            for row in table.rows:
                by_column = dict(zip(table.columns, row, strict=True))
                said = {id: cells.fit(cells.clean(by_column[id].joined(separator)), mark) for id in TYPED}
                found[row[0].text] = {id: cells.plain(text).strip() for id, text in said.items()}
        return found


def context(assessment: Assessment, language: str, document_language: str, project_file: str) -> Context:
    """Make the context; the document is the one in that language, or else the first, as when it was exported."""
    documents = assessment.report.documents
    document = next((n for n, d in enumerate(documents) if d.language == document_language), 0)
    return Context(assessment, language, document, project_file, Places(documents[document]))
