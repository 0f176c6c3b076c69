"""What became of each file of an import, in words, and as a file that can be kept."""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from briefing_app.export.writing import write_whole
from briefing_app.ingest.labels import label
from briefing_app.language import N_, _, format_list, format_number, ngettext
from briefing_app.operations.import_files import FileResult, FileState

SUFFIXES = (".csv", ".txt")
# What a spreadsheet would take for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@")

OUTCOMES = {
    FileState.IMPORTED: N_("Read"),
    FileState.NEW_VERSION: N_("New version"),
    FileState.ALREADY_THERE: N_("Already there"),
    FileState.REFUSED: N_("Refused"),
    FileState.SKIPPED: N_("Skipped"),
}


def outcome(result: FileResult) -> str:
    """Say what became of a file in a word or two."""
    return _(OUTCOMES[result.state])


def told(result: FileResult) -> str:
    """Say what there is to know of it in a sentence, or which document it is."""
    match result.state:
        case FileState.REFUSED | FileState.SKIPPED:
            return result.sentence
        case FileState.ALREADY_THERE:
            return _ending(_("The same as {title}."), result.title)
        case FileState.NEW_VERSION:
            begin = _ending(_("A new version of {title}."), result.title)
        case FileState.IMPORTED:
            begin = _ending(_("{title}."), result.title)
    rest = (result.remark, result.sentence or _proposals(result))
    return " ".join(filter(None, (begin, *rest)))


def counts(results: Sequence[FileResult]) -> dict[FileState, int]:
    """Count the files by what became of them; what became of none is left out."""
    found = Counter(each.state for each in results)
    return {state: found[state] for state in OUTCOMES if found[state]}


def summary(results: Sequence[FileResult]) -> str:
    """Say in one sentence what became of all of them."""
    words = {
        FileState.IMPORTED: lambda n: ngettext("{count} read", "{count} read", n),
        FileState.NEW_VERSION: lambda n: ngettext("{count} new version", "{count} new versions", n),
        FileState.ALREADY_THERE: lambda n: ngettext(
            "{count} already there", "{count} already there", n
        ),
        FileState.REFUSED: lambda n: ngettext("{count} refused", "{count} refused", n),
        FileState.SKIPPED: lambda n: ngettext("{count} skipped", "{count} skipped", n),
    }
    parts = [
        words[state](count).format(count=format_number(count))
        for state, count in counts(results).items()
    ]
    whole = ngettext("{count} file: {parts}.", "{count} files: {parts}.", len(results))
    return whole.format(count=format_number(len(results)), parts=format_list(parts))


def save(results: Sequence[FileResult], path: Path) -> None:
    """Write a table where the file's name ends in .csv, else text. Raises BriefingError."""
    is_table = path.suffix.lower() == SUFFIXES[0]
    write_whole(path, _table(results) if is_table else _text(results))


def _ending(sentence: str, title: str) -> str:
    """End a sentence with a title; a title with a full stop of its own brings the sentence's."""
    words, _title, stop = sentence.partition("{title}")
    quoted = _("“{title}”").format(title=title)
    return f"{words}{quoted}" if stop and title.endswith(stop) else f"{words}{quoted}{stop}"


def _proposals(result: FileResult) -> str:
    count = result.proposals
    words = ngettext("{count} proposal.", "{count} proposals.", count)
    return words.format(count=format_number(count)) if count else ""


def _table(results: Sequence[FileResult]) -> bytes:
    """Write UTF-8 with a mark, without which spreadsheets take it for an old encoding."""
    written = io.StringIO(newline="")
    table = csv.writer(written, quoting=csv.QUOTE_ALL)
    table.writerow([_("File"), _("Outcome"), _("Document"), _("Proposals"), _("Details")])
    for each in results:
        cells = each.name, outcome(each), each.title, str(each.proposals), told(each)
        table.writerow([_no_formula(cell) for cell in cells])
    return written.getvalue().encode("utf-8-sig", "replace")


def _no_formula(cell: str) -> str:
    words = label(cell)
    return f"'{words}" if words.startswith(_FORMULA) else words


def _text(results: Sequence[FileResult]) -> bytes:
    lines = [summary(results)]
    for state in counts(results):
        lines += ["", _(OUTCOMES[state])]
        lines += [f"  {label(r.name)}: {label(told(r))}" for r in results if r.state is state]
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")
