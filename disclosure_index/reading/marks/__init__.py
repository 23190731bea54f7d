"""What authors write about disclosures in a source: attributes and comments."""
