#!/usr/bin/env python3
"""Proposes for every annotated text and scores it: `make quality`, with ARGS="--verbose" to see each miss.

    quality.py [--verbose] [--only NAME,NAME] [--part all|seen|unseen]

The rules are written with the seen texts at hand; the unseen are scored, and not read.
"""

import argparse
import datetime as dt
import json
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from briefing_app.domain.issue import Issue, IssueId
from briefing_app.extraction import Parser, as_json, extract, load_parser
from briefing_app.paths import resources

QUALITY = Path(__file__).resolve().parent.parent / "quality"
UNSEEN = {
    "fiction-afpak-istanbul", "fiction-agency-black-sea", "fiction-bangor-nurses", "fiction-climate-bulletin",
    "fiction-coalition-halvorra", "fiction-cop-finance-huddle", "fiction-cyprus-enlarged-meeting",
    "fiction-exchange-yemen", "fiction-istanbul-third-round", "fiction-lebanon-us-roadmap",
    "fiction-liveblog-skarv", "fiction-philippines-ndfp-oslo", "fiction-rail-pay-rmt-aslef",
    "fiction-south-sudan-nairobi", "fiction-state-briefing-sudan", "fiction-statement-marches",
    "fiction-swiss-us-tariff-talks", "fiction-venezuela-bridgetown", "fiction-wto-fish-explainer",
    "fiction-yemen-pause-agreement", "wh-gaza-mediators-2024-08-16",
}  # fmt: skip


def issues() -> tuple[Issue, ...]:
    rows = tomllib.loads((resources() / "issues.toml").read_text("utf-8"))["issue"]
    return tuple(
        Issue(IssueId(n), row["key"], row["label"], row.get("group", ""), row.get("trigger", ""), n)
        for n, row in enumerate(rows)
    )


def score(names: list[str], parser: Parser, *, verbose: bool) -> int:
    """Propose for the named texts in a folder of their own, and let the scorer judge it."""
    with tempfile.TemporaryDirectory() as folder:
        gold, proposed = Path(folder, "gold"), Path(folder, "proposed")
        gold.mkdir()
        proposed.mkdir()
        for name in names:
            shutil.copy(QUALITY / "gold" / f"{name}.json", gold)
            answer = propose(name, parser)
            (proposed / f"{name}.json").write_text(
                json.dumps(answer, ensure_ascii=False, indent=1), "utf-8"
            )
        command = [
            sys.executable,
            str(QUALITY / "score.py"),
            str(gold),
            str(proposed),
            "--texts",
            str(QUALITY / "texts"),
        ]
        return subprocess.run(
            [*command, *(["--verbose"] if verbose else [])], check=False
        ).returncode


def propose(name: str, parser: Parser) -> dict:
    date = dt.date.fromisoformat(
        json.loads((QUALITY / "gold" / f"{name}.json").read_text("utf-8"))["date"]
    )
    text = (
        (QUALITY / "texts" / f"{name}.txt")
        .read_text("utf-8-sig")
        .replace("\r\n", "\n")
        .replace("\r", "\n")
    )
    return as_json(name, date, text, extract(text, (), date=date, issues=issues(), parser=parser))


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--verbose", action="store_true", help="print every miss")
    arguments.add_argument("--only", default="", help="names of texts, joined by commas")
    arguments.add_argument("--part", choices=["all", "seen", "unseen"], default="all")
    options = arguments.parse_args()
    names = sorted(path.stem for path in (QUALITY / "gold").glob("*.json"))
    parts = {
        "seen": [n for n in names if n not in UNSEEN],
        "unseen": [n for n in names if n in UNSEEN],
    }
    if options.only:
        parts = {"chosen": [n for n in names if n in options.only.split(",")]}
    elif options.part != "all":
        parts = {options.part: parts[options.part]}
    parser = load_parser()
    worst = 0
    for part, chosen in parts.items():
        print(f"\n== {part} ==", flush=True)
        worst = max(worst, score(chosen, parser, verbose=options.verbose))
    return worst


if __name__ == "__main__":
    sys.exit(main())
