"""Multiples and ratios: how many times as much, and so many to one."""
