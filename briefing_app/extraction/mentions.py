"""Whom a noun phrase means: the party behind a minister, a capital, a delegation, a pronoun."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from briefing_app.extraction import trees
from briefing_app.extraction.cast import Cast, Hit
from briefing_app.extraction.coreference import PLURAL, antecedent, last_of_kind
from briefing_app.extraction.lexicon import Lexicon
from briefing_app.extraction.listening import unasked
from briefing_app.extraction.parsing import Paragraph
from briefing_app.extraction.principals import group_spoken_for, principals_of
from briefing_app.extraction.tokens import Token
from briefing_app.extraction.who import NOBODY, Mention, Who

FIRST = frozenset({"i", "we", "us", "our", "my", "me", "ours", "ourselves", "'s"})
DEFINITE = frozenset({"the", "its", "his", "her", "their", "this", "that"})
PRINCIPALLED = frozenset(
    {"state", "armed", "bloc", "group"}
)  # kinds whose common noun stands for the one named beside it
SEVERAL = frozenset({"three", "four"})  # which with an adjective may be some of them
TELLING_APART = frozenset({"amod", "compound", "nmod", "poss", "prep"})  # "the council of elders"
WHOLE = frozenset({"state", "bloc"})  # "the union" is not the European one
ANYWHERE = frozenset({"source", "insider"})  # whose side stays untold however often they speak
OFFICES = frozenset({"secretary", "president", "minister", "premier", "chancellor", "king", "emir"})
MOST_CONJUNCTS = 20
DEEPEST = 25  # "the aide of the head of the office of ..."


@dataclass
class Mentioned:
    """Who is mentioned in a paragraph, as far as it has been gone through."""

    found: list[Mention] = field(default_factory=list[Mention])
    reached: int = 0  # the token to go on with
    busy: bool = False


@dataclass
class Reading:
    """A parsed document together with who is named in it. Answers are kept, as the same nouns are asked for often."""

    text: str
    paragraphs: Sequence[Paragraph]
    lexicon: Lexicon
    cast: Cast
    classes: dict[str, int] = field(default_factory=dict[str, int])  # "rebel": the one armed party
    genders: dict[str, str] = field(
        default_factory=dict[str, str]
    )  # by surname, where a title tells
    known: dict[tuple[int, int], Who] = field(default_factory=dict[tuple[int, int], Who])
    depth: int = 0  # how many nouns are being asked for within each other
    mentioned: dict[int, Mentioned] = field(default_factory=dict[int, Mentioned])
    issuer: Who = NOBODY  # of the whole document
    ask: Callable[[], None] = unasked

    def each_paragraph(self) -> Iterator[Paragraph]:
        """Go through the document, asking before each paragraph; what is raised then ends the work."""
        for paragraph in self.paragraphs:
            self.ask()
            yield paragraph

    def forget(self) -> None:
        """Drop the answers kept so far, once more is known of who is who."""
        self.known.clear()
        self.mentioned.clear()

    def hit(self, paragraph: Paragraph, token: Token) -> Hit | None:
        return self.cast.hits.get((paragraph.number, token.i))

    def who(self, paragraph: Paragraph, token: Token | None) -> Who:
        """Return whom a noun phrase means, by its head; with "and", all of them."""
        if token is None:
            return NOBODY
        key = (paragraph.number, token.i)
        if key not in self.known and self.depth < DEEPEST:
            self.known[key] = NOBODY  # breaks the circle of a pronoun that leads to itself
            self.depth += 1
            self.known[key] = self._with_conjuncts(paragraph, token)
            self.depth -= 1
        return self.known.get(key, NOBODY)

    def _with_conjuncts(self, paragraph: Paragraph, token: Token) -> Who:
        own = self.alone(paragraph, token)
        if own.joint:
            return own
        others = [
            self.alone(paragraph, each) for each in trees.conjuncts(token, most=MOST_CONJUNCTS)
        ]
        actors = tuple(dict.fromkeys(actor for each in (own, *others) for actor in each.actors))
        return Who(actors, person=own.person, unnamed=own.unnamed and not actors) if others else own

    def alone(self, paragraph: Paragraph, token: Token) -> Who:
        """Return whom a noun phrase means without those that an "and" joins to it."""
        token = self._counted(paragraph, token)
        hit = self.hit(paragraph, token)
        if hit is not None:
            group = group_spoken_for(self, paragraph, hit)
            return Who((hit.actor if group is None else group,), person=hit.form == "person")
        if token.lower_ in FIRST and token.pos_ in {"PRON", "DET"}:
            return NOBODY  # "we" is whoever speaks
        if token.pos_ in {"PRON", "DET"} or token.lower_ in PLURAL:
            return antecedent(self, paragraph, token)
        return self._noun(paragraph, token)

    def _counted(self, paragraph: Paragraph, token: Token) -> Token:
        """Return the countries that a noun only counts: "a number of Gulf states", not "of Peruvians"."""
        counts = token.lemma_.lower() in self.lexicon.actors["amounts"]
        of_what = trees.of_what(token) if counts else None
        hit = self.hit(paragraph, of_what) if of_what is not None else None
        bloc = hit is not None and self.cast.actors[hit.actor].kind == "bloc"
        return of_what if of_what is not None and bloc else token

    def _noun(self, paragraph: Paragraph, token: Token) -> Who:
        lemma, actors = token.lemma_.lower(), self.lexicon.actors
        person = lemma in actors["persons"] or _may_be_a_person(token)
        stands = (
            lemma in actors["agents"]
            or lemma in actors["papers"]
            or self.class_of(token) in PRINCIPALLED
            or self._is_named_as(paragraph, token)
            or token.pos_ == "PROPN"
        )
        principals = principals_of(self, paragraph, token) if stands else ()
        if principals and (fighting := self._of_a_nation(token, principals[0])) is not None:
            return Who((fighting,))
        if principals:
            return Who(principals, person=person and token.tag_ in {"NN", "NNP"})
        if self._is_joint(token):
            return Who(joint=True)
        appositive = trees.child(token, "appos")
        if appositive is not None and self.hit(paragraph, appositive) is not None:
            return self.alone(paragraph, appositive)
        definite = any(each.lower_ in DEFINITE for each in token.children)
        if lemma in actors["sources"] and (not definite or lemma in ANYWHERE):
            return Who(person=True, unnamed=True)
        actor = self._common(paragraph, token)
        if actor is not None:
            return Who((actor,), person=person and token.tag_ in {"NN", "NNP"})
        if kind := self._kind_meant(token):
            return last_of_kind(self, paragraph, token, kind)
        named = definite or token.pos_ == "PROPN"
        return Who(person=person, unnamed=person and not named)

    def _of_a_nation(self, token: Token, principal: int) -> int | None:
        """Return the one armed side, which "the Palestinian group" is: it is not the nation that it is of."""
        armed = token.lemma_.lower() in self.lexicon.classes["armed"]
        of_nation = self.cast.actors[principal].kind in {"state", "seat"}
        common = token.tag_ in {"NN", "NNS"}
        return self.cast.only_armed if armed and of_nation and common else None

    def _is_own_office(self, token: Token) -> bool:
        """Tell whether a document speaks of its issuer's head, as nothing says whose it is: "The Secretary urged"."""
        bare = [each.lower_ for each in token.children] == ["the"]
        return bare and token.lower_ in OFFICES and token.text[0].isupper()

    def _is_named_as(self, paragraph: Paragraph, token: Token) -> bool:
        """Tell whether one of a noun's kind is named beside it: "the NASUWT union", not "the Volkswagen workers"."""
        hits = (self.hit(paragraph, each) for each in token.children if each.dep_ == "compound")
        kinds = {self.cast.actors[hit.actor].kind for hit in hits if hit is not None}
        return self.class_of(token) in kinds

    def _common(self, paragraph: Paragraph, token: Token) -> int | None:
        """Return who a common noun stands for: the one of a class, of a longer name, or who governs."""
        lemma = token.lemma_.lower()
        if self.issuer.actors and self._is_own_office(token):
            return self.issuer.actors[0]
        if self._is_of_another(token) or _is_one_of_many(token):
            return None
        if lemma in self.classes:
            return self.classes[lemma]
        if (named := self._by_head(paragraph, token)) is not None:
            return named
        return self.classes.get("government") if self._governs(token) else None

    def _governs(self, token: Token) -> bool:
        """Tell whether somebody may be of a government: "the health secretary", but not "the secretary of the club"."""
        actors = self.lexicon.actors
        beside = {each.lower_ for each in token.children if each.dep_ in {"amod", "compound"}}
        more = any(each.dep_ in {"prep", "poss", "nmod"} for each in token.children)
        fits = beside <= actors["portfolios"] and not more and _is_definite(token)
        return fits and token.lemma_.lower() in actors["governing"]

    def _kind_meant(self, token: Token) -> str:
        """Return of which kind a definite noun tells: "the army", and "ministers" alone."""
        lemma = token.lemma_.lower()
        if lemma == "minister" and token.tag_ == "NNS" and not list(token.children):
            return "state"  # "ministers would create 2,000 places"
        if self._is_of_another(token):
            return ""
        kind = "state" if lemma in self.lexicon.actors["offices"] else self.class_of(token)
        return kind if _is_definite(token) else ""

    def _is_of_another(self, token: Token) -> bool:
        """Tell whether a noun ends a longer name, or is the rebels': "Federal Trade Commission", "rebel government"."""
        actors, lemma = self.lexicon.actors, token.lemma_.lower()
        before = [each for each in token.children if each.dep_ in {"compound", "amod"}]
        named = any(
            each.dep_ == "compound"
            and each.pos_ == "PROPN"
            and each.lower_ not in actors["portfolios"]
            for each in before
        )
        governs = lemma in self.lexicon.classes["state"]
        return named or (governs and any(x.lemma_.lower() in actors["opponents"] for x in before))

    def _by_head(self, paragraph: Paragraph, token: Token) -> int | None:
        """Return whose name "the guild" or "the Platform" shortens, where it was named before and can be only one's."""
        if token.tag_ in {"NNS", "NNPS"} or not _is_definite(token):
            return None
        if any(each.dep_ in TELLING_APART for each in token.children):
            return None
        named = self.cast.by_head.get(token.lower_)
        if named is not None and self.cast.first_named[named] > (paragraph.number, token.i):
            return None  # "the Council" of a text that goes on to the Judicial Council
        kind = self.cast.actors[named].kind if named is not None else "state"
        if token.pos_ == "PROPN":
            return named if kind != "state" else None  # "the House" is not the White House
        return named if token.lower_ in self.lexicon.bodies and kind not in WHOLE else None

    def kind_of(self, who: Who) -> str:
        """Return the kind of the one actor that some words mean."""
        return self.cast.actors[who.actors[0]].kind if len(who.actors) == 1 else ""

    def class_of(self, token: Token) -> str:
        """Return the kind of party that a common noun may stand for."""
        lemma = token.lemma_.lower()
        return next((kind for kind, words in self.lexicon.classes.items() if lemma in words), "")

    def _is_joint(self, token: Token) -> bool:
        """Tell whether a plural means all the parties: "both sides", "the two leaders", "the delegations"."""
        lemma, actors = token.lemma_.lower(), self.lexicon.actors
        if lemma not in actors["joint"]:
            return False
        marks = {each.lower_ for each in token.children} & actors["joint_marks"]
        told = {each.lower_ for each in token.children if each.dep_ in {"amod", "compound", "poss"}}
        told -= actors["joint_epithets"] | marks
        nobodys = lemma in actors["sources"] and "both" not in marks  # as "two diplomats" are
        some = bool(told) and bool(marks & SEVERAL)  # "the four South American countries"
        if marks and not nobodys and not some:
            return True
        one_sides = lemma in actors["governing"] and "government" in self.classes
        if token.tag_ not in {"NNS", "NNPS"} or told or one_sides:
            return False
        definite = any(each.lower_ in DEFINITE for each in token.children)
        return lemma in actors["plainly_joint"] or (
            definite and lemma in actors["definitely_joint"]
        )

    def mentions(self, paragraph: Paragraph, before: int | None = None) -> list[Mention]:
        """Return who is mentioned in a paragraph, in order, at least up to a token; all of it, where none is given.

        It is gone through no further than is asked: whom "her minister" means depends on whom "her" means, and not
        the other way round. While it is being gone through, the answer is what is known so far.
        """
        known = self.mentioned.setdefault(paragraph.number, Mentioned())
        end = len(paragraph.doc) if before is None else before
        while known.reached < end and not known.busy:
            known.busy = True
            mention = self._mention(paragraph, paragraph.doc[known.reached])
            known.found += [mention] if mention is not None else []
            known.reached, known.busy = known.reached + 1, False
        return known.found

    def _mention(self, paragraph: Paragraph, token: Token) -> Mention | None:
        who = self.who(paragraph, token) if self._may_mention(paragraph, token) else NOBODY
        if not who and not who.person:
            return None
        plural = token.tag_ in {"NNS", "NNPS"} or len(who.actors) > 1
        gender = self.genders.get(token.text, "")
        return Mention(token.i, who, token.dep_ in trees.SUBJECTS, plural, gender)

    def _may_mention(self, paragraph: Paragraph, token: Token) -> bool:
        """Tell whether a word may be the head of a mention; "Swiss" in "a Swiss diplomat" is not."""
        hit, modifies = self.hit(paragraph, token), token.dep_ in {"amod", "compound", "nmod"}
        if token.pos_ not in {"NOUN", "PROPN", "ADJ"} or token.dep_ == "compound":
            return False
        if hit is None:
            return token.pos_ != "ADJ"
        return token.i == hit.end - 1 and not (
            modifies and (hit.form == "demonym" or token.pos_ == "ADJ")
        )


def _is_one_of_many(token: Token) -> bool:
    """Tell whether a noun brings in somebody new: "a coalition of forest nations"."""
    described = any(each.dep_ in {"prep", "acl", "relcl"} for each in token.children)
    return described and any(each.lower_ in {"a", "an"} for each in token.children)


def _is_definite(token: Token) -> bool:
    return any(each.lower_ == "the" and each.dep_ == "det" for each in token.children)


def _may_be_a_person(token: Token) -> bool:
    """Tell whether a name may be somebody's: what the model does not know is so more often than not."""
    return token.ent_type_ == "PERSON" or (token.pos_ == "PROPN" and not token.ent_type_)
