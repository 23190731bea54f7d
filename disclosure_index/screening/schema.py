"""The data sets that a screen writes: the one table from which the Parquet schemas and docs/screening-data.md come."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

VERSION = 1
"""Of the schema: a column that changes its meaning, its type or its name raises it; a new one does not."""

Type = Literal["text", "texts", "number", "integer", "truth", "day"]
PARTITION = "year"
"""The column that data sets are partitioned by: it stands in the folders' names and not in the files."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column; what is not known is null, and no text is empty."""

    name: str
    type: Type
    meaning: str


@dataclass(frozen=True, slots=True)
class DataSet:
    """One data set; each of its rows belongs to the report whose ``report`` it has."""

    name: str
    meaning: str
    columns: tuple[Column, ...]

    def arrow_schema(self) -> "pa.Schema":
        """Return the schema of its Parquet files; the partition is not in them."""
        import pyarrow as pa

        types: Mapping[Type, pa.DataType] = {
            "text": pa.string(),
            "texts": pa.list_(pa.string()),
            "number": pa.float64(),
            "integer": pa.int32(),
            "truth": pa.bool_(),
            "day": pa.date32(),
        }
        metadata = {"disclosure_index.schema": str(VERSION), "disclosure_index.data_set": self.name}
        return pa.schema([pa.field(c.name, types[c.type]) for c in self.columns], metadata=metadata)


_REPORT = Column("report", "text", "Identifier of the report: its address, or the id that the issuers' table gives it.")
_ISSUER = Column("issuer", "text", "Issuer, as the issuers' table or the report names it.")
_FRAMEWORK = Column("framework", "text", "Framework, such as hkex-esg.")
_EDITION = Column("edition", "text", "Edition of the framework, or of the Standard.")
_CODE = Column("code", "text", "Code of the disclosure.")
_PAGE = Column("page", "text", "Page as printed, where the document has pages.")
_PLACE = Column("place", "text", "Titles of the sections, the outermost first.")

