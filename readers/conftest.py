"""The release under test: that of the warehouse which LINKAGE_WAREHOUSE names."""

import json
import os
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def warehouse():
    named = os.environ.get("LINKAGE_WAREHOUSE")
    if not named:
        pytest.exit("LINKAGE_WAREHOUSE names no warehouse. Run readers/test.sh, which makes one.", returncode=2)
    return Path(named)


@pytest.fixture(scope="session")
def release(warehouse):
    return (warehouse / "curated" / "current").resolve()


@pytest.fixture(scope="session")
def manifest(release):
    return json.loads((release / "manifest.json").read_text())


@pytest.fixture
def home(tmp_path, warehouse):
    """A folder in which the recipes find what they name: warehouse/demo and ./linkage."""
    (tmp_path / "warehouse").mkdir()
    (tmp_path / "warehouse" / "demo").symlink_to(warehouse)
    launcher = tmp_path / "linkage"
    launcher.write_text(f'#!/bin/sh\nexec "{REPOSITORY}/linkage" "$@"\n')
    launcher.chmod(0o755)
    return tmp_path
