"""What came of the talks: each finder looks at one predicate or noun and answers with a status or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing_app.domain.outcome import Status
from briefing_app.domain.position import Stance
from briefing_app.extraction import trees
from briefing_app.extraction.assertion import is_hypothetical, is_past
from briefing_app.extraction.attribution import Said, Voices, said_of
from briefing_app.extraction.frames import extent
from briefing_app.extraction.mentions import NOBODY, Reading, Who
from briefing_app.extraction.stances import holder_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing_app.extraction.parsing import Paragraph

PRESENT = frozenset({"VBZ", "VBP", "VB"})
TALKS = frozenset({"talk", "negotiation", "discussion", "round", "meeting", "session", "mediation", "consultation", "summit", "effort"})
CAN_FAIL = frozenset({"fail", "unable", "fall"})


@dataclass(frozen=True)
class Finding:
    """One outcome as a sentence shows it: its status, who must act, and the tokens that carry it."""

    paragraph: Paragraph
    head: Token
    status: Status
    first: int
    end: int
    cue: str
    responsible: Who = NOBODY
    needs_date: bool = False  # counts only with a date beside it


@dataclass(frozen=True)
class Scene:
    """A predicate with all that the finders ask about it."""

    reading: Reading
    paragraph: Paragraph
    token: Token
    subject: Token | None
    who: Who
    said: Said | None

    def words(self, kind: str, name: str) -> frozenset[str]:
        return self.reading.lexicon.outcomes[kind][name]

    @property
    def lemma(self) -> str:
        return self.token.lemma_.lower()

    @property
    def joint(self) -> bool:
        return self.who.joint or len(self.who.actors) > 1

    def finding(
        self,
        status: Status,
        *,
        head: Token | None = None,
        who: Who = NOBODY,
        cue: str = "",
        whole: bool = True,
    ) -> Finding:
        head = head if head is not None else self.token
        first, end = extent(head, self.reading.lexicon, whole=whole)
        return Finding(self.paragraph, head, status, first, end, cue or head.text, who)

    def with_date(self, status: Status, *, who: Who = NOBODY) -> Finding:
        return replace(self.finding(status, who=who), needs_date=True)


Finder = Callable[[Scene], "Finding | None"]


def find_outcomes(reading: Reading, heard: Voices) -> Iterator[Finding]:
    """Look at every word of the document; one word shows one outcome at most."""
    for paragraph in reading.paragraphs:
        for token in paragraph.doc:
            if token.pos_ not in {
                "VERB",
                "AUX",
                "NOUN",
                "ADJ",
                "PRON",
                "ADP",
                "SCONJ",
            } or is_hypothetical(token):
                continue
            said = said_of(reading, heard, paragraph, token)
            if (said is not None and said.asked) or is_past(token):
                continue
            subject = trees.subject_of(token)
            scene = Scene(
                reading,
                paragraph,
                token,
                subject,
                holder_of(reading, paragraph, subject, said),
                said,
            )
            found = next((each for finder in FINDERS if (each := finder(scene)) is not None), None)
            if found is not None:
                yield from _coordinated(scene, found)


def _coordinated(scene: Scene, found: Finding) -> Iterator[Finding]:
    """Give each of "agreed to swap ... and to reopen ..." an outcome of its own."""
    clause = trees.child(scene.token, "xcomp")
    if found.status not in {Status.AGREED, Status.AGREED_PARTLY} or found.head.i != scene.token.i or clause is None:
        yield found
        return
    later = [each.left_edge.i for each in clause.children if each.dep_ == "conj" and each.pos_ == "VERB"]
    yield replace(found, end=min([found.end, *(_before_and(scene, at) for at in later)]))
    for each in clause.children if clause is not None else ():
        if each.dep_ == "conj" and each.pos_ == "VERB":
            first, end = extent(each, scene.reading.lexicon, whole=False)
            first = first - 1 if first and each.doc[first - 1].lower_ == "to" else first
            yield replace(found, head=each, first=first, end=end)


def _before_and(scene: Scene, at: int) -> int:
    while scene.token.i < at and scene.token.doc[at - 1].lower_ in {"and", ",", "but", "to"}:
        at -= 1
    return at


# -- what was settled --------------------------------------------------------------------------------------------


def settled(scene: Scene) -> Finding | None:
    """Both agree on something; or one consents to what the other asked."""
    token, lemma = scene.token, scene.lemma
    if token.pos_ not in {"VERB", "AUX"} or trees.is_passive(token) or trees.is_denied(token):
        return None
    modal = trees.modal_of(token)
    if (
        (modal and modal != "shall")
        or token.dep_ in {"xcomp", "amod", "compound", "acl", "pcomp"}
        or _is_wished(token)
    ):
        return None
    about = trees.complement(token)
    if about is None:
        return None
    deal = trees.object_of(token)
    if scene.joint and lemma in scene.words("agreed", "joint_verbs"):
        if lemma in {"agree", "commit", "undertake"} or (
            deal is not None and deal.lemma_.lower() in scene.words("agreed", "deals")
        ):
            if about.dep_ == "ccomp" and not trees.modal_of(about) and about.tag_ != "VB":
                return None
            if lemma == "commit":
                return None
            return scene.finding(_part(scene, about), who=scene.who)
    if (
        scene.joint
        and lemma in {"find", "share"}
        and deal is not None
        and deal.lemma_.lower() in scene.words("agreed", "common_ground")
        and not trees.lacks(deal)
    ):
        return scene.finding(Status.AGREED, who=scene.who)
    if (
        scene.who.actors
        and lemma in {"consent", "agree"}
        and about.dep_ != "ccomp"
        and not scene.joint
    ):
        return scene.finding(_part(scene, about), who=scene.who)
    return None


def _part(scene: Scene, about: Token) -> Status:
    words = {
        each.lower_
        for each in scene.token.subtree
        if each.i <= about.i + 3 or each.dep_ in {"advmod", "pobj"}
    }
    return Status.AGREED_PARTLY if words & scene.words("agreed", "partly") else Status.AGREED


def _is_wished(token: Token) -> bool:
    """Tell whether a clause is only wished, demanded or expected by somebody."""
    for head, below in trees.ancestors(token):
        if head.lemma_ in {
            "want",
            "urge",
            "demand",
            "hope",
            "expect",
            "call",
            "ask",
            "press",
            "wish",
            "like",
            "need",
            "seek",
            "propose",
            "insist",
            "aim",
            "try",
            "intend",
            "refuse",
            "reject",
            "decline",
            "threaten",
            "require",
            "mean",
        }:
            return below.dep_ in {"ccomp", "xcomp", "advcl", "prep", "dobj"}
    return False


def settled_passive(scene: Scene) -> Finding | None:
    """A deal was reached; two matters were settled; the chapters have been closed."""
    token = scene.token
    if (
        token.pos_ != "VERB"
        or token.tag_ != "VBN"
        or not trees.is_passive(token)
        or trees.is_denied(token)
        or trees.modal_of(token)
    ):
        return None
    subject = trees.child(token, "nsubjpass")
    if subject is None or _is_wished(token) or trees.lacks(subject):
        return None
    deal = subject.lemma_.lower() in scene.words("agreed", "deals") or subject.lower_ in {
        "it",
        "that",
        "this",
    }
    if scene.lemma in scene.words("agreed", "passive_verbs") and (deal or scene.lemma == "agree"):
        return scene.finding(Status.AGREED, who=Who(joint=True))
    return None


def closed_chapter(scene: Scene) -> Finding | None:
    """They closed a chapter or a gap, in a participle or a main clause."""
    deal = trees.object_of(scene.token)
    if (
        scene.token.pos_ != "VERB"
        or deal is None
        or scene.lemma not in {"close", "conclude", "complete"}
        or trees.is_denied(scene.token)
    ):
        return None
    if (
        deal.lemma_ not in {"chapter", "deal", "agreement", "text", "file"}
        or trees.modal_of(scene.token)
        or not scene.joint
        or trees.lacks(deal)
    ):
        return None
    return scene.finding(Status.AGREED, who=scene.who, whole=False)


def welcomed(scene: Scene) -> Finding | None:
    """A deal that somebody welcomes or announces is one that was made: "the announcement of a two-month truce"."""
    if (
        scene.token.pos_ != "VERB"
        or scene.lemma not in {"welcome", "announce", "hail"}
        or trees.is_denied(scene.token)
        or trees.modal_of(scene.token)
    ):
        return None
    deal = trees.object_of(scene.token)
    if deal is None or deal.i < scene.token.i:
        return None
    words = {each.lemma_.lower() for each in deal.subtree} & {
        "truce",
        "ceasefire",
        "agreement",
        "deal",
        "accord",
        "extension",
        "pact",
    }
    if not words or deal.lemma_.lower() not in scene.words("agreed", "deals"):
        return None
    return replace(
        scene.finding(Status.AGREED, head=deal, who=Who(joint=True)), cue=scene.token.text
    )


def ordained(scene: Scene) -> Finding | None:
    """What a joint text lays down: "The Parties shall", "The Council undertakes"."""
    token = scene.token
    if (
        token.pos_ not in {"VERB", "AUX"}
        or trees.modal_of(token) != "shall"
        or token.dep_ in {"relcl", "advcl"}
    ):
        return None
    if token.dep_ == "conj" and trees.child(token, *trees.SUBJECTS) is None:
        return None
    later = _later(scene)
    subject = trees.child(token, *trees.SUBJECTS)
    who = scene.who if scene.who else Who(joint=True)
    if later:
        return scene.finding(Status.DEFERRED, who=who if scene.who else NOBODY)
    if subject is not None and subject.lemma_.lower() in {"round", "meeting", "session", "summit"}:
        return scene.finding(Status.SCHEDULED, who=Who(joint=True))
    return scene.finding(Status.AGREED, who=who)


# -- what was not ------------------------------------------------------------------------------------------------


def nothing_came(scene: Scene) -> Finding | None:
    """No breakthrough, no agreement on it, without result, none on the pipeline."""
    token = scene.token
    if (
        token.pos_ == "NOUN"
        and token.lemma_.lower() in scene.words("no_agreement", "results")
        and trees.lacks(token)
    ):
        return _lack(scene, token)
    if token.lower_ == "none" and any(each.lower_ in {"on", "over"} for each in token.children):
        first, end = extent(token, scene.reading.lexicon)
        return Finding(scene.paragraph, token, Status.NO_AGREEMENT, first, end, "none")
    if token.lower_ == "without":
        inner = trees.child(token, "pobj", "pcomp")
        if inner is None:
            return None
        result = inner.lemma_.lower() in scene.words(
            "no_agreement", "results"
        ) or inner.lemma_.lower() in scene.words("no_agreement", "reach_verbs")
        verb = token.head
        talks = _about_talks(
            scene,
            trees.subject_of(verb),
            holder_of(scene.reading, scene.paragraph, trees.subject_of(verb), scene.said),
        )
        if result and talks and verb.pos_ in {"VERB", "AUX"} and not _is_wished(verb):
            return replace(
                scene.finding(Status.NO_AGREEMENT, head=verb), cue=f"without {inner.text}"
            )
    return None


def _lack(scene: Scene, noun: Token) -> Finding | None:
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "with" else noun.head
    if verb.pos_ not in {"VERB", "AUX"}:
        first, end = extent(noun, scene.reading.lexicon)
        return (
            Finding(scene.paragraph, noun, Status.NO_AGREEMENT, first, end, f"no {noun.text}")
            if noun.dep_ == "ROOT"
            else None
        )
    if (
        noun.dep_ == "dobj"
        and verb.lemma_ in {"see", "have", "want", "make", "need"}
        and not scene_is_joint(scene, verb)
    ):
        return None
    if _is_wished(verb) or trees.modal_of(verb) in {"must", "should", "can", "could", "would"}:
        return None
    if noun.dep_ == "attr" and trees.child(verb, "expl") is not None:
        end = max(each.i for part in noun.children if part.dep_ == "prep" for each in part.subtree) + 1 if any(part.dep_ == "prep" for part in noun.children) else noun.i + 1
        cut = next((each.i for each in noun.doc[noun.i : end] if each.text in {",", ";"}), end)
        first = min(each.i for each in verb.children if each.dep_ == "expl")
        return None if _only_supposed(scene, verb) else Finding(scene.paragraph, noun, Status.NO_AGREEMENT, first, cut, f"no {noun.text}")
    shared = verb.dep_ == "conj" and trees.child(verb, *trees.SUBJECTS) is None
    found = replace(scene.finding(Status.NO_AGREEMENT, head=verb), cue=f"no {noun.text}")
    return replace(found, first=extent(verb.head, scene.reading.lexicon)[0]) if shared else found


def _only_supposed(scene: Scene, verb: Token) -> bool:
    """Tell whether "there is no settlement without it" is somebody's argument and not a report."""
    return scene.said is not None and scene.said.quoted and verb.tag_ in PRESENT and any(each.lower_ in {"without", "unless", "if"} for each in verb.sent)


