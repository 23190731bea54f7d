"""Run the mutation tests: change deciding modules, one small change at a time, and see whether their tests notice.

    python -m tools.mutations [--sample N] [PART OF A PATH …]

All of it takes hours, so it runs at night. Each change is tried in a process of its own, forked from one that has
imported third-party packages; nothing on disk changes. Unnoticed changes are printed, unless ``tools/mutations.toml``
gives the reason why the meaning is the same. The exit code is 1 if less than the floor is noticed, an unnoticed change
is not in that list, or the list contains one that a test does notice.
"""

import argparse
import ast
import importlib
import os
import random
import resource
import sys
import time
import tomllib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib.abc import InspectLoader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from tempfile import NamedTemporaryFile
from types import CodeType, FunctionType, ModuleType
from typing import NamedTuple

from tools.mutants import Mutant, mutants_of

ROOT = Path(__file__).parents[1]
FLOOR = 92
"""The percentage of changes that tests must notice. Those with the same meaning are some 5% of all: the rest is slack
for changes that no machine can judge, such as the order of two checks that never both hold."""
SEED = 20260601
LONGEST = 120
"""The most CPU seconds for one change, however busy the machine is: an endless loop is noticed by that."""
TIMES, SHORTEST = 8, 5
"""The time limit for a mutant: this multiple of the time without a change, and no less than these seconds."""
LARGEST = 2 * 2**30
"""The most bytes of memory for one change: an endless list is noticed by that, before the machine runs short of it."""
LOADED = (
    "pytest",
    "hypothesis",
    "lxml.etree",
    "openpyxl",
    "pydantic",
    "rtoml",
    "tomlkit",
    "rapidfuzz",
    "click",
    "rich",
)


class Target(NamedTuple):
    """Modules, the tests that must notice, the fast ones first, and how many of all changes are tried (0: all)."""

    modules: list[str]
    tests: list[str]
    sample: int = 0

    @property
    def name(self) -> str:
        """The printed name, parts of which select targets."""
        return " ".join(self.modules)

    def changes(self) -> list["Change"]:
        """Return the changes to try, in the order of the modules; a sample is the same every time."""
        folder = ROOT / "disclosure_index"
        paths = sorted({path for pattern in self.modules for path in folder.glob(pattern)})
        found = [(path, mutant) for path in paths for mutant in mutants_of(path.read_text("utf-8"))]
        if not 0 < self.sample < len(found):
            return found
        return random.Random(SEED).sample(found, self.sample)


Change = tuple[Path, Mutant]


class _Changed(MetaPathFinder, InspectLoader):
    """Loads one module with its change."""

    def __init__(self, name: str, tree: ast.Module, path: Path) -> None:
        self.name, self.tree, self.path = name, tree, path

    def find_spec(self, fullname: str, path: object, target: ModuleType | None = None) -> ModuleSpec | None:
        package = self.path.name == "__init__.py"
        return ModuleSpec(fullname, self, origin=str(self.path), is_package=package) if fullname == self.name else None

    def get_source(self, fullname: str) -> str | None:
        return None

    def get_code(self, fullname: str) -> CodeType:
        return compile(self.tree, str(self.path), "exec")


def _run(tests: Sequence[str]) -> int:
    import pytest

    off = (f"-pno:{name}" for name in ("cacheprovider", "unraisableexception"))
    return int(pytest.main(["-qx", "--tb=no", "--assert=plain", "-m", "not slow", *off, *tests]))


