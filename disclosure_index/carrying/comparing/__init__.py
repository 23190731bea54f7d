"""Two reports beside one another: what is different."""
