"""Whether a relief applies to a disclosure in a report. Pure."""

from collections.abc import Iterable
from enum import Enum, auto

from disclosure_index.model import Claim, Disclosure, Relief, Report


class Standing(Enum):
    """The standing of a relief for an omitted disclosure."""

    GRANTED = auto()
    NOT_REACHED = auto()  # it is for other disclosures
    NOT_FOR_ISSUER = auto()
    NOT_FOR_YEAR = auto()
    NOT_FIRST_YEAR = auto()
    UNDETERMINED = auto()  # whether this is the first year is not said

    @property
    def counts(self) -> bool:
        """Whether the relief counts; where that is unknown it does, and a finding reports it."""
        return self in (Standing.GRANTED, Standing.UNDETERMINED)


def standing(
    relief: Relief, disclosure: Disclosure, above: Iterable[Disclosure], report: Report, claim: Claim
) -> Standing:
    """Return the standing of a relief for a disclosure.

    Args:
        relief: that a report uses.
        disclosure: that it leaves out.
        above: the headings over the disclosure: what reaches one of them reaches all below.
        report: which.
        claim: of the disclosure's framework.

    """
    codes = {disclosure.code, *(heading.code for heading in above)}
    if (relief.editions and disclosure.edition not in relief.editions) or not codes & set(relief.reaches):
        return Standing.NOT_REACHED
    profile, start = report.profile, report.year_start
    if any(
        wanted and given not in wanted for given, wanted in ((profile.board, relief.board), (profile.size, relief.size))
    ):
        return Standing.NOT_FOR_ISSUER
    if (relief.since and start < relief.since) or (relief.until and start >= relief.until):
        return Standing.NOT_FOR_YEAR
    if relief.first_year:
        if claim.first_year is None:
            return Standing.UNDETERMINED
        return Standing.GRANTED if claim.first_year == start else Standing.NOT_FIRST_YEAR
    return Standing.GRANTED
