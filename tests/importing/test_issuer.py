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
    ("name", "statement"),
    [
        ("Astilleros del Sur S.A.", "{} ha elaborado este informe de conformidad con los Estándares GRI."),
        ("Astilleros del Sur S.A.", "{} ha presentado la información citada con referencia a los Estándares GRI."),
        ("Chantiers du Nord SA", "{} a communiqué les informations de cet index en référence aux normes GRI."),
        ("Estaleiros do Sul S.A.", "{} relatou as informações com base nas Normas GRI."),
        ("Werft Nord AG", "Die {} hat in Übereinstimmung mit den GRI-Standards berichtet."),
        ("海港渡轮", "使用说明 {}在2024年1月1日至2024年12月31日期间参照GRI标准报告了此索引中的信息。"),
        ("海港渡輪", "使用聲明 {}已於2024年1月1日至2024年12月31日期間內依循GRI準則報導。"),
        ("港湾フェリー株式会社", "{}は、GRIスタンダードを参照し報告します。"),
    ],
)
def test_the_statement_of_use_in_other_languages_names_it(name, statement):
    assert named("Velas S.L. hace velas.", "Ropes Limited makes ropes.", statement.format(name)) == name


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("Cantieri Rossi S.p.A.", ["Il Bilancio di Sostenibilità di {} (di seguito anche “Rossi” o “il Gruppo”)"]),
        ("Werft Nord AG", ["Herausgeber: {}", "Nord baut Schiffe.", "Segel Ost AG näht Segel."]),
        ("Harbour", ["At {}, we sail.", *["In 2024 {} sailed 12 miles."] * 9]),
        ("Harbour", ["About {}", *["In 2024 {} sailed 12 miles."] * 9]),
        ("海港渡輪股份有限公司", ["發行單位：{}", "本公司愛護海洋。"]),
        ("株式会社海港", ["{}は、2024年度の活動を報告します。"] * 3),
    ],
)
def test_what_a_report_says_of_who_made_it_names_it(name, texts):
    assert named(*(text.format(name) for text in texts)) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We care for the sea and for all who work on it.", "HARBOUR HOLDINGS LIMITED"),
        ("本集團關心海洋及所有在海上工作的人，並減少排放及廢物。" * 3, "海港控股有限公司"),
    ],
)
def test_a_cover_in_two_languages_names_one_company(text, name):
    assert named("HARBOUR HOLDINGS LIMITED", "海港控股有限公司", "ESG REPORT 2024", *[text] * 4) == name


def test_a_brand_is_no_longer_name_of_the_issuer():
    texts = ["Harbour has reported with reference to the GRI Standards.", *["Harbour sails."] * 9]
    assert named(*texts, "This is the Harbour Green Report", "Harbour Green plants trees.") == "Harbour"


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


@pytest.mark.parametrize(
    ("name", "cover"),
    [
        ("Astilleros del Sur, S.A.", "Astilleros del Sur, S.A. y sociedades dependientes"),
        ("Harbour Ferries Limited", "Harbour Ferries Limited and its subsidiaries"),
        ("Chantiers du Nord SA", "Chantiers du Nord SA et ses filiales"),
        ("Werft Nord AG", "Werft Nord AG und Tochtergesellschaften"),
        ("海港渡輪有限公司", "海港渡輪有限公司及其附屬公司"),
        ("Harbour Power and Light Company", "Harbour Power and Light Company"),
        ("Harbour Ferries Limited", "Harbour Ferries Limited 海港渡輪有限公司"),
    ],
)
def test_a_line_of_the_cover_is_its_name(name, cover):
    assert named(cover, "Report 2024", *["We sail from the pier to the island every day."] * 20) == name


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Harbour Ferries plc", "Harbour Ferries plc Annual Report and Accounts 2024"),
        ("", "Estado de Información No Financiera 2023"),
        ("Kitayama Boats Co., Ltd.", "GRI Content Index | Sustainability | Kitayama Boats Co., Ltd."),
    ],
)
def test_what_reports_are_called_is_no_name_in_a_title(name, title):
    assert named("Kitayama sails.", "Harbour sails.", title=title) == name


@pytest.mark.parametrize(
    "sentence",
    [
        "La verificación fue realizada por {}.",
        "This report was assured by {}.",
        "{} gave limited assurance over the figures.",
        "Der Bericht wurde geprüft durch {}.",
        "{} verified our emissions.",
    ],
)
def test_who_looks_at_the_report_for_another_is_not_its_issuer(sentence):
    assert named(sentence.format("Proof Partners S.L."), "We sail.", "We sail again.") == ""


def test_words_before_a_name_of_the_cover_are_none_of_it():
    scope = "This covers the yards in Emden and Zhuhai of Harbour Ferries Limited (the “Company”)."
    assert named("Harbour Ferries Limited", "Report 2024", scope) == "Harbour Ferries Limited"
    assert named("本報告涵蓋海港渡輪有限公司（「本公司」）及其附屬公司。") == "海港渡輪有限公司"
