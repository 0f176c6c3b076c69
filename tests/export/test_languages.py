"""A briefing in the languages that its words were translated into: complete, and running as each language does."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pikepdf
import pypdfium2
import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from briefing_app import language, paths
from briefing_app.domain import wording
from briefing_app.domain.citing import CitationStyle, plain, source_runs
from briefing_app.domain.outcome import Account, Status
from briefing_app.domain.position import Stance
from briefing_app.export.checklist import checklist
from briefing_app.export.errors import NothingDueError
from briefing_app.export.options import ExportOptions, Template
from briefing_app.export.writing import rendered
from briefing_app.language import _, ngettext, written_in
from tests.export.builders import Dossier, climate, istanbul
from tests.export.reading_pdf import folded, left_of, made, text_of
from tests.export.test_standards import wrong
from tests.made_up import load_tool

FOLDER = paths.resources() / "i18n"
LANGUAGES = language.available(FOLDER)[1:]


def catalogue(tag: str) -> Catalog:
    with (FOLDER / tag / "LC_MESSAGES" / "export.po").open("rb") as file:
        return read_po(file)


def printed() -> Catalog:
    tool = load_tool()
    return tool.collected(tool.is_printed)


def key(message: Message) -> tuple[object, object]:
    return message.id, message.context


def forms(message: Message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (message.string,)


def placeholders(words: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", words))


def written(tag: str, suffix: str, dossier: Dossier) -> bytes:
    options = ExportOptions(language=tag)
    return rendered(dossier.briefing(), dossier.versions(), suffix, options, waiting=lambda: None)


def test_the_template_holds_every_word_that_is_printed(tmp_path: Path):
    """`make catalogue` was run after the last of them was written."""
    tool = load_tool()
    tool.write_template(tmp_path / "export.pot", tool.is_printed)
    fresh = (tmp_path / "export.pot").read_text("utf-8")
    assert fresh == (FOLDER / "export.pot").read_text("utf-8")


def test_the_languages_of_talks_are_there():
    assert LANGUAGES == ("ar", "es", "fr", "ru", "uk")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_word_that_is_printed_is_translated_and_no_other(tag: str):
    translated = {key(each): each for each in catalogue(tag) if each.id}
    assert translated.keys() == {key(each) for each in printed() if each.id}
    for message in translated.values():
        assert not message.fuzzy, message.id
        assert all(forms(message)), message.id


@pytest.mark.parametrize("tag", LANGUAGES)
def test_each_translation_has_the_placeholders_and_the_plurals_that_it_needs(tag: str):
    translated = catalogue(tag)
    for message in translated:
        if not message.id:
            continue
        plural = isinstance(message.id, tuple)
        wanted = placeholders(message.id[1] if plural else message.id)
        assert len(forms(message)) == (translated.num_plurals if plural else 1), message.id
        assert all(placeholders(each) == wanted for each in forms(message)), message.id


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("fr", ["question", "questions", "questions", "questions"]),
        ("es", ["asunto", "asuntos", "asuntos", "asuntos"]),
        ("ar", ["قضية", "قضيتان", "قضايا", "قضية"]),
        ("ru", ["вопрос", "вопроса", "вопросов", "вопрос"]),
        ("uk", ["питання", "питання", "питань", "питання"]),
    ],
)
def test_plurals_are_those_of_the_language(tag: str, said: list[str]):
    with written_in(tag, FOLDER):
        assert [ngettext("issue", "issues", number) for number in (1, 2, 5, 21)] == said


def test_only_what_is_printed_is_in_another_language():
    """Why an export failed is read in the window, and the window is in English."""
    dossier = Dossier("Nothing is due")
    with pytest.raises(NothingDueError, match="No outcome is due on a day"):
        written("fr", ".ics", dossier)
    language.use("fr", FOLDER)
    assert _("Demands") == "Demands"
    language.use("en", FOLDER)


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        (
            "fr",
            "Exigence; jusqu’à 12\u202f000; Éléments à l’appui; d’ici au 30 juin 2025; selon Türkiye",
        ),
        ("es", "Exigencia; Citas de respaldo; a más tardar el 30 de junio de 2025; según Türkiye"),
        ("ar", "إحاطة; دون رد"),
        ("ru", "Требование; Подтверждения; до 30 июня 2025 г.; со слов: Türkiye"),
        ("uk", "Вимога; Підтвердження; до 30 червня 2025 р.; зі слів: Türkiye"),
    ],
)
def test_the_pdf_is_in_the_language_and_the_quotes_in_theirs(tag: str, words: str, tmp_path: Path):
    pdf = made(istanbul(sign=""), tmp_path, language=tag)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert str(document.Root.Lang) == tag
    text = folded(text_of(pdf))
    for each in words.split("; "):
        assert folded(each) in text, each
    assert "наполягаємо" in text
    assert not {"Demands", "Evidence", "Outcomes", "Contents"} & set(text_of(pdf).split())


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("template", [Template.FULL, Template.ONE_PAGE])
def test_every_language_keeps_both_standards(tag: str, template: Template, tmp_path: Path):
    assert wrong(made(istanbul(), tmp_path, template=template, language=tag), tmp_path) == []


def test_an_arabic_page_runs_from_the_right():
    page = written("ar", ".html", climate()).decode()
    assert '<html lang="ar" dir="rtl">' in page
    assert '<html lang="fr" dir="ltr">' in written("fr", ".html", climate()).decode()


def test_an_arabic_list_of_latin_names_runs_as_its_page_does():
    with written_in("ar", FOLDER):
        swap = checklist(istanbul().briefing())[0].items[0]
    assert swap.who == "\u2068Russia\u2069 و\u2068Ukraine\u2069"


def test_an_arabic_page_has_arabic_commas():
    briefing = istanbul().briefing()
    with written_in("ar", FOLDER):
        named = plain(source_runs(briefing.documents[0], CitationStyle.PLAIN))
        told = wording.disagreement_words(briefing.outcomes[1].content)
    assert named.startswith("A wire service، ")
    assert not re.search(r",(?!\d)", named + told)


def test_a_number_stands_behind_an_arabic_claim_that_ends_in_one(tmp_path: Path):
    dossier = Dossier("هدنة")
    quote = dossier.quote(dossier.document("وثيقة", language="ar"), "هدنة")
    dossier.outcome("هدنة 456", dossier.issue("هدنة"), Account(Status.AGREED, quote))
    pdf = made(dossier, tmp_path, template=Template.OUTCOMES, language="ar")
    page = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    claim, number = (left_of(page, each) for each in ("456", "1"))
    assert number < claim


def test_a_long_latin_word_stays_in_its_column_on_an_arabic_page(tmp_path: Path):
    dossier = climate()
    dossier.issues = [replace(dossier.issues[0], label="Telecommunications interconnection")]
    dossier.party("Switzerland")
    dossier.party("Norway")
    text = text_of(made(dossier, tmp_path, template=Template.POSITIONS, language="ar"))
    assert "Telecom" in text
    assert "Telecommunications" not in text


def compound(said: str, claim: str, spoken: str) -> Dossier:
    dossier = Dossier("Conversaciones")
    quote = dossier.quote(dossier.document("Un texto", language=spoken), said)
    party, other = dossier.party("Sudán"), dossier.party("Egipto")
    for each in (party, other):
        dossier.position(each, Stance.DEMANDS, dossier.issue("La paz"), claim, quote)
    return dossier


@pytest.mark.parametrize(("spoken", "repeated"), [("es", True), ("en", False)])
def test_a_claim_is_told_by_the_rules_of_the_language_that_it_is_in(
    spoken: str, repeated: bool, tmp_path: Path
):
    claim = "teorico-practico-politico-militar-economico-social-tecnico-franco-aleman-final"
    dossier = compound(f"Quieren algo {claim}.", claim, spoken)
    text = text_of(made(dossier, tmp_path, template=Template.ONE_PAGE, language="es"))
    assert bool(re.search(r"-\s+-", text)) is repeated  # as the Academy wants it at a line's end
    page = written("es", ".html", dossier).decode()
    assert (f'lang="{spoken}">{claim}' in page) is not repeated


def test_a_claim_in_its_reader_s_own_words_is_in_the_briefing_s_language():
    page = written("es", ".html", compound("They want it.", "la paz", "en")).decode()
    assert '<p dir="auto">la paz' in page


def test_a_document_says_in_which_languages_its_words_are():
    with zipfile.ZipFile(io.BytesIO(written("es", ".docx", istanbul()))) as package:
        notes = package.read("word/footnotes.xml").decode()
    assert '<w:lang w:val="uk"' in notes
    assert '<w:lang w:bidi="ar"' in notes


def test_an_arabic_document_runs_from_the_right():
    with zipfile.ZipFile(io.BytesIO(written("ar", ".docx", istanbul()))) as package:
        body = package.read("word/document.xml").decode()
        footer = package.read("word/footer.xml").decode()
        styles = package.read("word/styles.xml").decode()
    heads = re.findall(r"<w:p><w:pPr>(.*?)</w:pPr>.*?</w:p>", body)
    assert all("<w:bidi" in head for head in heads if "Heading1" in head)
    assert body.count("<w:bidiVisual") == body.count("<w:tbl>") > 0
    assert re.search(r"<w:sectPr>.*<w:bidi[^>]*>(</w:bidi>)?</w:sectPr>", body)
    assert "<w:bidi" in footer
    assert 'w:bidi="ar"' in styles
    # What its reader wrote in English runs as English does, in the Arabic document too.
    claim = next(each for each in re.findall(r"<w:p>.*?</w:p>", body) if "unconditional" in each)
    assert "<w:bidi" not in claim


def test_an_arabic_document_has_its_latin_words_along_the_right():
    with zipfile.ZipFile(io.BytesIO(written("ar", ".docx", istanbul()))) as package:
        body = package.read("word/document.xml").decode()
    paragraphs = re.findall(r"<w:p>.*?</w:p>", body)
    claim, who = (
        next(each for each in paragraphs if words in each)
        for words in ("unconditional", "Russia\u2069\u200f و")
    )
    assert '<w:jc w:val="right"' in claim
    assert "<w:bidi" in who


def test_an_arabic_workbook_runs_from_the_right():
    book = openpyxl.load_workbook(io.BytesIO(written("ar", ".xlsx", istanbul())))
    assert book.sheetnames == ["المواقف", "النتائج", "الشواهد", "المصادر"]
    assert all(sheet.sheet_view.rightToLeft for sheet in book)
    assert {cell.alignment.horizontal for row in book["المواقف"] for cell in row if cell.value} == {
        "right"
    }
    other = openpyxl.load_workbook(io.BytesIO(written("uk", ".xlsx", istanbul())))
    assert not any(sheet.sheet_view.rightToLeft for sheet in other)
