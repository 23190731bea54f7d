"""The context of a merge: the report as it is, and the document that the workbook was exported from."""

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
    """A report, the document in the workbook's language, and the path of the project file."""

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
        """The location of the project file."""
        return Location(self.project_file)

    def texts(self) -> dict[str, dict[str, str]]:
        """Return the texts of an export made now, by disclosure and column, as if read back."""
        found = {}
        for rows in by_framework(self.assessment).values():
            mark, separator = render(cells.CUT_OFF, self.language), render(SEMICOLON, self.language)
            table, _ = disclosures(self.assessment, rows, self.language, self.document)
            for row in table.rows:
                by_column = dict(zip(table.columns, row, strict=True))
                texts = {id: cells.fit(cells.clean(by_column[id].joined(separator)), mark) for id in TYPED}
                found[row[0].text] = {id: cells.plain(text).strip() for id, text in texts.items()}
        return found


def context(assessment: Assessment, language: str, document_language: str, project_file: str) -> Context:
    """Return the context; the document is the one in that language, or else the first, as in the export."""
    documents = assessment.report.documents
    document = next((n for n, d in enumerate(documents) if d.language == document_language), 0)
    return Context(assessment, language, document, project_file, Places(documents[document]))
