"""The HTML report as a browser shows it."""

import html
import json
import re
import shutil
import subprocess

import pytest
from test_html import PAYLOADS, everywhere

from rapporteur.exchange.html import to_html
from rapporteur.record import Rejected

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium here; install it to see the report in a browser")

QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars",
)  # fmt: skip

MEASURE = """<script>
onload = () => document.title = JSON.stringify([...document.querySelectorAll("iframe")].map(frame => {
  const root = frame.contentDocument.documentElement, body = frame.contentDocument.body;
  return {width: frame.clientWidth, scrolled: root.scrollWidth, styled: frame.contentWindow.getComputedStyle(body).maxWidth};
}));
</script>"""


def rendered(page: str, folder) -> str:
    """The document after the browser has loaded it and run whatever it would run."""
    path = folder / "page.html"
    path.write_text(page, encoding="utf-8")
    command = [CHROMIUM, *QUIET, f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=3000", "--dump-dom", path.as_uri()]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout


@pytest.mark.parametrize("policy", ["with its policy", "without its policy"])
def test_no_script_in_any_field_is_run(specimen, tmp_path, policy):
    executing = [payload.replace("alert(1)", "document.title='executed'") for payload in PAYLOADS]
    assert all("executed" in payload for payload in executing)
    page = "".join(to_html([*(everywhere(specimen, p) for p in executing), *(Rejected(p, "error", p) for p in executing)]))
    if policy == "without its policy":
        page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    assert "<title>The record of 10 articles</title>" in rendered(page, tmp_path)


def test_nothing_overflows_from_a_phone_to_a_wide_screen_and_the_style_applies(specimen, tmp_path):
    unbroken = everywhere(specimen, "https://courier.example/" + "averylongpath" * 20)
    report = html.escape("".join(to_html([specimen, unbroken, Rejected("x" * 200, "empty", "y" * 200)])))
    frames = [f'<iframe style="width:{width}px;height:900px;border:0" srcdoc="{report}"></iframe>' for width in (360, 800, 1440)]
    title = re.search("<title>(.*?)</title>", rendered(f"<!doctype html><title></title>{''.join(frames)}{MEASURE}", tmp_path))
    for frame in json.loads(html.unescape(title[1])):
        assert frame["scrolled"] <= frame["width"]
        assert frame["styled"] != "none"