def _in_a_fork(action: Callable[[], int], longest: int = LONGEST) -> bool:
    """Whether an action in a process of its own ends with 0, without output and within the time."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1] == 0
    longest = min(longest, LONGEST)  # no process may raise its own limit
    resource.setrlimit(resource.RLIMIT_CPU, (longest, longest))
    resource.setrlimit(resource.RLIMIT_AS, (LARGEST, LARGEST))
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    code = 1
    try:
        code = action()
    finally:
        os._exit(code)


def _module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def is_noticed(path: Path, mutant: Mutant, tests: Sequence[str]) -> bool:
    """Whether a test fails, or does not end, where the module is imported with its change."""

    def loaded_changed() -> int:
        sys.meta_path.insert(0, _Changed(_module(path), mutant.tree, path))
        return _run(tests)

    return not _in_a_fork(loaded_changed)


def noticed_at_once(changes: Sequence[Change], tests: Sequence[str]) -> set[int]:
    """Return the changes that a test notices when they are made in a running program.

    It takes a fifth of the time. Changes that take effect only when a module is imported, or on cached values, are not
    noticed in this way: the remaining ones must be tried again.
    """
    with NamedTemporaryFile() as file:

        def warm() -> int:
            if _run(tests):
                return 1
            started = time.process_time()  # the second time nothing has to be imported
            _run(tests)
            longest = SHORTEST + int(TIMES * (time.process_time() - started))
            if not _in_a_fork(partial(_run, tests), longest):
                return 1  # otherwise every change would seem to be noticed
            for number, (path, mutant) in enumerate(changes):
                if not _in_a_fork(partial(_run_swapped, path, mutant, tests), longest):
                    with Path(file.name).open("a") as out:
                        out.write(f"{number}\n")
            return 0

        if not _in_a_fork(warm):
            raise SystemExit(f"{' '.join(tests)}: the tests fail without a change")
        return {int(number) for number in Path(file.name).read_text().split()}


def _run_swapped(path: Path, mutant: Mutant, tests: Sequence[str]) -> int:
    old = sys.modules[_module(path)]
    new = ModuleType(old.__name__)
    new.__dict__.update(__file__=old.__file__, __package__=old.__package__)
    try:
        exec(compile(mutant.tree, str(path), "exec"), new.__dict__)
        code = dict(_functions(new, old.__name__))
        for name, function in _functions(old, old.__name__):
            function.__code__ = code[name].__code__
    except (ValueError, KeyError):  # another shape of function: only importing it again works
        return 0
    return _run(tests)


def _functions(holder: ModuleType | type, module: str) -> Iterator[tuple[str, FunctionType]]:
    """Yield the functions defined in a module, or in a class of it, by their names."""
    for value in list(vars(holder).values()):
        if isinstance(value, type) and value.__module__ == module and value is not holder:
            yield from _functions(value, module)
        parts = [getattr(value, name, None) for name in ("fget", "func", "__func__", "__wrapped__")]
        for function in (value, *parts):
            if isinstance(function, FunctionType) and function.__module__ == module:
                yield function.__qualname__, function


def try_all(target: Target, reasons: dict[str, dict[str, str]]) -> tuple[int, int, list[str]]:
    """Try the changes of a target; return how many there were, how many were noticed, and the problems."""
    changes = target.changes()
    wrong, noticed = [], 0
    at_once = noticed_at_once(changes, target.tests)
    for number, (path, mutant) in enumerate(changes):
        file = path.relative_to(ROOT).as_posix()
        same = reasons.get(file, {}).get(mutant.name)
        found = number in at_once or is_noticed(path, mutant, target.tests)
        noticed += found
        if found and same:
            wrong.append(f"{file}:{mutant.line}: a test notices, so take it from the list: {mutant.name}")
        elif not found and not same:
            wrong.append(f"{file}:{mutant.line}: no test notices {mutant.name}")
            print(wrong[-1], flush=True)
    return len(changes), noticed, wrong


def main(arguments: Sequence[str]) -> int:
    """Run the targets that the arguments name, or all."""
    parser = argparse.ArgumentParser(prog="python -m tools.mutations")
    parser.add_argument("parts", nargs="*", metavar="PART OF A PATH")
    parser.add_argument("--sample", type=int, help="how many changes of each target are tried, at most")
    given = parser.parse_args(arguments)
    os.chdir(ROOT)
    for name in LOADED:
        importlib.import_module(name)
    reasons = tomllib.loads((ROOT / "tools" / "mutations.toml").read_text("utf-8"))
    targets = [Target(**one) for one in reasons.pop("target")]
    failed = False
    for target in targets:
        if given.parts and not any(part in target.name for part in given.parts):
            continue
        if given.sample:
            target = target._replace(sample=min(given.sample, target.sample or given.sample))
        started = time.monotonic()
        number, noticed, wrong = try_all(target, reasons)
        share = 100 * noticed / number
        minutes = (time.monotonic() - started) / 60
        print(f"{target.name}: {noticed} of {number} changes are noticed ({share:.1f} %), in {minutes:.0f} minutes")
        print("\n".join(line for line in wrong if "a test notices" in line), flush=True)
        failed = failed or share < FLOOR or bool(wrong)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
