"""The coverage view: the coverage of each framework and each of its groups, at a glance."""
