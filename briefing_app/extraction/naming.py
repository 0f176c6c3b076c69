"""What kind of actor a name belongs to, by its last word and by what it does in its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.extraction import trees
from briefing_app.extraction.tokens import Doc, Token

if TYPE_CHECKING:
    from briefing_app.extraction.lexicon import Lexicon

SHORTEST = 3  # letters of a name that stands alone
BOTH = 2
NAMED = frozenset({"named", "called"})
FURTHEST = 6  # words before a name in which its bearer is
QUOTES = frozenset({'"', "“", "”"})
A_UNION = 3  # words at least of "Union of Miners"


def kind_of(doc: Doc, start: int, end: int, lexicon: Lexicon) -> str:
    """Return what kind of actor the words around a name make it; nothing where they make it none."""
    last, first, single = doc[end - 1], doc[start], end - start == 1
    suffix = "" if single else suffix_kind(body_of(doc, start, end, lexicon), lexicon)
    if kind := _so_called(doc, start, lexicon):
        return kind
    labelled = first.ent_type_ == last.ent_type_ == "PERSON"
    person = not single and (labelled or _is_somebody(doc, start, end, lexicon))
    if (single and is_common(last, lexicon)) or (person and not suffix):
        return ""
    nobodies = lexicon.actors["titles"] | (frozenset() if single else lexicon.actors["organs"])
    if {first.lower_, last.lower_} & nobodies:
        return ""
    described = "" if person else _described(doc, start, end, lexicon)
    if described:
        return described
    if suffix:
        return suffix
    return _by_doings(doc, start, end, lexicon)


def _by_doings(doc: Doc, start: int, end: int, lexicon: Lexicon) -> str:
    """Return the kind of a name that does not tell it, by what it says, has or does."""
    last, first, single = doc[end - 1], doc[start], end - start == 1
    union = first.lower_ in lexicon.actors["union_names"]
    if last.ent_type_ == "ORG" and _speaks(last, lexicon):
        return "union" if union and not single else "company"
    if union and end - start >= A_UNION:
        return "union"
    if _is_owner(last, lexicon) or _is_delegated(last, lexicon):
        return "state"
    article = start > 0 and doc[start - 1].lower_ == "the"
    a_name = single or article or last.ent_type_ == "ORG"  # two words without either are a person's
    a_side = _acts(last, lexicon) or _agrees(last, lexicon) or _is_urged(last, lexicon)
    return "seat" if a_name and a_side else ""


def _is_somebody(doc: Doc, start: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether what stands beside a name makes it a person's: "adviser Taras Moss", "Ana Cifu, a spokesman"."""
    persons, article = lexicon.actors["persons"], start > 0 and doc[start - 1].lower_ == "the"
    says = doc[end - 1].head.lemma_ in lexicon.speech["bare"] and not article
    if says and any(each.text in QUOTES for each in doc[start].sent):
        return True  # "We reject that," Basem Naem said
    before = start > 0 and doc[start - 1].text.islower() and doc[start - 1].lemma_ in persons
    appositive = trees.child(doc[end - 1], "appos")
    return before or (appositive is not None and appositive.lemma_.lower() in persons)


def _described(doc: Doc, start: int, end: int, lexicon: Lexicon) -> str:
    """Return the kind of the noun beside a name: "the rebel group Tal", "their union, ASLEG"."""
    comma = start > 1 and doc[start - 1].text == ","
    at = start - 2 if comma else start - 1
    beside = [doc[at]] if at >= 0 and not doc[start].is_sent_start else []
    owned = not comma or (at > 0 and doc[at - 1].lower_ in {"their", "the", "its", "'s"})
    if (
        end < len(doc)
        and doc[end].text.islower()
        and doc[end - 1].dep_ in {"compound", "amod", "nmod"}
        and doc[end : end + 2].text.split()[-1] not in NAMED
    ):
        beside.append(doc[end])
        owned = True
    appositive = trees.child(doc[end - 1], "appos")
    if appositive is not None and end < len(doc) and doc[end].text == ",":
        beside.append(appositive)  # "Amcu, the majority union at the shafts,"
        owned = True
    nouns = [each for each in beside if each.tag_ in {"NN", "NNS"}]
    return next((kind for each in nouns if owned and (kind := class_kind(each, lexicon))), "")


def class_kind(noun: Token, lexicon: Lexicon) -> str:
    """Return what a common noun makes of the name beside it; a state is not made by its "general"."""
    kinds = ("armed", "union", "company", "bloc", "group")
    return next((kind for kind in kinds if noun.lemma_.lower() in lexicon.classes[kind]), "")


def _so_called(doc: Doc, start: int, lexicon: Lexicon) -> str:
    """Return the kind of what bears a name: "the group, which calls itself the Ahi Guard", "a firm named Castell"."""
    at = start - 1 - (start > 1 and doc[start - 1].lower_ == "the")
    before = doc[max(0, at - FURTHEST) : at + 1]
    itself = at > 0 and doc[at].lower_ in {"itself", "themselves"} and doc[at - 1].lemma_ == "call"
    known = at > 0 and doc[at].lower_ == "as" and doc[at - 1].lower_ == "known"
    named = at >= 0 and doc[at].lower_ in NAMED
    if not (itself or known or named):
        return ""
    kinds = [
        kind
        for each in before
        if each.tag_ in {"NN", "NNS"} and (kind := class_kind(each, lexicon))
    ]
    return kinds[-1] if kinds else "group" if itself else ""


