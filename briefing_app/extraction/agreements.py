"""What was settled: agreed by both, granted by one, laid down in a joint text, or hailed by somebody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing_app.domain.outcome import Status
from briefing_app.extraction import constructions, trees
from briefing_app.extraction.assertion import is_laid_down
from briefing_app.extraction.frames import extent
from briefing_app.extraction.reserves import is_in_part
from briefing_app.extraction.scenes import JOINTLY, Finding, Scene
from briefing_app.extraction.tokens import Token

PARTS = frozenset(
    {"xcomp", "amod", "compound", "acl", "pcomp"}
)  # of another's sentence, no statements
NEAR = 3
BESIDE = frozenset({"det", "poss", "amod", "compound", "nmod"})


def settled(scene: Scene) -> Finding | None:
    """Read that both agree on something, or one consents to what the other asked."""
    about = trees.complement(scene.token)
    if not scene.is_verb or scene.passive or scene.denied or about is None or scene.wished:
        return None
    if scene.modal not in {"", "shall"} or scene.token.dep_ in PARTS:
        return None
    if constructions.is_errand(scene.token):
        return None  # "met to agree on it" has agreed on nothing
    if scene.joint:
        return (
            scene.finding(_whole_or_part(scene, about), who=scene.who)
            if _is_joint_deal(scene, about)
            else None
        )
    granted = (
        scene.who.actors
        and scene.lemma in scene.words("agreed", "grants")
        and about.dep_ != "ccomp"
    )
    return scene.finding(_whole_or_part(scene, about), who=scene.who) if granted else None


def _is_joint_deal(scene: Scene, about: Token) -> bool:
    deal = trees.object_of(scene.token)
    if scene.lemma in scene.words("agreed", "shared_verbs"):
        return (
            scene.one_of(deal, "agreed", "common_ground")
            and deal is not None
            and not trees.lacks(deal)
        )
    if scene.lemma not in scene.words("agreed", "joint_verbs"):
        return False
    if about.dep_ == "ccomp" and not trees.modal_of(about) and about.tag_ != "VB":
        return False  # agreed that something is so
    return scene.lemma == "agree" or scene.one_of(deal, "agreed", "deals")


def _whole_or_part(scene: Scene, about: Token) -> Status:
    if any(each.lower_ == "at" and _is_later(each) for each in about.children):
        return Status.DEFERRED  # "agreed that it will be settled at a later date"
    near = {
        each.lower_
        for each in scene.token.subtree
        if each.i <= about.i + NEAR or each.dep_ in {"advmod", "pobj"}
    }
    partly = near & scene.words("agreed", "partly") or is_in_part(
        scene.token, scene.reading.lexicon
    )
    return Status.AGREED_PARTLY if partly else Status.AGREED


def _is_later(at: Token) -> bool:
    time = trees.child(at, "pobj")
    return time is not None and any(each.lower_ in {"later", "future"} for each in time.children)


def settled_passive(scene: Scene) -> Finding | None:
    """Read "a deal was reached" and "two matters were settled"."""
    subject = trees.child(scene.token, "nsubjpass")
    if (
        not scene.plain
        or scene.token.tag_ != "VBN"
        or not scene.passive
        or subject is None
        or trees.lacks(subject)
        or scene.token.dep_ == "relcl"  # "the provisions that are agreed" tells which
    ):
        return None
    deal = scene.one_of(subject, "agreed", "deals") or subject.lower_ in {"it", "that", "this"}
    if scene.lemma in scene.words("agreed", "passive_verbs") and (deal or scene.lemma == "agree"):
        return scene.finding(Status.AGREED, who=JOINTLY)
    return None


def closed_chapter(scene: Scene) -> Finding | None:
    """Read that they closed a chapter, in a participle or a main clause."""
    deal = trees.object_of(scene.token)
    if not scene.plain or not scene.joint or deal is None or trees.lacks(deal):
        return None
    closed = scene.lemma in scene.words("agreed", "closing_verbs") and scene.one_of(
        deal, "agreed", "closed"
    )
    return scene.finding(Status.AGREED, who=scene.who) if closed else None


def welcomed(scene: Scene) -> Finding | None:
    """Take a deal that somebody welcomes or announces for one that was made: "welcomes the two-month truce"."""
    deal = trees.object_of(scene.token)
    if (
        not scene.plain
        or deal is None
        or deal.i < scene.token.i
        or scene.lemma not in scene.words("agreed", "hailing_verbs")
    ):
        return None
    made = {each.lemma_.lower() for each in deal.subtree} & scene.words("agreed", "hailed")
    if not made or not scene.one_of(deal, "agreed", "deals"):
        return None
    return replace(scene.finding(Status.AGREED, head=deal, who=JOINTLY), cue=scene.token.text)


def laid_down(scene: Scene) -> Finding | None:
    """Read what a deal makes one side do: "under the deal the rebels will free 120 people"."""
    if not scene.is_verb or scene.passive or scene.denied or scene.modal != "will":
        return None
    if not scene.who or scene.token.dep_ in {"relcl", "xcomp"} or not is_laid_down(scene.token):
        return None
    return scene.finding(Status.AGREED, who=scene.who)


def contained(scene: Scene) -> Finding | None:
    """Read a term of a deal that was made: "the accord calls for a truce", "the pact obliges Peru to pay"."""
    if not scene.is_verb or not scene.takes("terms"):
        return None
    shared = scene.token.dep_ == "conj"  # "calls for a truce and provides for a fund"
    subject = scene.subject if shared else trees.child(scene.token, "nsubj")
    if subject is None or not _is_the_deal(scene, subject):
        return None
    told_to = any(
        each.tag_ == "VB" and each.dep_ in {"xcomp", "ccomp", "advcl"}
        for each in scene.token.rights
    )
    if scene.lemma in scene.words("terms", "binding") and not told_to:
        return None  # "the truce requires patience"
    if not _lays_down(scene) or trees.complement(scene.token) is None:
        return None
    bound = trees.child(scene.token, "dobj", "dative") if told_to else None
    who = scene.reading.who(scene.paragraph, bound)
    return replace(scene.finding(Status.AGREED, who=who or JOINTLY), sure=True)


def _lays_down(scene: Scene) -> bool:
    """Tell whether a predicate states a term, and not only by one side's account."""
    if scene.passive or scene.denied or scene.modal not in {"", "will", "shall"}:
        return False
    perfect = any(each.dep_ == "aux" and each.lemma_ == "have" for each in scene.token.children)
    one_sided = scene.said is not None and len(scene.said.who.actors) == 1
    return not perfect and not one_sided


