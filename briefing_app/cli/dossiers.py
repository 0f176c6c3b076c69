"""Commands on a dossier as a file: making one, checking it, copying it."""

from pathlib import Path

import click

from briefing_app import paths
from briefing_app.cli.arguments import DOSSIER, PATH
from briefing_app.language import _


@click.command(help=_("Make an empty dossier, or one of another's export as JSON."))
@DOSSIER
@click.option("--title", help=_("What the dossier is called; by default the file's name."))
@click.option(
    "--from", "source", type=PATH, metavar="FILE.json", help=_("The export to make it of.")
)
def new(dossier: Path, title: str | None, source: Path | None) -> None:
    from briefing_app.operations.dossiers import new_dossier  # noqa: PLC0415
    from briefing_app.operations.restoring import new_from  # noqa: PLC0415

    if source is None:
        new_dossier(dossier, title=title or dossier.stem)
    else:
        new_from(dossier, source, title=title or "")
    click.echo(str(dossier))


@click.command(help=_("Make the example dossier anew; an older one is kept among its backups."))
@click.argument("dossier", required=False, type=PATH)
def example(dossier: Path | None) -> None:
    from briefing_app.operations.example import make_example  # noqa: PLC0415

    path = dossier or paths.example_dossier()
    make_example(path)
    click.echo(str(path))


@click.command(
    help=_(
        "Check the database, every quote and every document; exit status 1 where something is wrong."
    )
)
@DOSSIER
def check(dossier: Path) -> None:
    from briefing_app.operations.checking import check as problems  # noqa: PLC0415
    from briefing_app.store import open_store  # noqa: PLC0415

    with open_store(dossier) as store:
        wrong = problems(store)
    for sentence in wrong:
        click.echo(sentence)
    if wrong:
        click.get_current_context().exit(1)
    click.echo(_("The dossier is sound: every quote is the text at its place."))


@click.command(help=_("Copy a dossier as it stands into a new file."))
@DOSSIER
@click.argument("out", type=PATH)
def backup(dossier: Path, out: Path) -> None:
    from briefing_app.operations.dossiers import backup as copy  # noqa: PLC0415
    from briefing_app.store import open_store  # noqa: PLC0415
    from briefing_app.store.errors import AlreadyThereError  # noqa: PLC0415

    if out.exists():
        raise AlreadyThereError(out)
    with open_store(dossier) as store:
        copy(store, out)
    click.echo(str(out))
