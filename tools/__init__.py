"""Programs for those who work on factcheck itself; none of them ships in the wheel."""
