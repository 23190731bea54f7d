"""The findings view: what the checks tell, with the doc of each rule."""
