"""The issuer is who the statement of use, the title or the report itself names; never an assurer or a subsidiary."""

import pytest

from disclosure_index.importing.company_names import without_form
from disclosure_index.importing.issuer import issuer
from disclosure_index.reading.xhtml import read_xhtml

FILLER = ["We care for the environment."] * 3


def named(*texts, title=""):
    body = "".join(f"<p>{text}</p>" for text in (*texts, *FILLER))
    page = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    found = issuer(read_xhtml(page.encode(), "r.xhtml", ""), title)
    return found[0] if found else ""


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("Cantieri Rossi S.p.A.", "Legnami Bianchi S.r.l. and Rossi Korea Inc."),
        ("Werft Nord GmbH", "Segel Ost AG"),
        ("Astilleros del Sur S.A.", "Velas Blancas S.L."),
        ("Båtar Norr AB", "Segel Väst Oy"),
        ("Harbour Boats Pty Ltd", "Sails Asia Sdn. Bhd."),
        ("Porto Barche S.r.l.", "Vele Ltd."),
    ],
)
def test_legal_forms_of_many_countries(name, others):
    texts = [f"{name} builds boats.", f"{name} owns {others}", f"In 2024 {name} used 12 MWh."]
    assert named(*texts) == name


@pytest.mark.parametrize(
    "statement",
    [
        "{} has reported in accordance with the GRI Standards for 2024.",
        "Statement of use {} has reported the information cited in this index with reference to the GRI Standards.",
        "{} (“Harbour”) has prepared this report.",
        "{} ha rendicontato in conformità agli Standard GRI.",
    ],
)
def test_the_statement_of_use_names_it(statement):
    noise = ["Sails Asia Limited sails.", "Ropes Limited and Masts Limited", "Sails Asia Limited again."]
    assert without_form(named(*noise, statement.format("Harbour Ferries Limited"))) == "Harbour Ferries"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Harbour Ferries Sustainability Report 2024", "Harbour Ferries"),
        ("FY23 Harbour Climate Report", "Harbour"),
        ("Sustainability Report of Harbour 2024", "Harbour"),
        ("海港銀行2024年永續報告書", "海港銀行"),
    ],
)
def test_the_title_names_it(title, name):
    assert named("Ropes Limited", "Masts Limited", title=title) == name


@pytest.mark.parametrize("assurer", ["KPMG AG", "Deloitte Limited", "Bureau Veritas S.p.A.", "勤業眾信有限公司"])
def test_an_assurer_is_not_the_issuer(assurer):
    texts = [f"{assurer} has assured this report.", f"{assurer} found nothing.", f"{assurer}, Milan"]
    assert named(*texts) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Our subsidiary Sails Asia Limited makes sails.",
        "la società controllata Vele S.p.A. produce vele",
        "through Sails Asia Limited we sell sails.",
    ],
)
def test_a_subsidiary_is_not_the_issuer(text):
    assert named(text, text) == ""


def test_two_companies_that_are_named_alike_are_left_open():
    assert named("Ropes Limited", "Masts Limited") == ""


def test_an_abbreviation_is_written_in_full():
    texts = ["HFL has reported with reference to the GRI Standards.", "Harbour Ferries Limited (HFL) sails."]
    assert named(*texts) == "Harbour Ferries Limited"


def test_a_rule_that_gets_a_short_form_is_no_company():
    assert (
        named("the Taxonomy Regulation (hereinafter the Regulation)", "The European Green Deal Act (the “Act”)") == ""
    )
