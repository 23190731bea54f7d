-- en: Facts with their units made equal: tonnes, tCO2e, MWh, cubic metres
-- zh-Hans: 换算为同一单位的数据：吨、吨二氧化碳当量、兆瓦时、立方米
-- zh-Hant: 換算為同一單位的數據：公噸、公噸二氧化碳當量、兆瓦時、立方米
WITH units(kind, rank, pattern, factor, base) AS (
    VALUES
        ('carbon', 1, '(?i)^kg|公斤|千克', 0.001, 'tCO2e'),
        ('carbon', 2, '^Mt|(?i)megaton', 1e6, 'tCO2e'),
        ('carbon', 3, '(?i)^kt|kiloton|千[吨噸]', 1e3, 'tCO2e'),
        ('carbon', 9, '(?i)t|[吨噸]', 1.0, 'tCO2e'),
        ('mass', 1, '(?i)^kg|kilogram|公斤|千克', 0.001, 't'),
        ('mass', 2, '^Mt|(?i)megaton', 1e6, 't'),
        ('mass', 3, '(?i)^kt|kiloton|千[吨噸]', 1e3, 't'),
        ('mass', 4, '(?i)^(lbs?|pounds?)', 0.00045359237, 't'),
        ('mass', 9, '(?i)t|[吨噸]', 1.0, 't'),
        ('energy', 1, '(?i)^kwh|千瓦|度', 0.001, 'MWh'),
        ('energy', 2, '(?i)^gwh|吉瓦', 1e3, 'MWh'),
        ('energy', 3, '(?i)^twh|太瓦', 1e6, 'MWh'),
        ('energy', 4, '(?i)^mwh|兆瓦', 1.0, 'MWh'),
        ('energy', 5, '(?i)^tj|terajoule', 277.777777777778, 'MWh'),
        ('energy', 6, '(?i)^gj|gigajoule|吉焦', 0.277777777777778, 'MWh'),
        ('energy', 7, '(?i)^mj|megajoule|兆焦', 0.000277777777777778, 'MWh'),
        ('volume', 1, '(?i)^(k|thousand) ?(m3|m³|cubic)', 1e3, 'm3'),
        ('volume', 2, '(?i)^lit|^l$|公升', 0.001, 'm3'),
        ('volume', 3, '(?i)^kl', 1.0, 'm3'),
        ('volume', 4, '(?i)^ml$|megalit', 1e3, 'm3'),
        ('volume', 9, '(?i)m3|m³|cubic|立方|[吨噸]|ton', 1.0, 'm3'),
        ('percent', 9, '.', 1.0, '%'),
        ('hours', 9, '.', 1.0, 'h'),
        ('days', 9, '.', 1.0, 'd')
),
known AS (
    SELECT f.kind, f.unit, u.factor, u.base
    FROM (SELECT DISTINCT kind, unit FROM facts) f JOIN units u ON u.kind = f.kind AND regexp_matches(f.unit, u.pattern)
    WHERE NOT regexp_matches(f.unit, '/|(?i)\bper\b|每')
    QUALIFY row_number() OVER (PARTITION BY f.kind, f.unit ORDER BY u.rank) = 1
)
SELECT f.*, f.value * k.factor AS base_value, k.base AS base_unit
FROM facts f LEFT JOIN known k ON k.kind = f.kind AND k.unit IS NOT DISTINCT FROM f.unit
