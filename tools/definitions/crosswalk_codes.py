"""The codes of the crosswalk sheet as codes of definitions; a link to a whole Standard as links to its disclosures."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

NOT_GHG = frozenset(("305-6", "305-7"))
"""Disclosures of GRI 305 not about greenhouse gases, which a link of the whole Standard to TCFD does not reach."""


class Codes:
    """Which codes there are, in which editions."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self._editions: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._parts: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
        for text in files.values():
            data = tomllib.loads(text)
            for row in data.get("disclosure", ()):
                self._take(data, row)

    def _take(self, data: dict[str, Any], row: dict[str, Any]) -> None:
        edition = row.get("edition") or data["edition"][0]["id"]
        self._editions[data["framework"]][row["code"]].append(edition)
        self._parts[f"{data['framework']}:{data['part']}"].append((row["code"], edition, str(row.get("until", ""))))

    def resolve(self, framework: str, code: str) -> list[str]:
        """Return the codes that `code` means, ``@edition`` on those of which there are several; [] for none."""
        framework, _, pinned = framework.partition("@")
        if standard := self._parts.get(f"{framework}:{code}"):
            newest = max(edition for _, edition, _ in standard)
            return [self._pinned(framework, c, e) for c, e, _ in standard if e == newest and c not in NOT_GHG]
        bare, _, edition = code.partition("@")
        editions = self._editions[framework].get(bare, [])
        wanted = edition or pinned
        if wanted:
            return [f"{bare}@{wanted}"] if wanted in editions else []
        return [self._pinned(framework, bare, max(editions))] if editions else []

    def _pinned(self, framework: str, code: str, edition: str) -> str:
        return f"{code}@{edition}" if len(self._editions[framework][code]) > 1 else code
