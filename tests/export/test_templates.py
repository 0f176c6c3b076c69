"""Each template as it comes out of one dossier, and what stands around its pages."""

import datetime as dt
import re
from pathlib import Path

import pypdfium2
import pytest

from briefing_app import paths
from briefing_app.domain.outcome import Account, Due, Status
from briefing_app.domain.party import Role
from briefing_app.domain.position import Stance
from briefing_app.domain.review import Review
from briefing_app.domain.scope import Scope
from briefing_app.export.options import Paper, Template
from tests.export import builders
from tests.export.builders import Dossier, climate, istanbul, many_issues, many_parties, only_notes
from tests.export.reading_pdf import folded, made, pages_of, text_of

LOGO = (paths.resources() / "icons" / "briefing.png").read_bytes()
A3, TABLOID, LETTER = (842, 1191), (792, 1224), (612, 792)


def size_of(pdf: bytes) -> tuple[int, int]:
    width, height = pypdfium2.PdfDocument(pdf)[0].get_size()
    return round(width), round(height)


def of_three(label: str) -> Dossier:
    dossier = Dossier("Three parties")
    document, issue = dossier.document("The draft"), dossier.issue(label)
    for name in ("Ukraine", "Russia", "Türkiye"):
        quote = dossier.quote(document, f"{name} wants a pause.")
        dossier.position(dossier.party(name), Stance.DEMANDS, issue, "a pause", quote)
    return dossier


@pytest.mark.parametrize("template", Template)
def test_each_template_says_what_was_read_by_a_person(template: Template, tmp_path: Path, golden):
    dossier = istanbul(sign="")  # it is printed by what the computer has
    pdf = made(dossier, tmp_path, author="A. Analyst", template=template)
    text = "\n\f\n".join(pages_of(pdf)).replace("\r", "")
    # In the time zone of whoever reads it, and with the version of the day.
    moment = re.compile(r"Made on \d+ \w+ \d+,\s\d\d:\d\d|(?<=with Briefing )[\d.]+\d")
    golden(f"istanbul-{template}.txt", moment.sub("…", text) + "\n")


@pytest.mark.parametrize(
    "name", ["istanbul", "climate", "many_issues", "many_parties", "unbroken", "only_notes"]
)
def test_the_note_is_one_page(name: str, tmp_path: Path):
    pdf = made(getattr(builders, name)(), tmp_path, template=Template.ONE_PAGE)
    assert len(pages_of(pdf)) == 1


def test_a_stranger_finds_on_one_page_who_wants_what_and_where_it_says_so(tmp_path: Path):
    text = folded(text_of(made(istanbul(), tmp_path, template=Template.ONE_PAGE)))
    for said in (
        "Who wants what",
        "▲ Demands a complete, unconditional ceasefire for at least 30 days",
        "What was agreed",
        "Exchange of all sick or seriously wounded prisoners, and those under 25",
        "Russia and Ukraine · no date set",
        "2 accounts differ: 6,000 bodies / up to 12,000 bodies",
        "What is due",
        "by 30 June 2025: Russia’s formal response to the truce proposals",
        "Still open, or failed",
        "No breakthrough on the core of the dispute",
        "Where it says so",
        "A wire service, 3 Jun 2025 ¶1",
    ):
        assert folded(said) in text


def test_where_the_parties_are_many_the_page_names_those_that_hold_something(tmp_path: Path):
    text = text_of(made(many_parties(), tmp_path, template=Template.ONE_PAGE))
    assert "that article 1 goes" in text
    assert "Delegation 3\r" not in text
    assert "4 more in the full briefing" in text


def test_parties_that_no_page_is_wide_enough_for_stand_below_each_other(tmp_path: Path):
    pdf = pypdfium2.PdfDocument(made(many_parties(), tmp_path, template=Template.POSITIONS))
    lefts = []
    for page in pdf:
        words = page.get_textpage()
        search = words.search("Demands")
        while found := search.get_next():
            lefts.append(round(words.get_charbox(found[0])[0]))
    assert len(lefts) == 16
    assert len(set(lefts)) <= 8


def test_what_a_page_has_no_room_for_is_counted(tmp_path: Path):
    text = folded(text_of(made(many_issues(), tmp_path, template=Template.ONE_PAGE)))
    counted = [int(each) for each in re.findall(r"(\d+)moreinthefullbriefing", text)]
    shown = text.count("thetextasitstands")
    assert shown > 3
    assert shown + counted[0] == 40
    assert sum(counted) + shown + len(re.findall(r"Article\d+(?=\d*Agreed|\d*Pledged)", text)) > 40


