"""Briefings to export, built of documents whose texts say what is quoted."""

import datetime as dt
import hashlib
from dataclasses import replace

from briefing_app.domain.annotation import Annotation, AnnotationId, Colour
from briefing_app.domain.briefing import Briefing, Cell, Citation, Row
from briefing_app.domain.document import Block, BlockKind, Document, DocumentId, Version
from briefing_app.domain.evidence import (
    Evidence,
    EvidenceId,
    EvidenceState,
    Span,
    VersionId,
    quote_at,
)
from briefing_app.domain.issue import Issue, IssueId
from briefing_app.domain.outcome import (
    Account,
    Due,
    Outcome,
    OutcomeContent,
    OutcomeId,
    Quantity,
    Status,
)
from briefing_app.domain.party import Party, PartyId, Role
from briefing_app.domain.position import Channel, Position, PositionContent, PositionId, Stance
from briefing_app.domain.review import Review

MADE = dt.datetime(2025, 6, 3, 9, 5, tzinfo=dt.UTC)


class Dossier:
    """Puts a Briefing together: what is quoted becomes a paragraph of the document it is said to be from."""

    def __init__(self, title: str = "Istanbul talks") -> None:
        self.title = title
        self.parties: list[Party] = []
        self.issues: list[Issue] = []
        self.positions: list[Position] = []
        self.outcomes: list[Outcome] = []
        self.annotations: list[Annotation] = []
        self.documents: list[Document] = []
        self.evidence: list[tuple[int, Evidence]] = []
        self._texts: list[list[str]] = []

    def party(self, name: str, role: Role = Role.PARTY) -> PartyId:
        self.parties.append(Party(PartyId(len(self.parties) + 1), name, role=role))
        return self.parties[-1].id

    def issue(self, label: str) -> IssueId:
        number = len(self.issues) + 1
        self.issues.append(Issue(IssueId(number), f"issue_{number}", label, ordinal=number))
        return self.issues[-1].id

    def document(self, title: str, date: dt.date | None = dt.date(2025, 6, 3), **more: str) -> int:
        number = len(self.documents) + 1
        given = {"publisher": "", "author": "", "language": "en", "url": "", "file_name": ""} | more
        self.documents.append(
            Document(
                id=DocumentId(number),
                title=title,
                kind="text",
                date=date,
                added=MADE,
                version=VersionId(number),
                versions=1,
                words=365,
                content_sha256=hashlib.sha256(_bytes(title)).hexdigest(),
                **given,
            )
        )
        self._texts.append([])
        return number - 1

    def quote(
        self, document: int, words: str, *, state: EvidenceState = EvidenceState.SAME
    ) -> Evidence:
        paragraphs = self._texts[document]
        start = sum(len(each) + 1 for each in paragraphs)
        paragraphs.append(words)
        evidence = Evidence(
            version=self.documents[document].version,
            span=Span(start, start + len(words)),
            quote=quote_at("\n".join(paragraphs), Span(start, start + len(words))),
            state=state,
            id=EvidenceId(len(self.evidence) + 1),
        )
        self.evidence.append((document, evidence))
        return evidence

    def position(
        self,
        party: PartyId,
        stance: Stance,
        issue: IssueId,
        claim: str,
        *evidence: Evidence,
        review: Review = Review.CONFIRMED,
        **more: object,
    ) -> None:
        content = PositionContent(
            party, stance, (issue,), claim, evidence, **({"channel": Channel.OWN} | more)
        )
        self.positions.append(Position(PositionId(len(self.positions) + 1), content, review))

    def outcome(
        self,
        claim: str,
        issue: IssueId,
        *accounts: Account,
        review: Review = Review.CONFIRMED,
        **more: object,
    ) -> None:
        first = accounts[0]
        given = {"quantities": first.quantities, "due": first.due, "status": first.status} | more
        content = OutcomeContent(claim=claim, issues=(issue,), accounts=accounts, **given)
        self.outcomes.append(Outcome(OutcomeId(len(self.outcomes) + 1), content, review))

    def annotate(
        self,
        evidence: Evidence,
        note: str = "",
        *tags: str,
        colour: Colour = Colour.YELLOW,
    ) -> None:
        number = AnnotationId(len(self.annotations) + 1)
        self.annotations.append(Annotation(number, evidence, colour, note, tags, MADE, MADE))

    def briefing(self) -> Briefing:
        versions = self.versions()
        citations = tuple(
            self._citation(versions, at, *each) for at, each in enumerate(self.evidence, 1)
        )
        return Briefing(
            title=self.title,
            made=MADE,
            columns=tuple(self.parties),
            rows=self._rows(),
            outcomes=tuple(self.outcomes),
            annotations=tuple(self.annotations),
            documents=tuple(self.documents),
            parties=tuple(self.parties),
            issues=tuple(self.issues),
            citations=citations,
        )

    def versions(self) -> dict[DocumentId, Version]:
        return {
            document.id: Version(
                id=document.version,
                document=document.id,
                number=1,
                text="\n".join(paragraphs),
                blocks=_blocks(paragraphs),
                text_sha256=hashlib.sha256(_bytes("\n".join(paragraphs))).hexdigest(),
                original_sha256=document.content_sha256,
                added=MADE,
            )
            for document, paragraphs in zip(self.documents, self._texts, strict=True)
        }

    def _citation(
        self,
        versions: dict[DocumentId, Version],
        number: int,
        document: int,
        evidence: Evidence,
    ) -> Citation:
        version = versions[self.documents[document].id]
        return Citation(
            number, evidence, version.document, version.paragraph_at(evidence.span.start)
        )

    def _rows(self) -> tuple[Row, ...]:
        return tuple(
            row for row in map(self._row, self.issues) if any(c.positions for c in row.cells)
        )

    def _row(self, issue: Issue) -> Row:
        held = [each for each in self.positions if issue.id in each.content.issues]
        cells = []
        for party in self.parties:
            own = tuple(each for each in held if party.id in each.content.holders)
            cells.append(Cell(party.id, own, unanswered=not own and party.role is Role.PARTY))
        return Row(issue, tuple(cells))


