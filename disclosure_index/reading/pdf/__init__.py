"""PDF reader (extra ``pdf``)."""
