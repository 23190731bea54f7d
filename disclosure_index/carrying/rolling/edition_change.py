"""The references of last year's report and project file in the editions that apply this year."""

from disclosure_index.assessment.linking import Applicable, applicable, link, reference_to
from disclosure_index.carrying.successors import Successors
from disclosure_index.catalog.store import Catalog
from disclosure_index.model import Disclosure, Omission, Report, Tag, parse_reference


class EditionChange:
    """The change from the editions of last year's report to those of this year's."""

    def __init__(self, old: Report, new: Report, catalog: Catalog) -> None:
        self.report, self.catalog = new, catalog
        self.current: Applicable = applicable(new, catalog)
        self.successors = Successors(catalog, {d.uid for found in self.current.values() for d in found})
        before = applicable(old, catalog)
        tags, omissions = link(old, catalog, before)
        self.disclosures = {one.statement.text.casefold(): one.disclosure for one in (*tags, *omissions)}
        self.before = {d.short.casefold(): d for found in before.values() for d in found}

    def later(self, statement: Tag | Omission) -> tuple[Disclosure, ...]:
        """Return the successors of a statement's disclosure; where a whole Standard was superseded, all of them."""
        disclosure = self.disclosures.get(statement.text.casefold())
        if disclosure is None:
            return ()
        return self.successors.of(disclosure) or self.successors.of_part(disclosure)

    def references(self, statement: Tag | Omission) -> list[str]:
        """Return the references that succeed a statement's; none where no disclosure that applies succeeds it."""
        disclosure = self.disclosures.get(statement.text.casefold())
        if disclosure is None or statement.reference is None:
            return []
        found = []
        for successor in self.successors.of(disclosure):
            known = {point.id for point in successor.datapoints} | set(successor.requirements)
            datapoints = [point for point in statement.reference.datapoints if point in known]
            found.append(reference_to(successor, self.current, datapoints, self.report))
        return found

    def choices(self, statement: Tag | Omission) -> list[str]:
        """Return the codes from which a person has to choose, where a Standard was superseded as a whole."""
        disclosure = self.disclosures.get(statement.text.casefold())
        return [d.short for d in self.successors.of_part(disclosure) if not d.heading] if disclosure else []

    def codes(self, key: str) -> list[str]:
        """Return the keys that succeed one of the project file, such as hkex-esg:A1.3; none if it is not a code."""
        disclosure = self.before.get(key.casefold())
        if disclosure is None:
            reference = parse_reference(key)
            found = self.catalog.find(reference) if reference else ()
            disclosure = found[-1] if found else None
        return list(dict.fromkeys(d.short for d in self.successors.of(disclosure))) if disclosure else []
