"""Commands on tags and disclosures: functions, called by the actions of views and panes."""
