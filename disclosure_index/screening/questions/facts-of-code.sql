-- en: Figures for $framework:$code by issuer, their units made equal
-- zh-Hans: 各发行人 $framework:$code 的数据，换算为同一单位
-- zh-Hant: 各發行人 $framework:$code 的數據，換算為同一單位
SELECT issuer, report, year, label, printed, base_value, base_unit, page
FROM facts_in_base_units
WHERE framework = $framework AND code = $code
ORDER BY base_unit, base_value DESC, report, page, label, printed