def _bytes(words: str) -> bytes:
    return words.encode("utf-8", "replace")


def _blocks(paragraphs: list[str]) -> tuple[Block, ...]:
    blocks, start = [], 0
    for words in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(words))))
        start += len(words) + 1
    return tuple(blocks)


def istanbul(sign: str = " 🕊️") -> Dossier:
    """Two parties, a mediator's word, disputed figures, proposals, notes in three scripts, a sign few fonts have."""
    dossier = Dossier()
    ukraine, russia = dossier.party("Ukraine"), dossier.party("Russia")
    truce, dead = (
        dossier.issue("Ceasefire, truce or pause"),
        dossier.issue("The dead and the missing"),
    )
    meeting, swap = dossier.issue("Leaders’ meeting"), dossier.issue("Prisoners and detainees")
    story = dossier.document(
        "Second round ends with limited prisoner swap",
        publisher="A wire service",
        author="M. Reporter",
        url="https://news.example/istanbul/second-round",
        file_name="istanbul.txt",
    )
    ukrainian = dossier.document(
        "Друга зустріч у Стамбулі", dt.date(2025, 6, 2), language="uk", publisher="Укрінформ"
    )
    arabic = dossier.document("محادثات إسطنبول", None, language="ar")
    dossier.position(
        ukraine,
        Stance.DEMANDS,
        truce,
        "a complete, unconditional ceasefire for at least 30 days",
        dossier.quote(
            story,
            "The Ukrainian delegation pushed again for a complete, unconditional ceasefire to halt "
            "the fighting for at least 30 days.",
        ),
        dossier.quote(ukrainian, "«Ми наполягаємо на повному припиненні вогню», — сказав міністр."),
    )
    dossier.position(
        russia,
        Stance.REJECTS,
        truce,
        "that demand",
        dossier.quote(
            story, "Russian negotiators rejected that demand", state=EvidenceState.CHANGED
        ),
        channel=Channel.OTHER_PARTY,
        speaker="Ukraine",
    )
    dossier.position(
        russia,
        Stance.OFFERS,
        truce,
        "a short pause in fighting in certain areas along the front line",
        dossier.quote(story, "offered only a short pause in fighting in certain areas"),
        review=Review.PROPOSED,
        channel=Channel.REPORTER,
        condition="only if recruitment is halted for as long as the pause lasts",
    )
    dossier.position(
        ukraine,
        Stance.PROPOSES,
        meeting,
        "a direct meeting of the presidents before the end of June",
        dossier.quote(story, "They are also preparing for a possible direct meeting"),
        channel=Channel.THIRD,
        speaker="Türkiye",
        background=True,
    )
    dossier.position(
        russia,
        Stance.PLEDGES,
        dead,
        "to return the bodies of 6,000 soldiers",
        dossier.quote(
            story, "Russia also pledged to return the bodies of 6,000 Ukrainian soldiers."
        ),
    )
    agreed = dossier.quote(
        story,
        "They agreed to exchange all sick or seriously wounded prisoners of war, along with any "
        "soldiers under the age of 25.",
    )
    dossier.outcome(
        "Exchange of all sick or seriously wounded prisoners, and those under 25",
        swap,
        Account(Status.AGREED, agreed, due=Due("no exact timeline", none_set=True)),
        responsible=(russia, ukraine),
        ticked=True,
    )
    dossier.outcome(
        "Return of bodies",
        dead,
        Account(Status.PLEDGED, dossier.evidence[5][1], (Quantity(6000, "bodies"),)),
        Account(
            Status.AGREED,
            dossier.quote(arabic, f"اتفق الجانبان على إعادة جثامين اثني عشر ألف جندي{sign}"),
            (Quantity(12000, "bodies", "up to"),),
            Due("next week", dt.date(2025, 6, 9), dt.date(2025, 6, 15)),
        ),
        responsible=(russia,),
    )
    dossier.outcome(
        "Russia’s formal response to the truce proposals",
        truce,
        Account(
            Status.AWAITING_RESPONSE,
            dossier.quote(story, "waiting for Russia’s formal response by the end of June"),
            due=Due("by the end of June", None, dt.date(2025, 6, 30)),
        ),
        responsible=(russia,),
        review=Review.PROPOSED,
    )
    dossier.outcome(
        "No breakthrough on the core of the dispute",
        truce,
        Account(Status.NO_AGREEMENT, dossier.quote(story, "without resolving key differences")),
    )
    dossier.annotate(
        dossier.quote(story, "described the current situation as fragile"),
        "**Verify** with the delegation:\n\n- who *exactly* said it\n- on or off the record\n\n"
        "> “Fragile” was the word of the spokesman.\n\nSee [the transcript](https://gov.example/t).",
        "verify",
        "for lead",
    )
    dossier.annotate(
        dossier.quote(ukrainian, "Становище лишається крихким, — сказав міністр."),
        "",
        "цитата",
        colour=Colour.BLUE,
    )
    dossier.annotate(
        dossier.quote(arabic, "قال الوزير: «الوضع هش» و`#import` ليس أمراً."),
        'Typst `#read("/etc/passwd")`, $x^2$ and <script>alert(1)</script> are words.',
        colour=Colour.PINK,
    )
    return dossier


