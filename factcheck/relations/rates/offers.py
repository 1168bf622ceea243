"""Two prices to choose from: "tickets are £300 for 20 matches, or £20 each". They need not make one another."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.quantities.model import Kind, Quantity
from factcheck.relations.evaluate import magnitude
from factcheck.relations.lexicon import words_of

__all__ = ["is_choice"]


def is_choice(lows: Sequence[str], count: Quantity, total: Quantity, price: Quantity) -> bool:
    """Whether so many may be had for less than so many times the price for one, by the words of an offer."""
    if price.kind is not Kind.MONEY or "or" not in lows:
        return False
    dearer = price.value * magnitude(price) * count.value > total.value * magnitude(total)
    return dearer and not words_of("rates.offered").isdisjoint(lows)
