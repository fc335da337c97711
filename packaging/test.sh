#!/usr/bin/env bash
# Sets the project up and runs every check there is: style, types, and the tests with the import contracts among them.
# Arguments go to pytest: packaging/test.sh tests/domain
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
bash packaging/setup.sh dev
export PATH="$PWD/.venv/bin:$PATH" QT_QPA_PLATFORM=offscreen

failed=""
# check NAME COMMAND...: runs one check to its end, so that a single run shows all that is wrong.
check() {
  local name=$1 started=$SECONDS verdict=passed
  shift
  printf '\n== %s\n' "$name"
  "$@" || { verdict=FAILED; failed="$failed $name"; }
  summary="${summary:-}$(printf '%-6s %s in %d s' "$name" "$verdict" $((SECONDS - started)))"$'\n'
}

check style ruff check --quiet
check types mypy --no-error-summary
check tests pytest -q "$@"

printf '\n%s' "$summary"
if [ -n "$failed" ]; then printf 'Not all checks passed:%s\n' "$failed"; exit 1; fi
printf 'All checks passed.\n'
