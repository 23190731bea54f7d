"""The main screen: frameworks, disclosures, and the detail of one."""
