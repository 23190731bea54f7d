"""A title is what a report is called; a language that is not supported is said, and never called English."""

import pytest

from disclosure_index.importing.report_title import report_title
from disclosure_index.reading.languages.detection import detected_language
from disclosure_index.reading.xhtml import read_xhtml


def titled(*lines, own=""):
    body = "".join(f"<p>{line}</p>" for line in lines)
    page = f"<html><head><title>{own}</title></head><body>{body}</body></html>"
    found = report_title(read_xhtml(page.encode(), "r.xhtml", ""))
    return found[0] if found else ""


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["Sustainability Report 2024"], "Sustainability Report 2024"),
        (["ESG", "Performance", "Report", "2024"], "ESG Performance Report 2024"),
        (["GRI Index", "and Data", "Supplement", "2024"], "GRI Index and Data Supplement 2024"),
        (["Sustainability", "Report", "OF HARBOUR 2024"], "Sustainability Report OF HARBOUR 2024"),
        (["We sail.", "The 2024 Responsibility Report."], "The 2024 Responsibility Report."),
        (["Bilancio di Sostenibilità 2023"], "Bilancio di Sostenibilità 2023"),
        (["2023 年永續報告書"], "2023 年永續報告書"),
        (["Our sustainability report 2022/23"], "Our sustainability report 2022/23"),
        (["Communication on Progress 2023"], "Communication on Progress 2023"),
        (["Relatório de Sustentabilidade 2023"], "Relatório de Sustentabilidade 2023"),
        (["Estado de Información No Financiera 2023"], "Estado de Información No Financiera 2023"),
        (["2023 Sustainability Data Book"], "2023 Sustainability Data Book"),
        (["Sustainability", "Sustainability Report 2024"], "Sustainability Report 2024"),
    ],
)
def test_the_lines_of_a_title(lines, title):
    assert titled(*lines) == title


@pytest.mark.parametrize(
    "line",
    ["Contents", "Table of contents", "Sommario", "目錄", "3", "Page 3", "iv", "Indice", "Inhaltsverzeichnis"],
)
def test_a_page_number_or_the_heading_of_the_contents_is_no_title(line):
    assert titled(line, "We sail.") == ""


@pytest.mark.parametrize(
    "own",
    [
        "Microsoft Word - ESG_v3.docx",
        "ESG_Report_final_v3",
        "report.indd",
        "Layout 1",
        "untitled",
        "1f9a8b7c6d5e4f3a2b1c",
    ],
)
def test_a_name_of_a_file_is_no_title(own):
    assert titled("We sail.", own=own) == ""
    assert titled("Sustainability Report 2024", own=own) == "Sustainability Report 2024"


def test_the_cover_stands_above_a_title_of_another_year():
    assert titled("Sustainability Report 2024", own="Sustainability Report 2023") == "Sustainability Report 2024"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La società pubblica il bilancio, e i dipendenti sono più della metà.", "it"),
        ("Wir haben den Bericht für das Jahr mit unseren Zielen und nach dem Standard erstellt.", "de"),
        ("Nous avons réduit les émissions de notre flotte dans tous les ports.", "fr"),
        ("Hemos reducido las emisiones de nuestra flota en todos los puertos.", "es"),
        ("Reduzimos as emissões da nossa frota em todos os portos.", "pt"),
        ("Wij hebben de uitstoot van onze vloot met een derde verminderd.", "nl"),
        ("環境報告書です。", "ja"),
        ("우리는 환경을 보호합니다.", "ko"),
        ("The report of Cantieri di Porto and Banca della Costa is about the year.", "en"),
        ("tCO2e 12 14 Scope 1", ""),
    ],
)
def test_the_language_of_a_text(text, language):
    assert detected_language(text) == language


ITALIAN = (
    "# Bilancio di sostenibilità 2023\n\nLa società pubblica il bilancio, e i dipendenti sono più della metà.\n\n"
    "## Energia\n\nNel 2023 abbiamo usato 12 MWh di energia elettrica.\n"
)


def test_an_unsupported_language_is_said_by_import_and_by_check(import_sources, run):
    folder = import_sources(report_md=ITALIAN)
    assert folder.project["documents"][0]["language"] == "it"
    assert "DI614" in folder.said
    assert "DI614" in run("check", folder.path).stdout


def test_a_language_that_is_none_is_refused(import_sources, run):
    folder = import_sources(report_md=ITALIAN)
    file = folder.path / "disclosure-index.toml"
    file.write_text(file.read_text("utf-8").replace('language = "it"', 'language = "xx"'), "utf-8")
    result = run("check", folder.path)
    assert result.exit_code == 2
    assert '"xx"' in result.stderr


@pytest.mark.parametrize(
    ("text", "as_of", "year"),
    [
        ("# Sustainability Report 2031\n\nIn 2024 and 2024 we sailed.\n", "2025-03-31", 2024),
        ("# Our plan to 2040\n\nFrom 1 January to 31 December 2023 we sailed.\n", "2026-01-01", 2023),
        ("# Report 2024\n\nDirective 2022/2464, in 2024.\n", "2026-01-01", 2024),
    ],
)
def test_no_year_after_the_date_is_believed(run, tmp_path, text, as_of, year):
    (tmp_path / "r.md").write_text(text, "utf-8")
    run("import", tmp_path / "r.md", "-o", tmp_path / "o", "--as-of", as_of)
    assert f"end = {year}-12-31" in (tmp_path / "o" / "disclosure-index.toml").read_text("utf-8")


def test_every_guess_has_its_evidence(import_sources, harbour):
    text = import_sources(report_md=harbour).project_text
    for line in text.splitlines():
        if line.startswith(("title", "issuer", "financial-year", "[[frameworks]]")):
            assert "a guess" in line, line
            assert "from " in line, line


@pytest.mark.parametrize(
    ("own", "cover", "title"),
    [
        ("report", "We sail.", ""),
        ("ESG Report", "Environmental, Social and Governance Report 2023/24",
         "Environmental, Social and Governance Report 2023/24"),
        ("Harbour Ferries Index", "Sustainability Report 2024", "Harbour Ferries Index"),
    ],
)  # fmt: skip
def test_a_title_of_the_file_that_says_less_than_the_cover(own, cover, title):
    assert titled(cover, own=own) == title
