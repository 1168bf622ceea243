"""What is read of a number: what belongs to it, its kind, value, values it may stand for, and unit."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.quantities.reading import quantities

Row = tuple[str, str, str, str, str, str]

# text, what belongs to the number, kind, value, interval, unit
ROWS: dict[str, list[Row]] = {
    "separators": [
        ("The town has 12,345 voters.", "12,345", "count", "12345", "12345..12345", "voter"),
        ("The town has 12 345 voters.", "12 345", "count", "12345", "12345..12345", "voter"),
        ("The town has 12\u2009345 voters.", "12\u2009345", "count", "12345", "12345..12345", "voter"),
        ("The town has 12\u00a0345 voters.", "12\u00a0345", "count", "12345", "12345..12345", "voter"),
        ("The town has 12\u202f345 voters.", "12\u202f345", "count", "12345", "12345..12345", "voter"),
        ("The town has 12’345 voters.", "12’345", "count", "12345", "12345..12345", "voter"),
        ("The state has 1,23,45,678 voters.", "1,23,45,678", "count", "12345678", "12345678..12345678", "voter"),
        (
            "It paid Rs 4.5 lakh crore.",
            "Rs 4.5 lakh crore",
            "money",
            "4500000000000",
            "4450000000000..4550000000000",
            "INR",
        ),
        ("It paid 12.345,67 euros.", "12.345,67 euros", "money", "1234567/100", "2469133/200..493827/40", "EUR"),
        (
            "It paid 12\u202f345,60 euros.",
            "12\u202f345,60 euros",
            "money",
            "61728/5",
            "2469119/200..2469121/200",
            "EUR",
        ),
        ("The city has 1.234.567 inhabitants.", "1.234.567", "count", "1234567", "1234567..1234567", "inhabitant"),
        ("It weighs 3·5 kilograms.", "3·5 kilograms", "measure", "7/2", "69/20..71/20", "kilogram"),
        ("A dose of .75 litres.", ".75 litres", "measure", "3/4", "149/200..151/200", "liter"),
    ],
    "fractions": [
        ("A third of the members left.", "A third", "ratio", "1/3", "19/60..7/20", ""),
        ("Two-thirds of the members left.", "Two-thirds", "ratio", "2/3", "19/30..7/10", ""),
        ("It rose by 2¾ miles.", "2¾ miles", "measure", "11/4", "43/16..45/16", "mile"),
        ("It was 7-1/2 cents.", "7-1/2 cents", "money", "15/2", "119/16..121/16", "USD_cent"),
        ("It was 1 3/4 miles off.", "1 3/4 miles", "measure", "7/4", "27/16..29/16", "mile"),
        ("It lasted 1/2 day.", "1/2 day", "duration", "1/2", "19/40..21/40", "day"),
        ("It took two-and-a-half years.", "two-and-a-half years", "duration", "5/2", "9/4..11/4", "year"),
        ("A two-and-a-half-year wait.", "two-and-a-half-year", "duration", "5/2", "9/4..11/4", "year"),
        ("It ran one and three-quarter miles.", "one and three-quarter miles", "measure", "7/4", "13/8..15/8", "mile"),
        ("Rates fell half a percentage point.", "half a percentage point", "points", "1/2", "19/40..21/40", "point"),
    ],
    "words": [
        (
            "They counted two million three hundred thousand and six votes.",
            "two million three hundred thousand and six",
            "count",
            "2300006",
            "2300006..2300006",
            "vote",
        ),
        (
            "They counted nine hundred and eighty-four votes.",
            "nine hundred and eighty-four",
            "count",
            "984",
            "984..984",
            "vote",
        ),
        ("Some nineteen hundred voters came.", "nineteen hundred", "count", "1900", "1805..1995", "voter"),
        (
            "It cost a quarter of a million dollars.",
            "a quarter of a million dollars",
            "money",
            "250000",
            "237500..262500",
            "USD",
        ),
    ],
    "scales": [
        ("A fund of $5.7bn.", "$5.7bn", "money", "5700000000", "5650000000..5750000000", "USD"),
        ("It sold 200k tickets.", "200k", "count", "200000", "199500..200500", "ticket"),
        (
            "It made 1.5 lakh crore rupees.",
            "1.5 lakh crore rupees",
            "money",
            "1500000000000",
            "1450000000000..1550000000000",
            "INR",
        ),
        ("It paid 30 MUSD.", "30 MUSD", "money", "30000000", "29500000..30500000", "USD"),
        ("It paid EUR million 12.5.", "EUR million 12.5", "money", "12500000", "12450000..12550000", "EUR"),
        ("It paid 75 USD million.", "75 USD million", "money", "75000000", "74500000..75500000", "USD"),
        ("It earned MAUD 60.", "MAUD 60", "money", "60000000", "59500000..60500000", "AUD"),
    ],
    "signs": [
        ("Prices changed by −0.3%.", "−0.3%", "percent", "-3/10", "-7/20..-1/4", "percent"),
        ("Prices changed by +3.5%.", "+3.5%", "percent", "7/2", "69/20..71/20", "percent"),
        ("The margin was (5.2)%.", "(5.2)%", "percent", "-26/5", "-21/4..-103/20", "percent"),
        ("A charge of $(1.2) million.", "$(1.2) million", "money", "-1200000", "-1250000..-1150000", "USD"),
        ("A result of $-5m.", "$-5m", "money", "-5000000", "-5500000..-4500000", "USD"),
        ("It fell to minus 5 degrees.", "minus 5 degrees", "measure", "-5", "-11/2..-9/2", "degree"),
        ("It read 12.5% ± 3 points.", "12.5%", "percent", "25/2", "19/2..31/2", "percent"),
        ("The mass was 5.2 ± 0.3 kg.", "5.2", "measure", "26/5", "49/10..11/2", "kilogram"),
        ("It was 52% plus or minus 3 points.", "52%", "percent", "52", "49..55", "percent"),
    ],
    "ordinals": [
        ("The 21st visitor came.", "21st", "ordinal", "21", "21..21", ""),
        ("The twenty-first visitor came.", "twenty-first", "ordinal", "21", "21..21", ""),
    ],
    "ranges": [
        ("It needs 1.02-03 million units.", "1.02-03 million", "count", "1020000", "1015000..1035000", "unit"),
        ("It grew, up 7.8% to 9.3%.", "7.8% to 9.3%", "percent", "39/5", "31/4..187/20", "percent"),
        ("It sees growth of 5% to 6%.", "5% to 6%", "percent", "5", "9/2..13/2", "percent"),
        ("It costs $1.2-1.4 billion.", "$1.2-1.4 billion", "money", "1200000000", "1150000000..1450000000", "USD"),
        (
            "It costs between $1.2bn and $1.4bn.",
            "$1.2bn and $1.4bn",
            "money",
            "1200000000",
            "1150000000..1450000000",
            "USD",
        ),
        ("Seven to nine percent of them.", "Seven to nine percent", "percent", "7", "13/2..19/2", "percent"),
        (
            "Temperatures ranging from -18 °C to -34 °C.",
            "-18 °C to -34 °C",
            "measure",
            "-34",
            "-69/2..-35/2",
            "degree_Celsius",
        ),
        (
            "The dollar stood at 6.0640/70 francs.",
            "6.0640/70 francs",
            "money",
            "758/125",
            "121279/20000..121341/20000",
            "CHF",
        ),
        ("Of 7-9 lakh rupees.", "7-9 lakh rupees", "money", "700000", "650000..950000", "INR"),
    ],
    "multiples": [
        ("Sales rose 3.5-fold.", "3.5-fold", "multiple", "7/2", "69/20..71/20", ""),
        ("Sales rose two- to three-fold.", "two- to three-fold", "multiple", "2", "3/2..7/2", ""),
        ("It is 10x larger.", "10x", "multiple", "10", "19/2..21/2", ""),
        ("Twice as many came.", "Twice", "multiple", "2", "3/2..5/2", ""),
    ],
    "powers": [
        (
            "Some 6.02×10²³ molecules.",
            "6.02×10²³",
            "count",
            "602000000000000000000000",
            "571900000000000000000000..632100000000000000000000",
            "molecule",
        ),
        ("Some 3.2 x 10^5 cells.", "3.2 x 10^5", "count", "320000", "304000..336000", "cell"),
        ("Some 10^6 cells.", "10^6", "count", "1000000", "500000..1500000", "cell"),
        ("A rate of 1.3e6 cells.", "1.3e6", "count", "1300000", "1250000..1350000", "cell"),
    ],
    "units": [
        ("A 12-metre wall.", "12-metre", "measure", "12", "23/2..25/2", "meter"),
        ("It spans 5 km².", "5 km²", "measure", "5", "9/2..11/2", "kilometer ** 2"),
        ("It spans 10 square miles.", "10 square miles", "measure", "10", "19/2..21/2", "mile ** 2"),
        ("It weighs 3 hundredweight.", "3 hundredweight", "measure", "3", "5/2..7/2", "hundredweight"),
        ("It pumps 2.5m bpd.", "2.5m bpd", "measure", "2500000", "2450000..2550000", "oil_barrel / day"),
        ("It used 15.6 Mtoe.", "15.6 Mtoe", "measure", "78/5", "311/20..313/20", "megatonne_of_oil_equivalent"),
        ("It made 37 bcm of gas.", "37 bcm", "measure", "37", "73/2..75/2", "kilometer ** 3"),
        ("It needs 5 GWh a year.", "5 GWh a year", "measure", "5", "9/2..11/2", "gigawatt_hour / year"),
        ("It emits 5 MtCO2e.", "5 MtCO2e", "measure", "5", "9/2..11/2", "megametric_ton"),
        ("It runs at 100 km/h.", "100 km/h", "measure", "100", "199/2..201/2", "kilometer / hour"),
        ("It was 98.6°F.", "98.6°F", "measure", "493/5", "1971/20..1973/20", "degree_Fahrenheit"),
        ("It was 20 degrees C.", "20 degrees C", "measure", "20", "39/2..41/2", "degree_Celsius"),
        ("It blew at 30 psi.", "30 psi", "measure", "30", "59/2..61/2", "psi"),
        ("It spins at 5,000 rpm.", "5,000 rpm", "measure", "5000", "9999/2..10001/2", "revolutions_per_minute"),
        ("It holds 64 GB.", "64 GB", "measure", "64", "127/2..129/2", "gigabyte"),
        ("It sends 100 Mbps.", "100 Mbps", "measure", "100", "199/2..201/2", "megabit / second"),
        ("It holds 12 µg/m³.", "12 µg/m³", "measure", "12", "23/2..25/2", "microgram / meter ** 3"),
    ],
    "shares": [
        ("It rose 12.5%.", "12.5%", "percent", "25/2", "249/20..251/20", "percent"),
        ("It rose 12.5 per cent.", "12.5 per cent", "percent", "25/2", "249/20..251/20", "percent"),
        ("It rose 12.5 pct.", "12.5 pct", "percent", "25/2", "249/20..251/20", "percent"),
        ("It rose 12.5 percent.", "12.5 percent", "percent", "25/2", "249/20..251/20", "percent"),
        ("It rose 25 basis points.", "25 basis points", "points", "25", "49/2..51/2", "basis_point"),
        ("It rose 25bp.", "25bp", "points", "25", "49/2..51/2", "basis_point"),
        ("It rose 2 percentage points.", "2 percentage points", "points", "2", "3/2..5/2", "point"),
        ("It rose 5‰.", "5‰", "percent", "5", "9/2..11/2", "per_mille"),
    ],
    "money": [
        ("It cost €5m.", "€5m", "money", "5000000", "4500000..5500000", "EUR"),
        ("It cost 5 €.", "5 €", "money", "5", "9/2..11/2", "EUR"),
        ("It cost 5 million euros.", "5 million euros", "money", "5000000", "4500000..5500000", "EUR"),
        ("It cost EUR5.4bn.", "EUR5.4bn", "money", "5400000000", "5350000000..5450000000", "EUR"),
        ("It cost A$5m.", "A$5m", "money", "5000000", "4500000..5500000", "AUD"),
        ("It cost ₹500 crore.", "₹500 crore", "money", "5000000000", "4995000000..5005000000", "INR"),
        ("It cost 50 pence.", "50 pence", "money", "50", "99/2..101/2", "GBP_penny"),
        ("It cost 99p.", "99p", "money", "99", "197/2..199/2", "GBP_penny"),
        ("It cost 21 cents.", "21 cents", "money", "21", "41/2..43/2", "USD_cent"),
        ("It cost 20 dollars and 43 cents.", "20 dollars and 43 cents", "money", "2043/100", "817/40..4087/200", "USD"),
        ("It cost 20 ringgit and 43c.", "20 ringgit and 43c", "money", "2043/100", "817/40..4087/200", "MYR"),
        ("It cost twenty dollars and 43.", "twenty dollars and 43", "money", "2043/100", "817/40..4087/200", "USD"),
        ("It cost FCFA 500.", "FCFA 500", "money", "500", "999/2..1001/2", "XOF"),
    ],
    "ages, durations, times": [
        ("She is 45 years old.", "45 years old", "age", "45", "45..45", "year"),
        ("The 45-year-old won.", "45-year-old", "age", "45", "45..45", "year"),
        ("Some 19 year olds won.", "19 year olds", "age", "19", "361/20..399/20", "year"),
        ("The 45-54 age group won.", "45-54", "age", "45", "45..54", "year"),
        ("Those aged 16 to 24 won.", "16 to 24", "age", "16", "16..24", "year"),
        ("Mr Vane, 45, said so.", "45", "age", "45", "45..45", "year"),
        ("The founder, 88, was there.", "88", "age", "88", "88..88", "year"),
        ("It took 90 minutes.", "90 minutes", "duration", "90", "179/2..181/2", "minute"),
        ("It met at 7:50 p.m.", "7:50 p.m.", "time", "7", "7..7", ""),
        ("It met at 1930 GMT.", "1930", "time", "1930", "1930..1930", ""),
        ("It met on 10 June 2024.", "10 June 2024", "date", "2024", "2024..2024", ""),
        ("It met on Monday, June 10, 2024.", "Monday, June 10, 2024", "date", "2024", "2024..2024", ""),
        ("It met on 10-Jun-2024.", "10-Jun-2024", "date", "2024", "2024..2024", ""),
        ("It met on March 31, ’21.", "March 31, ’21", "date", "2021", "2021..2021", ""),
        ("It met on June 10th.", "June 10th", "date", "10", "10..10", ""),
        ("It grew in 2024.", "2024", "year", "2024", "2024..2024", ""),
        ("It grew in fiscal '21.", "'21", "year", "2021", "2021..2021", ""),
        ("It grew in FY21.", "FY21", "year", "2021", "2021..2021", ""),
        ("It grew in 2021/22.", "2021/22", "year", "2021", "2021..2022", ""),
        ("It grew in 2005-6.", "2005-6", "year", "2005", "2005..2006", ""),
        ("It grew in the 1990s.", "1990s", "year", "1990", "1990..1990", ""),
        ("In Q4 2021 shipments fell.", "Q4", "name", "4", "4..4", ""),
        ("In Q4 2021 shipments fell.", "2021", "year", "2021", "2021..2021", ""),
        ("It grew in the three months to June.", "three months", "duration", "3", "5/2..7/2", "month"),
        ("It sold $443 million in May.", "$443 million", "money", "443000000", "442500000..443500000", "USD"),
    ],
}


@pytest.mark.parametrize("row", [row for rows in ROWS.values() for row in rows], ids=lambda row: row[0])
def test_what_is_read(row: Row) -> None:
    text, printed, kind, value, interval, unit = row
    found = [quantity for quantity in quantities(text) if text[quantity.outer_start : quantity.outer_end] == printed]
    assert len(found) == 1, quantities(text)
    quantity = found[0]
    assert (quantity.kind.value, quantity.value, quantity.unit) == (kind, Fraction(value), unit)
    low, high = (Fraction(end) for end in interval.split(".."))
    assert (quantity.interval.low, quantity.interval.high) == (low, high)
    assert quantity.text == text[quantity.start : quantity.end]