def scene_is_joint(scene: Scene, verb: Token) -> bool:
    subject = trees.subject_of(verb)
    who = holder_of(scene.reading, scene.paragraph, subject, scene.said)
    return (
        who.joint
        or len(who.actors) > 1
        or (subject is not None and subject.lemma_.lower() in scene.words("no_agreement", "talks"))
    )


def _about_talks(scene: Scene, subject: Token | None, who: Who) -> bool:
    return (
        who.joint
        or len(who.actors) > 1
        or (subject is not None and subject.lemma_.lower() in scene.words("no_agreement", "talks"))
    )


def failed(scene: Scene) -> Finding | None:
    """The sides failed to agree, could not bridge it, have not agreed, broke up."""
    token, lemma = scene.token, scene.lemma
    if token.pos_ not in {"VERB", "AUX", "ADJ"} or _is_wished(token):
        return None
    talks = _about_talks(scene, scene.subject, scene.who)
    if lemma in CAN_FAIL:
        clause = trees.child(token, "xcomp")
        several = talks or (scene.subject is not None and trees.child(scene.subject, "conj") is not None)
        if clause is not None and clause.lemma_.lower() in scene.words("no_agreement", "reach_verbs") and several:
            return scene.finding(Status.NO_AGREEMENT, cue=f"{token.text} to {clause.text}")
        if lemma == "fail" and clause is None and scene.subject is not None and scene.subject.lemma_ in TALKS and not trees.is_denied(token):
            return scene.finding(Status.NO_AGREEMENT)
        return None
    if (
        lemma in scene.words("no_agreement", "reach_verbs")
        and trees.is_denied(token)
        and talks
        and token.pos_ == "VERB"
    ):
        if token.dep_ == "xcomp" and token.head.lemma_ in CAN_FAIL:
            return None
        if trees.modal_of(token) in {"must", "should", "shall", "would"} or (
            lemma in {"make", "move", "come", "close", "extend", "renew", "bring", "find"}
            and not _reaches(scene)
        ):
            return None
        return scene.finding(Status.NO_AGREEMENT, cue=f"not {token.text}")
    if (
        lemma in {"collapse", "founder", "stall", "deadlock", "break"}
        and talks
        and not scene.joint
        and not trees.modal_of(token)
        and not trees.is_denied(token)
    ):
        broken = (
            lemma != "break" or trees.particle(token, frozenset({"down", "up", "off"})) is not None
        )
        return (
            scene.finding(Status.NO_AGREEMENT)
            if broken
            and token.tag_ in {"VBD", "VBN", "VBZ", "VBP"}
            and scene.subject is not None
            and scene.subject.lemma_
            in {
                "talk",
                "negotiation",
                "discussion",
                "round",
                "meeting",
                "session",
                "mediation",
                "consultation",
                "summit",
            }
            else None
        )
    return None


