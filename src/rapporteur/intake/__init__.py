"""Anything in → Article or Rejected(reason): raw scraped text, HTML, feeds, WARC, JSONL, web addresses."""

from rapporteur.intake.clean_text import read_clean_text
from rapporteur.intake.html import read_html
from rapporteur.intake.limits import LIMITS, Limits, Setting, settings
from rapporteur.intake.raw import read_raw_text
from rapporteur.intake.sources import files_below, read_sources, read_stream

__all__ = [
    "LIMITS",
    "Limits",
    "Setting",
    "files_below",
    "read_clean_text",
    "read_html",
    "read_raw_text",
    "read_sources",
    "read_stream",
    "settings",
]
