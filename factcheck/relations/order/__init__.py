"""Order: comparatives, superlatives, places in a row and ranges."""
