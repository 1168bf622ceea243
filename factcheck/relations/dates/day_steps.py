"""How many days a weekday is said to be away from the one told before: "the next day, Friday", "two days later"."""

from __future__ import annotations

import re

from factcheck.facts.days import Day

__all__ = ["steps_to"]

_COUNTS = {
    name: number
    for number, names in enumerate(
        (("a", "one", "1"), ("two", "2"), ("three", "3"), ("four", "4"), ("five", "5"), ("six", "6")), start=1
    )
    for name in names
}
_STEP = (
    r"(?:the\s(?P<next>next|following|previous|preceding)\sday|the\sday\s(?P<after>after|before)(?:\sthat)?"
    r"|(?P<count>[a-z0-9]+)\sdays?\s(?P<later>later|afterwards|earlier|before|beforehand|previously))"
)
_AHEAD = re.compile(rf"\b{_STEP},?\s?(?:\(|–|—)?\s?(?:on)?$")
_BEHIND = re.compile(rf"^,\s(?:just\s|exactly\s|only\s)?{_STEP}(?=[,.;)]|$)")
_BACK = frozenset(("previous", "preceding", "before", "earlier", "beforehand", "previously"))


def steps_to(day: Day) -> int | None:
    """The days from the one told before, negative for one that lies before it; None where nothing is said of it."""
    ahead = None if day.behind.startswith(("being", "was", "had", "is")) else _AHEAD.search(day.before)
    found = ahead or _BEHIND.search(day.behind)
    if found is None:
        return None
    word = found["next"] or found["after"] or found["later"]
    count = 1 if found["count"] is None else _COUNTS.get(found["count"], 0)
    return (-count if word in _BACK else count) or None
