"""The board's page, opened in a browser from a file: nothing leaves it, nothing goes wrong, each figure is drawn."""

import re
import subprocess
import time

import pytest
from playwright.sync_api import sync_playwright

import browser as chromium
from conftest import REPOSITORY

LANGUAGES = ["en", "nl"]
WIDTHS = [1280, 390]
MOST_BYTES = 3_000_000
MOST_SECONDS = 15
PALETTE = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"]
DRAWN = """(boxes, palette) => boxes.map(box => {
    const image = box.querySelector('svg'), size = image ? image.getBoundingClientRect() : { width: 0, height: 0 };
    const coloured = path => ['fill', 'stroke'].some(kind => palette.includes(path.getAttribute(kind)));
    const marks = image ? [...image.querySelectorAll('path')].filter(path => path.getBBox().width > 0 && coloured(path)).length : 0;
    return { id: box.id, name: box.getAttribute('aria-label'), width: size.width, height: size.height, marks };
})"""


@pytest.fixture(scope="session")
def made(warehouse, tmp_path_factory):
    """Each language's file, and the seconds that making it took."""
    folder, files = tmp_path_factory.mktemp("report"), {}
    for language in LANGUAGES:
        file, start = folder / f"{language}.html", time.monotonic()
        subprocess.run(
            [REPOSITORY / "linkage", "report", "--warehouse", warehouse, "--language", language, "--out", file],
            check=True,
            timeout=600,
        )
        files[language] = file, time.monotonic() - start
    return files


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        opened = chromium.launch(playwright)
        yield opened
        opened.close()


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture
def opened(browser, made, language):
    """Opens the page at a width; what it asked for and what went wrong stand in its lists."""

    def at(width):
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.asked, page.faults = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.faults.append(message.text))
        page.on("pageerror", lambda fault: page.faults.append(str(fault)))
        page.goto(made[language][0].as_uri())
        pages.append(page)
        return page

    pages = []
    yield at
    for page in pages:
        page.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_no_request_leaves_the_page_and_nothing_goes_wrong(opened, width):
    page = opened(width)
    assert page.asked == [page.url]
    assert page.faults == []


@pytest.mark.parametrize("width", WIDTHS)
def test_each_figure_is_drawn_within_the_page(opened, width):
    page = opened(width)
    figures = page.eval_on_selector_all(".plot", DRAWN, PALETTE)
    assert len(figures) >= 8
    for figure in figures:
        assert figure["name"], figure
        assert 200 <= figure["width"] <= width and figure["height"] >= 100 and figure["marks"] >= 2, figure
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_table_stands_behind_each_figure(opened):
    page = opened(1280)
    for figure in page.query_selector_all("figure:has(.plot)"):
        assert len(figure.query_selector_all("details tbody tr")) >= 1, figure.inner_text()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.eval_on_selector_all("details:not([open])", "all => all.length") == 0, "paper shows every table"


def test_the_page_is_told_in_its_language_without_a_gap(opened, language):
    page = opened(1280)
    assert page.get_attribute("html", "lang") == language
    text = page.inner_text("body")
    assert {"en": "What to do", "nl": "Wat te doen"}[language] in text
    assert not re.search(r"NaN|undefined|null|%s|\?\?", text)
    for question in page.query_selector_all(".board h3 + ul"):
        assert re.search(r"\d", question.inner_text()), "the board's sentences carry figures"
    headings = page.eval_on_selector_all("h1, h2, h3", "all => all.map(each => +each.tagName[1])")
    assert headings[0] == 1 and all(later - earlier <= 1 for earlier, later in zip(headings, headings[1:]))


def test_the_page_is_small_and_soon_made(made):
    assert max(file.stat().st_size for file, _ in made.values()) < MOST_BYTES
    assert min(seconds for _, seconds in made.values()) < MOST_SECONDS

