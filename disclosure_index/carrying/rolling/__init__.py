"""Roll a report to the next year: last year's tagged report and this year's text -> this year's tagged report."""
