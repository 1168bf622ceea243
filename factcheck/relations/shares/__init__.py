"""Shares: a part, its whole and the percentage or fraction that it is."""
