"""PDF -> Document (extra ``pdf``)."""
