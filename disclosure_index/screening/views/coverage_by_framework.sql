-- en: Disclosures by framework and edition, and the share that is disclosed or explained
-- zh-Hans: 按框架与版本统计的披露项，及已披露或已解释的比例
-- zh-Hant: 按框架與版本統計的披露項目，及已披露或已解釋的比例
SELECT
    framework, edition,
    count(DISTINCT report) AS reports,
    count(*) FILTER (status = 'disclosed') AS disclosed,
    count(*) FILTER (status = 'partial') AS partial,
    count(*) FILTER (status = 'omitted') AS omitted,
    count(*) FILTER (status = 'missing') AS missing,
    round(100 * avg(answered), 1) AS percent
FROM rated
GROUP BY ALL
