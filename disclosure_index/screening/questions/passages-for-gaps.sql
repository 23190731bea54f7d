-- en: Gaps with a passage that may answer them, the likeliest first
-- zh-Hans: 可能已有段落回应的缺失项，按可能性排列
-- zh-Hant: 可能已有段落回應的缺失項，按可能性排列
SELECT issuer, report, framework, code, score, passage, page
FROM suggestions
ORDER BY score DESC, report, framework, code, edition
