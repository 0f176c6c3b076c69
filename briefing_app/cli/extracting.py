"""The command that proposes what one file says."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from briefing_app.cli.arguments import JSON, PATH, print_json
from briefing_app.errors import BriefingError
from briefing_app.language import _


@click.command(help=_("Propose what one file says; no dossier is needed."))
@click.argument("file", type=PATH)
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help=_("The document's date."))
@JSON
def extract(file: Path, date: dt.datetime | None, as_json: bool) -> None:
    from briefing_app.extraction import as_json as form  # noqa: PLC0415
    from briefing_app.operations.default_issues import default_issues  # noqa: PLC0415
    from briefing_app.operations.reading import prepare, propose  # noqa: PLC0415

    found = prepare(file)
    read = replace(found, date=date.date()) if date else found
    proposals = propose(read, default_issues())
    told = form(file.stem, read.date, read.text, proposals)
    if as_json:
        print_json(told)
    elif proposals.refusal:
        raise BriefingError(proposals.refusal)
    else:
        click.echo("\n".join(_proposal_lines(told)))


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
