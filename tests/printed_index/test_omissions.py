"""Which cells state a reason for omission, and which only have its words: three languages, as indexes print them."""

import pytest

from disclosure_index.model import Reason
from disclosure_index.printed_index.omissions import reason_in, stated
from disclosure_index.reading.languages.detection import languages
from disclosure_index.reading.languages.index_words import index_tables

ENGLISH = {
    "not-applicable": [
        "Not applicable",
        "N/A",
        "n/a",
        "n.a.",
        "NA",
        "N.A",
        "Ｎ／Ａ",
        "N/A*",
        "(Not applicable)",
        "Not applicable.",
        "Not-applicable",
        "N/A: we run no ships",
        "Not applicable – the Group makes no packaging.",
        "Not applicable - no packaging",
        "Not applicable (no packaging is used)",
        "Not applicable as we use no packaging",
        "Not applicable because we use none.",
        "Not applicable, p. 12",
        "Not applicable to the Group",
        "Not applicable to the Group's business.",
        "Not applicable to our operations, which use no packaging.",
        "Not applicable The Group uses no packaging.",
        "This KPI is not applicable to the Group.",
        "Not applicable to Harbour Ferries",
        "Not applicable for the reporting year.",
        "Omitted: not applicable",
        "Omission reason: Not applicable Comment: none is used",
    ],
    "not-material": [
        "Not material",
        "Not material, see p. 12",
        "Immaterial: two offices",
        "Not a material topic for the Group",
        "Not considered material.",
    ],
    "unavailable": [
        "Information unavailable",
        "Information unavailable/incomplete",
        "Information unavailable or incomplete: the meters are new",
        "Information is incomplete.",
        "Information not available",
        "Data not yet available; expected in 2026",
        "Not available",
        "Unavailable, as the meters are new",
        "Incomplete information: one of two yards",
        "Reported information is incomplete for GRI 302-2-a.",
    ],
    "confidential": [
        "Confidentiality constraints",
        "Confidentiality constraints: pay is not published",
        "Confidential",
        "Confidential information.",
        "Due to confidentiality, pay is not published.",
        "Omission reason: Confidentiality of pay",
        "Not reported due to confidentiality constraints.",
        "We do not disclose this as it is confidential.",
    ],
    "legal": [
        "Legal prohibitions",
        "Specific legal prohibition: national law",
        "Legal prohibitions (privacy law)",
        "Prohibited by law",
        "Legally prohibited.",
    ],
    "not-reported": [
        "Not reported",
        "Not disclosed, to be added in 2026",
        "Not reported due to long approvals.",
        "No disclosure",
        "No information provided",
        "Information not presented",
    ],
    "": [
        "Shenzhen, China",
        "We sell in China, in Vienna.",
        "Arizona",
        "Na Hang, Vietnam",
        "Anybody may call in a confidential way.",
        "Confidential reporting channels are open to all staff",
        "Confidential reporting channels",
        "Confidential, anonymous channels are open.",
        "Confidentiality of customer data is ensured by two people.",
        "Confidentiality is kept.",
        "Not applicable law but custom decides.",
        "Not applicable to employees who joined in May; all others took part.",
        "N/A for offices; 12 t in factories",
        "N/A in Vienna; 12 t in Ningbo",
        "NA and EMEA: 12 t",
        "Legal prohibitions on child labour are observed",
        "Legal prohibitions against bribery are taught.",
        "Prohibited by law where we work, and by our code.",
        "Child labour is prohibited by law.",
        "As it is prohibited by law, nobody below 16 is hired.",
        "Not material changes were made to the chain.",
        "Not material in amount, the fines came to 2",
        "Not available online; ask for the printed one",
        "Information available on our website",
        "Incomplete files of suppliers are sent back.",
        "Unavailable staff are replaced within a day.",
        "All six were screened; one file is incomplete.",
        "None",
        "Nil",
        "-",
        "None in the year, n/a for the joint venture",
        "Not reported incidents are looked for by audits.",
        "Not disclosed bribes are searched for.",
        "National grid",
        "Data is confidential, and kept for two years",
        "The reasons for omission are listed on page 9.",
        "Due to confidential reports, two cases were found.",
        "Naphtha: 12 t",
        "Omega-3",
    ],
}
SIMPLIFIED = {
    "not-applicable": [
        "不适用",
        "不适用。",
        "不适用，因为本集团不生产包装。",
        "不适用，第12页",
        "不适用于本集团",
        "不适用于本公司业务，因此没有数据。",
        "不适用（没有包装）",
        "不适用——没有包装",
        "本指标不适用",
        "从略：不适用",
        "不适用 本集团不生产包装",
        "不适用N/A",
    ],
    "confidential": [
        "保密限制",
        "保密限制：薪酬不公开",
        "保密",
        "商业机密",
        "因商业机密，不予披露。",
        "涉及商业机密，暂不披露",
    ],
    "legal": [
        "法律禁令",
        "法律禁令，见第3页",
        "法律明文禁止",
        "法律禁止",
        "法律禁止披露。",
    ],
    "unavailable": [
        "资料不详",
        "信息不可用",
        "信息不可用或不完整：仪表是新的",
        "信息不完整。",
        "资料暂缺",
        "数据缺失，明年补充",
        "暂无数据",
        "未能取得资料",
        "无法获得相关数据，因为仪表是新的",
        "从略：信息不可用",
    ],
    "not-material": [
        "不重要",
        "非重大议题",
        "不具重要性，见第4页",
        "并非重要",
        "非实质性议题。",
    ],
    "not-reported": [
        "未披露",
        "暂不披露，明年补充",
        "本集团暂未披露相关数据",
    ],
    "": [
        "不适用于临时工的员工除外，其余全部参加",
        "不适用于合资企业；其余排放12吨",
        "不适用法律的争议由仲裁解决",
        "保密措施包括加密和授权。",
        "保密的举报渠道向全体员工开放",
        "保密协议由全体员工签署。",
        "员工可经保密的热线举报。",
        "船主的资料一概列为机密。",
        "法律禁止雇用童工",
        "法律禁止雇用童工，我们核对年龄。",
        "我们按法律禁止聘用童工的条文核对年龄",
        "机密信息由两名同事查阅",
        "信息不完整的档案一律退回",
        "数据缺失的供应商须补交",
        "不重要的供应商不作审核",
        "未披露的利益须申报",
        "深圳，中国",
        "无",
        "没有发生，合资企业不适用。",
        "资料保密由两名同事负责",
        "涉及机密资料的岗位须签约",
    ],
}
TRADITIONAL = {
    "not-applicable": [
        "不適用",
        "不適用。本集團不生產包裝。",
        "不適用，因為本集團不生產包裝",
        "不適用於本集團",
        "不適用於本集團之業務。",
        "不適用（N/A）",
        "此指標不適用",
        "從略：不適用",
        "從略原因：不適用",
        "不適用；第12頁",
    ],
    "confidential": [
        "保密限制",
        "機密",
        "基於商業機密，不予披露",
    ],
    "legal": [
        "法律明文禁止",
        "法律禁令。",
    ],
    "unavailable": [
        "資訊未能取得或不完整",
        "未能取得資料",
        "資料不詳",
        "數據暫缺，明年補充",
        "暫無數據",
    ],
    "not-material": [
        "不重要",
        "非重大議題",
        "非實質性",
    ],
    "not-reported": [
        "未揭露",
        "暫不披露",
    ],
    "": [
        "不適用於臨時工的員工除外",
        "保密措施包括加密",
        "保密的舉報渠道",
        "機密文件由兩人保管",
        "法律禁止僱用童工",
        "資料不完整的檔案一律退回",
        "未披露的利益須申報",
        "沒有發生，合營企業不適用",
        "不重要的供應商不作審核",
        "無",
    ],
}
CELLS = [(cell, reason) for table in (ENGLISH, SIMPLIFIED, TRADITIONAL) for reason in table for cell in table[reason]]


