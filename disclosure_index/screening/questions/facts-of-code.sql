-- en: Figures for $framework:$code by issuer, their units made equal
-- zh-Hans: 各发行人 $framework:$code 的数据，换算为同一单位
-- zh-Hant: 各發行人 $framework:$code 的數據，換算為同一單位
SELECT issuer, report, year, period, label, printed, value, unit, page
FROM facts
WHERE framework = $framework AND code = $code
ORDER BY unit, value DESC, report, page, label, printed
