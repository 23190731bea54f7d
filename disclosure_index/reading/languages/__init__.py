"""Detection of a text's language, and the data of each language."""