def _reaches(scene: Scene) -> bool:
    noun = trees.object_of(scene.token) or trees.child(scene.token, "nsubjpass")
    return noun is not None and noun.lemma_.lower() in scene.words(
        "no_agreement", "results"
    ) | scene.words("agreed", "deals")


def divided(scene: Scene) -> Finding | None:
    """They remain deeply divided; the gap is no narrower."""
    token = scene.token
    if scene.lemma not in scene.words(
        "no_agreement", "divided"
    ) and token.lower_ not in scene.words("no_agreement", "divided"):
        return None
    verb = token if trees.child(token, "auxpass", "aux") is not None else token.head
    if (
        verb.lemma_ not in {"remain", "stay", "be", "divide", "leave", "split", "appear"}
        and verb.i != token.i
    ):
        return None
    subject = trees.subject_of(verb)
    who = holder_of(scene.reading, scene.paragraph, subject, scene.said)
    if _about_talks(scene, subject, who) and not trees.is_denied(verb) and not _is_wished(verb):
        gap = subject is not None and subject.lemma_ in {"gap", "difference", "dispute"}
        if token.lower_ in {"divided", "apart", "deadlocked", "split", "stalled"} or gap:
            return scene.finding(Status.NO_AGREEMENT, head=verb, cue=token.text)
    return None


