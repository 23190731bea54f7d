"""Carry the statements of one version of a document to the next version: update, roll, compare."""
