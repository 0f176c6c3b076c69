"""Decides which runs: the command line, or the window."""

import multiprocessing
import os
import sys


def main() -> None:
    """Run what the arguments ask for, and end with its exit status."""
    multiprocessing.freeze_support()  # a child of the frozen program ends its life here
    from briefing_app import language, paths  # noqa: PLC0415 (a child needs none of this)
    from briefing_app.log import start_log  # noqa: PLC0415
    from briefing_app.settings import load_settings  # noqa: PLC0415

    language.use(load_settings(paths.settings_file()).language, paths.resources() / "i18n")
    start_log(paths.log_file())
    sys.exit(_run(sys.argv[1:]))


def _run(arguments: list[str]) -> int:
    from briefing_app.cli import cli  # noqa: PLC0415 (once the language is chosen)

    first = arguments[0] if arguments else ""
    if first in cli.commands or first.startswith("-"):
        _write_all_signs()
        cli.main(arguments, prog_name="briefing-app")
    if not _has_screen():
        _write_all_signs()
        cli.main(["without-screen", *arguments], prog_name="briefing-app")
    from briefing_app.main import run  # noqa: PLC0415 (Qt)

    return run(arguments)


def _write_all_signs() -> None:
    """Let a sign that the terminal's encoding lacks come out as a question mark rather than as an error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _has_screen() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    main()
