-- en: Issuers that neither comply nor explain
-- zh-Hans: 既未遵守也未解释的发行人
-- zh-Hant: 既未遵守也未解釋的發行人
SELECT issuer, report, year, framework, count(*) AS missing, string_agg(code, ', ' ORDER BY code) AS codes
FROM gaps
WHERE obligation = 'comply-or-explain'
GROUP BY ALL
ORDER BY missing DESC, report, framework
