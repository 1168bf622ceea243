"""Leads: by how much one side is ahead of another."""
