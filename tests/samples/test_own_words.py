"""The tagged source of the real report has words of our own: the company's sentences belong to the company."""


def test_the_source_says_that_it_is_not_the_company_s_own(alibaba):
    first = next(p for p in alibaba.report.documents[0].passages if p.kind == "paragraph")
    assert "并非公司原文" in first.text
