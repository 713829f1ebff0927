"""What docs/readers shows is run as it stands there: each page from its first block to its last, in one session."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import REPOSITORY

PAGES = sorted((REPOSITORY / "docs" / "readers").glob("*.md"))
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RUN = {"python", "sh", "sql"}
SHOWN = {"powerquery", "text"}  # for tools that are not here, and for what is printed


def blocks(page):
    return BLOCK.findall(page.read_text())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page(page, home):
    script = "".join(python(language, code, page) for language, code in blocks(page))
    (home / "page.py").write_text(PRELUDE + script)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        [sys.executable, "page.py"], cwd=home, env=os.environ | {"PATH": path}, capture_output=True, text=True, timeout=600
    )
    assert ran.returncode == 0, f"{page.name} does not run:\n{ran.stdout[-2000:]}\n{ran.stderr[-4000:]}"


def test_every_block_is_run_or_known_to_be_shown_only():
    languages = {language for page in PAGES for language, _ in blocks(page)}
    assert languages <= RUN | SHOWN
    assert RUN <= languages


def test_recipe_for_file_systems_without_links(tmp_path, release):
    """README.md finds the release also where `current` is a file that holds its name."""
    curated = tmp_path / "warehouse" / "demo" / "curated"
    curated.mkdir(parents=True)
    (curated / release.name).symlink_to(release)
    (curated / "current").write_text(release.name + "\n")
    first = next(code for language, code in blocks(REPOSITORY / "docs" / "readers" / "README.md") if language == "python")
    ran = subprocess.run([sys.executable, "-c", first], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stderr
    assert release.name in ran.stdout


PRELUDE = '''import subprocess

def sh(code):
    subprocess.run(["sh", "-euc", code], check=True)

def sql(code):
    import duckdb
    with duckdb.connect() as connection:
        connection.execute(open("warehouse/demo/curated/duckdb.sql").read())
        assert connection.execute(code).fetchall(), "no rows came back"

'''


def python(language, code, page):
    """A block as a part of the page's script."""
    if language == "python":
        return code + "\n"
    return f"{language}({code!r})\n" if language in RUN else ""
