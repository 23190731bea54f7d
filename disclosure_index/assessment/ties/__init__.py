"""What figures of a report must agree with each other: sums, shares, quotients, repeated figures, changes.

Each tie is looked for where the report itself shows that it holds: in another column, another year, another row. So a
tie that only seems to be one is not reported, and neither is a difference that rounding explains.
"""
