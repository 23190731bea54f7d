"""What was imported from a published report is imported again to the same bytes."""

import re

import pytest

from tests.support.reports import without_source


@pytest.mark.parametrize(
    "source",
    ["alibaba-2024/report.txt", "1and1-2023/report.pdf", "samsung-sds-2024/report.md", "merck-kgaa-2023/report.pdf"],
)
@pytest.mark.sampled(1)
def test_a_published_report(run, published, tmp_path, source):
    first, second = tmp_path / "first", tmp_path / "second"
    assert run("import", published(source), "-o", first).exit_code == 0
    assert run("import", first / "report.xhtml", "-o", second).exit_code == 0
    for file in ("report.xhtml", "disclosure-index.toml"):
        assert _of_the_text((second / file).read_bytes()) == _of_the_text((first / file).read_bytes()), file


def _of_the_text(data: bytes) -> bytes:
    """Return what the text of a report says: the day of publication may be that of the file that it came from."""
    return re.sub(rb"(?m)^published = .*\n", b"", without_source(data))
