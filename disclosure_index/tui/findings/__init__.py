"""The findings view: the findings of the checks, with the documentation of each rule."""