def _is_the_deal(scene: Scene, noun: Token) -> bool:
    """Tell whether a noun means the deal that is made; "a deal", "Peru's pact", "the 1960 treaty" do not."""
    if noun.tag_ not in {"NN", "NNP"} or not scene.one_of(noun, "terms", "papers"):
        return False
    beside = [each for each in noun.children if each.dep_ in BESIDE]
    unmade = {each.lower_ for each in beside} & scene.words("terms", "unmade")
    ones = sum(scene.reading.hit(scene.paragraph, each) is not None for each in beside) == 1
    return not unmade and not ones and not any(each.like_num for each in noun.subtree)


def ordained(scene: Scene) -> Finding | None:
    """Read what a joint text lays down: "The Parties shall"."""
    subject = trees.child(scene.token, *trees.SUBJECTS)
    if not scene.is_verb or scene.modal != "shall" or scene.token.dep_ in {"relcl", "advcl"}:
        return None
    if scene.token.dep_ == "conj" and subject is None:
        return None
    if scene.takes("deferred"):
        return scene.finding(Status.DEFERRED, who=scene.who)
    if scene.one_of(subject, "scheduled", "meetings"):
        return scene.finding(Status.SCHEDULED, who=JOINTLY)
    return scene.finding(Status.AGREED, who=scene.who or JOINTLY)


def each_item(scene: Scene, found: Finding) -> Iterator[Finding]:
    """Give each of "agreed to swap ... and to reopen ..." an outcome of its own."""
    clause = trees.child(scene.token, "xcomp")
    settled_here = (
        found.status in {Status.AGREED, Status.AGREED_PARTLY} and found.head.i == scene.token.i
    )
    later = (
        [each for each in clause.children if each.dep_ == "conj" and each.pos_ == "VERB"]
        if clause is not None
        else []
    )
    if not settled_here or not later:
        yield found
        return
    yield replace(
        found, end=min([found.end, *(_before_and(scene.token, each.left_edge.i) for each in later)])
    )
    for each in later:
        first, end = extent(each, scene.reading.lexicon, whole=False)
        to = int(first > 0 and each.doc[first - 1].lower_ == "to")
        yield replace(found, head=each, first=first - to, end=end)


def _before_and(token: Token, at: int) -> int:
    while token.i < at and token.doc[at - 1].lower_ in {"and", ",", "but", "to"}:
        at -= 1
    return at
