"""What the files of the HKEX Guide and Code say besides their disclosures."""

from datetime import date

from tools.definitions.toml_text import Table

OWNER = "Hong Kong Exchanges and Clearing Limited"

COMMENTS = (
    "HKEX ESG Reporting Guide and Code, Appendix C2 (until 2023: Appendix 27, GEM Appendix 20) of the Listing Rules.",
    f"Owner: {OWNER}. Codes and aspect names are the Exchange's; all other words are ours.",
)

EDITION_COMMENTS = {
    "2020": (
        "HKEX ESG Reporting Guide: financial years begun from 1 July 2020 until 31 December 2024.",
        f"Owner: {OWNER}. Codes and aspect names are the Exchange's; titles and summaries are ours.",
        "A1, B1, … stand for the General Disclosure of the aspect, which the Exchange gives no code.",
    ),
    "2025": (
        "HKEX ESG Reporting Code: financial years begun on or after 1 January 2025.",
        f"Owner: {OWNER}. Codes and aspect names are the Exchange's; titles and summaries are ours.",
        "A1, B1, … stand for the General Disclosure of the aspect, which the Exchange gives no code.",
        "The numbers of Part D below the paragraph are not checked against its text: see `basis` and `note`.",
    ),
}

FRAMEWORK: Table = {
    "id": "hkex-esg",
    "short": "HKEX",
    "title": {
        "en": "HKEX ESG Reporting Code",
        "zh-Hans": "香港交易所《环境、社会及管治报告守则》",
        "zh-Hant": "香港交易所《環境、社會及管治報告守則》",
    },
    "owner": OWNER,
    "claims": ["comply-or-explain"],
}

EDITIONS: dict[str, Table] = {
    "2020": {
        "id": "2020",
        "title": {
            "en": "ESG Reporting Guide (2020)",
            "zh-Hans": "《环境、社会及管治报告指引》（2020年）",
            "zh-Hant": "《環境、社會及管治報告指引》（2020年）",
        },
        "by": "financial-year-start",
        "from": date(2020, 7, 1),
        "until": date(2025, 1, 1),
        "basis": "verified",
        "source": "guide-2020",
    },
    "2025": {
        "id": "2025",
        "title": {
            "en": "ESG Reporting Code (2025)",
            "zh-Hans": "《环境、社会及管治报告守则》（2025年）",
            "zh-Hant": "《環境、社會及管治報告守則》（2025年）",
        },
        "by": "financial-year-start",
        "from": date(2025, 1, 1),
        "basis": "verified",
        "source": "code-2025",
    },
}

SOURCES = {
    "guide-2020": "HKEX, ESG Reporting Guide 2020, as quoted in issuers' indexes and in HKEX's guidance (2020)",
    "code-2025": "HKEX, ESG Reporting Code 2025: codes as printed in issuers' indexes and templates; Parts B and C"
    " otherwise as in the Guide of 2020",
    "part-d": "HKEX, ESG Reporting Code 2025, Part D: paragraphs compiled from secondary sources and the parallel"
    " paragraphs of IFRS S2; obligations as in law firms' and other guidance",
}

RULES: list[Table] = [
    {
        "id": "climate",
        "rules": [
            {"is": "voluntary", "board": ["gem"]},
            {"is": "mandatory", "size": ["large-cap"], "since": date(2026, 1, 1)},
            {"is": "comply-or-explain", "board": ["main-board"]},
        ],
    }
]

GROUPS = (
    ("Part B", ""),
    ("Part C", ""),
    ("A", "Part C"),
    *((f"A{n}", "A") for n in range(1, 5)),
    ("B", "Part C"),
    *((f"B{n}", "B") for n in range(1, 9)),
    ("Part D", ""),
    *((f"D-{n}", "Part D") for n in ("I", "II", "III", "IV")),
)

PARAGRAPHS = ((15, "Part B"), (19, "D-I"), (26, "D-II"), (27, "D-III"), (41, "D-IV"))
"""The last paragraph of every group of Parts B and D."""

_SCOPE_2 = "Whether this is mandatory for every issuer as far as it concerns Scope 1 and 2 is not verified."

NOTES = {
    "19(a)(i)": "IFRS S2 6(a)(i) is believed to have no twin here, so (i) to (iv) answer to (ii) to (v) of S2.",
    "22(a)(ii)": "Believed to merge IFRS S2 14(a)(ii) and (iii), so later numerals stand one lower than in S2.",
    "22(a)(iii)": "A statement that there is no transition plan satisfies it.",
    "28": "Mixed: Scope 1 and 2 are mandatory for all issuers, Scope 3 depends on the issuer.",
    "28(a)": "The obligation is verified; the paragraph number is not.",
    "28(b)": "The obligation is verified; the paragraph number is not.",
    "28(c)": "The obligation is verified; the paragraph number is not.",
    "29": _SCOPE_2,
    "29(a)": _SCOPE_2,
    "29(b)": _SCOPE_2,
    "29(c)": _SCOPE_2,
    "34": "A statement that no carbon price is applied satisfies it.",
    "35": "A statement that climate does not enter remuneration satisfies it. No percentage of pay is asked for.",
    "36": "Encouraged only.",
    "37": "The letters (a) to (h) follow IFRS S2 33; not verified.",
    "41": "More a rule of preparation than a disclosure; issuers seldom point to a page for it.",
}