def _later(scene: Scene) -> bool:
    """Tell whether a predicate puts something off."""
    token = scene.token
    particles = scene.reading.lexicon.outcome_verbs["deferred"].get(scene.lemma)
    if particles is None:
        return False
    return "" in particles or any(
        trees.particle(token, frozenset(each.split())) for each in particles
    )


def put_off(scene: Scene) -> Finding | None:
    """Left for a later session, referred to a committee, adjourned."""
    token = scene.token
    if (
        token.pos_ != "VERB"
        or not _later(scene)
        or trees.is_denied(token)
        or _is_wished(token)
        or trees.modal_of(token) in {"must", "should", "could", "can"}
    ):
        return None
    subject = (
        scene.subject
        if trees.is_passive(token) or scene.lemma in {"go", "return", "adjourn"}
        else trees.object_of(token)
    )
    if subject is None:
        return None
    named = subject.lemma_.lower() in scene.words("deferred", "subjects") or bool(
        scene.words("deferred", "subjects") & {each.lemma_.lower() for each in subject.children}
    )
    named_actor = scene.who.actors and subject.lower_ not in {"it", "that", "this"}
    if not named or (named_actor and scene.lemma in {"suspend", "delay", "return", "go"}):
        return None
    if scene.lemma in {"go", "return"} and not any(
        each.lemma_.lower()
        in {
            "committee",
            "commission",
            "capital",
            "parliament",
            "minister",
            "group",
            "body",
            "expert",
        }
        for each in token.subtree
    ):
        return None
    if scene.lemma == "leave" and not any(
        each.lower_
        in {"later", "next", "future", "experts", "committee", "another", "session", "round"}
        for each in token.subtree
    ):
        return None
    return scene.finding(Status.DEFERRED)


