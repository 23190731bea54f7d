"""Scripts for developing and releasing the package; no user runs them."""
