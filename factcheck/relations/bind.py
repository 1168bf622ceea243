"""Every rule bound to every place of a document that it fits, and judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from factcheck.facts.model import Reading
from factcheck.relations.changes.bind_change import bind_derived_base, bind_direction, bind_percent_for_points
from factcheck.relations.changes.bind_gap import bind_gap
from factcheck.relations.changes.bind_resumed_direction import bind_resumed_direction
from factcheck.relations.changes.bind_statement import bind_statement
from factcheck.relations.conversions.bind_amount import bind_amount
from factcheck.relations.conversions.bind_conversion import bind_conversion
from factcheck.relations.conversions.bind_currency import bind_currency
from factcheck.relations.conversions.bind_scale import bind_scale
from factcheck.relations.conversions.bind_told_rate import bind_told_rate
from factcheck.relations.dates.bind_age import bind_age, bind_anniversary
from factcheck.relations.dates.bind_age_gap import bind_age_gap
from factcheck.relations.dates.bind_calendar import bind_impossible_date, bind_weekday
from factcheck.relations.dates.bind_days_between import bind_days_between
from factcheck.relations.dates.bind_duration import bind_duration, bind_year_order
from factcheck.relations.dates.bind_far_year import bind_implausible_year
from factcheck.relations.dates.bind_recurrence import bind_recurrence
from factcheck.relations.dates.bind_span import bind_span
from factcheck.relations.dates.bind_two_ages import bind_two_ages
from factcheck.relations.dates.bind_weekdays import bind_weekdays
from factcheck.relations.leads.bind_lead import bind_lead
from factcheck.relations.model import Constraint, Evaluated
from factcheck.relations.multiples.bind_multiple import bind_multiple
from factcheck.relations.order.bind_compared import bind_comparatives
from factcheck.relations.order.bind_extreme import bind_extremes
from factcheck.relations.order.bind_range import bind_range
from factcheck.relations.order.bind_rank import bind_followed, bind_superlatives
from factcheck.relations.rates.bind_mean import bind_mean
from factcheck.relations.rates.bind_per_share import bind_per_share
from factcheck.relations.rates.bind_product import bind_product
from factcheck.relations.rates.bind_rate import bind_rate_per_base, bind_rate_total
from factcheck.relations.rates.bind_rate_period import bind_rate_period
from factcheck.relations.rates.bind_rate_product import bind_rate_product
from factcheck.relations.retold.bind_restated import bind_restated
from factcheck.relations.rules import Rule
from factcheck.relations.shares.bind_all_shares import bind_shares_total
from factcheck.relations.shares.bind_fraction import bind_fraction
from factcheck.relations.shares.bind_kit import bind_turnout
from factcheck.relations.shares.bind_one_in_n import bind_one_in_n
from factcheck.relations.shares.bind_remaining_share import bind_remaining_share
from factcheck.relations.shares.bind_share import bind_share
from factcheck.relations.shares.bind_subgroups import bind_subgroups
from factcheck.relations.totals.bind_balance import bind_balance
from factcheck.relations.totals.bind_count import bind_count
from factcheck.relations.totals.bind_grid import bind_common_whole, bind_cross_total, bind_line_shares
from factcheck.relations.totals.bind_part import bind_part
from factcheck.relations.totals.bind_parts import bind_parts
from factcheck.relations.totals.bind_rest import bind_remainder

__all__ = ["Failure", "evaluate", "evaluate_rules"]

Bound = Iterator[Constraint] | Iterator[Evaluated]
BINDERS: Mapping[str, Callable[[Rule, Reading], Bound]] = {
    "statement": bind_statement,
    "derived-base": bind_derived_base,
    "direction": bind_direction,
    "percent-for-points": bind_percent_for_points,
    "resumed-direction": bind_resumed_direction,
    "points-gap": bind_gap,
    "share-of-whole": bind_share,
    "fraction": bind_fraction,
    "one-in-n": bind_one_in_n,
    "share-of-sum": bind_line_shares,
    "common-whole": bind_common_whole,
    "shares-total": bind_shares_total,
    "cross-total": bind_cross_total,
    "part-above-whole": bind_part,
    "parts-total": bind_parts,
    "remainder": bind_remainder,
    "remaining-share": bind_remaining_share,
    "turnout": bind_turnout,
    "winning-margin": bind_lead,
    "subgroup-range": bind_subgroups,
    "list-count": bind_count,
    "weekday-date": bind_weekday,
    "weekdays-apart": bind_weekdays,
    "days-between": bind_days_between,
    "impossible-date": bind_impossible_date,
    "implausible-year": bind_implausible_year,
    "duration": bind_duration,
    "year-order": bind_year_order,
    "span": bind_span,
    "age": bind_age,
    "age-gap": bind_age_gap,
    "two-ages": bind_two_ages,
    "recurrence": bind_recurrence,
    "anniversary": bind_anniversary,
    "restated-value": bind_restated,
    "balance": bind_balance,
    "amount": bind_amount,
    "product": bind_product,
    "per-share": bind_per_share,
    "rate-total": bind_rate_total,
    "rate-per-base": bind_rate_per_base,
    "rate-product": bind_rate_product,
    "rate-period": bind_rate_period,
    "mean": bind_mean,
    "multiple": bind_multiple,
    "conversion": bind_conversion,
    "currency": bind_currency,
    "told-rate": bind_told_rate,
    "range-order": bind_range,
    "scale": bind_scale,
    "superlatives": bind_superlatives,
    "followed-by": bind_followed,
    "comparatives": bind_comparatives,
    "extremes": bind_extremes,
}
Failure = tuple[str, str]  # rule, message


def evaluate_rules(rules: Iterable[Rule], reading: Reading) -> tuple[list[Evaluated], list[Failure]]:
    """Every constraint of every rule, judged; and the rules that crashed, the others going on."""
    found: list[Evaluated] = []
    failures: list[Failure] = []
    for rule in rules:
        try:
            bound = BINDERS[rule.bind](rule, reading)
            found.extend([one if isinstance(one, Evaluated) else evaluate(one) for one in bound])
        except Exception as error:  # a rule must not take the others with it
            failures.append((rule.name, f"{type(error).__name__}: {error}"))
    return found, failures


def evaluate(constraint: Constraint) -> Evaluated:
    """A constraint of a rule with an equation, judged."""
    judgement = constraint.judged()
    return Evaluated(constraint, judgement.verdict, judgement.bits, judgement)