def test_what_was_agreed_and_is_due_comes_before_a_party_s_second_position(tmp_path: Path):
    dossier = climate()
    document = dossier.document("The decisions")
    for number in range(4):
        quote = dossier.quote(document, f"Decision {number} was adopted.")
        account = Account(Status.AGREED, quote, due=Due("", None, dt.date(2030, 1, 1 + number)))
        dossier.outcome(f"Decision {number}", dossier.issues[number].id, account)
    text = folded(text_of(made(dossier, tmp_path, template=Template.ONE_PAGE)))
    assert all(text.count(f"Decision{number}") >= 3 for number in range(4))


def test_a_party_that_is_silent_in_what_the_page_holds_has_no_column(tmp_path: Path):
    dossier = of_three("A pause")
    dossier.party("Norway", Role.HOST)
    dossier.parties = dossier.parties[1:]
    text = text_of(made(dossier, tmp_path, template=Template.ONE_PAGE))
    assert "Russia" in text
    assert "Norway" not in text


def test_nobody_is_missed_for_what_failed(tmp_path: Path):
    dossier = of_three("A pause")
    account = Account(Status.NO_AGREEMENT, dossier.evidence[0][1])
    dossier.outcome("No pause", dossier.issues[0].id, account)
    assert "nobody named" not in text_of(made(dossier, tmp_path, template=Template.ONE_PAGE))
    assert "nobody named" in text_of(made(dossier, tmp_path, template=Template.OUTCOMES))


def test_an_opening_closes_the_marks_that_the_quote_brings(tmp_path: Path):
    dossier = Dossier("A quote")
    party, issue = dossier.party("Ukraine"), dossier.issue("Transit")
    words = "«Транзит електроенергії має коштувати не більше ніж шість євро», — заявив міністр."
    quote = dossier.quote(dossier.document("Заява", language="uk"), words)
    dossier.position(party, Stance.DEMANDS, issue, "six euros", quote)
    text = text_of(made(dossier, tmp_path, template=Template.ONE_PAGE))
    assert re.search(r"«Транзит[^«]*…»", text)


def test_what_came_when_is_not_torn_from_what_it_was(tmp_path: Path):
    dossier = Dossier("A long year")
    for number in range(60):
        day = dt.date(2025, 1, 1) + dt.timedelta(days=number)
        document = dossier.document(f"Communiqué {number} " + "of the two sides " * 6, day)
    dossier.annotate(dossier.quote(document, "Nothing is agreed."))
    pages = [page.splitlines() for page in pages_of(made(dossier, tmp_path))]
    assert sum("Document" in page for page in pages) > 2
    assert not [page for page in pages if "Document" in page[1:3]]


@pytest.mark.parametrize(("template", "cited"), [(Template.FULL, 3), (Template.ONE_PAGE, 0)])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_long_word_is_parted_only_where_its_column_cannot_hold_it(
    template: Template, cited: int, language: str, tmp_path: Path
):
    def seen(label: str) -> str:
        return text_of(made(of_three(label), tmp_path, template=template, language=language))

    assert seen("Internationalisationism").count("Internationalisationism") == cited
    assert "demobilisation" in seen("Disarmament, demobilisation, reintegration")


def test_what_a_briefing_was_made_of_does_not_stand_alone_on_a_page(tmp_path: Path):
    for number in range(30, 36):
        dossier = Dossier("A long list")
        for at in range(number):
            document = dossier.document(f"Record {at}", publisher="The secretariat")
        quote = dossier.quote(document, "They met.")
        dossier.outcome("A meeting", dossier.issue("Talks"), Account(Status.DONE, quote))
        last = pages_of(made(dossier, tmp_path, template=Template.OUTCOMES))[-1]
        assert f"Record {number - 1}" in last


def test_the_poster_lies_across_and_has_no_outcomes(tmp_path: Path):
    pdf = made(istanbul(), tmp_path, template=Template.POSITIONS, paper=Paper.A3)
    assert size_of(pdf) == A3[::-1]
    text = folded(text_of(pdf))
    assert folded("on Ukraine’s word") in text
    assert "Exchange" not in text
    assert folded("Where it says so") in text


