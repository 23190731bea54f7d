"""The marks that authors write in a source, as attributes and comments."""
