-- en: Share that is disclosed or explained, by framework and aspect
-- zh-Hans: 按框架与层面统计的已披露或已解释比例
-- zh-Hant: 按框架與層面統計的已披露或已解釋比例
SELECT
    framework, aspect,
    count(DISTINCT report) AS reports,
    count(*) AS disclosures,
    round(100 * avg(answered), 1) AS percent
FROM rated
GROUP BY ALL
