-- en: What the peers of $report disclose and it does not
-- zh-Hans: $report 的同业已披露而该报告未披露的内容
-- zh-Hant: $report 的同業已披露而該報告未披露的內容
SELECT own.framework, own.code, own.title, p.peer_issuer, p.peer, c.quoted, c.place, c.page
FROM gaps own
JOIN peers p ON p.report = own.report
JOIN coverage c ON c.report = p.peer AND c.framework = own.framework AND c.code = own.code AND c.status = 'disclosed'
WHERE own.report = $report
ORDER BY own.framework, own.code, p.peer, c.edition, c.page
