"""Take the pictures of `view` for the documentation: ``python -m tools.view_pictures docs/images``.

They are taken of the page in Chromium (selenium and a chromedriver are needed), for a sample report. The one with pages
shows a PDF that Chromium prints of the sample, as if the sample had been imported from it.
"""

import base64
import io
import shutil
import subprocess
import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

REPORT, DOCUMENT = Path("report_sources", "harbour-ferries-2025"), "report-en.xhtml"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    "--no-first-run",
    "--force-color-profile=srgb",
)
COLOURS = 128  # of a picture: the file is a third as large as with all colours
DRAWN = 1.0  # seconds until all animations have ended

GAP = "document.querySelector('.view:not([hidden]) .index li[data-gap] a').click()"
FIRST_305 = "[...document.querySelectorAll('.index .code')].find(e => e.textContent === '305-1').closest('a').click()"
TYPED = (
    "const f = document.querySelector('.card:not([hidden]) .review'); f.querySelector('.reviewed').checked = true;"
    "f.querySelector('.note').value = 'Agrees with the data file.'; f.dispatchEvent(new Event('input'));"
)


class Shot(NamedTuple):
    """A picture: its name, its page, its size, whether it is dark, and the actions before."""

    name: str
    page: str
    width: int
    height: int
    dark: bool
    script: str


SHOTS = (
    Shot("view-light", "text", 1440, 860, False, GAP),
    Shot("view-phone", "text", 390, 780, True, GAP),
    Shot("view-pages", "pages", 1440, 860, False, FIRST_305),
    Shot("view-review", "review", 1440, 860, False, FIRST_305 + ";" + TYPED),
)


def take(folder: Path) -> None:
    """Take all pictures.

    Args:
        folder: the folder to write to.

    """
    from PIL import Image
    from selenium import webdriver

    with tempfile.TemporaryDirectory() as made:
        options = webdriver.ChromeOptions()
        for flag in (*FLAGS, f"--user-data-dir={made}/browser"):
            options.add_argument(flag)
        options.binary_location = shutil.which("chromium") or ""
        driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
        try:
            pages = _pages(driver, Path(made))
            for shot in SHOTS:
                _look(driver, pages[shot.page], shot)
                picture = Image.open(io.BytesIO(driver.get_screenshot_as_png())).convert("RGB")
                picture.quantize(COLOURS).save(folder / f"{shot.name}.png", optimize=True)
        finally:
            driver.quit()


def _pages(driver: Any, folder: Path) -> dict[str, Path]:
    driver.get((REPORT / DOCUMENT).resolve().as_uri())
    printed = base64.b64decode(driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"])
    imported = Path(shutil.copytree(REPORT, folder / REPORT.name))
    (imported / "report.pdf").write_bytes(printed)
    project = imported / "disclosure-index.toml"
    source = f'{{ name = "report.pdf", sha256 = "{sha256(printed).hexdigest()}", version = "0.2.0" }}'
    path = f'path = "{DOCUMENT}"'
    project.write_text(project.read_text("utf-8").replace(path, f"{path}\nsource = {source}"), "utf-8")
    pages = {name: folder / f"{name}.html" for name in ("text", "pages", "review")}
    _run("view", REPORT, "-o", pages["text"])
    _run("view", REPORT, "--review", "-o", pages["review"])
    _run("view", imported, "-o", pages["pages"])
    return pages


def _run(*arguments: object) -> None:
    subprocess.run([sys.executable, "-m", "disclosure_index", *map(str, arguments)], check=False)


def _look(driver: Any, page: Path, shot: Shot) -> None:
    size = {"width": shot.width, "height": shot.height, "deviceScaleFactor": 1, "mobile": shot.width < 500}
    theme = [{"name": "prefers-color-scheme", "value": "dark" if shot.dark else "light"}]
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": theme})
    driver.get(page.as_uri())
    driver.execute_script(shot.script)
    time.sleep(DRAWN)


if __name__ == "__main__":
    take(Path(sys.argv[1]))
