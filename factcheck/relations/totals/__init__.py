"""Totals: wholes with their parts, what is left of them, and grids and lists that add up."""
