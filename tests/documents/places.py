"""Blocks held against the source that they were read from."""

from __future__ import annotations

from factcheck.documents.model import Document


def assert_in_place(document: Document, text: str) -> None:
    """Blocks stand one behind another, each a slice of the source with blanks for its marks."""
    past = 0
    for block in document.blocks:
        assert past <= block.start < block.end <= len(text)
        assert len(block.text) == block.end - block.start
        source = text[block.start : block.end]
        assert all(one == two or one == " " for one, two in zip(block.text, source, strict=True))
        past = block.end
