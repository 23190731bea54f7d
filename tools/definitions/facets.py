"""The facets of a fact sheet as datapoints: an id that can stand in a tag, a title, and whether it is optional."""

import re

from tools.definitions.facet_ids import IDS
from tools.definitions.facet_lists import EXAMPLES, OPTIONAL, REWRITTEN
from tools.definitions.toml_text import Table

_BETWEEN = re.compile(r";(?![^(]*\))")
_NUMBER = re.compile(r"^\(\d\) ")
_MARKER = re.compile(
    r"[ ,]*\(?\b(?:if|where) (?:any|appropriate|applicable|significant|conducted|engagement was conducted|quantitative)"
    r"\b\)?$"
)
_CONDITION = re.compile(r".\bif ")
_LEADING = re.compile(
    r"^(?:policies on |whether (?:and how )?(?:an? |the )?|number of |percentage of |description of "
    r"|process(?:es)? (?:to|of|for) )"
)
_SMALL = re.compile(
    "a|an|the|of|and|or|for|to|in|by|with|on|from|at|as|is|are|was|were|be|been|its|their|this|that|which|who|it|each"
    "|any|per|than|against|such|has|have|had|both|into|through|about|under|how"
)


def datapoints(disclosure: str, facets: str) -> list[Table]:
    """Return the datapoints of a cell of facets; none where there is only one facet."""
    if disclosure in EXAMPLES:
        return []
    parts = [part.strip() for part in _BETWEEN.split(REWRITTEN.get(disclosure, facets)) if part.strip()]
    if len(parts) < 2:
        return []
    made: list[Table] = []
    for part in parts:
        title, optional = _title(part)
        name = _unused(_id(title), {str(point["id"]) for point in made})
        point: Table = {"id": name, "title": title}
        made.append(point | {"optional": True} if optional or OPTIONAL.get(disclosure) == name else point)
    return made


def _title(facet: str) -> tuple[str, bool]:
    bare = _MARKER.sub("", facet)
    optional = bare != facet or bool(_CONDITION.search(facet))
    bare = _NUMBER.sub("", bare)
    return (bare if bare.startswith("tCO2e") else bare[0].upper() + bare[1:]), optional


def _id(title: str) -> str:
    if title.lower() in IDS:
        return IDS[title.lower()]
    text = re.sub(r"\([^)]*\)|[’']s?\b", "", title.lower()).replace(":", " ")
    words = re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", _LEADING.sub("", text.strip()))
    return "-".join(([word for word in words if not _SMALL.fullmatch(word)] or words)[:4])


def _unused(name: str, taken: set[str]) -> str:
    number, candidate = 2, name
    while candidate in taken:
        candidate, number = f"{name}-{number}", number + 1
    return candidate
