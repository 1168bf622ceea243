"""Measurements of speed, by hand: `python -m benchmarks.speed`."""