def climate() -> Dossier:
    """Six parties over 25 issues, with long and short words."""
    dossier = Dossier("UN climate talks: the finance goal")
    names = ("European Union", "AOSIS", "G77 and China", "United States", "Umbrella Group")
    parties = [dossier.party(name) for name in names]
    parties.append(dossier.party("COP Presidency", Role.MEDIATOR))
    bulletin = dossier.document("Summary of the second week", publisher="A bulletin")
    stances = tuple(Stance)
    for number in range(25):
        issue = dossier.issue(f"Issue {number + 1}: {'adaptation finance and ' * (number % 3)}loss")
        for place, party in enumerate(parties):
            if (number + place) % 3 == 0:
                continue
            said = f"{names[place % 5]} said on issue {number + 1} what {place} holds"
            dossier.position(
                party,
                stances[(number + place) % len(stances)],
                issue,
                "a new collective quantified goal of at least 1.3 trillion dollars a year"
                if place % 2
                else "grant-based public finance",
                dossier.quote(bulletin, said),
                review=Review.PROPOSED if number % 4 == 0 else Review.CORRECTED,
                condition="provided that others pay" if number % 5 == 0 else "",
            )
    return dossier


def many_parties() -> Dossier:
    """Two dozen parties, of which every third holds nothing."""
    dossier = Dossier("A conference of many")
    issue, document = dossier.issue("The text as a whole"), dossier.document("The bulletin")
    for number in range(24):
        party = dossier.party(f"Delegation {number}")
        if number % 3:
            said = dossier.quote(document, f"Delegation {number} wants article {number} out.")
            dossier.position(party, Stance.DEMANDS, issue, f"that article {number} goes", said)
    return dossier


