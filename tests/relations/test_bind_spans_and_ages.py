"""Times between two moments, ages, and weekdays without a year: what is told, and what may be of something else."""

from __future__ import annotations

import pytest

from factcheck import check_text


@pytest.mark.parametrize(
    ("text", "rule", "message"),
    [
        (
            "The siege lasted from 6 May until 20 May, 24 days in all.",
            "time-span",
            "6 May to 20 May is 14 days, not 24 days",
        ),
        ("It ran from 6pm to 9pm, four and a half hours in all.", "time-span", None),
        ("The strike lasted from 27 December to 9 January, 23 days in all.", "time-span", None),
        ("She was 21 when she left in 1974. When she died in 2019 she was 76.", "two-ages", None),
        ("He was 27 when he won in 1962. He was born in Velle in 1945.", "age", None),
    ],
)
def test_what_does_not_fit_is_told(text: str, rule: str, message: str | None) -> None:
    (finding,) = check_text(text).findings
    assert finding.rule == rule
    assert message is None or finding.message == message


@pytest.mark.parametrize(
    "text",
    [
        "The brewery was founded in 1883 and shut in 1958, after 65 years in business.",
        "The light on Cape Morra was lit in 1901 and replaced in 1961, 50 years later.",
        "The ferry service started in 1952 and ended in 1997 after 55 years of operation.",
        "Detained in 1998, Pike was freed in 2004 after nine years in custody.",
        "The paper launched in 1921 and folded in 1996, a run of 65 years.",
        "She took office in 2004 and stepped down in 2016, a reign of 22 years.",
        "The old bridge collapsed in 1999, 36 years after it was built in 1953.",
        "The strike lasted from 3 March to 28 March, 35 days in all.",
        "The 24-day strike, from 6 May to 20 May, cost £2m.",
        "The talks began on 4 April and ended on 18 April, lasting 24 days.",
        "The concert starts at 8pm and ends at 10.15pm, a running time of three hours and a half.",
        "The shift runs from 6am to 2pm, ten hours in all.",
        "The hostages were taken on 2 June and released on 30 June, 38 days later.",
        "The play ran from 7pm until 9.30pm, a total of four and a half hours.",
        "Per Holm was 23 when he joined the band in 1991. He was 51 when he left it in 2009.",
        "He was 18 when he enlisted in 1940 and was 33 when he left the army in 1945.",
        "Ida Voss died in 2014, when she was 86. She was born in Marlow in 1938.",
        "Dana Pike, 61, has taught at the school for 35 years, since she was 36.",
        "Ana Rios, 29, is four years younger than her brother Luis, 43.",
        "The trial opens on Tuesday 4 June and is due to end on Friday 21 June, but the jury meets on Monday 12 June.",
        "The first round is on Sunday, April 10, 2022, and the second on Monday, April 24.",
    ],
)
def test_other_wordings_are_told(text: str) -> None:
    assert len(check_text(text).findings) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Built in 1902, the schooner went down off Cape Morra and was found in 2013, 70 years later, by divers.",
        "The mill opened in 1974 and closed in 2009 after 12 years of decline.",
        "The mill opened in 1974, was sold in 1990 and closed in 2009, after 19 years under Birch.",
        "Elected to the council in 1990, Ash resigned in 2009 after nine years as leader.",
        "She joined the firm in 1985 and retired in 2020 after 40 years in banking.",
        "He was jailed in 2015 for 12 years and released in 2021 after six years in prison.",
        "The war ended in 1945. In 2013, 70 years after the war, the last bomb was cleared in Marlow.",
        "The strike lasted from 28 February until 14 March, 15 days in all.",
        "The exhibition opens on 3 June and closes on 20 September, after 10 days of talks in each town.",
        "A five-day forecast from 3 June to 20 June shows rain.",
        "The play starts at 7.30pm and finishes at 10pm, with one interval of 20 minutes.",
        "The shop is open from 9am until 5pm, eight hours a day.",
        "The train left at 11.40pm and arrived at 7.10am, seven and a half hours later.",
        "The race began at 9am and ended at 4pm, after a delay of two hours.",
        "The pit opened in 1871 and closed in 1968, 97 years later.",
        "Ida Ash was 19 when she signed for the club in 2008. When she left it in 2021 she was 31.",
        "Ash was 19 when the club was founded in 2008. He was 42 when his brother retired in 2021.",
        "The poet was 27 when Birch published her in 1962. He was born in 1921.",
        "Marta was 27 when the war broke out in 1939. She was a teacher; her son was born in 1945.",
        "Tom Ash, 44, is six years older than he was when he won his first title, at 38.",
        "Tom Ash, 44, is two years older than the average of 48 for the job.",
        "Luis Ash, 52, has run the bakery for 30 years, having started work at 16.",
        "Luis Ash, 52, has been a baker for 30 years and a father since he was 25.",
        "The inquest opened on Monday 3 June and closed on Wednesday 12 June.",
        "The fair opened on Saturday 29 December and closed on Tuesday 1 January.",
        "The trial opened on Monday 3 June. It was the first since Wednesday 6 June a year earlier.",
        "The vote was on Thursday, May 2, 2024. Next year it will be on Thursday, May 1.",
        "The mine closed in 1984 after 90 years, and the museum opened in 1991.",
        "The line closed in 1964 and reopened in 2014 after 18 months of work.",
        "The club was founded in 1919 and won the cup in 1934, after 15 years in the league.",
        "She was appointed in 1998 and left in 2013, after a total of 22 years in the orchestra.",
        "The treaty was signed in 1951 and expired in 2001, after 50 years in force.",
        "He began work there in 1980, took charge in 1995 and retired in 2010 after 30 years with the company.",
        "The siege lasted from 6 May until 20 May, and the talks for 24 days.",
        "From 6 May to 20 May, 24 days after the first shot, the guns were silent.",
        "The king was crowned in 1702 and died in 1744, after two years of illness.",
        "She married him in 1960 and divorced him in 1988, after 20 years of quarrels.",
        "He died in 2001, 12 years after his wife, whom he had met in 1950.",
        "The vase was made in 1720 and, in 1965, 200 years after it left China, was sold in London.",
        "Arrested in 2001, he was freed in 2011, nine years after he was sentenced in 2002.",
        "The tower was begun in 1343 and finished in 1502, after a break of 60 years.",
        "A lawyer, 44, was two years younger than the judge, 46.",
        "He turned 40 in 2010 and was 44 when he won in 2014.",
    ],
)
def test_what_may_be_of_something_else_is_left_alone(text: str) -> None:
    assert check_text(text).findings == ()
