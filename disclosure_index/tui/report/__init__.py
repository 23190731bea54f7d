"""The report view: the documents passage by passage, and the disclosures that each answers."""
