"""Statements of one version of a document -> the next version: update, roll, compare."""
