"""Definitions -> Catalog: their form, loading, spellings, editions, obligations, crosswalks, lint and diff."""
