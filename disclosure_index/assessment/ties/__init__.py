"""Figures of a report that must agree with each other: sums, shares, quotients, repeated figures, changes.

A tie is checked only if the report itself shows that it holds: in another column, another year, another row. So an
apparent tie is not reported, and neither is a difference that rounding explains.
"""
