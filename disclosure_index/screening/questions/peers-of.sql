-- en: The peers of $report
-- zh-Hans: $report 的同业
-- zh-Hant: $report 的同業
SELECT peer_issuer, peer, year
FROM peers
WHERE report = $report
ORDER BY peer_issuer, peer