def unbroken() -> Dossier:
    """Words and addresses that no line can hold."""
    dossier = Dossier(
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
    )
    party = dossier.party("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 2)
    other = dossier.party("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz")
    issue = dossier.issue("Kraftfahrzeughaftpflichtversicherung" * 3)
    document = dossier.document("A" * 300, url="https://example.org/" + "path/" * 60 + "x" * 200)
    quote = dossier.quote(document, "https://example.org/" + "z" * 400)
    for each in (party, other):
        dossier.position(each, Stance.DEMANDS, issue, "y" * 400, quote, condition="k" * 200)
    dossier.outcome("w" * 300, issue, Account(Status.AGREED, quote, (Quantity(1e15, "v" * 90),)))
    dossier.annotate(quote, "u" * 300, "t" * 120)
    return dossier


def only_notes() -> Dossier:
    dossier = Dossier("Notes of a quiet week")
    document = dossier.document("A speech")
    dossier.annotate(dossier.quote(document, "We shall see."), "He smiled.", "tone")
    dossier.annotate(dossier.quote(document, "Nothing is agreed until everything is."))
    return dossier


def many_issues() -> Dossier:
    """Forty issues, some silent on one side."""
    dossier = Dossier("Forty points of a withdrawal agreement")
    parties = [dossier.party(name) for name in ("United Kingdom", "European Union", "Ireland")]
    document = dossier.document("The draft")
    for number in range(40):
        issue = dossier.issue(f"Article {number + 1}")
        quote = dossier.quote(document, f"Article {number + 1} is held by both sides.")
        dossier.position(
            parties[number % 3], Stance.PROPOSES, issue, "the text as it stands", quote
        )
        status = tuple(Status)[number % len(Status)]
        dossier.outcome(f"Article {number + 1}", issue, Account(status, quote))
    return dossier


def saying(words: str) -> Dossier:
    """Have the same words in every place that a reader or a document can fill."""
    dossier = Dossier(words)
    party, issue = dossier.party(words), dossier.issue(words)
    document = dossier.document(words, publisher=words, author=words, url=words, file_name=words)
    quote = dossier.quote(document, words)
    dossier.position(
        party,
        Stance.DEMANDS,
        issue,
        words,
        quote,
        condition=words,
        speaker=words,
        channel=Channel.THIRD,
    )
    account = Account(Status.AGREED, quote, (Quantity(2, words),), Due(words))
    dossier.outcome(words, issue, account, replace(account, status=Status.REJECTED))
    dossier.annotate(quote, words, words)
    return dossier


def scripts() -> Dossier:
    """Have quotes, names and a title in the scripts that the reading fonts do not have."""
    dossier = Dossier("Αθήνα, Київ, القاهرة, ירושלים, 北京, 東京, 서울")
    parties = [dossier.party(name) for name in ("中华人民共和国", "ישראל")]
    issue = dossier.issue("停火 / 停戦 / 휴전")
    said = {
        "ar": "اتفق الجانبان على تبادل 1,000 أسير.",
        "he": "שני הצדדים הסכימו להפסקת אש של 30 יום.",
        "el": "Οι δύο πλευρές συμφώνησαν σε εκεχειρία.",
        "uk": "Сторони домовилися про обмін.",
        "zh": "双方同意在三十天内停火。",
        "ja": "双方は三十日間の停戦に合意した。",
        "ko": "양측은 30일간의 휴전에 합의했다.",
    }
    for number, (language, words) in enumerate(said.items()):
        document = dossier.document(words[:12], language=language)
        quote = dossier.quote(document, words)
        dossier.position(parties[number % 2], Stance.ACCEPTS, issue, words, quote)
        dossier.annotate(quote, words)
    return dossier
