"""Untrusted XML: the limits on it, the positions of its elements, and explanations of its errors."""
