"""Convenio: a subcommand works in the terminal; without one the window opens."""

from archive_app.__main__ import main

if __name__ == "__main__":
    raise SystemExit(main())
