"""Titles that others print beside a code: Taiwan's words for the GRI Standards, Hong Kong's from the Mainland."""

import pytest

from disclosure_index.printed_index import read_printed_indexes
from disclosure_index.reading.text.reader import read_text
from tests.support.reports import shipped_with_spellings

CATALOG = shipped_with_spellings()
TITLED = {id: spelling.titled for id, spelling in CATALOG.spellings.items() if spelling.titled}
HEAD = "GRI 內容索引\nGRI 準則\t揭露項目\t對應章節\t頁碼\n"


@pytest.fixture
def read(frameworks):
    """Claims and findings of an index, from its rows."""

    def call(*rows):
        table = HEAD + "".join("\t".join(row) + "\n" for row in rows)
        return read_printed_indexes(read_text(table.encode(), "report.txt", "zh-Hant"), frameworks)

    return call


@pytest.mark.parametrize(
    ("code", "title", "edition"),
    [
        ("306-3", "廢棄物的產生", "2020"),
        ("306-3", "嚴重洩漏", "2016"),
        ("306-2", "廢棄物相關顯著衝擊之管理", "2020"),
        ("306-2", "按類別及處置方法劃分的廢棄物", "2016"),
        ("303-1", "共享水資源之相互影響", "2018"),
        ("303-1", "依來源劃分的取水量", "2016"),
        ("403-1", "職業安全衛生管理系統", "2018"),
        ("403-2", "危害辨識、風險評估及事故調查", "2018"),
        ("403-2", "傷害類別，傷害、職業病、損工日數、缺勤等比率，以及因公死亡件數", "2016"),
        ("102-1", "組織名稱", "2016"),
        ("102-5", "所有權與法律形式", "2016"),
        ("103-2", "管理方針及其要素", "2016"),
    ],
)
def test_the_words_of_taiwan_decide_the_edition(read, code, title, edition):
    result = read(("主題", f"{code} {title}", "4.1 環境管理", "22"), ("主題", "2-7 員工", "5.1 員工", "30"))
    assert [(c.code, c.edition) for c in result.claims] == [(code, edition), ("2-7", None)]
    assert result.findings == ()


@pytest.mark.parametrize(
    ("printed", "title", "meant"),
    [
        ("403-8", "職業傷害", "403-9"),
        ("405-1", "女性對男性基本薪資與薪酬的比率", "405-2"),
        ("2-20", "年度總薪酬比率", "2-21"),
        ("3-1", "重大主題列表", "3-2"),
        ("305-6", "溫室氣體排放減量", "305-5"),
        ("401-2", "新進員工和離職員工", "401-1"),
        ("404-1", "提升員工職能及過渡協助方案", "404-2"),
    ],
)
def test_a_slip_in_a_code_is_seen_by_its_title_in_taiwan_s_words(read, printed, title, meant):
    result = read(("主題", "2-1 組織詳細資訊", "1.1", "5"), ("主題", f"{printed} {title}", "4.1", "22"))
    assert [c.code for c in result.claims] == ["2-1", meant]
    assert [(f.rule, f.code) for f in result.findings] == [("DI404", meant)]


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("401-1", "新進員工僱傭率和員工流動率"),
        ("403-8", "職業健康安全管理體系覆蓋的工作者"),
        ("2-4", "資訊重述"),
        ("2-5", "外部鑑證"),
        ("308-1", "使用環境評價維度篩選的新供應商"),
        ("404-3", "接受定期績效和職業發展考核的員工百分比"),
    ],
)
def test_the_words_of_the_mainland_in_traditional_characters_are_no_slip(read, code, title):
    result = read(("主題", "2-1 組織詳細情況", "1.1", "5"), ("主題", f"{code} {title}", "4.1", "22"))
    assert [c.code for c in result.claims] == ["2-1", code]
    assert result.findings == ()


@pytest.mark.parametrize("framework", TITLED)
def test_other_titles_are_of_defined_disclosures(framework):
    defined = CATALOG.frameworks[framework].disclosures
    known = {d.code for d in defined} | {f"{d.code}@{d.edition}" for d in defined}
    assert [key for key in TITLED[framework] if key not in known] == []


@pytest.mark.parametrize("framework", TITLED)
def test_other_titles_of_a_code_with_editions_say_of_which(framework):
    editions: dict[str, set[str]] = {}
    for disclosure in CATALOG.frameworks[framework].disclosures:
        editions.setdefault(disclosure.code, set()).add(disclosure.edition)
    assert [key for key in TITLED[framework] if len(editions.get(key, ())) > 1] == []


@pytest.mark.parametrize("framework", TITLED)
def test_no_two_disclosures_of_an_edition_have_one_other_title(framework):
    titles: dict[str, set[str]] = {}
    for key, several in TITLED[framework].items():
        for title in several:
            titles.setdefault(title, set()).add(key)
    universal = {"2", "3", "102"}  # GRI 102:2016 became GRI 2 and 3: its titles came with it
    twice = {title: keys for title, keys in titles.items() if len(keys) > 1}
    assert {t: k for t, k in twice.items() if {key.split("-")[0] for key in k} - universal} == {}
