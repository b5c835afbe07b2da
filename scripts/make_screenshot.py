"""Make the picture of the README from a running dashboard: `python scripts/make_screenshot.py [ADDRESS]`."""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

TARGET = Path(__file__).parents[1] / "docs" / "overview.png"
VIEW = "?round=2018-01&as_of=2018-01-25"


def main(address: str = "http://localhost:8501") -> None:
    """Open the view, wait until the live page and its map stand, and write the picture."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 1000}, color_scheme="light")
        page.goto(f"{address}/{VIEW}")
        page.wait_for_selector("#snapshot", state="detached")
        page.wait_for_selector(".st-key-map .js-plotly-plot .scatterlayer")
        TARGET.parent.mkdir(exist_ok=True)
        page.screenshot(path=TARGET)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
