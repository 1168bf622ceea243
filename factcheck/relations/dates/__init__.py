"""Dates and times: weekdays, spans, ages, anniversaries and their order."""
