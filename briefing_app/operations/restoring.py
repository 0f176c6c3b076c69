"""A dossier made of the JSON form of another."""

from dataclasses import replace
from datetime import UTC
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing_app.domain.document import Document, DocumentId, Ingested
from briefing_app.domain.evidence import Evidence, VersionId
from briefing_app.domain.issue import IssueId
from briefing_app.domain.outcome import OutcomeContent
from briefing_app.domain.party import PartyId
from briefing_app.domain.position import PositionContent
from briefing_app.export.errors import UnsoundFormError
from briefing_app.export.from_json import read_form
from briefing_app.export.json_form import DossierForm, OutcomeForm, PositionForm, VersionForm
from briefing_app.language import _
from briefing_app.store import Store, open_store
from briefing_app.store.annotations import insert_annotation
from briefing_app.store.connection import explained
from briefing_app.store.documents import insert_document, insert_version
from briefing_app.store.errors import AlreadyThereError, NoFolderError, ReadOnlyFolderError
from briefing_app.store.journal import Recording
from briefing_app.store.outcomes import insert_outcome
from briefing_app.store.parties import insert_party, update_party
from briefing_app.store.positions import insert_position


def new_from(path: Path, source: Path, *, title: str = "") -> None:
    """Make a dossier of a dossier's JSON form: whole or not at all. Raises BriefingError."""
    form = read_form(source)
    with explained(path):
        if path.exists():
            raise AlreadyThereError(path)
        if not path.parent.is_dir():
            raise NoFolderError(path)
        try:
            _make(path, form, source, title or form.title)
        except PermissionError as error:
            raise ReadOnlyFolderError(path) from error
        except OverflowError as error:  # a number or a moment that nothing can hold
            raise UnsoundFormError(source) from error


def _make(path: Path, form: DossierForm, source: Path, title: str) -> None:
    """Fill a fresh file beside the dossier's place, and give it that once it is whole."""
    with TemporaryDirectory(dir=path.parent, prefix=".new-") as folder:
        fresh = Path(folder) / path.name
        issues = sorted(form.issues, key=lambda issue: issue.id)
        with open_store(fresh, create_title=title, issues=issues) as store:
            _fill(store, form, source)
        fresh.rename(path)


def _fill(store: Store, form: DossierForm, source: Path) -> None:
    issues = dict(
        zip(
            sorted(issue.id for issue in form.issues),
            sorted(issue.id for issue in store.issues()),
            strict=True,
        )
    )
    with store.operation(_("Take over {name}").format(name=source.name)) as operation:
        _Filling(operation, form, issues).fill()


class _Filling:
    """Writes a form's rows under the ids that the dossier gives them."""

    def __init__(
        self, operation: Recording, form: DossierForm, issues: dict[IssueId, IssueId]
    ) -> None:
        self._db, self._form, self._issues = operation.db, form, issues
        self._parties: dict[PartyId, PartyId] = {}
        self._versions: dict[VersionId, VersionId] = {}

    def fill(self) -> None:
        for party in sorted(self._form.parties, key=lambda each: each.id):
            self._parties[party.id] = id_ = insert_party(self._db, party)
            update_party(self._db, replace(party, id=id_))  # its place in the order too
        self._fill_documents()
        dismissed = self._form.dismissed
        positions = (*self._form.positions, *dismissed.positions)
        for position in sorted(positions, key=lambda each: each.id):
            insert_position(self._db, self._position(position), position.review)
        outcomes = (*self._form.outcomes, *dismissed.outcomes)
        for outcome in sorted(outcomes, key=lambda each: each.id):
            insert_outcome(self._db, self._outcome(outcome), outcome.review)
        for annotation in sorted(self._form.annotations, key=lambda each: each.id):
            insert_annotation(
                self._db,
                replace(
                    annotation,
                    evidence=self._evidence(annotation.evidence),
                    created=annotation.created.astimezone(UTC),
                    modified=annotation.modified.astimezone(UTC),
                ),
            )

    def _fill_documents(self) -> None:
        documents = {document.id: document for document in self._form.documents}
        ids: dict[DocumentId, DocumentId] = {}
        for version in sorted(self._form.versions, key=lambda each: (each.document, each.number)):
            document = documents[version.document]
            ingested = _ingested(document, version)
            if document.id not in ids:
                ids[document.id] = insert_document(self._db, ingested, added=document.added)
            self._versions[version.id] = insert_version(
                self._db, ids[document.id], ingested, added=version.added
            )

    def _position(self, form: PositionForm) -> PositionContent:
        return replace(
            form,
            party=self._parties[form.party],
            also_party=tuple(self._parties[party] for party in form.also_party),
            issues=tuple(self._issues[issue] for issue in form.issues),
            evidence=tuple(map(self._evidence, form.evidence)),
        )

    def _outcome(self, form: OutcomeForm) -> OutcomeContent:
        accounts = (
            replace(each, id=None, evidence=self._evidence(each.evidence)) for each in form.accounts
        )
        return replace(
            form,
            issues=tuple(self._issues[issue] for issue in form.issues),
            responsible=tuple(self._parties[party] for party in form.responsible),
            accounts=tuple(accounts),
        )

    def _evidence(self, evidence: Evidence) -> Evidence:
        return replace(evidence, version=self._versions[evidence.version], id=None)


def _ingested(document: Document, version: VersionForm) -> Ingested:
    return Ingested(
        original=version.original,
        text=version.text,
        blocks=version.blocks,
        title=document.title,
        kind=document.kind,
        publisher=document.publisher,
        author=document.author,
        date=document.date,
        language=document.language,
        url=document.url,
        file_name=document.file_name,
    )
