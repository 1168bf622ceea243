"""Units: one amount in two units or currencies, and amounts of the wrong scale."""
