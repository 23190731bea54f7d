-- en: What could not be checked, by kind
-- zh-Hans: 无法检查的内容，按类别
-- zh-Hant: 無法檢查的內容，按類別
SELECT kind, count(*) AS problems, count(DISTINCT report) AS reports, min(report) AS example
FROM problems
GROUP BY ALL
ORDER BY problems DESC, kind
