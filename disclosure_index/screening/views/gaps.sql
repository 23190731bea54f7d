-- en: Missing disclosures, with the reports and issuers that lack them
-- zh-Hans: 缺失的披露项，及缺少这些披露项的报告与发行人
-- zh-Hant: 缺失的披露項目，及缺少這些披露項目的報告與發行人
SELECT report, issuer, year, framework, edition, code, title, aspect, obligation
FROM coverage
WHERE is_gap
