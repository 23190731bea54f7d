"""The main screen: frameworks, disclosures, and the detail of one; what is done on it by what it is for."""