def body_of(doc: Doc, start: int, end: int, lexicon: Lexicon) -> Token:
    """Return the word of a name that says what it is: its last, or "Movement" of "Movement for Reform".

    "The Miners' Union of Peru" is a union; the Union of Myanmar is none.
    """
    for i in range(start + 1, end):
        union = i - start > 1 and doc[i - 1].lower_ in lexicon.suffixes["union"]
        if doc[i].lower_ == "for" or (doc[i].lower_ == "of" and union):
            return doc[i - 1]
    return doc[end - 1]


def suffix_kind(last: Token, lexicon: Lexicon) -> str:
    return next((kind for kind, words in lexicon.suffixes.items() if last.lower_ in words), "")


def is_common(word: Token, lexicon: Lexicon) -> bool:
    """Tell whether a capitalised word is an office, several sides, or written: "the Chair", "Members", "the Draft"."""
    words = {word.lemma_.lower(), word.lower_, word.lower_.removesuffix("s")}
    bodies = lexicon.actors["agents"] | lexicon.actors["joint"]
    return bool(words & bodies) or is_written(word, lexicon)


def is_written(word: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word is of what sides write or sign: "the Draft", "Treaty"."""
    return word.lower_ in lexicon.actors["papers"] | lexicon.actors["deals"]


def _is_owner(last: Token, lexicon: Lexicon) -> bool:
    """Tell whether a name is whose minister, delegation or army is spoken of."""
    actors, word = lexicon.actors, last.head.lemma_.lower()
    if last.dep_ == "poss":
        return word in actors["agents"] - actors["anyones"]
    if last.lower_ in actors["regions"] or last.dep_ not in {"amod", "compound"}:
        return False
    following = last.nbor(1) if last.i + 1 < len(last.doc) else last
    if last.dep_ == "compound" and following.lower_ in actors["spokespersons"]:
        return True
    return word in actors["agents"] and last.head.i > last.i and not last.head.text[0].isupper()


def _is_delegated(last: Token, lexicon: Lexicon) -> bool:
    """Tell whether somebody comes from there: "the delegations of Quessant and Marovia", "talks between"."""
    top = last.head if last.dep_ == "conj" else last
    between = top.head.lower_ == "between"
    if top.dep_ != "pobj" or not (between or top.head.lower_ in {"of", "from"}):
        return False
    several = top.head.head.tag_ == "NNS" and top.head.lower_ == "from"
    if top.ent_type_ == "PERSON" and not several:
        return False  # but "negotiators from Carrow" are no person's
    governor = top.head.head.lemma_.lower()
    return governor in lexicon.actors["delegated"] or (
        between and governor in lexicon.mediation["moved"]
    )


def _agrees(last: Token, lexicon: Lexicon) -> bool:
    """Tell whether two names agree on something or strike a deal, as persons may do too: "Kestria and Ploven"."""
    top = last.head if last.dep_ == "conj" else last
    verb = top.head
    several = [top, *trees.conjuncts(top, most=BOTH)]
    if top.dep_ != "nsubj" or verb.pos_ != "VERB" or len(several) != BOTH:
        return False
    if not all(each.pos_ == "PROPN" for each in several):
        return False
    if all(each.ent_type_ == "PERSON" for each in several):
        return False
    about = trees.object_of(verb)
    deal = about is not None and about.lemma_.lower() in lexicon.actors["deals"]
    return deal or verb.lemma_ == "agree"


def _speaks(last: Token, lexicon: Lexicon) -> bool:
    """Tell whether a body says or decides something, as its own subject."""
    verb = last.head
    if last.dep_ != "nsubj" or verb.pos_ != "VERB" or len(last.text) < SHORTEST:
        return False
    return verb.lemma_ in lexicon.speech["verbs"] or verb.lemma_ in lexicon.verbs


def _acts(last: Token, lexicon: Lexicon) -> bool:
    """Tell whether a name that is no person's does what only a party does: demands, refuses, is ready to."""
    verb = last.head
    if last.dep_ != "nsubj" or verb.pos_ not in {"VERB", "AUX"} or len(last.text) < SHORTEST:
        return False
    if trees.child(last, "appos") is not None:
        return False
    adjective = trees.child(verb, "acomp")
    ready = verb.lemma_ == "be" and adjective is not None and adjective.lemma_ in lexicon.adjectives
    prepared = verb.lemma_ in lexicon.adjectives and verb.tag_ == "VBN"
    assents = trees.modal_of(verb) != "" and verb.lemma_ in lexicon.modal["assent"]
    return ready or prepared or assents or verb.lemma_ in lexicon.modal["strong"]


def _is_urged(last: Token, lexicon: Lexicon) -> bool:
    """Tell whether a name is whom others call upon to do something: "urged Vantia to withdraw"."""
    top = last.head if last.dep_ == "conj" else last
    if "PERSON" in {top.ent_type_, last.ent_type_} or len(last.text) < SHORTEST:
        return False
    does, upon = top.head, top.head.head
    if top.dep_ == "nsubj" and does.tag_ == "VB" and does.dep_ in {"xcomp", "ccomp"}:
        return upon.lemma_ in lexicon.modal["exhorting"] and trees.is_infinitive(does)
    if (
        top.dep_ == "pobj"
        and does.lower_ in trees.UPON
        and upon.lemma_ in lexicon.modal["exhorting"]
    ):
        return any(trees.is_infinitive(each) for each in upon.children if each.i > top.i)
    return False
