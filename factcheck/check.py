"""A text checked from end to end."""

from __future__ import annotations

import datetime as dt
from typing import Any

from factcheck.config import Config
from factcheck.documents.model import Document
from factcheck.documents.text import parse_text
from factcheck.findings.model import Report, Summary
from factcheck.quantities.model import Quantity

__all__ = ["check_document", "check_text", "numbers_of", "rule_table"]


def check_text(
    text: str, *, format: str = "txt", as_of: dt.date | None = None, config: Config | None = None, path: str = "<text>"
) -> Report:
    """The report on one text."""
    return check_document(parse_text(path, text), as_of=as_of, config=config)


def check_document(document: Document, *, as_of: dt.date | None = None, config: Config | None = None) -> Report:
    """The report on one document."""
    return Report(summary=Summary(files=1), texts={document.path: document.text})


def numbers_of(document: Document) -> list[Quantity]:
    """Every number of the document, in its order."""
    from factcheck.quantities.reader import read_tokens

    found = []
    for block in document.blocks:
        for sentence in block.sentences:
            text = block.text[sentence.start - block.start : sentence.end - block.start]
            found += [token.quantity for token in read_tokens(text, sentence.start) if token.quantity is not None]
    return found


def rule_table() -> list[Any]:
    """Every rule."""
    from factcheck.relations.rules import load_rules

    return list(load_rules().values())
