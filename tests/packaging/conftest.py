from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest

import factcheck

ROOT = Path(factcheck.__file__).parent.parent


@dataclass(frozen=True)
class Dist:
    wheel: Path
    sdist: Path


@dataclass(frozen=True)
class Installation:
    """A Python with factcheck installed, run away from the checkout and with a cache of its own."""

    python: Path
    elsewhere: Path

    @property
    def cache(self) -> Path:
        return self.elsewhere / "cache"

    def run(self, *args: str) -> str:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        environment |= {"XDG_CACHE_HOME": str(self.cache), "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run(
            [self.python, *args],
            cwd=self.elsewhere,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Dist:
    """The sdist, and the wheel built from it."""
    if find_spec("build") is None or find_spec("hatchling") is None:
        pytest.skip("build and hatchling are not installed: pip install -e '.[dev]'")
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", out, ROOT]
    done = subprocess.run(command, cwd=out, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = out.glob("*.whl")
    (sdist,) = out.glob("*.tar.gz")
    return Dist(wheel, sdist)


@pytest.fixture(scope="session")
def install(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Installation]:
    """Installs into a new environment that borrows the dependencies of this one, so that nothing is downloaded."""

    def make(*what: str | Path) -> Installation:
        home = tmp_path_factory.mktemp("install")
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", home / "venv"], check=True)
        python = home / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        _borrow(python, Path(sysconfig.get_path("purelib")))
        options = ["--quiet", "--no-deps", "--no-index", "--no-build-isolation"]
        command = [sys.executable, "-m", "pip", "--python", python, "install", *options, *what]
        done = subprocess.run(command, cwd=home, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        elsewhere = home / "elsewhere"
        elsewhere.mkdir()
        return Installation(python, elsewhere)

    return make


def _borrow(python: Path, packages: Path) -> None:
    """Put our packages last on the path of `python`; the links of editable installs among them are not followed."""
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    home = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    (Path(home) / "borrowed.pth").write_text(f"{packages}\n", encoding="utf-8")
