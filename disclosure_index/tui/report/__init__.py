"""The report view: the documents passage by passage, and which disclosures each answers."""
