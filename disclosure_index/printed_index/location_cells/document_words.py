"""What documents are called in print; only data, all matching ignores case."""

import re

OTHER_DOCUMENT = re.compile(
    r"annual (?:financial )?report|business report|financial (?:report|statements?)|integrated report|proxy statement"
    r"|form (?:10-k|20-f)|10-k|20-f|universal registration|\burd\b|management report|\bar\b|cdp\b|web ?site"
    r"|(?-i:\b(?:FS|CGS|CGR|FR|RR|MSS|GB)\b)(?=\W{0,3}(?:pp?\b|\d))"
    r"|corporate governance (?:report|statement)|declaration on corporate governance|remuneration report"
    r"|compensation report|https?://|www\.|sustainability (?:website|factbook|data ?book)|(?:esg )?data ?book"
    r"|modern slavery (?:act )?(?:statement|report)|directors[’'] report|tax (?:transparency )?report"
    r"|(?:bilancio|relazione) (?:consolidat[oa]|finanziari[oa]|d[’']esercizio|sulla gestione)"
    r"|relazione sulla remunerazione"
    r"|relazione (?:sul|di) (?:governo societario|corporate governance)"
    r"|gesch[äa]ftsbericht|lagebericht|verg[üu]tungsbericht"
    r"|rapport (?:annuel|financier)|informe (?:anual|financiero)|年报|年報|年度报告|年度報告|财务报告|財務報告"
    r"|官网|官網|网站|網站|企业管治报告|企業管治報告",
    re.IGNORECASE,
)
SUSTAINABILITY_REPORT = re.compile(
    r"(?:sustainab\w+|esg|csr|corporate (?:social )?responsibility|non-?financial|responsibility|climate|impact)"
    r"(?: (?:and|&) \w+)?(?: (?:performance|development|progress|data|related|disclosures?))*"
    r" (?:report|statement|data ?pack|supplement)\b|(?-i:\b(?:SR|CSR|CR|NFS)\b)(?=\W{0,3}(?:pp?\b|\d))"
    r"|nachhaltigkeitsbericht|bilancio (?:di sostenibilit[àa]|sociale)"
    r"|dichiarazione (?:consolidata )?non finanziaria|rapport de durabilit[ée]|informe de sostenibilidad"
    r"|(?:可持续发展|可持續發展|永续|永續|社会责任|社會責任|环境、社会及管治|環境、社會及管治|ESG)(?:报告|報告)(?:书|書)?",
    re.IGNORECASE,
)
"""Reports of the kind that an index is printed in: this one, where nothing speaks against it."""


THIS_DOCUMENT = re.compile(
    r"(?<!about )(?<!about the )\bthis (?:report|document|statement|supplement|index|appendix|data ?pack|data ?book)\b"
    r"|(?:本|此)(?:报告|報告|文件|报告书|報告書|索引)|(?:il|del|nel|dal) presente (?:documento|bilancio|rapporto)"
    r"|(?:diese[rmns]?) (?:bericht|dokument)s?",
    re.IGNORECASE,
)
"""The document that prints the index, whatever it is called; "About this report" is the title of a section."""
DOCUMENT_NOUN = re.compile(
    r"\b(?:reports?|reviews?|statements?|polic(?:y|ies)|charters?|codes? of [\w ]+|strategy|plan|presentations?"
    r"|submissions?"
    r"|(?:data ?)?(?:book|pack|centre|center|sheet)s?|toolkit|website|supplements?|prospectus|circular"
    r"|bilanci[oi]|relazion[ei]|rapport[io]?|document[oi]|statuto|regolament[oi]|procedur[ae]|informes?|memorias?"
    r"|\w*(?:berichts?|strategie|richtlinien?|ordnung|kodex))\W*(?:(?:FY\s?)?20\d\d(?:[-/–]\d\d)?)?\W*$"
    r"|^(?:FY\s?)?20\d\d\s|(?:报告|報告|报告书|報告書|政策|守则|守則|手册|手冊|办法|辦法|章程|规程|規程)\W*$",
    re.IGNORECASE,
)
"""What documents are called: the words at the end of a name, or the year at its beginning."""
