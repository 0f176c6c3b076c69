import csv
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from briefing_app import paths
from briefing_app.cli import cli
from briefing_app.terminal import width
from tests.commands import answer, run

SEED = paths.seeds() / "istanbul-2025-06-02.txt"


def in_process(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    without = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY"}
    }
    without.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, "-m", "briefing_app", *map(str, arguments)],
        check=False,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        env={**without, "PYTHONIOENCODING": "utf-8", **environment},
    )


def test_the_whole_way_from_a_file_to_a_pdf(tmp_path: Path):
    dossier, out = tmp_path / "istanbul.dossier", tmp_path / "out.pdf"
    answer("new", dossier, "--title", "Istanbul talks")
    assert re.match(
        r"istanbul-2025-06-02.txt: imported, \d+ proposals\n", answer("import", dossier, SEED)
    )
    assert "already there" in answer("import", dossier, SEED)
    assert "Ukraine" in answer("show", dossier)
    answer("export", dossier, out)
    assert out.read_bytes().startswith(b"%PDF-")


def test_a_new_dossier_is_called_after_its_file(tmp_path: Path):
    answer("new", tmp_path / "Geneva.dossier")
    assert answer("show", tmp_path / "Geneva.dossier").startswith("Geneva\n")


def test_import_answers_as_json(dossier: Path, tmp_path: Path):
    picture = tmp_path / "a.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    result = run("import", dossier, picture, SEED, "--no-extract", "--json")
    refused, there = json.loads(result.stdout)
    assert result.exit_code == 1
    assert (refused["name"], refused["state"], refused["document"]) == ("a.png", "refused", None)
    assert "picture" in refused["sentence"]
    assert (there["state"], there["proposals"]) == ("already_there", 0)


def test_a_refused_file_stops_no_other(dossier: Path, tmp_path: Path):
    story = tmp_path / "story.txt"
    story.write_text("Both sides will meet again.", "utf-8")
    result = run("import", dossier, tmp_path / "none.txt", story, "--no-extract")
    assert (result.exit_code, result.stdout) == (1, "story.txt: imported\n")
    assert "There is no file “none.txt”" in result.stderr


def test_a_folder_is_taken_in_and_gone_on_with_later(dossier: Path, tmp_path: Path):
    folder = tmp_path / "Talks"
    (folder / "June").mkdir(parents=True)
    (folder / "June" / "=1+1.txt").write_text("The first round ended in Geneva.", "utf-8")
    (folder / "same.txt").write_bytes(SEED.read_bytes())
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / ".hidden").write_text("x", "utf-8")
    first = run("import", dossier, folder, "--no-extract", "--report", tmp_path / "report.csv")
    assert first.exit_code == 1
    assert first.stdout.splitlines() == [
        "Talks/.hidden: skipped. It is hidden.",
        "Talks/June/=1+1.txt: imported",
        "Talks/same.txt: already there",
    ]
    assert first.stderr.startswith("Talks/picture.png: refused. “picture.png” is")
    table = (tmp_path / "report.csv").read_text("utf-8-sig")
    rows = list(csv.reader(table.splitlines()))
    assert [row[:2] for row in rows[1:]] == [
        ["Talks/.hidden", "Skipped"],
        ["Talks/June/=1+1.txt", "Read"],
        ["Talks/picture.png", "Refused"],
        ["Talks/same.txt", "Already there"],
    ]
    assert rows[4][4].startswith("The same as “")
    again = run("import", dossier, folder, "--no-extract", "--report", tmp_path / "report.txt")
    assert again.stdout.count("already there") == 2
    text = (tmp_path / "report.txt").read_text("utf-8")
    assert text.startswith("4 files: 2 already there, 1 refused and 1 skipped.\n")
    assert "\nRefused\n  Talks/picture.png: “picture.png” is a picture" in text


def test_an_empty_folder_is_said_to_be_one(dossier: Path, tmp_path: Path):
    (tmp_path / "empty").mkdir()
    result = run("import", dossier, tmp_path / "empty")
    assert (result.exit_code, result.stderr) == (1, "There are no files there.\n")


def many(folder: Path, number: int) -> list[Path]:
    text = SEED.read_text("utf-8")
    paths = [folder / f"story-{each:02}.txt" for each in range(number)]
    for path in paths:
        path.write_text(f"Told by {path.stem}\n\n{text}", "utf-8")
    return paths


