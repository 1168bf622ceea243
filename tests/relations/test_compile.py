"""Rule files: what is refused, with file and line, and what the compiled table holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.relations.compile import compile_folder, compile_rules
from factcheck.relations.equation import frozen, occurrences, parse_equation
from factcheck.relations.rules import RuleError
from factcheck.relations.solve import solutions_of

RULE = """summary = "Boats times seats is crew."
why = "Each boat has as many seats."
kind = "equation"
bind = "statement"
equation = "crew = boats * seats"
claim = "crew"
message = "{boats} boats of {seats} carry {computed.crew}, not {crew}"
good = ["a", "b", "c"]
bad = ["a\\n^", "b\\n^", "c\\n^"]

[roles]
crew = "fleet.crew"
boats = "fleet.boats"
seats = "fleet.seats"
"""


def write(folder: Path, text: str, name: str = "crew-size") -> Path:
    path = folder / "boats" / f"{name}.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_record_holds_the_file_and_the_solved_equation(tmp_path: Path) -> None:
    write(tmp_path, RULE)
    record = compile_folder(str(tmp_path))["rules"]["crew-size"]
    assert record["group"] == "boats"
    assert record["severity"] == "error"
    assert record["extra"] == {"bind": "statement"}
    assert record["relation"] == ("=", ("role", "crew"), ("*", ("role", "boats"), ("role", "seats")))
    assert record["solutions"]["boats"] == ("/", ("role", "crew"), ("role", "seats"))
    assert record["bad"] == ["a\n^", "b\n^", "c\n^"]


def test_options_and_wordings_go_to_the_binder(tmp_path: Path) -> None:
    write(tmp_path, RULE + '\n[messages]\nfew = "{crew} are few"\n\n[options]\nstatement = "fleet"\nclosed = true\n')
    record = compile_folder(str(tmp_path))["rules"]["crew-size"]
    extra = {"bind": "statement", "message-few": "{crew} are few", "statement": "fleet", "closed": True}
    assert record["extra"] == extra


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('kind = "equation"', 'kind = "equasion"', 3, "unknown kind 'equasion'"),
        ('bind = "statement"', 'binder = "statement"', 4, "unknown key 'binder'"),
        ('bind = "statement"\n', "", 1, "the key 'bind' is missing"),
        ('claim = "crew"', 'claim = "sails"', 6, "the claim 'sails' is no role"),
        ("{computed.crew}", "{computed.sails}", 7, "{computed.sails} is neither a role nor computed.ROLE"),
        ("{seats}", "{seat}", 7, "{seat} is neither a role nor computed.ROLE"),
        ("boats * seats", "boats * sails", 5, "'sails' stands in the equation and is no role"),
        ("boats * seats", "boats * ", 5, "a role, a number or '(' expected"),
        ("crew = boats", "crew <= boats", 5, "'<=' in a rule of kind 'equation'"),
        ('good = ["a", "b", "c"]', 'good = ["a", "b"]', 8, "at least 3 good examples, not 2"),
        ('"c\\n^"]', '"c"]', 9, "no carets mark the claim of this bad example: c"),
        ('why = "Each', 'why = 3 # "Each', 2, "'why' must be a string"),
        ('crew = "fleet.crew"', "crew = 1", 11, "'roles' must be a table of strings"),
        ('claim = "crew"', "claim = crew", 6, "Invalid value"),
        ('claim = "crew"', 'claim = "crew"\nseverity = "fatal"', 7, "unknown severity 'fatal'"),
    ],
)
def test_a_broken_file_is_refused_at_its_line(tmp_path: Path, old: str, new: str, line: int, message: str) -> None:
    assert old in RULE
    path = write(tmp_path, RULE.replace(old, new, 1))
    with pytest.raises(RuleError) as caught:
        compile_folder(str(tmp_path))
    assert (caught.value.path, caught.value.line) == (str(path), line)
    assert caught.value.message.startswith(message)
    assert str(caught.value).startswith(f"{path}:{line}: {message}")


def test_an_error_quotes_the_line(tmp_path: Path) -> None:
    write(tmp_path, RULE.replace('claim = "crew"', 'claim = "sails"'))
    with pytest.raises(RuleError, match=r'the claim \'sails\' is no role\n    claim = "sails"$'):
        compile_folder(str(tmp_path))


def test_a_kind_with_an_equation_needs_one(tmp_path: Path) -> None:
    write(tmp_path, RULE.replace('equation = "crew = boats * seats"\n', ""))
    with pytest.raises(RuleError, match="a rule of kind 'equation' needs an equation"):
        compile_folder(str(tmp_path))


@pytest.mark.parametrize(
    ("equation", "message"),
    [
        ("crew = boats + seats", "amount and seat cannot be added"),
        ("crew = boats * seats", "amount and amount * seat cannot be compared"),
        ("crew = 1 + boats / crew", "amount and a pure number cannot be compared"),
    ],
)
def test_dimensions_must_agree(tmp_path: Path, equation: str, message: str) -> None:
    text = RULE.replace("crew = boats * seats", equation)
    write(tmp_path, text + '\n[dimensions]\ncrew = "amount"\nboats = "amount"\nseats = "seat"\n')
    with pytest.raises(RuleError) as caught:
        compile_folder(str(tmp_path))
    assert (caught.value.line, caught.value.message.splitlines()[0]) == (5, message)


def test_a_percentage_is_a_pure_number(tmp_path: Path) -> None:
    text = RULE.replace('seats = "fleet.seats"', 'seats = "fleet.percent"')
    write(tmp_path, text + '\n[dimensions]\ncrew = "amount"\nboats = "amount"\n')
    assert "crew-size" in compile_folder(str(tmp_path))["rules"]


def test_a_name_is_lower_case_with_hyphens(tmp_path: Path) -> None:
    write(tmp_path, RULE, name="Crew_Size")
    with pytest.raises(RuleError, match="a rule is named in lower case with hyphens, not 'Crew_Size'"):
        compile_folder(str(tmp_path))


def test_two_rules_of_one_name_are_refused(tmp_path: Path) -> None:
    write(tmp_path, RULE)
    other = tmp_path / "ships" / "crew-size.toml"
    other.parent.mkdir()
    other.write_text(RULE, encoding="utf-8")
    with pytest.raises(RuleError, match="another rule is already named 'crew-size'"):
        compile_folder(str(tmp_path))


@pytest.mark.parametrize(
    ("equation", "role", "solution"),
    [
        ("after = before * (1 + change)", "change", "after / before - 1"),
        ("after = before * (1 + change)", "before", "after / (change + 1)"),
        ("change = (after - before) / before", "change", "after / before - 1"),
        ("after - amount = amount / percent", "percent", "1 / (after / amount - 1)"),
        ("after - amount = amount / percent", "amount", "after / (1 + 1 / percent)"),
        ("after - amount = amount / percent", "after", "amount * (1 + 1 / percent)"),
        ("rest = whole - sum(parts)", "whole", "sum(parts) + rest"),
    ],
)
def test_a_solution_names_each_role_once(equation: str, role: str, solution: str) -> None:
    _, solutions = solutions_of(parse_equation(equation))
    assert solutions[role] == parse_equation(f"{role} = {solution}")[2]
    assert set(occurrences(solutions[role]).values()) == {1}


def test_a_list_is_solved_for_its_sum() -> None:
    _, solutions = solutions_of(parse_equation("rest = whole - sum(parts)"))
    assert solutions["parts"] == parse_equation("x = whole - rest")[2]


def test_the_relation_takes_the_form_in_which_each_role_stands_once() -> None:
    relation, _ = solutions_of(parse_equation("change = (after - before) / before"))
    assert set(occurrences(relation).values()) == {1}


def test_the_relation_stays_as_written_where_that_is_good_enough() -> None:
    written = parse_equation("part = whole * share")
    assert solutions_of(written)[0] == written


def test_an_order_has_no_solutions() -> None:
    order = parse_equation("min(parts) <= overall <= max(parts)")
    assert solutions_of(order) == (order, {})


def test_every_relation_of_the_rules_names_each_role_once() -> None:
    """Evaluation is then exact: no rule hides an error behind a wide interval."""
    for name, record in compile_rules()["rules"].items():
        if record["kind"] == "order" or not record["relation"]:
            continue
        for tree in (record["relation"], *record["solutions"].values()):
            assert set(occurrences(tree).values()) <= {1}, name


def test_the_table_is_json() -> None:
    table = compile_rules()
    back = json.loads(json.dumps(table))
    for name, record in table["rules"].items():
        assert frozen(back["rules"][name]["relation"]) == record["relation"]
