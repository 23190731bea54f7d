-- en: Issuers without a mandatory disclosure
-- zh-Hans: 缺少强制披露项的发行人
-- zh-Hant: 缺少強制披露項目的發行人
SELECT issuer, report, year, framework, edition, code, title
FROM gaps
WHERE obligation = 'mandatory'
ORDER BY issuer, report, framework, code, edition
