"""The nouns of the house (see docs/glossary.md) as frozen values. Imports nothing of ours.

Everything downstream of a reader or a loader speaks in these types, and in nothing else. Those that a report has by the
hundred thousand, and small parts of others, are named tuples: they are made in a third of the time of a dataclass.
"""

from disclosure_index.model.conventions import (
    ClaimWording,
    Conventions,
    IndexLayout,
    MaterialTopics,
    ProgressReport,
    StatementOfUse,
)
from disclosure_index.model.definitions import (
    Alias,
    ClaimPeriod,
    Crosslink,
    Datapoint,
    Disclosure,
    Edition,
    Framework,
    Group,
    InForce,
    ObligationRule,
    Reason,
    Relation,
    Relief,
    SectorListing,
    SectorTopic,
    Statement,
)
from disclosure_index.model.enumerations import Basis, Obligation, Severity, Status
from disclosure_index.model.facts import Fact, Place
from disclosure_index.model.findings import (
    Finding,
)
from disclosure_index.model.languages import LANGUAGES, Titles, in_language, known_language, language_of
from disclosure_index.model.locations import (
    NOWHERE,
    Location,
    Reference,
    parse_reference,
)
from disclosure_index.model.messages import NO_MESSAGE, ForeignMessage, JoinedMessage, Message, TitleMessage
from disclosure_index.model.pending import PENDING_STATES, Pending, PendingCandidate
from disclosure_index.model.reports import (
    Claim,
    DataSuppress,
    Document,
    NotRead,
    Omission,
    Passage,
    Profile,
    Report,
    Section,
    Span,
    Tag,
    estimated_publication,
)

__all__ = [
    "LANGUAGES",
    "NOWHERE",
    "NO_MESSAGE",
    "PENDING_STATES",
    "Alias",
    "Basis",
    "Claim",
    "ClaimPeriod",
    "ClaimWording",
    "Conventions",
    "Crosslink",
    "DataSuppress",
    "Datapoint",
    "Disclosure",
    "Document",
    "Edition",
    "Fact",
    "Finding",
    "ForeignMessage",
    "Framework",
    "Group",
    "InForce",
    "IndexLayout",
    "JoinedMessage",
    "Location",
    "MaterialTopics",
    "Message",
    "NotRead",
    "Obligation",
    "ObligationRule",
    "Omission",
    "Passage",
    "Pending",
    "PendingCandidate",
    "Place",
    "Profile",
    "ProgressReport",
    "Reason",
    "Reference",
    "Relation",
    "Relief",
    "Report",
    "Section",
    "SectorListing",
    "SectorTopic",
    "Severity",
    "Span",
    "Statement",
    "StatementOfUse",
    "Status",
    "Tag",
    "TitleMessage",
    "Titles",
    "estimated_publication",
    "in_language",
    "known_language",
    "language_of",
    "parse_reference",
]
