"""Commands about the computer: what it keeps a document from, and what is done where it has no screen."""

from pathlib import Path

import click

from briefing_app import paths
from briefing_app.cli.arguments import JSON, PATH, print_json
from briefing_app.cli.reading import show
from briefing_app.language import _, tag


@click.command(help=_("Try what keeps a hostile document from doing harm on this computer."))
@JSON
def safety(as_json: bool) -> None:
    from briefing_app.safety import safety as tried  # noqa: PLC0415
    from briefing_app.safety import sentence  # noqa: PLC0415

    holds = tried()
    if as_json:
        print_json(holds)
        return
    click.echo(_("What reads a document is a process of its own. On this computer:"))
    for restraint, held in holds.items():
        click.echo(f"  {'✓' if held else '✗'} {sentence(restraint, holds=held)}")


@click.command(hidden=True, help=_("Do what can be done where there is no screen."))
@click.argument("dossier", required=False, type=PATH)
def without_screen(dossier: Path | None) -> None:
    click.echo(_("There is no screen here, so no window can be opened."), err=True)
    if dossier is not None:
        click.get_current_context().invoke(show, dossier=dossier, as_json=False)
        return
    from briefing_app.export import ExportOptions  # noqa: PLC0415
    from briefing_app.operations.example import make_example  # noqa: PLC0415
    from briefing_app.operations.exporting import export_briefing  # noqa: PLC0415
    from briefing_app.store import open_store  # noqa: PLC0415

    path = paths.example_dossier()
    if not path.exists():
        make_example(path)
    with open_store(path) as store:
        export_briefing(store, path.with_suffix(".pdf"), ExportOptions(language=tag()))
    click.echo(_("The example dossier: {path}").format(path=path))
    click.echo(_("Its briefing as PDF: {path}").format(path=path.with_suffix(".pdf")))
