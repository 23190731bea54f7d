-- en: Omissions, with reason and explanation
-- zh-Hans: 省略的披露项，及其原因与解释
-- zh-Hant: 省略的披露項，及其原因與解釋
SELECT report, issuer, year, framework, edition, code, title, status, reason, explanation
FROM coverage
WHERE reason IS NOT NULL
