from __future__ import annotations

from fractions import Fraction

from factcheck.documents.positions import Positions
from factcheck.quantities.interval import Interval
from factcheck.quantities.model import Bound, Kind, Quantity
from factcheck.reports.sheet import Listing, render_sheet

TEXT = "More than 500 boats and\n1.5 million people, 選挙 7."


def quantity(text: str, value: int, interval: Interval, **more: object) -> Quantity:
    start = TEXT.index(text)
    end = start + len(text)
    return Quantity(Kind.COUNT, start, end, start, end, text, Fraction(value), interval, **more)  # type: ignore[arg-type]


def test_the_sheet_is_aligned() -> None:
    quantities = (
        quantity("500", 500, Interval(Fraction(500), None, open_low=True), unit="boat", bound=Bound.MORE),
        quantity("1.5 million", 1_500_000, Interval.around(1_500_000, 50_000), unit="person"),
        quantity("選挙 7", 7, Interval.exactly(7)),
    )
    assert render_sheet([Listing("a.txt", Positions(TEXT), quantities)]) == (
        "place       text             value  interval                  unit    bound  kind\n"
        "a.txt:1:11  500                500  (500 to …)                boat    >      count\n"
        "a.txt:2:1   1.5 million  1,500,000  [1,450,000 to 1,550,000]  person  =      count\n"
        "a.txt:2:21  選挙 7               7  exactly                           =      count\n"
        "\n"
        "3 numbers read.\n"
    )


def test_a_long_text_is_cut() -> None:
    long = "one hundred and twenty-three million four hundred thousand and six"
    one = Quantity(Kind.COUNT, 0, len(long), 0, len(long), long, Fraction(123_400_006), Interval.exactly(123_400_006))
    row = render_sheet([Listing("a.txt", Positions(long), (one,))]).splitlines()[1]
    assert row.startswith("a.txt:1:1  one hundred and twenty-three million fo…  123,400,006  exactly")


def test_without_numbers_there_is_no_table() -> None:
    assert render_sheet([Listing("a.txt", Positions(""), ())]) == "No numbers read.\n"
    assert render_sheet([]) == "0 numbers read in 0 files.\n"
