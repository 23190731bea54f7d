-- en: Omissions, with reason and explanation
-- zh-Hans: 从略的披露项，及其原因与解释
-- zh-Hant: 從略的披露項目，及其原因與解釋
SELECT report, issuer, year, framework, edition, code, title, status, reason, explanation
FROM coverage
WHERE reason IS NOT NULL
