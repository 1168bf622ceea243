"""Rates: a value for one, the number of them, and what they come to."""
