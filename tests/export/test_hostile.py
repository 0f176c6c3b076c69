"""Two hundred strings that would do something if any were read as markup, in every field there is."""

import hashlib
from pathlib import Path

import pytest

from briefing_app.domain.outcome import Account, Due, Quantity, Status
from briefing_app.domain.party import Role
from briefing_app.domain.position import Channel, Stance
from briefing_app.export.options import Template
from briefing_app.paths import resources
from tests.export.builders import Dossier, only_notes
from tests.export.reading_pdf import folded, made, text_of

TEMPLATES = sorted((resources() / "typst").glob("*.typ"))
SAID = (
    '#read("/etc/passwd")', '#import "@preview/cetz:0.3.0"', "#{while true {}}", "$x^2 + [", "]", "}", "#", "\\",
    "*strong*", "_emph_", "`raw`", "```raw```", "= heading", "- item", "+ item", "/ term: x", "<label>", "@ref",
    "//comment", "/*comment", "https://x.example/a", "~", "---", "'quotes'", '"quotes"', "\\u{41}", "#sys.inputs",
    "#include \"../x\"", "#panic()", "#eval(\"1+1\")", "#set page(width: 1pt)", "#show: none", "${x}", "{{x}}",
    "<script>x</script>", "</table>", "&lt;", "%s", "{0}", "\\n",
)  # fmt: skip
FRAMES = ("{}", "{}{}", "a{}", "{} b", "({})")
PAYLOADS = [frame.replace("{}", each) for each in SAID for frame in FRAMES]


class Hostile:
    """Fills every field of a dossier, each with a string of its own; `all` are those."""

    def __init__(self) -> None:
        self.all: list[str] = []
        self.dossier = Dossier("A dossier")
        self._party = self.dossier.party("Someone")
        for payload in PAYLOADS:
            self._fill(payload)

    def _said(self, payload: str) -> str:
        """Make a string that is found again only where all of it came out."""
        self.all.append(f"{payload}§{len(self.all)}§")
        return self.all[-1]

    def _fill(self, payload: str) -> None:
        dossier, said = self.dossier, self._said
        responsible = dossier.party(said(payload), Role.OTHER)  # named, but without a column
        issue = dossier.issue(said(payload))
        document = dossier.document(
            said(payload),
            publisher=said(payload),
            author=said(payload),
            url=said(payload),
            file_name=said(payload),
        )
        quote = dossier.quote(document, said(payload))
        dossier.position(
            self._party,
            Stance.DEMANDS,
            issue,
            said(payload),
            quote,
            condition=said(payload),
            speaker=said(payload),
            channel=Channel.THIRD,
        )
        account = Account(
            Status.AGREED, quote, (Quantity(2, said(payload), said(payload)),), Due(said(payload))
        )
        dossier.outcome(said(payload), issue, account, responsible=(responsible,))
        dossier.annotate(quote, "", said(payload))


def columns_only_of_who_holds(dossier: Dossier) -> Dossier:
    """Leave the two hundred who hold nothing without a column, as a dossier's Briefing does."""
    briefing = dossier.briefing

    def narrowed():
        whole = briefing()
        return type(whole)(
            **{
                **{name: getattr(whole, name) for name in whole.__dataclass_fields__},
                "columns": whole.columns[:1],
                "rows": tuple(type(row)(row.issue, row.cells[:1]) for row in whole.rows),
            }
        )

    dossier.briefing = narrowed
    return dossier


@pytest.mark.timeout(120)
def test_two_hundred_hostile_strings_come_out_of_every_field_as_they_are(tmp_path: Path):
    assert len(set(PAYLOADS)) == 200
    hostile = Hostile()
    before = [hashlib.sha256(each.read_bytes()).digest() for each in TEMPLATES]
    text = folded(text_of(made(columns_only_of_who_holds(hostile.dossier), tmp_path)))
    assert len(hostile.all) == 200 * 16
    assert [said for said in hostile.all if folded(said) not in text] == []
    assert [hashlib.sha256(each.read_bytes()).digest() for each in TEMPLATES] == before


@pytest.mark.parametrize("field", ["author", "classification", "footer", "watermark"])
def test_what_stands_around_the_pages_comes_out_as_it_is(field: str, tmp_path: Path):
    said = " ¦ ".join(PAYLOADS)
    assert folded(said) in folded(text_of(made(only_notes(), tmp_path, **{field: said})))


@pytest.mark.parametrize("frame", FRAMES)
def test_a_title_comes_out_as_it_is(frame: str, tmp_path: Path):
    said = " ¦ ".join(frame.replace("{}", each) for each in SAID)
    assert folded(said) in folded(text_of(made(only_notes(), tmp_path, title=said)))


@pytest.mark.parametrize("template", Template)
def test_no_template_reads_markup(template: Template, tmp_path: Path):
    all_said = ['#read("/etc/passwd")', "]#[", "= a", "\\u{41}", '"); #panic(']
    dossier = Dossier("#{")
    party = dossier.party("#x")
    for said in all_said:
        issue = dossier.issue(said)
        quote = dossier.quote(dossier.document(said), said)
        dossier.position(party, Stance.DEMANDS, issue, said, quote)
        dossier.outcome(said, issue, Account(Status.AGREED, quote, due=Due(said)))
    text = folded(text_of(made(dossier, tmp_path, template=template)))
    assert [said for said in all_said if text.count(folded(said)) < 3] == []
