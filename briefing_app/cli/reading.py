"""Commands that tell what a dossier holds: shown, searched, exported, as it was imported."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing_app.cli.arguments import DOSSIER, JSON, PATH, print_json, print_words
from briefing_app.cli.export_options import choice_of, export_options, look_of
from briefing_app.errors import BriefingError
from briefing_app.language import _, tag

if TYPE_CHECKING:
    from briefing_app.domain.search import Hit

_NARROWEST, _WIDEST = 80, 160  # columns: more of them make long lines hard to follow


@click.command(help=_("Print the matrix, the checklist and the evidence."))
@DOSSIER
@JSON
def show(dossier: Path, as_json: bool) -> None:
    from briefing_app.export import ExportOptions  # noqa: PLC0415
    from briefing_app.export.to_json import json_form  # noqa: PLC0415
    from briefing_app.export.words import words  # noqa: PLC0415
    from briefing_app.operations.assembling import assemble  # noqa: PLC0415
    from briefing_app.store import open_store  # noqa: PLC0415
    from briefing_app.terminal import shown  # noqa: PLC0415

    with open_store(dossier) as store:
        briefing = assemble(store)
        versions = {each.id: store.version(each.version) for each in briefing.documents}
    options = ExportOptions(language=tag())
    if as_json:
        click.echo(json_form(briefing, versions, options).decode(), nl=False)
    else:
        columns = shutil.get_terminal_size().columns
        fitting = max(_NARROWEST, min(columns, _WIDEST))
        print_words(shown(words(briefing, options), columns=fitting))


@click.command(help=_('Find the paragraphs that have all words of a query; "..." is a phrase.'))
@DOSSIER
@click.argument("query")
@JSON
def search(dossier: Path, query: str, as_json: bool) -> None:
    from briefing_app.operations.searching import search as find  # noqa: PLC0415
    from briefing_app.store import open_store  # noqa: PLC0415
    from briefing_app.terminal import visible  # noqa: PLC0415

    with open_store(dossier) as store:
        hits = find(store, query)
        titles = {document.id: document.title for document in store.documents()}
    if as_json:
        print_json([_hit_form(hit, titles[hit.document]) for hit in hits])
        return
    for hit in hits:
        parts = (click.style(visible(words), bold=match or None) for words, match in hit.snippet)
        print_words(f"{visible(titles[hit.document])} ¶{hit.paragraph}: {''.join(parts)}")
    if not hits:
        click.echo(_("Nothing was found."), err=True)


def _hit_form(hit: "Hit", title: str) -> dict[str, Any]:
    return {
        "document": hit.document,
        "title": title,
        "paragraph": hit.paragraph,
        "start": hit.span.start,
        "end": hit.span.end,
        "snippet": [{"words": words, "match": match} for words, match in hit.snippet],
    }


@click.command(
    help=_(
        "Write the briefing as OUT’s ending says: .pdf .html .docx .md .xlsx .csv .ics .jsonld .qdpx .qdc .json"
    )
)
@DOSSIER
@click.argument("out", type=PATH)
@export_options
def export(dossier: Path, out: Path, **chosen: Any) -> None:  # noqa: ANN401 (as click has it)
    from briefing_app.operations.exporting import export_briefing  # noqa: PLC0415
    from briefing_app.store import open_store  # noqa: PLC0415

    options = look_of(chosen)
    with open_store(dossier) as store:
        export_briefing(store, out, options, choice_of(chosen))
    click.echo(str(out))


@click.command(
    help=_("Save a document’s original as it was imported; without a NUMBER, list them.")
)
@DOSSIER
@click.argument("number", required=False, type=int)
@click.argument("out", required=False, type=PATH)
def original(dossier: Path, number: int | None, out: Path | None) -> None:
    from briefing_app.operations.originals import original_name, save_original  # noqa: PLC0415
    from briefing_app.store import open_store  # noqa: PLC0415
    from briefing_app.store.errors import AlreadyThereError  # noqa: PLC0415
    from briefing_app.terminal import visible  # noqa: PLC0415

    with open_store(dossier) as store:
        known = {document.id: document for document in store.documents()}
        if number is None:
            for document in known.values():
                click.echo(visible(f"{document.id}  {document.title}"))
            return
        wanted = next((each for each in known.values() if each.id == number), None)
        if wanted is None:
            raise BriefingError(_("There is no document {number}.").format(number=number))
        path = out or Path(original_name(wanted))
        if path.exists():
            raise AlreadyThereError(path)
        save_original(store, wanted.id, path)
    click.echo(visible(str(path)))
