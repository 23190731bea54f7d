"""One module per format, each a pure function of the assessment or of its tables."""
