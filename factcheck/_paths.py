"""Where the data folders lie: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

import os

__all__ = ["compiled_dir", "data_dir"]

_PACKAGE = os.path.dirname(os.path.abspath(__file__))


def data_dir(name: str) -> str:
    """The absolute path of the data folder `name` ("grammar" or "rules").

    Raises FileNotFoundError with the missing path where the installation is incomplete.
    """
    packed = os.path.join(_PACKAGE, "_data", name)  # a wheel
    if os.path.isdir(packed):
        return packed
    live = os.path.join(os.path.dirname(_PACKAGE), name)  # a checkout or an editable install
    if os.path.isdir(live):
        return live
    raise FileNotFoundError(f"factcheck: the data folder {name!r} is missing from this installation ({packed})")


def compiled_dir() -> str:
    """The absolute path of the folder of compiled tables."""
    return os.path.join(_PACKAGE, "_compiled")
