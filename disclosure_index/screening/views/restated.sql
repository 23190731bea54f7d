-- en: Figures of one issuer, disclosure and period that differ between two of its reports
-- zh-Hans: 同一发行人、披露项与期间，在其两份报告中不同的数据
-- zh-Hant: 同一發行人、披露項目與期間，在其兩份報告中不同的數據
SELECT
    a.issuer, a.framework, a.code, a.label, a.period,
    a.report AS first_report, a.printed AS first_printed, b.report AS later_report, b.printed AS later_printed
FROM facts a JOIN facts b
ON a.issuer = b.issuer AND a.framework = b.framework AND a.code = b.code AND a.period = b.period
    AND a.label = b.label AND a.unit = b.unit AND a.year < b.year AND a.value <> b.value