def taken_back(scene: Scene) -> Finding | None:
    """The proposal was withdrawn; the meeting has been dropped or called off."""
    token = scene.token
    particles = scene.reading.lexicon.outcome_verbs["withdrawn"].get(scene.lemma)
    if token.pos_ != "VERB" or _is_wished(token) or trees.modal_of(token):
        return None
    passive = trees.is_passive(token)
    noun = trees.child(token, "nsubjpass") if passive else trees.object_of(token)
    if noun is None or noun.lemma_.lower() not in scene.words("withdrawn", "objects"):
        return None
    if scene.lemma == "pursue" and trees.is_denied(token) and passive:
        return scene.finding(Status.WITHDRAWN, cue=f"not {token.text}")
    if particles is None or trees.is_denied(token):
        return None
    if "" not in particles and not trees.particle(token, particles):
        return None
    if not passive and (not scene.who or noun.lemma_ in {"demand", "request"}):
        return None
    return scene.finding(Status.WITHDRAWN)


def breached(scene: Scene) -> Finding | None:
    token = scene.token
    particles = scene.reading.lexicon.outcome_verbs["breached"].get(scene.lemma)
    if (
        token.pos_ != "VERB"
        or particles is None
        or trees.is_denied(token)
        or trees.modal_of(token)
        or _is_wished(token)
    ):
        return None
    noun = trees.child(token, "nsubjpass") if trees.is_passive(token) else trees.object_of(token)
    if (
        noun is None
        or noun.lemma_.lower() not in scene.words("breached", "objects")
        or (noun.lemma_ in {"it", "condition", "term"} and not scene.who)
    ):
        return None
    return scene.finding(Status.BREACHED, who=scene.who if not trees.is_passive(token) else NOBODY)


