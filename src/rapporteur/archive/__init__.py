"""Records kept: Parquet parts named by a manifest, read through DuckDB; links and corrections beside them."""

from rapporteur.archive.manifest import ArchiveError
from rapporteur.archive.store import Archive, open_archive

__all__ = ["Archive", "ArchiveError", "open_archive"]
