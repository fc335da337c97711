"""Convenio: a subcommand works in the terminal; without one the window opens."""

import sys


def run() -> int:
    """The exit status. The program is loaded within, so that it can be interrupted at once without a traceback."""
    try:
        from archive_app.__main__ import main

        return main()
    except KeyboardInterrupt:
        print("Stopped as you asked, before anything was begun.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    raise SystemExit(run())
