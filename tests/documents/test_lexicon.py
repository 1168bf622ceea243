from __future__ import annotations

from factcheck._paths import compiled_dir
from factcheck._tables import compiled_text, digest_of, source_files
from factcheck.documents.lexicon import compile_documents, lexicon


def test_words_are_in_the_case_in_which_they_are_looked_up() -> None:
    words = lexicon()
    assert all(word.istitle() or word == "I" for word in words.openers)
    for name in set(type(words).__slots__) - {"openers", "months"}:
        assert all(word == word.lower() and not word.endswith(".") for word in getattr(words, name)), name


def test_an_abbreviation_has_one_use() -> None:
    words = lexicon()
    lists = [words.never_end, words.before_number, words.may_end, words.titles, words.may_end_with_capital]
    assert sum(map(len, lists)) == len(frozenset().union(*lists))


def test_months() -> None:
    months = lexicon().months
    assert (months["january"], months["sept"], months["dec"]) == (1, 9, 12)
    assert set(months.values()) == set(range(1, 13))


def test_the_committed_table_is_current() -> None:
    table = {**compile_documents(), "digest": digest_of(source_files("grammar/en/documents"))}
    with open(f"{compiled_dir()}/documents.json", encoding="utf-8") as file:
        assert file.read() == compiled_text(table)
