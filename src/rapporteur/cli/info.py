"""`rapporteur info`: what reads here, so that a record can be read again in the same way."""

from __future__ import annotations

import click

from rapporteur.cli.reader import the_reader


@click.command("info")
def command() -> int:
    """Say what reads here: version, hashes of model and knowledge, layers, settings and limits."""
    import msgspec

    from rapporteur.intake import LIMITS

    manifest = the_reader().manifest()
    _section("reads with", {"rapporteur": manifest.rapporteur, "model sha256": manifest.model, "knowledge sha256": manifest.knowledge})
    _section("layers", dict.fromkeys(manifest.layers, ""))
    _section("settings", manifest.settings)
    _section("limits", msgspec.to_builtins(LIMITS))
    return 0


def _section(title: str, rows: dict[str, object]) -> None:
    if not rows:
        return
    click.echo(title)
    width = max(map(len, rows))
    for name, value in rows.items():
        shown = "none" if value is None else f"{value:,}" if type(value) in (int, float) else value
        click.echo(f"  {name:<{width}}  {shown}".rstrip())
