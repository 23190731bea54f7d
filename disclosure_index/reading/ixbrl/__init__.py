"""Inline XBRL: reports filed with taxonomy elements around their words and figures."""
