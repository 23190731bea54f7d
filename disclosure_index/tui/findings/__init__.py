"""The findings view: what the checks report, with the documentation of each rule."""
