"""Inline XBRL: reports that are filed with elements of a taxonomy around their words and figures."""
