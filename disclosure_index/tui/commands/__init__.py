"""What is done to tags and to disclosures: functions, called by the actions of views and panes."""
