"""Commands that take something in: documents, and what other programs marked in them."""

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing_app.cli.arguments import DOSSIER, JSON, PATH, print_json
from briefing_app.errors import BriefingError
from briefing_app.language import _, ngettext

if TYPE_CHECKING:
    from briefing_app.operations.import_files import FileResult


@click.command(
    "import",
    help=_(
        "Take documents into a dossier, and propose what they say. PATHS are files, folders and ZIP archives."
    ),
)
@DOSSIER
@click.argument("paths", nargs=-1, required=True, type=PATH)
@click.option("--no-extract", is_flag=True, help=_("Propose nothing for what is imported."))
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    help=_("How many processes read; by default as many as there are cores, four at most."),
)
@click.option(
    "--report", type=PATH, help=_("Write what became of each file to REPORT, .csv or else text.")
)
@JSON
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
        print_json([asdict(result) for result in results])
    _conclude(results, steps=len(files))


def _conclude(results: "list[FileResult]", *, steps: int) -> None:
    """End with the status that tells whether all that was named is in the dossier."""
    if len(results) < steps:
        sentence = _("Stopped after {step} of {steps} files; what was imported is kept.")
        raise BriefingError(sentence.format(step=len(results), steps=steps))
    if any(result.state == "refused" for result in results):
        click.get_current_context().exit(1)


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


@click.command(
    help=_(
        "Take over annotations or codes of another program: Web Annotations, Hypothesis, REFI-QDA."
    )
)
@DOSSIER
@click.argument("file", type=PATH)
@JSON
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
        print_json(told)
        return
    click.echo(sentence)
    for words in lost:
        click.echo(_("Not found for certain: “{words}”").format(words=visible(words)), err=True)
