-- en: Reasons for omission, the most used first
-- zh-Hans: 从略原因，按使用次数排列
-- zh-Hant: 從略原因，按使用次數排列
SELECT framework, reason, count(*) AS omissions, count(DISTINCT report) AS reports
FROM omissions
GROUP BY ALL
ORDER BY omissions DESC, framework, reason