DATA_SETS: Mapping[str, DataSet] = {
    one.name: one
    for one in (
        DataSet(
            "reports",
            "One row per report, whatever became of it.",
            (
                _REPORT,
                Column("source", "texts", "Addresses of its files, or of its folder."),
                Column("status", "text", "checked; in-part: something in it could not be checked; not-checked."),
                Column("exit_code", "integer", "What check exits with for it: 0, 1 or 3."),
                _ISSUER,
                Column("title", "text", "Title of the report."),
                Column("languages", "texts", "Language of each document."),
                Column("pages", "integer", "Pages of all documents."),
                Column("board", "text", "main-board or gem."),
                Column("size", "text", "large-cap or other."),
                Column("industries", "texts", "Industry codes, such as CG-EC."),
                Column("year_start", "day", "First day of the financial year."),
                Column("year_end", "day", "Last day of the financial year."),
                Column("year_assumed", "truth", "Whether no financial year was found, and the one before is assumed."),
                Column("published", "day", "Day of publication."),
                Column("published_estimated", "truth", "Whether the day of publication is an estimate."),
                Column("title_evidence", "text", "Where the report says its title; null where it is given."),
                Column("issuer_evidence", "text", "Where the report names its issuer; null where it is given."),
                Column("year_evidence", "text", "Where the report names its financial year; null where it is given."),
                Column("language_evidence", "text", "Where the language shows; null where it is given."),
                Column("entries", "integer", "Entries of printed content indexes."),
                Column("entries_placed", "integer", "Those whose place was found in the documents."),
                Column("errors", "integer", "Findings of severity error."),
                Column("warnings", "integer", "Findings of severity warning."),
                Column("tool_version", "text", "Version of Disclosure Index that looked at it."),
                Column("definitions", "text", "SHA-256 of the definitions that it was held against."),
                Column("sha256", "text", "SHA-256 of its files."),
                Column("more", "text", "Further columns of the issuers' table, as a JSON object."),
            ),
        ),
        DataSet(
            "coverage",
            "One row per disclosure that applies to a report.",
            (
                _REPORT,
                _ISSUER,
                _FRAMEWORK,
                _EDITION,
                _CODE,
                Column("title", "text", "Title of the disclosure, in English."),
                Column("part", "text", "Standard, industry or part of the framework that it belongs to."),
                Column("aspect", "text", "Group of disclosures that it belongs to, in English."),
                Column("status", "text", "disclosed, partial, omitted, missing, not-required or undetermined."),
                Column("obligation", "text", "mandatory, comply-or-explain, recommended or voluntary."),
                Column("counts", "truth", "Whether rates count it: each gap once, at the heading it is reported for."),
                Column("is_gap", "truth", "Whether it is missing, and no heading above is reported as missing."),
                Column("open", "texts", "Datapoints or letters that nothing answers."),
                _PLACE,
                _PAGE,
                Column("quoted", "text", "Beginning of the first tagged passage."),
                Column("document", "text", "File that the place is in."),
                Column("reason", "text", "Reason of the first omission."),
                Column("explanation", "text", "Explanation of the first omission."),
            ),
        ),
        DataSet(
            "claims",
            "One row per framework that a report claims to follow.",
            (
                _REPORT,
                _ISSUER,
                _FRAMEWORK,
                Column("editions", "texts", "Editions that apply."),
                Column("claim", "text", "Claim, such as in-accordance; null where the framework knows none."),
                Column("evidence", "text", "Where the report says so; null where it is given."),
            ),
        ),
        DataSet(
            "findings",
            "One row per finding of the import and of the checks.",
            (
                _REPORT,
                _ISSUER,
                Column("rule", "text", "Identifier of the rule, such as DI101."),
                Column("name", "text", "Name of the rule."),
                Column("severity", "text", "error, warning or note."),
                Column("unchecked", "truth", "Whether it says that something could not be checked."),
                Column("message", "text", "What is wrong."),
                Column("hint", "text", "What to do."),
                _FRAMEWORK,
                _EDITION,
                _CODE,
                Column("path", "text", "File."),
                Column("line", "integer", "Line in the file; of a PDF the page."),
                Column("anchor", "text", "Anchor that it is about."),
                Column("fingerprint", "text", "Stays the same from run to run; unique within a report."),
            ),
        ),
        DataSet(
            "facts",
            "One row per fact of a tagged passage that fits what the disclosure asks for.",
            (
                _REPORT,
                _ISSUER,
                _FRAMEWORK,
                _EDITION,
                _CODE,
                Column("datapoint", "text", "Datapoint, where the tag names one."),
                Column("label", "text", "Label of the row, or the words that the figure stands in."),
                Column("printed", "text", "Figure as printed."),
                Column("printed_unit", "text", "Unit as printed."),
                Column("value", "number", "Value in the base unit."),
                Column("unit", "text", "Base unit: t, tCO2e, GJ, m3, and so on; a currency stays itself."),
                Column("period", "text", "Year or years, where they are known."),
                _PAGE,
            ),
        ),
        DataSet(
            "suggestions",
            "One row per gap with a passage that may answer it. Never coverage.",
            (
                _REPORT,
                _ISSUER,
                _FRAMEWORK,
                _EDITION,
                _CODE,
                Column("score", "integer", "From 0 to 100: the share of times that such a suggestion is right."),
                Column("matched", "texts", "What speaks for it."),
                Column("passage", "text", "Beginning of the passage."),
                _PLACE,
                _PAGE,
            ),
        ),
        DataSet(
            "problems",
            "One row per thing that keeps a report, or a part of it, from being checked.",
            (
                _REPORT,
                Column("source", "texts", "Addresses of its files, or of its folder."),
                Column(
                    "kind",
                    "text",
                    "unreadable, too-large, no-framework, configuration, in-part, timeout, memory, crashed, internal "
                    "or worker-lost.",
                ),
                Column("message", "text", "What is wrong, and what to do."),
            ),
        ),
    )
}
"""All data sets, by name."""
