-- en: Disclosures that most reports lack
-- zh-Hans: 最多报告缺失的披露项
-- zh-Hant: 最多報告缺失的披露項目
SELECT
    framework, edition, code, title, obligation,
    count(*) FILTER (status = 'missing') AS missing, count(*) AS reports
FROM rated
GROUP BY ALL
HAVING missing > 0
ORDER BY missing DESC, framework, code, edition, obligation
