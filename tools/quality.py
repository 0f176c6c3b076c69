#!/usr/bin/env python3
"""Proposes for every annotated text and scores it: `make quality`, with ARGS="--verbose" to see each miss.

    quality.py [--verbose] [--only NAME,NAME] [--part all|seen|unseen|press|press-unread]

The rules are written with the seen texts and those in quality/press at hand; the unseen and the unread are scored only.
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
PRESS = QUALITY / "press"
UNREAD = {
    "fiction-agency-tavush", "fiction-ap-yemen-muscat", "fiction-coalition-hague", "fiction-communique-aegean",
    "fiction-cop-finance-contact-group", "fiction-council-briefing-syria", "fiction-declaration-nairobi",
    "fiction-duluth-nurses-strike", "fiction-eu-china-magnets", "fiction-g7-annecy",
    "fiction-gaza-phase-delay", "fiction-iran-talks-explained", "fiction-jeddah-sudan-convoys",
    "fiction-mackerel-quota-analysis", "fiction-network-syria-cabinet", "fiction-philippines-oslo-round",
    "fiction-plastics-geneva-day", "fiction-port-garacad", "fiction-press-conference-beijing",
    "fiction-statement-ethiopia-eritrea", "fiction-statement-qatar-drc", "fiction-trade-north-america",
    "fiction-truce-thai-cambodian", "fiction-ukraine-grid-prisoners",
}  # fmt: skip


def issues() -> tuple[Issue, ...]:
    rows = tomllib.loads((resources() / "issues.toml").read_text("utf-8"))["issue"]
    return tuple(
        Issue(IssueId(n), row["key"], row["label"], row.get("group", ""), row.get("trigger", ""), n)
        for n, row in enumerate(rows)
    )


def score(names: list[str], source: Path, parser: Parser, *, verbose: bool) -> int:
    """Propose for the named texts of a collection in a folder of their own, and let the scorer judge it."""
    with tempfile.TemporaryDirectory() as folder:
        gold, proposed = Path(folder, "gold"), Path(folder, "proposed")
        gold.mkdir()
        proposed.mkdir()
        for name in names:
            shutil.copy(source / "gold" / f"{name}.json", gold)
            answer = propose(name, source, parser)
            (proposed / f"{name}.json").write_text(
                json.dumps(answer, ensure_ascii=False, indent=1), "utf-8"
            )
        command = [
            sys.executable,
            str(QUALITY / "score.py"),
            str(gold),
            str(proposed),
            "--texts",
            str(source / "texts"),
        ]
        return subprocess.run(
            [*command, *(["--verbose"] if verbose else [])], check=False
        ).returncode


def propose(name: str, source: Path, parser: Parser) -> dict:
    gold = json.loads((source / "gold" / f"{name}.json").read_text("utf-8"))
    date = dt.date.fromisoformat(gold["date"])
    text = (source / "texts" / f"{name}.txt").read_text("utf-8-sig")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return as_json(name, date, text, extract(text, (), date=date, issues=issues(), parser=parser))


def _parts() -> dict[str, tuple[Path, list[str]]]:
    """Return the texts by part, each with the collection that they are in."""
    names, press = (
        sorted(path.stem for path in (root / "gold").glob("*.json")) for root in (QUALITY, PRESS)
    )
    return {
        "seen": (QUALITY, [each for each in names if each not in UNSEEN]),
        "unseen": (QUALITY, [each for each in names if each in UNSEEN]),
        "press": (PRESS, [each for each in press if each not in UNREAD]),
        "press-unread": (PRESS, [each for each in press if each in UNREAD]),
    }


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--verbose", action="store_true", help="print every miss")
    arguments.add_argument("--only", default="", help="names of texts, joined by commas")
    arguments.add_argument("--part", choices=["all", *_parts()], default="all")
    options = arguments.parse_args()
    parts = {name: each for name, each in _parts().items() if options.part in {"all", name}}
    if options.only:
        only = set(options.only.split(","))
        parts = {name: (root, sorted(only & {*each})) for name, (root, each) in parts.items()}
    parser = load_parser()
    worst = 0
    for part, (source, chosen) in parts.items():
        if chosen:
            print(f"\n== {part} ==", flush=True)
            worst = max(worst, score(chosen, source, parser, verbose=options.verbose))
    return worst


if __name__ == "__main__":
    sys.exit(main())
