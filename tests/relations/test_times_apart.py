"""Times, ages, weekdays and conversions over sentences: what is told, and what may be of something else."""

from __future__ import annotations

import pytest

from factcheck import check_text


@pytest.mark.parametrize(
    "text",
    [
        "The brewery shut in 1998. It had opened in 1921, and in its 97 years it never sold a lager.",
        "The concert started at 8pm. It ended at 10.30pm, when the power failed after three and a half hours.",
        "The siege, which began on 1 June, ended on 19 June. It lasted 28 days.",
        "Hana Ito joined the bank in 1990 at the age of 22. She became its head in 2014, aged 56.",
        "The prisoner was freed on 20 August after 30 days in custody. He had been arrested on 10 August.",
        "Ernst Falk, who died on Monday, was born in 1931. He won his only medal in 1952, when he was 31.",
        "The strike started on 4 May and was called off on 18 May. The 24-day walkout cost the port $3m.",
        "Ole Berg became mayor in 1999. He lost the election of 2019, ending a reign of 30 years.",
        "The train left at 6.15am. It pulled in at 9.45am, so the trip had taken two and a half hours.",
        (
            "Nadia Koury, 45, opened the first shop at 25. Three more followed. In 30 years she has "
            "never raised the price of a bun."
        ),
        "The exhibition opened on 3 March and runs until 24 March. In those 31 days it expects 4,000 visitors.",
        "Pia Lund is 38. Her sister Ane, 45, is four years older.",
        "He served as treasurer from 2001 until 2011. In his 20 years in the post, debts doubled.",
        "The drought broke on Sunday. Two days later, on Wednesday, the river burst its banks.",
        "The election is on Thursday. Results are due the following day, Saturday.",
        "The swimmer entered the water at 4am on Saturday. She walked ashore at 10am on Monday, 30 hours later.",
        "The 72-hour truce began at noon on Friday. It expires at noon on Tuesday.",
        "The tank holds 500 litres, or 1,100 US gallons, of milk.",
        "The bridge is 2.4km (2.5 miles) long.",
        "The storm dropped 8 inches of rain, or 302mm, in a night.",
        "The baby weighed 7lb 4oz (3.9kg).",
        "The cheese weighs 40 kilograms. That is 188 pounds, as much as the man who made it.",
    ],
)
def test_what_does_not_fit_is_told(text: str) -> None:
    assert len(check_text(text).findings) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The museum opened in 1962 and closed in 2001. Its last director, Ida Ash, had held the job for 29 years.",
        "The pub opened in 1902 and burned down in 1999. It had been in the Ash family for 87 years.",
        (
            "The theatre opened in 1950. A fire closed it in 1985, but by then the company had lasted "
            "25 years without a grant."
        ),
        "The war began in 1914. Peace came in 1918. It took 24 years for the town to recover.",
        "He came to power in 1999. He lost the election of 2019. In his 30 years in politics he never smiled.",
        "She joined in 1990 and left in 2012. It was her 32 years of training that told.",
        "The trial opened on 3 March and ended on 24 March. It lasted 16 days, since the court did not sit on Mondays.",
        (
            "The trial opened on 3 March. It was adjourned on 14 March after the judge fell ill, and "
            "it lasted 21 days in all."
        ),
        "The school opened in 1880 and closed in 1970. It stood empty for 30 years.",
        "The exhibition runs from 3 March until 24 March. It took 31 days to hang.",
        "The march began at 10am and ended at 1pm. It took two hours to clear the square.",
        "The play starts at 7.30pm and ends at 10pm. It lasts two hours without the interval.",
        "The bus leaves at 9am and arrives at 5pm. It takes seven hours with a stop for lunch.",
        "The party was founded in 1921. It came to power in 1949, and it has ruled for 72 years.",
        "Moe was elected in 2004. He resigned in 2019. His 25 years on the council had made him rich.",
        (
            "The runner left the harbour at 5am on Friday. A rival finished at 5pm on Monday, after 60 "
            "hours of sleep in all his life."
        ),
        "The ship left on 3 June and arrived on 24 June. The voyage took 21 days, and the next lasted 31 days.",
        "The strike began on Tuesday. It was to last 48 hours, but it ended on Friday when the talks failed.",
        "The strike began on Tuesday and was to last two days. On Friday it was over.",
        "The four-day week begins on Monday and ends on Friday, as ever.",
        "Police said on Tuesday that he died on Saturday. He was buried the next day, Sunday.",
        "She was hurt on Monday. The club said the next day, Thursday being a holiday, that she would miss the race.",
        "Ana, 45, joined the bank at 25. Luis has worked there for 30 years.",
        "Ana Lund, 45, joined the bank at 25. Her 30 years with the union are another matter.",
        "Ana Lund, 45, has two sons, aged 20 and 23. They are 25 years younger than she is.",
        "He is 38. His wife, 45, is four years older than his sister.",
        "He was 24 when he married in 1998. He was 47 when the book came out in 2021. She left him in 2005, aged 29.",
        "The vault weighs 40 tonnes. That is 88,000 pounds of steel, or 3 elephants a side.",
        "It rained 8 inches. That is 20 centimetres more than in May.",
        "It takes 12 litres of milk a day. That is half a litre an hour.",
        "The runway is 3km long. That is 2 miles short of what a jumbo needs.",
        "At 1.96m, 6ft 5in, he is the tallest. At 1.83m (6ft) his brother is small.",
        "She ran 10km, or 6 miles, and swam 2km, or a mile and a quarter.",
        "The deal is worth £1.96m (6ft of paper, he joked).",
        "Petrol costs 1.96m (11st of coins) a year.",
        "The path is 5 miles long, which is 3 kilometres from the sea at its nearest.",
        "It was founded in 1912. Its 100th anniversary was kept in 2013, a year late.",
        "The 1st, 2nd and 3rd; the 101st and the 10st man.",
        "Opened in 1974, the pool was shut from 1990 to 1999. It closed for good in 2009 after 25 years in use.",
        "The ferry sails at noon and docks at midnight. It takes ten hours when the wind is fair.",
        "The clinic opens at 10 and shuts at 4. Nurses work for eight hours.",
        "Mr Roe was jailed in January 2014 and freed in July 2015. He had served half of his three years in prison.",
        "She was sentenced to ten years in 2004 and released in 2011 after six and a half years in jail.",
    ],
)
def test_what_may_be_of_something_else_is_left_alone(text: str) -> None:
    assert check_text(text).findings == ()


def test_a_text_without_a_number_has_its_weekdays_judged() -> None:
    (finding,) = check_text("She was hurt on Monday and freed the next day, Friday.").findings
    assert finding.message == "counted from Monday, it is a Tuesday, not a Friday"
