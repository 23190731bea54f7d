"""The two tiers of tests: `make test` in minutes, `make test-all` in full.

Slow kinds (kills, browsers, office programs, published reports, mutations) are marked `slow`. Where a sample of a kind
is enough for `make test`, ``@pytest.mark.sampled(n)`` leaves n of the tests in. Properties are tried on few examples in
`make test`, and on many with ``--hypothesis-profile=nightly``.
"""

from collections.abc import Iterable
from itertools import islice
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

ALWAYS: dict[str, Any] = {
    "deadline": None,  # the duration of an example depends on how busy the machine is
    "suppress_health_check": [HealthCheck.too_slow],
}
FEWER = 10
"""The examples of the nightly tier for each one of the quick tier."""
settings.register_profile("quick", max_examples=100 // FEWER, **ALWAYS)
settings.register_profile("nightly", max_examples=100, **ALWAYS)
settings.load_profile("quick")


def repeats(nightly: int) -> int:
    """Return the number of repetitions: `nightly` at night, and fewer in `make test`."""
    return nightly if settings.get_current_profile_name() == "nightly" else max(nightly // FEWER, 4)


def examples(nightly: int, **more: Any) -> settings:
    """Return the settings of a property with so many examples at night, and fewer in `make test`."""
    return settings(max_examples=repeats(nightly), **more)


def mark_slow(items: Iterable[pytest.Item]) -> None:
    """Mark tests left out by ``sampled(n)`` as slow: all but n, evenly spread, of the tests under one such mark.

    Of several marks on a test, the nearest counts: its function's before its module's.
    """
    groups: dict[str, tuple[int, list[pytest.Item]]] = {}
    for item in items:
        for node, mark in islice(item.iter_markers_with_node("sampled"), 1):
            name = (node.nodeid if node is not item else item.nodeid).partition("[")[0]
            groups.setdefault(name, (mark.args[0], []))[1].append(item)
    for most, tests in groups.values():
        step = max(len(tests) / most, 1)
        kept = {int(n * step) for n in range(most)}
        for n, item in enumerate(tests):
            if n not in kept:
                item.add_marker("slow")
