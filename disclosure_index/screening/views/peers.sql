-- en: Pairs of reports on one financial year with an industry, or without industries with a framework, in common
-- zh-Hans: 同一财政年度、有共同行业（没有行业时为有共同框架）的报告对
-- zh-Hant: 同一財政年度、有共同行業（沒有行業時為有共同框架）的報告對
WITH known AS (
    SELECT r.report, r.issuer, r.year, r.industries, list(DISTINCT c.framework) AS frameworks
    FROM reports r JOIN claims c USING (report)
    WHERE r.status <> 'not-checked'
    GROUP BY ALL
)
SELECT a.report, a.issuer, b.report AS peer, b.issuer AS peer_issuer, a.year
FROM known a JOIN known b
ON a.year = b.year AND a.report <> b.report AND (a.issuer <> b.issuer OR a.issuer IS NULL OR b.issuer IS NULL)
    AND CASE
        WHEN len(a.industries) > 0 AND len(b.industries) > 0 THEN list_has_any(a.industries, b.industries)
        ELSE list_has_any(a.frameworks, b.frameworks)
    END
