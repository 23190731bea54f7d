"""The frameworks that a project file claims: by their own names or by an alias, each once."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from disclosure_index.catalog.definitions import Definitions, canonical, find_definitions
from disclosure_index.errors import ConfigError
from disclosure_index.messages import message
from disclosure_index.model import Claim, Location

if TYPE_CHECKING:
    from disclosure_index.project.file import FrameworkIn


def ids_of(frameworks: Sequence["FrameworkIn"], own: Definitions) -> dict[str, str]:
    """Return the id of the framework that each name stands for; `own` are the project's definitions."""
    named = [f.id.lower() for f in frameworks]
    known = find_definitions(own, named)
    return {name: canonical(name, known) for name in named}


def claims_of(
    frameworks: Sequence["FrameworkIn"], ids: Mapping[str, str], at: Callable[[int], Location]
) -> tuple[Claim, ...]:
    """Return the claims; ConfigError where a framework is claimed twice, by whatever name."""
    named = [f.id.lower() for f in frameworks]
    _check_twice([ids[name] for name in named], at)
    return tuple(
        Claim(
            ids[name],
            f.claim,
            f.edition,
            at(n),
            f.sectors,
            tuple(f.not_material.items()),
            tuple(f.topic_disclosures.items()),
            f.first_year,
            name if ids[name] != name else "",
        )
        for n, (name, f) in enumerate(zip(named, frameworks, strict=True))
    )


def _check_twice(names: Sequence[str], at: Callable[[int], Location]) -> None:
    for n, name in enumerate(names):
        if name in names[:n]:
            first = at(names.index(name)).line
            problem = message(
                'the framework "{name}" is already in line {line}; keep one of the two', name=name, line=first
            )
            raise ConfigError(problem, at(n))
