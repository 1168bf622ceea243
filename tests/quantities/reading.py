"""Short forms of what was read, for tests."""

from __future__ import annotations

from factcheck.quantities.model import Quantity
from factcheck.quantities.reader import read_tokens


def quantities(text: str) -> list[Quantity]:
    return [token.quantity for token in read_tokens(text) if token.quantity is not None]


def only(text: str) -> Quantity:
    """The one quantity of `text`."""
    found = quantities(text)
    assert len(found) == 1, [quantity.text for quantity in found]
    return found[0]


def outline(text: str) -> list[tuple[str, str, str, str]]:
    """Kind, printed text, value and unit of each quantity; a range's value has both ends."""
    return [
        (q.kind.value, q.text, str(q.value) if q.second is None else f"{q.value}..{q.second}", q.unit)
        for q in quantities(text)
    ]
