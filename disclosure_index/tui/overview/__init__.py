"""The coverage view: how far each framework and each of its groups is answered, at a glance."""