@pytest.mark.parametrize(("cell", "reason"), CELLS)
def test_a_cell_states_a_reason_where_it_begins_with_one_as_a_whole_phrase(cell, reason):
    assert stated(cell) == reason


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("a, b | Confidentiality constraints", "confidential"),
        ("The data is confidential", "confidential"),
        ("Part b: information incomplete", "unavailable"),
        ("The Group regards it as not applicable", "not-applicable"),
        ("We sell in China", ""),
        ("d：保密限制", "confidential"),
        ("該議題對本集團不適用", "not-applicable"),
        ("Not reported, since the data is unavailable", "unavailable"),
    ],
)
def test_in_a_column_of_reasons_the_words_count_anywhere(cell, reason):
    assert reason_in((), cell, ()) == reason


@pytest.mark.parametrize("title", ["Confidentiality constraints", "保密限制"])
def test_the_reason_is_the_one_of_the_framework_that_has_the_words_in_its_title(title):
    own = Reason("constraints", {"en": title})
    assert reason_in(("因商业机密，不予披露",), "", [Reason("other", {"en": "Not applicable"}), own]) == "constraints"


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("Informazione non presentata", "not-reported"),
        ("Informazione non presentata/non applicabile", "not-reported"),
        ("Non applicabile: non abbiamo navi", "not-applicable"),
        ("keine Angabe", "not-reported"),
        ("k.A.", "not-reported"),
        ("nicht wesentlich (zwei Büros)", "not-material"),
        ("non disponible", "unavailable"),
        ("Sans objet", "not-applicable"),
        ("No aplica.", "not-applicable"),
        ("Não se aplica", "not-applicable"),
        ("n.v.t.", "not-applicable"),
        ("ej tillämpligt", "not-applicable"),
        ("Nie dotyczy", "not-applicable"),
        ("該当なし", "not-applicable"),
        ("해당 없음", "not-applicable"),
        ("нет данных", "unavailable"),
        ("לא רלוונטי", "not-applicable"),
        ("ไม่มีข้อมูล", "unavailable"),
        ("Keine Angaben von Kunden gingen verloren.", ""),
        ("Non disponible en ligne", ""),
        ("Informazione non presentata prima del 2020: 12 t", ""),
    ],
)
def test_the_phrases_of_other_languages_that_are_known_state_reasons(cell, reason):
    assert stated(cell) == reason
    assert reason_in(("", cell), "", ()) == reason


def test_each_known_language_has_the_words_of_its_indexes():
    """In its own folder; a key that English has not is misspelt, and a phrase that states no reason a slip."""
    tables = index_tables()
    without = [tag for tag in languages() if not any(key.startswith("omission-") for key in tables.get(tag, ()))]
    misspelt = [(tag, key) for tag, table in tables.items() for key in table if key not in tables["en"]]
    plain = [
        (key, phrase)
        for table in tables.values()
        for key, phrases in table.items()
        if key.startswith("omission-") and key.endswith("-whole")
        for phrase in phrases
        if phrase.isalpha() and f"omission-{stated(phrase)}-whole" != key
    ]
    assert (without, misspelt, plain) == ([], [], [])
