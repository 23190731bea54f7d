-- en: Disclosure rate by code and industry
-- zh-Hans: 按编号与行业统计的披露率
-- zh-Hant: 按編號與行業統計的披露率
WITH of_industry AS (
    SELECT report, unnest(CASE WHEN len(industries) > 0 THEN industries ELSE [NULL] END) AS industry FROM reports
)
SELECT
    framework, edition, code, title, industry,
    count(*) AS reports, count(*) FILTER (answered = 1) AS answered, round(100 * avg(answered), 1) AS percent
FROM rated JOIN of_industry USING (report)
GROUP BY ALL
ORDER BY framework, edition, code, industry NULLS FIRST