# -- what is on its way ------------------------------------------------------------------------------------------


def awaited(scene: Scene) -> Finding | None:
    """An answer is due: "waiting for Russia's response", "is due to answer", "has yet to reply"."""
    token, lemma = scene.token, scene.lemma
    if token.pos_ not in {"VERB", "ADJ", "AUX", "NOUN"}:
        return None
    answers, answering = scene.words("awaiting", "answers"), scene.words("awaiting", "answering")
    particles = scene.reading.lexicon.outcome_verbs["awaiting"].get(lemma)
    if particles is not None and token.pos_ == "VERB":
        noun = trees.complement(token)
        if noun is not None and noun.lemma_.lower() in answers:
            owner = trees.child(noun, "poss")
            who = scene.reading.who(scene.paragraph, owner) if owner is not None else NOBODY
            return scene.finding(Status.AWAITING_RESPONSE, who=who)
    if lemma in answering and token.pos_ == "VERB":
        above = token.head
        due = token.dep_ == "xcomp" and (
            above.lemma_ in {"due", "expect", "expected", "go", "have", "likely", "set"}
        )
        if (
            due
            and above.lemma_ == "have"
            and not any(each.lower_ == "yet" for each in above.children)
        ):
            due = False
        if due and lemma not in {"say", "comment", "announce"} and not trees.is_denied(above):
            return scene.finding(Status.AWAITING_RESPONSE, head=above, who=scene.who)
        yet = any(each.lower_ == "yet" for each in token.children) and trees.is_denied(token)
        if yet and scene.who:
            return scene.finding(
                Status.AWAITING_RESPONSE, who=scene.who, cue=f"not yet {token.text}"
            )
        if (
            trees.modal_of(token) == "will"
            and lemma in {"answer", "respond", "reply", "decide"}
            and scene.who
        ):
            return scene.with_date(Status.AWAITING_RESPONSE, who=scene.who)
    if (
        lemma == "give"
        and trees.modal_of(token) == "will"
        and (noun := trees.object_of(token)) is not None
        and noun.lemma_ in answers
        and scene.who
    ):
        return scene.finding(
            Status.AWAITING_RESPONSE, who=scene.who, cue=f"{token.text} {noun.text}"
        )
    if (
        lemma in answers
        and token.pos_ == "NOUN"
        and token.dep_ == "nsubjpass"
        and token.head.lemma_ in {"expect", "await", "schedule"}
    ):
        owner = trees.child(token, "poss")
        return scene.finding(
            Status.AWAITING_RESPONSE,
            head=token.head,
            who=scene.reading.who(scene.paragraph, owner) if owner is not None else NOBODY,
        )
    return None


