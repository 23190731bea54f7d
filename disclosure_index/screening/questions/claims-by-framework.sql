-- en: Frameworks that reports claim to follow
-- zh-Hans: 报告声明遵循的框架
-- zh-Hant: 報告聲明遵循的框架
SELECT framework, claim, count(*) AS reports
FROM claims
GROUP BY ALL
ORDER BY framework, claim NULLS FIRST
