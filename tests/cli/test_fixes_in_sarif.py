"""What SARIF says of safe edits, made by whoever reads it, comes to what `check --fix` writes."""

import base64
import json
import shutil
from datetime import date

import pytest
from jsonschema import validators

from tests.cli.test_check_fix import CORRECTED, LEFT, PROJECT
from tests.conftest import write_report
from tests.support.schemas import SARIF, published

TODAY = date(2026, 6, 1)
BREAK = '<span role="doc-pagebreak"{} aria-label="{}"/>'
PAGES = (
    BREAK.format("", 3), '<span role="doc-pagebreak"/>', "<span role='doc-pagebreak' title=' '/>", BREAK.format("", 6),
)  # fmt: skip


def results(run, folder):
    document = json.loads(run("check", folder, "--format", "sarif", "--as-of", TODAY).stdout)
    validators.validator_for(published(SARIF))(published(SARIF)).validate(document)
    return document["runs"][0]["results"]


def changes(found):
    """The replacements of all fixes, each once: findings of one element may carry the same."""
    made = {
        json.dumps(replacement, sort_keys=True)
        for result in found
        for fix in result.get("fixes", ())
        for change in fix["artifactChanges"]
        for replacement in change["replacements"]
    }
    return sorted(map(json.loads, made), key=lambda one: one["deletedRegion"]["byteOffset"], reverse=True)


def by_bytes(data, one):
    region, content = one["deletedRegion"], one["insertedContent"]
    new = base64.b64decode(content["binary"]) if "binary" in content else content["text"].encode()
    return data[: region["byteOffset"]] + new + data[region["byteOffset"] + region["byteLength"] :]


def by_lines(text, one):
    region, lines = one["deletedRegion"], text.split("\n")

    def at(end):
        before = sum(len(line) + 1 for line in lines[: region[f"{end}Line"] - 1])
        return before + region[f"{end}Column"] - 1

    return text[: at("start")] + one["insertedContent"]["text"] + text[at("end") :]


def corrected_by_hand(run, path):
    """Make all fixes, look again, and go on until there are none."""
    for _ in range(5):
        data = path.read_bytes()
        if not (wanted := changes(results(run, path))):
            return data
        untouched = len(data)
        for one in wanted:
            region = one["deletedRegion"]
            if region["byteOffset"] + region["byteLength"] <= untouched:  # else it waits for the next look
                data, untouched = by_bytes(data, one), region["byteOffset"]
        path.write_bytes(data)
    raise AssertionError("there is no end to it")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_fixes_made_by_hand_are_what_fix_writes(run, tmp_path, encoding):
    body = "\n".join((*PAGES, *(f"<p>排放</p><p {one}>二氧化碳排放 12 吨。</p>" for one in (*CORRECTED, *LEFT))))
    folder = write_report(tmp_path / "one", body, project=PROJECT)
    path = folder / "report.xhtml"
    path.write_bytes(path.read_text("utf-8").replace("\n", "\r\n").encode(encoding))
    other = shutil.copytree(folder, tmp_path / "other") / "report.xhtml"
    run("check", path, "--fix", "--as-of", TODAY)
    assert corrected_by_hand(run, other) == path.read_bytes()
    assert "aria-label='5'" in path.read_bytes().decode(encoding)


def test_markdown_has_fixes_too(run, tmp_path):
    folder = write_report(tmp_path / "one", project=PROJECT)
    (folder / "report.xhtml").unlink()
    project = folder / "disclosure-index.toml"
    project.write_text(project.read_text("utf-8").replace("report.xhtml", "report.md"), "utf-8")
    text = '# 空气\n\n{disclosure="hkex-esg/A1.2 gri:2-1"}\n排放 12 吨。\n\n{disclosure="gri:305_1"}\n排放 12 吨。\n'
    (folder / "report.md").write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    other = shutil.copytree(folder, tmp_path / "other") / "report.md"
    run("check", folder, "--fix", "--as-of", TODAY)
    assert corrected_by_hand(run, other) == (folder / "report.md").read_bytes()
    assert "hkex-esg:A1.2" in other.read_text("utf-8")


def test_lines_and_columns_mean_the_same_place(run, tmp_path):
    body = "\n".join(f"<p>排放🌊</p><p {one}>12 吨。</p>" for one in CORRECTED)
    path = write_report(tmp_path / "one", body, project=PROJECT) / "report.xhtml"
    data, found = path.read_bytes(), changes(results(run, path))
    assert len(found) > 15
    for one in found:
        assert by_lines(data.decode(), one).encode() == by_bytes(data, one)


def test_what_may_mean_something_else_has_no_fix(run, tmp_path):
    body = "\n".join(f"<p {one}>12 t.</p>" for one in LEFT)
    assert changes(results(run, write_report(tmp_path / "one", body, project=PROJECT))) == []


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ((3, None, 5), (3, 4, 5)),
        ((3, None, None, 6), (3, 4, 5, 6)),
        ((3, None, 6), (3, None, 6)),  # one of two
        ((3, None, None, 5), (3, None, None, 5)),
        ((None, 2), (None, 2)),  # a cover may have no number
        ((2, None), (2, None)),
        (("iv", None, "vi"), ("iv", None, "vi")),
        ((9, None, 11, None, 20, None, 22), (9, 10, 11, None, 20, 21, 22)),
    ],
)
def test_a_page_gets_the_number_that_it_can_only_have(run, tmp_path, labels, expected):
    def breaks(labels):
        return [f'<p>頁</p><span role="doc-pagebreak"{_label(label)}/>' for label in labels]

    path = write_report(tmp_path / "one", "\n".join(breaks(labels)), project=PROJECT) / "report.xhtml"
    run("check", path, "--fix", "--as-of", TODAY)
    for line in breaks(expected):
        assert line in path.read_text("utf-8")


def _label(label):
    return "" if label is None else f' aria-label="{label}"'
