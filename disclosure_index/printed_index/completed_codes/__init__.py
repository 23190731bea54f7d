"""Codes completed before the columns of a table are read: by order, by words."""
