"""The crosswalk matrix: by passage, and by the disclosures of one framework."""

from disclosure_index.tables import crosswalk


def test_passage_has_a_row_and_each_framework_a_column(alibaba):
    table = crosswalk.by_passage(alibaba)
    assert table.columns == ("chapter", "section", "passage", "pages", "HKEX", "SASB", "GRI", "TCFD", "UNGC")
    rows = {r["passage"]: r for r in table.records()}
    assert (rows["乡村振兴"]["HKEX"], rows["乡村振兴"]["GRI"]) == ("B8; B8.1", "203-1; 203-2; 413-1")
    assert rows["构建企业信任"]["TCFD"] == "governance-b; risk-management-b"
    tags = [link for link in alibaba.tags if link.status.counts]
    said = sum(len(cell.parts) for r in table.rows for cell in r[4:])
    assert said == len(tags)


def test_passages_are_told_apart_by_their_first_words_and_lead_to_their_place(ferries):
    table = crosswalk.by_passage(ferries)
    row = next(r for r in table.rows if r[2].text.startswith("Oversight") or "#oversight" in r[2].parts[0][1])
    assert row[2].text.endswith("…")
    assert len(row[2].text) <= crosswalk.LONGEST
    assert table.columns[4:] == ("HKEX", "GRI", "SASB", "TCFD", "UNGC")


def test_part_of_a_disclosure_is_named_with_its_datapoints(ferries):
    said = {text for r in crosswalk.by_passage(ferries).rows for text, _ in r[4].parts}
    assert any(text.startswith("B1.1#") for text in said)


def test_disclosure_has_the_related_codes_that_are_tagged(ferries):
    table = crosswalk.by_disclosure(ferries, "hkex-esg", "en")
    rows = {r["code"]: r for r in table.records()}
    assert table.columns == ("code", "title", "GRI", "SASB", "TCFD", "UNGC")
    assert len(rows) == len([c for c in ferries.coverage if c.disclosure.framework == "hkex-esg"])
    assert "305-1" in rows["28(a)"]["GRI"].split("; ")
    assert rows["28(a)"]["SASB"] == "TR-MT-110a.1"
    links = {to for r in table.rows for cell in r[2:] for _, to in cell.parts}
    assert links
    assert all("report-en.xhtml#" in to for to in links)
