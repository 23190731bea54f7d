-- en: Findings by rule, the most frequent first
-- zh-Hans: 按规则统计的检查结果
-- zh-Hant: 按規則統計的檢查結果
SELECT rule, name, severity, count(*) AS findings, count(DISTINCT report) AS reports
FROM findings
GROUP BY ALL
ORDER BY findings DESC, rule, severity
