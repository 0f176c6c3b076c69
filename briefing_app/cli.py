"""The command line: the same work with no window. What is heavy is imported by the command that needs it."""

import datetime as dt
import json
import logging
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from traceback import extract_tb
from types import TracebackType
from typing import TYPE_CHECKING, Any

import click

from briefing_app import paths
from briefing_app.cli_export import choice_of, export_options, look_of
from briefing_app.errors import BriefingError
from briefing_app.language import _, ngettext, tag

if TYPE_CHECKING:
    from briefing_app.domain.search import Hit
    from briefing_app.operations.import_files import FileResult

_log = logging.getLogger(__name__)
_NARROWEST, _WIDEST = 80, 160  # columns: more of them make long lines hard to follow

# What cannot be read is refused in our own words, not in those of a wrong use.
_PATH = click.Path(path_type=Path, readable=False)
_DOSSIER = click.argument("dossier", type=_PATH)
_JSON = click.option("--json", "as_json", is_flag=True, help=_("Answer as JSON."))


class _Commands(click.Group):
    """Says what a reader can mend in one sentence on standard error, with exit status 1."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 (as click has it)
        try:
            return super().invoke(ctx)
        except BriefingError as error:
            if ctx.params["debug"]:
                raise
            click.echo(error.sentence, err=True)
            ctx.exit(1)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=_("Follow negotiations: who wants what, what came of it, and where it says so. ")
    + _("Without a command, briefing-app [DOSSIER] opens the window."),
)
@click.version_option(package_name="briefing-app", prog_name="briefing-app")
@click.option("--debug", is_flag=True, help=_("Show where an error comes from."))
def cli(debug: bool) -> None:
    if not debug:
        sys.excepthook = _tell_fault


@cli.command(help=_("Make an empty dossier, or one of another's export as JSON."))
@_DOSSIER
@click.option("--title", help=_("What the dossier is called; by default the file's name."))
@click.option(
    "--from", "source", type=_PATH, metavar="FILE.json", help=_("The export to make it of.")
)
def new(dossier: Path, title: str | None, source: Path | None) -> None:
    from briefing_app.operations.dossiers import new_dossier  # noqa: PLC0415
    from briefing_app.operations.restoring import new_from  # noqa: PLC0415

    if source is None:
        new_dossier(dossier, title=title or dossier.stem)
    else:
        new_from(dossier, source, title=title or "")
    click.echo(str(dossier))


@cli.command(
    "import",
    help=_(
        "Take documents into a dossier, and propose what they say. PATHS are files, folders and ZIP archives."
    ),
)
@_DOSSIER
@click.argument("paths", nargs=-1, required=True, type=_PATH)
@click.option("--no-extract", is_flag=True, help=_("Propose nothing for what is imported."))
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    help=_("How many processes read; by default as many as there are cores, four at most."),
)
@click.option(
    "--report", type=_PATH, help=_("Write what became of each file to REPORT, .csv or else text.")
)
@_JSON
def import_(
    dossier: Path,
    paths: tuple[Path, ...],
    no_extract: bool,
    jobs: int | None,
    report: Path | None,
    as_json: bool,
) -> None:
    from briefing_app.operations.import_files import FileState, import_files  # noqa: PLC0415
    from briefing_app.operations.import_report import save  # noqa: PLC0415
    from briefing_app.operations.reading import find  # noqa: PLC0415
    from briefing_app.progress import tell_each  # noqa: PLC0415
    from briefing_app.store import open_store  # noqa: PLC0415
    from briefing_app.workers import usual_workers  # noqa: PLC0415

    def tell(result: "FileResult") -> None:
        if not as_json:
            click.echo(_result_line(result), err=result.state is FileState.REFUSED)

    workers = usual_workers() if jobs is None else jobs
    with open_store(dossier) as store:
        files = find(paths)
        if not files:
            raise BriefingError(_("There are no files there."))
        if len(files) == 1:
            workers = 0  # one process less to start
        results = tell_each(
            lambda ask: import_files(
                store, files, proposals=not no_extract, workers=workers, waiting=ask
            ),
            tell,
            steps=len(files),
            stream=sys.stderr,
        )
    if report is not None:
        save(results, report)
    if as_json:
        _print_json([asdict(result) for result in results])
    _conclude(results, steps=len(files))


def _conclude(results: "list[FileResult]", *, steps: int) -> None:
    """End with the status that tells whether all that was named is in the dossier."""
    if len(results) < steps:
        sentence = _("Stopped after {step} of {steps} files; what was imported is kept.")
        raise BriefingError(sentence.format(step=len(results), steps=steps))
    if any(result.state == "refused" for result in results):
        click.get_current_context().exit(1)


@cli.command(help=_("Propose what one file says; no dossier is needed."))
@click.argument("file", type=_PATH)
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help=_("The document's date."))
@_JSON
def extract(file: Path, date: dt.datetime | None, as_json: bool) -> None:
    from briefing_app.extraction import as_json as form  # noqa: PLC0415
    from briefing_app.operations.default_issues import default_issues  # noqa: PLC0415
    from briefing_app.operations.reading import prepare, propose  # noqa: PLC0415

    found = prepare(file)
    read = replace(found, date=date.date()) if date else found
    proposals = propose(read, default_issues())
    told = form(file.stem, read.date, read.text, proposals)
    if as_json:
        _print_json(told)
    elif proposals.refusal:
        raise BriefingError(proposals.refusal)
    else:
        click.echo("\n".join(_proposal_lines(told)))


@cli.command(help=_("Print the matrix, the checklist and the evidence."))
@_DOSSIER
@_JSON
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
        _print(shown(words(briefing, options), columns=fitting))


@cli.command(help=_('Find the paragraphs that have all words of a query; "..." is a phrase.'))
@_DOSSIER
@click.argument("query")
@_JSON
def search(dossier: Path, query: str, as_json: bool) -> None:
    from briefing_app.operations.searching import search as find  # noqa: PLC0415
    from briefing_app.store import open_store  # noqa: PLC0415
    from briefing_app.terminal import visible  # noqa: PLC0415

    with open_store(dossier) as store:
        hits = find(store, query)
        titles = {document.id: document.title for document in store.documents()}
    if as_json:
        _print_json([_hit_form(hit, titles[hit.document]) for hit in hits])
        return
    for hit in hits:
        parts = (click.style(visible(words), bold=match or None) for words, match in hit.snippet)
        _print(f"{visible(titles[hit.document])} ¶{hit.paragraph}: {''.join(parts)}")
    if not hits:
        click.echo(_("Nothing was found."), err=True)


@cli.command(
    help=_(
        "Write the briefing as OUT’s ending says: .pdf .html .docx .md .xlsx .csv .ics .jsonld .qdpx .qdc .json"
    )
)
@_DOSSIER
@click.argument("out", type=_PATH)
@export_options
def export(dossier: Path, out: Path, **chosen: Any) -> None:  # noqa: ANN401 (as click has it)
    from briefing_app.operations.exporting import export_briefing  # noqa: PLC0415
    from briefing_app.store import open_store  # noqa: PLC0415

    options = look_of(chosen)
    with open_store(dossier) as store:
        export_briefing(store, out, options, choice_of(chosen))
    click.echo(str(out))


@cli.command(
    help=_(
        "Take over annotations or codes of another program: Web Annotations, Hypothesis, REFI-QDA."
    )
)
@_DOSSIER
@click.argument("file", type=_PATH)
@_JSON
def annotate(dossier: Path, file: Path, as_json: bool) -> None:
    from briefing_app.export.from_qda import read_qdc  # noqa: PLC0415
    from briefing_app.operations.taking_codes import take_codes  # noqa: PLC0415
    from briefing_app.operations.taking_marks import read_marks, take_marks  # noqa: PLC0415
    from briefing_app.store import open_store  # noqa: PLC0415
    from briefing_app.terminal import visible  # noqa: PLC0415

    with open_store(dossier) as store:
        if file.suffix.lower() == ".qdc":
            codes = take_codes(store, read_qdc(file), name=file.name)
            told = {"parties": codes.parties, "issues": codes.issues}
            sentence, lost = codes.words, ()
        else:
            marks = take_marks(store, read_marks(file))
            told = {
                "documents": marks.documents,
                "taken": marks.taken,
                "known": marks.known,
                "lost": marks.lost,
            }
            sentence, lost = marks.words, marks.lost
    if as_json:
        _print_json(told)
        return
    click.echo(sentence)
    for words in lost:
        click.echo(_("Not found for certain: “{words}”").format(words=visible(words)), err=True)


@cli.command(
    help=_(
        "Check the database, every quote and every document; exit status 1 where something is wrong."
    )
)
@_DOSSIER
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


@cli.command(help=_("Save a document’s original as it was imported; without a NUMBER, list them."))
@_DOSSIER
@click.argument("number", required=False, type=int)
@click.argument("out", required=False, type=_PATH)
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


@cli.command(help=_("Copy a dossier as it stands into a new file."))
@_DOSSIER
@click.argument("out", type=_PATH)
def backup(dossier: Path, out: Path) -> None:
    from briefing_app.operations.dossiers import backup as copy  # noqa: PLC0415
    from briefing_app.store import open_store  # noqa: PLC0415
    from briefing_app.store.errors import AlreadyThereError  # noqa: PLC0415

    if out.exists():
        raise AlreadyThereError(out)
    with open_store(dossier) as store:
        copy(store, out)
    click.echo(str(out))


@cli.command(help=_("Try what keeps a hostile document from doing harm on this computer."))
@_JSON
def safety(as_json: bool) -> None:
    from briefing_app.safety import safety as tried  # noqa: PLC0415
    from briefing_app.safety import sentence  # noqa: PLC0415

    holds = tried()
    if as_json:
        _print_json(holds)
        return
    click.echo(_("What reads a document is a process of its own. On this computer:"))
    for restraint, held in holds.items():
        click.echo(f"  {'✓' if held else '✗'} {sentence(restraint, holds=held)}")


@cli.command(help=_("Make the example dossier anew; an older one is kept among its backups."))
@click.argument("dossier", required=False, type=_PATH)
def example(dossier: Path | None) -> None:
    from briefing_app.operations.example import make_example  # noqa: PLC0415

    path = dossier or paths.example_dossier()
    make_example(path)
    click.echo(str(path))


@cli.command(hidden=True, help=_("Do what can be done where there is no screen."))
@click.argument("dossier", required=False, type=_PATH)
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


def _print(words: str) -> None:
    """Print with colours where it is a terminal that is to have them."""
    click.echo(words, color=False if os.environ.get("NO_COLOR") else None)


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1, default=str))


def _result_line(result: "FileResult") -> str:
    from briefing_app.terminal import visible  # noqa: PLC0415

    told = {
        "imported": _("imported"),
        "already_there": _("already there"),
        "new_version": _("new version"),
        "refused": _("refused"),
        "skipped": _("skipped"),
    }
    proposals = ngettext("{count} proposal", "{count} proposals", result.proposals)
    line = f"{result.name}: {told[result.state]}"
    if result.proposals:
        line += f", {proposals.format(count=result.proposals)}"
    if result.sentence or result.remark:
        line = " ".join(filter(None, (f"{line}.", result.remark, result.sentence)))
    return visible(line)


def _hit_form(hit: "Hit", title: str) -> dict[str, Any]:
    return {
        "document": hit.document,
        "title": title,
        "paragraph": hit.paragraph,
        "start": hit.span.start,
        "end": hit.span.end,
        "snippet": [{"words": words, "match": match} for words, match in hit.snippet],
    }


def _proposal_lines(form: dict[str, Any]) -> Iterator[str]:
    """Tell the proposals in the guidelines' form line by line."""
    from briefing_app.domain.labels import ROLES, STANCES, STATUSES  # noqa: PLC0415
    from briefing_app.domain.outcome import Status  # noqa: PLC0415
    from briefing_app.domain.party import Role  # noqa: PLC0415
    from briefing_app.domain.position import Stance  # noqa: PLC0415

    for each in form["parties"]:
        aliases = f" ({', '.join(each['aliases'])})" if each["aliases"] else ""
        yield f"{each['name']}{aliases}: {_(ROLES[Role(each['role'])])}"
    for each in form["positions"]:
        label = STANCES[Stance(each["stance"])].text
        yield f"{label}: {each['party']}, {', '.join(each['issues'])}: “{each['quote']}”"
    for each in form["outcomes"]:
        label = STATUSES[Status(each["status"])].text
        yield f"{label}: {', '.join(each['issues'])}: “{each['quote']}”"


def _tell_fault(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Say that the fault is ours. The log has its kind and its places, for the message may hold a document's words."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    places = " < ".join(f"{f.name}:{f.lineno}" for f in reversed(extract_tb(trace)))
    _log.error("fault %s at %s", kind.__name__, places)
    sentence = _("This is a fault in Briefing; what happened is in {path}, and --debug shows it.")
    click.echo(sentence.format(path=paths.log_file()), err=True)
