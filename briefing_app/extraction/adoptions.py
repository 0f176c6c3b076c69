"""What a meeting adopts: "The Conference adopted the report by consensus", "the draft was approved as amended"."""

from __future__ import annotations

from dataclasses import replace

from briefing_app.domain.outcome import Status
from briefing_app.extraction import trees
from briefing_app.extraction.reserves import is_in_part
from briefing_app.extraction.scenes import JOINTLY, Finding, Scene
from briefing_app.extraction.tokens import Token


def adopted(scene: Scene) -> Finding | None:
    """Read that all of a meeting adopted a text, or did not; what one side approves is its own affair."""
    if not scene.takes("adopted") or scene.modal or scene.wished:
        return None
    token = scene.token
    if token.pos_ != "VERB" or token.dep_ in {"acl", "amod", "relcl", "xcomp", "pcomp"}:
        return None  # "the terms adopted in May" tells which
    text = trees.child(token, "nsubjpass") if scene.passive else trees.object_of(token)
    if not scene.one_of(text, "adopted", "texts") or not _is_by_all(scene):
        return None
    if scene.denied and not scene.passive and trees.is_perfect(token):
        return None  # "has not adopted a text since" tells nothing new
    if scene.denied:
        return replace(scene.finding(Status.REJECTED, cue=f"not {token.text}"), sure=True)
    partly = is_in_part(token, scene.reading.lexicon)
    status = Status.AGREED_PARTLY if partly else Status.AGREED
    return replace(scene.finding(status, who=JOINTLY), sure=True)


def _is_by_all(scene: Scene) -> bool:
    """Tell whether a meeting, or nobody in particular, does it."""
    doer = trees.agent_of(scene.token) if scene.passive else scene.subject
    if doer is None:
        return scene.passive
    return scene.one_of(doer, "adopted", "meetings") or _are_several(scene, doer)


def _are_several(scene: Scene, doer: Token) -> bool:
    who = scene.reading.who(scene.paragraph, doer)
    return who.joint or len(who.actors) > 1