def test_several_processes_tell_files_in_their_order(dossier: Path, tmp_path: Path):
    paths = many(tmp_path, 3)
    told = answer("import", dossier, *paths, "--jobs", 2)
    assert [line.split(":")[0] for line in told.splitlines()] == [path.name for path in paths]
    assert "sound" in answer("check", dossier)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signal")
def test_an_interrupted_import_keeps_what_it_told(dossier: Path, tmp_path: Path):
    paths = many(tmp_path, 30)
    command = [sys.executable, "-u", "-m", "briefing_app", "import", dossier, *paths, "--jobs", "2"]
    with subprocess.Popen(
        [str(each) for each in command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as importing:
        assert importing.stdout
        first = importing.stdout.readline()
        os.killpg(importing.pid, signal.SIGINT)
        rest, errors = importing.communicate()
    told = [first, *rest.splitlines()]
    assert importing.returncode == 1
    assert errors == f"Stopped after {len(told)} of 30 files; what was imported is kept.\n"
    assert 0 < len(told) < 30
    assert "sound" in answer("check", dossier)
    assert len(
        {each["document"] for each in json.loads(answer("search", dossier, '"Told by"', "--json"))}
    ) == len(told)


def test_extract_answers_in_the_guidelines_form():
    form = json.loads(answer("extract", SEED, "--date", "2025-06-03", "--json"))
    text = SEED.read_text("utf-8")
    assert (form["document"], form["date"]) == (SEED.stem, "2025-06-03")
    assert {"Russia", "Ukraine"} <= {party["name"] for party in form["parties"]}
    found = form["positions"] + form["outcomes"]
    assert found
    assert all(text[each["start"] : each["end"]] == each["quote"] for each in found)


def test_extract_tells_it_in_lines():
    told = answer("extract", SEED)
    assert "Ukraine" in told
    assert "Pledged" in told


def test_a_text_that_is_not_english_is_said(tmp_path: Path):
    story = tmp_path / "story.txt"
    story.write_text(
        "Стороны договорились об обмене пленными, сообщили министры в Стамбуле.", "utf-8"
    )
    result = run("extract", story)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "English" in result.stderr
    assert "English" in json.loads(answer("extract", story, "--json"))["refusal"]


@pytest.mark.parametrize("columns", [80, 120, 200])
def test_show_fits_the_terminal_and_has_no_colour(
    dossier: Path, columns: int, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("COLUMNS", str(columns))
    told = answer("show", dossier)
    assert "\x1b" not in told
    assert max(map(width, told.splitlines())) <= columns
    for words in ("Istanbul talks", "Russia", "│", "Rejects", "[ ]", "Evidence", "6,000"):
        assert words in told


def test_show_answers_as_json(dossier: Path):
    form = json.loads(answer("show", dossier, "--json"))
    assert form["title"] == "Istanbul talks"
    assert form["positions"]


def test_search_finds_paragraphs(dossier: Path):
    assert "¶4" in answer("search", dossier, "bodies")
    (hit,) = json.loads(answer("search", dossier, "bodies", "--json"))
    assert (hit["paragraph"], hit["title"]) == (4, "Second round ends with limited prisoner swap")
    assert "bodies" in SEED.read_text("utf-8")[hit["start"] : hit["end"]]
    assert {"words": "bodies", "match": True} in hit["snippet"]


def test_a_search_that_finds_nothing_says_so(dossier: Path):
    result = run("search", dossier, "penguins")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Nothing was found." in result.stderr
    assert json.loads(answer("search", dossier, "penguins", "--json")) == []


def test_check_says_that_all_is_well(dossier: Path):
    assert "sound" in answer("check", dossier)


def test_check_says_what_is_wrong(dossier: Path):
    original, whole = SEED.read_bytes(), dossier.read_bytes()
    assert whole.count(original[:100]) > 1
    for place in (found.start() for found in re.finditer(re.escape(original[:100]), whole)):
        dossier.write_bytes(whole[:place] + b"X" + whole[place + 1 :])
        result = run("check", dossier)
        assert result.exit_code == 1
        assert result.output.count("\n") >= 1
    dossier.write_bytes(whole)
    assert "sound" in answer("check", dossier)


def test_backup_makes_a_dossier_of_its_own(dossier: Path, tmp_path: Path):
    out = tmp_path / "copy.dossier"
    answer("backup", dossier, out)
    assert "Istanbul talks" in answer("show", out)


@pytest.mark.parametrize("out", ["talks.dossier", "other.txt"])
def test_backup_replaces_nothing(dossier: Path, tmp_path: Path, out: str):
    (tmp_path / "other.txt").write_text("mine")
    before = (tmp_path / out).read_bytes()
    assert run("backup", dossier, tmp_path / out).exit_code == 1
    assert (tmp_path / out).read_bytes() == before


def test_example_is_made_where_it_is_wanted(tmp_path: Path):
    path = tmp_path / "try.dossier"
    assert answer("example", path) == f"{path}\n"
    assert "Istanbul talks" in answer("show", path)


@pytest.mark.usefixtures("made_up_language")
def test_every_sentence_comes_from_the_catalogue(dossier: Path, tmp_path: Path):
    assert "⟦already there⟧" in answer("import", dossier, SEED)
    assert "⟦Positions⟧" in answer("show", dossier)
    for arguments in (
        ("import", dossier, tmp_path / "none.txt"),
        ("search", dossier, "penguins"),
        ("show", tmp_path),
    ):
        assert "⟦" in run(*arguments).stderr


def test_reading_changes_nothing(dossier: Path, tmp_path: Path):
    before = state_of(tmp_path)
    answer("show", dossier)
    answer("search", dossier, "bodies")
    answer("export", dossier, tmp_path / "out.md")
    (tmp_path / "out.md").unlink()
    assert state_of(tmp_path) == before


def wrong_inputs(folder: Path, made: bytes) -> dict[str, Path]:
    """Make one file of every kind that is no dossier that can be used."""
    newer = bytearray(made)
    newer[60:64] = (999).to_bytes(4)
    contents = {
        "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(200),
        "text.dossier": b"Both sides agreed. " * 20,
        "empty.dossier": b"",
        "half.dossier": made[: len(made) // 2],
        "header.dossier": made[:50],
        "newer.dossier": bytes(newer),
        "foreign.dossier": made[:68] + bytes(4) + made[72:],
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    (folder / "folder.dossier").mkdir()
    return {name: folder / name for name in (*contents, "folder.dossier", "none.dossier")}


WRONG = [
    "picture.png",
    "text.dossier",
    "empty.dossier",
    "half.dossier",
    "header.dossier",
    "newer.dossier",
]
WRONG += ["foreign.dossier", "folder.dossier", "none.dossier"]


@pytest.mark.parametrize("command", ["show", "check", "import", "search", "export", "backup"])
@pytest.mark.parametrize("name", WRONG)
def test_wrong_input_is_one_sentence_and_changes_nothing(
    command: str, name: str, tmp_path: Path, made: bytes
):
    path = wrong_inputs(tmp_path, made)[name]
    more = {
        "import": [SEED],
        "search": ["talks"],
        "export": [tmp_path / "o.md"],
        "backup": [tmp_path / "o.dossier"],
    }
    before = state_of(tmp_path)
    result = run(command, path, *more.get(command, []))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.count("\n") == 1
    assert path.name in result.stderr
    assert state_of(tmp_path) == before


def state_of(folder: Path) -> dict[str, bytes | None]:
    return {str(file): file.read_bytes() if file.is_file() else None for file in folder.rglob("*")}


def test_a_dossier_that_is_there_is_not_made_again(dossier: Path):
    before = dossier.read_bytes()
    result = run("new", dossier)
    assert (result.exit_code, dossier.read_bytes()) == (1, before)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions do not hold the root user"
)
def test_a_folder_that_is_read_only_is_said(dossier: Path):
    dossier.parent.chmod(0o500)
    try:
        result = run("check", dossier)
    finally:
        dossier.parent.chmod(0o700)
    assert result.exit_code == 1
    assert "read-only" in result.stderr


def test_an_ending_that_is_unknown_is_said(dossier: Path, tmp_path: Path):
    result = run("export", dossier, tmp_path / "out.doc")
    assert result.exit_code == 1
    assert "out.doc" in result.stderr
    assert not (tmp_path / "out.doc").exists()


@pytest.mark.parametrize(
    "arguments", [["show"], ["nonsense"], ["import", "x"], ["extract", "x", "--date", "soon"]]
)
def test_what_is_not_understood_is_a_question_of_usage(arguments: list[str]):
    assert run(*arguments).exit_code == 2


def test_debug_shows_where_an_error_comes_from(tmp_path: Path):
    told = in_process("--debug", "show", tmp_path / "none.dossier")
    assert told.returncode == 1
    assert "Traceback" in told.stderr


def test_a_fault_of_ours_is_one_sentence_and_logged_without_its_words(
    dossier: Path, tmp_path: Path
):
    program = (
        "import sys, briefing_app.operations.checking as c\n"
        "def fails(store): raise RuntimeError('canary')\n"
        "c.check = fails\n"
        f"sys.argv = ['briefing-app', 'check', {str(dossier)!r}]\n"
        "from briefing_app.__main__ import main; main()"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], check=False, capture_output=True, encoding="utf-8"
    )
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.startswith("This is a fault in Briefing")
    assert told.stderr.count("\n") == 1
    logged = paths_in(tmp_path, "briefing.log").read_text("utf-8")
    assert "RuntimeError" in logged
    assert "canary" not in logged


def paths_in(folder: Path, name: str) -> Path:
    return next(folder.rglob(name))


def test_a_pipe_that_is_closed_is_no_matter(dossier: Path):
    command = f"{sys.executable} -m briefing_app show {dossier} | head -n 1"
    told = subprocess.run(["sh", "-c", command], check=False, capture_output=True, encoding="utf-8")
    assert (told.stdout, told.stderr) == ("Istanbul talks\n", "")


def test_without_a_screen_the_example_and_its_pdf_are_made(tmp_path: Path):
    told = in_process()
    assert told.returncode == 0, told.stderr
    assert "no screen" in told.stderr
    made = paths_in(tmp_path, "Example.dossier"), paths_in(tmp_path, "Example.pdf")
    assert all(str(path) in told.stdout for path in made)
    assert made[1].read_bytes().startswith(b"%PDF-")


def test_without_a_screen_a_dossier_is_shown(dossier: Path):
    told = in_process(dossier)
    assert told.returncode == 0
    assert told.stdout.startswith("Istanbul talks")


def test_signs_that_a_terminal_lacks_do_no_harm(dossier: Path):
    told = in_process("show", dossier, PYTHONIOENCODING="cp1252")
    assert told.returncode == 0
    assert "? Rejects" in told.stdout


def test_help_and_version_load_nothing_heavy():
    program = (
        "import sys\nsys.argv = ['briefing-app', '--help']\nfrom briefing_app.__main__ import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "heavy = {'PySide6', 'spacy', 'trafilatura', 'typst', 'sqlite_utils', 'numpy'} & set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], check=False, capture_output=True, encoding="utf-8"
    )
    assert told.returncode == 0, told.stderr
    assert "Usage: briefing-app" in told.stdout
    assert in_process("--version").stdout.startswith("briefing-app, version 0.")


def test_every_command_and_option_is_documented():
    told = (paths.shipped() / "docs" / "commands.md").read_text("utf-8")
    for name, command in cli.commands.items():
        assert f"`{name} " in told
        assert command.help
        row = next(line for line in told.splitlines() if line.startswith(f"| `{name} "))
        for option in (each for each in command.params if isinstance(each, click.Option)):
            assert option.opts[-1] in (told if "[OPTIONS]" in row else row)


def test_an_original_is_saved_as_it_was_imported(dossier: Path, tmp_path: Path):
    number, title = answer("original", dossier).strip().split("  ")
    assert "prisoner swap" in title
    out = tmp_path / "saved.txt"
    assert answer("original", dossier, number, out) == f"{out}\n"
    assert out.read_bytes() == SEED.read_bytes()
    again = run("original", dossier, number, out)
    assert (again.exit_code, "already there" in again.stderr) == (1, True)
    assert "no document 99" in run("original", dossier, 99).stderr


def test_safety_tells_what_holds(dossier: Path):
    told = json.loads(answer("safety", "--json"))
    assert set(told) == {"network", "reading", "writing", "programs", "memory", "time"}
    lines = answer("safety").splitlines()[1:]
    assert [line.split()[0] for line in lines] == ["✓" if held else "✗" for held in told.values()]