def test_a_poster_that_would_run_over_by_a_little_is_one_sheet(tmp_path: Path):
    dossier = climate()
    dossier.issues = dossier.issues[:12]
    pages = pages_of(made(dossier, tmp_path, template=Template.POSITIONS, paper=Paper.A3))
    assert "Issue 12:" in pages[0]
    assert sum("COP Presidency" in page and "Issue " in page for page in pages) == 1


def test_the_checklist_has_room_to_write(tmp_path: Path):
    text = text_of(made(istanbul(), tmp_path, template=Template.OUTCOMES))
    assert text.count("Remarks") == 4
    assert "Demands" not in text


def test_references_are_those_that_the_pages_cite(tmp_path: Path):
    positions = text_of(made(istanbul(), tmp_path, template=Template.POSITIONS))
    outcomes = text_of(made(istanbul(), tmp_path, template=Template.OUTCOMES))
    assert "offered only a short pause" in positions
    assert "without resolving" not in positions
    assert "without resolving" in outcomes
    assert "offered only a short pause" not in outcomes


@pytest.mark.parametrize(
    ("paper", "size"), [(Paper.A3, A3), (Paper.TABLOID, TABLOID), (Paper.LETTER, LETTER)]
)
def test_paper_is_as_wished(paper: Paper, size: tuple[int, int], tmp_path: Path):
    assert size_of(made(only_notes(), tmp_path, paper=paper)) == size


@pytest.mark.parametrize("template", Template)
def test_classification_footer_and_watermark_are_on_every_page(template: Template, tmp_path: Path):
    around = {"classification": "Restricted: EU", "footer": "Desk seven", "watermark": "DRAFT"}
    pages = pages_of(made(climate(), tmp_path, template=template, **around))
    for page in pages:
        assert page.count("Restricted: EU") == 2
        assert "Desk seven" in page
        assert "DRAFT" in page


def test_a_scope_is_told_on_the_first_page(tmp_path: Path):
    scope = Scope(issues=(2,), parties=(2,))
    text = text_of(made(istanbul(), tmp_path, scope=scope))
    assert "Only on The dead and the missing." in text
    assert "Only of Russia." in text
    assert "ceasefire" not in text


@pytest.mark.parametrize("template", Template)
def test_where_there_is_nothing_that_is_said(template: Template, tmp_path: Path):
    nothing = made(Dossier("Nothing yet"), tmp_path, template=template)
    assert "This dossier has no documents yet." in text_of(nothing)
    scope = Scope(since=dt.date(2030, 1, 1))
    chosen = text_of(made(istanbul(), tmp_path, template=template, scope=scope))
    assert "Nothing of this dossier is within what was chosen." in chosen


@pytest.mark.parametrize("template", [Template.ONE_PAGE, Template.POSITIONS, Template.OUTCOMES])
def test_a_dossier_of_notes_alone_has_nothing_for_these(template: Template, tmp_path: Path):
    text = text_of(made(only_notes(), tmp_path, template=template))
    assert "There is nothing of this kind here." in text


def test_a_logo_is_set_with_its_name(tmp_path: Path):
    plain, logo = (made(istanbul(), tmp_path, logo=each) for each in (b"", LOGO))
    assert plain.count(b"/Subtype /Image") + plain.count(b"/Subtype/Image") == 0
    assert b"/Subtype /Image" in logo or b"/Subtype/Image" in logo


def test_on_one_page_those_who_hold_just_the_same_are_named_together(tmp_path: Path):
    dossier = Dossier("Joint statement")
    document, issue = dossier.document("The statement"), dossier.issue("Ceasefire")
    names = ("Kenya", "Peru", "Chile", "Norway", "Orvania", "Sarmeda")
    first, *others, last = map(dossier.party, names)
    for claim, review in (("a pause", Review.CONFIRMED), ("a full stop", Review.PROPOSED)):
        said = dossier.quote(document, f"We want {claim}.")
        dossier.position(
            first, Stance.DEMANDS, issue, claim, said, review=review, also_party=tuple(others[:3])
        )
    dossier.position(last, Stance.REJECTS, issue, "that", dossier.quote(document, "We do not."))
    text = folded(text_of(made(dossier, tmp_path, template=Template.ONE_PAGE)))
    assert folded("Kenya, Peru, Chile and Norway") in text
    assert text.count(folded("Demands a pause")) == 1
    assert folded("1 more in the full briefing") in text  # the second on that issue, of all four
