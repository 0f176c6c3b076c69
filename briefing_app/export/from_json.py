"""Reading a dossier's JSON form back: nothing of it is taken that does not hold together."""

import hashlib
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import msgspec

from briefing_app.domain.evidence import Evidence, says_so
from briefing_app.export.errors import (
    NewerFormError,
    NoTextsError,
    UnreadableError,
    UnsoundFormError,
)
from briefing_app.export.json_form import FORM, DossierForm, OutcomeForm, PositionForm, VersionForm
from briefing_app.triggers import check


class _Head(msgspec.Struct):
    """What tells a form apart before all of it is read."""

    form: int


def read_form(path: Path) -> DossierForm:
    """Read a form with the texts that it speaks of. Raises BriefingError, one sentence that says why not."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableError(path, error.strerror or type(error).__name__) from error
    try:
        if msgspec.json.decode(content, type=_Head).form > FORM:
            raise NewerFormError(path)
        form = msgspec.json.decode(content, type=DossierForm)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise UnsoundFormError(path) from error
    if form.documents and not form.versions:
        raise NoTextsError(path)
    if not is_sound(form):
        raise UnsoundFormError(path)
    for issue in form.issues:
        check(issue.trigger, issue=issue.label)
    return form


def is_sound(form: DossierForm) -> bool:
    """Tell whether everything that is named is there, every text is its hash's, and every quote its text's."""
    return all(
        (
            _each_once(party.id for party in form.parties),
            _each_once(issue.id for issue in form.issues),
            _each_once(issue.key for issue in form.issues),
            _each_once(document.id for document in form.documents),
            _each_once(version.id for version in form.versions),
            _each_once((version.document, version.number) for version in form.versions),
            all(map(_is_whole, form.versions)),
            _are_known(form),
            all(_are_said(form)),
        )
    )


def _each_once(keys: Iterable[object]) -> bool:
    listed = list(keys)
    return len(listed) == len(set(listed))


def _is_whole(version: VersionForm) -> bool:
    """Tell whether a version's text and original are those of its hashes, and its blocks lie in the text, in order."""
    ends = (0, *(block.span.end for block in version.blocks))
    return (
        hashlib.sha256(version.text.encode()).hexdigest() == version.text_sha256
        and hashlib.sha256(version.original).hexdigest() == version.original_sha256
        and version.number >= 1
        and ends[-1] <= len(version.text)
        and all(
            end <= block.span.start and block.level >= 1 and (block.page is None or block.page >= 1)
            for end, block in zip(ends, version.blocks, strict=False)
        )
    )


def _are_known(form: DossierForm) -> bool:
    parties = {party.id for party in form.parties}
    issues = {issue.id for issue in form.issues}
    documents = {document.id for document in form.documents}
    positions, outcomes = _positions(form), _outcomes(form)
    return (
        documents == {version.document for version in form.versions}
        and parties.issuperset(chain.from_iterable(each.holders for each in positions))
        and parties.issuperset(chain.from_iterable(each.responsible for each in outcomes))
        and issues.issuperset(chain.from_iterable(each.issues for each in (*positions, *outcomes)))
        and all(each.issues for each in (*positions, *outcomes))
        and all(each.evidence for each in positions)
        and all(each.accounts for each in outcomes)
    )


def _are_said(form: DossierForm) -> Iterator[bool]:
    texts = {version.id: version.text for version in form.versions}
    for evidence in _evidence(form):
        yield evidence.version in texts and says_so(texts[evidence.version], evidence)


def _evidence(form: DossierForm) -> Iterator[Evidence]:
    for position in _positions(form):
        yield from position.evidence
    for outcome in _outcomes(form):
        yield from (account.evidence for account in outcome.accounts)
    for annotation in form.annotations:
        yield annotation.evidence


def _positions(form: DossierForm) -> tuple[PositionForm, ...]:
    return (*form.positions, *form.dismissed.positions)


def _outcomes(form: DossierForm) -> tuple[OutcomeForm, ...]:
    return (*form.outcomes, *form.dismissed.outcomes)
