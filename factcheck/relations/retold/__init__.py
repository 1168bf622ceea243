"""One figure told twice: in other words, in a headline, in digits that came apart."""
