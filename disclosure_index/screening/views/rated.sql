-- en: Coverage that rates are made of: whether it is asked for, and whether it is answered
-- zh-Hans: 计算披露率所用的覆盖情况：是否被要求，是否已回应
-- zh-Hant: 計算披露率所用的覆蓋情況：是否被要求，是否已回應
SELECT
    report, issuer, year, framework, edition, code, title, part, aspect, obligation, status,
    CASE status WHEN 'disclosed' THEN 1.0 WHEN 'omitted' THEN 1.0 WHEN 'partial' THEN 0.5 ELSE 0.0 END AS answered
FROM coverage
WHERE counts AND status IN ('disclosed', 'partial', 'omitted', 'missing')