def fixed(scene: Scene) -> Finding | None:
    """A step with its day: "are to meet on 7 May", "will resume on Monday", "is scheduled for"."""
    token, lemma = scene.token, scene.lemma
    if (
        token.pos_ not in {"VERB", "AUX", "ADJ"}
        or trees.is_denied(token)
        or scene.subject is None
        or _is_wished(token)
    ):
        return None
    event = (
        scene.subject.lemma_.lower() in scene.words("scheduled", "events")
        or scene.joint
        or any(
            each.lemma_.lower() in scene.words("scheduled", "events")
            for each in scene.subject.subtree
            if each.dep_ in {"compound", "poss"}
        )
    )
    if (
        not event
        or scene.subject.lemma_.lower() in {"it", "they"}
        and not scene.joint
        and lemma not in {"resume", "meet"}
    ):
        return None
    above = token.head
    to_come = trees.modal_of(token) in {"will", "shall", "would"} or (
        token.dep_ == "xcomp"
        and above.lemma_
        in {"be", "due", "set", "schedule", "expect", "plan", "slate", "agree", "likely"}
        and trees.modal_of(above) == ""
    )
    if (
        lemma in {"schedule", "set", "plan", "slate", "fix", "pencil"}
        and trees.is_passive(token)
        and trees.child(token, "xcomp") is None
    ):
        return scene.with_date(Status.SCHEDULED, who=Who(joint=True))
    if not to_come or lemma not in {
        one.split()[0] for one in scene.reading.lexicon.outcome_verbs["scheduled"]
    }:
        return None
    head = above if token.dep_ == "xcomp" else token
    found = scene.finding(
        Status.SCHEDULED, head=head, who=scene.who if scene.who else Who(joint=True)
    )
    return replace(found, needs_date=True)


def carried_out(scene: Scene) -> Finding | None:
    """What is reported as done: "have all been let go", "were exchanged on Monday"."""
    token, lemma = scene.token, scene.lemma
    particles = scene.reading.lexicon.outcome_verbs["done"].get(lemma)
    if (
        token.pos_ != "VERB"
        or particles is None
        or trees.is_denied(token)
        or trees.modal_of(token)
        or _is_wished(token)
        or token.dep_ in {"xcomp", "acl", "relcl", "amod"}
    ):
        return None
    if "" not in particles and not any(
        each.lower_ in particles or each.lemma_ in particles for each in token.children
    ):
        return None
    passive = trees.is_passive(token)
    noun = trees.child(token, "nsubjpass") if passive else trees.object_of(token)
    if noun is None:
        return None
    if noun.lemma_.lower() not in scene.words("done", "objects") and trees.child(noun, "nummod") is None:
        return None
    perfect = any(
        each.lemma_ == "have" and each.dep_ == "aux" and each.lower_ in {"have", "has", "'ve"}
        for each in token.children
    )
    counted = any(each.dep_ == "nummod" for each in noun.children) and token.tag_ in {"VBD", "VBN"}
    if not (perfect or counted) or (not passive and not scene.who):
        return None
    return scene.finding(Status.DONE, who=scene.who)


def no_date(scene: Scene) -> Finding | None:
    """That a meeting has no date is what came of it."""
    token = scene.token
    if (
        token.pos_ != "NOUN"
        or token.lemma_ not in {"date", "round", "meeting", "negotiation", "talk", "session", "discussion"}
        or not trees.lacks(token)
        or token.dep_ not in {"nsubjpass", "dobj"}
    ):
        return None
    if token.head.lemma_ not in {"set", "fix", "schedule", "agree", "announce", "plan"}:
        return None
    verb = token.head
    head = (
        verb.head
        if verb.dep_ == "advcl" and verb.head.pos_ == "VERB" and verb.i > verb.head.i
        else verb
    )
    first, _end = extent(head, scene.reading.lexicon)
    _first, end = extent(verb, scene.reading.lexicon)
    return Finding(scene.paragraph, head, Status.NO_AGREEMENT, first, end, f"no {token.text}")


FINDERS: tuple[Finder, ...] = (
    no_date, ordained, awaited, nothing_came, failed, divided, closed_chapter, settled, settled_passive, welcomed, taken_back, breached, put_off, fixed, carried_out,
)  # fmt: skip

FROM_STANCE = {Stance.PLEDGES: Status.PLEDGED, Stance.PROPOSES: Status.PROPOSED}
