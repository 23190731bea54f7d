"""Benchmarks of speed, memory and quality, as ratios measured in one run. Never part of the tests."""
