#!/usr/bin/env bash
# Sets the project up and opens the sample archive, made first where it is not there yet.
#   packaging/run.sh [FOLDER]    FOLDER, else $CONVENIO_SAMPLE, else convenio/sample among the person's own data
# Without a display it shows the same in the terminal: what was read, a search, one agency's history, files to look at.
set -euo pipefail
project="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
sample=${1:-${CONVENIO_SAMPLE:-${XDG_DATA_HOME:-$HOME/.local/share}/convenio/sample}}
agency="US-DOL-OSHA/austin-area"

bash "$project/packaging/setup.sh"
convenio() { "$project/.venv/bin/python" "$project/main.py" "$@"; }
heading() { printf '\n== %s\n' "$*"; }

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" = Darwin ]; then
  convenio sample "$sample"
  exit
fi

heading "The sample archive: $sample"
convenio sample "$sample" --no-window
heading "Search: wage theft"
convenio search "$sample" "wage theft" --limit 3
heading "Agreements of $agency"
convenio agreements "$sample" --agency "$agency"
heading "Files to look at"
made="$(dirname "$sample")"
convenio timeline "$sample" --agency "$agency" -o "$made/timeline-osha-austin.png"
convenio export "$sample" xlsx "$made/agreements.xlsx"
