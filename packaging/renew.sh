#!/usr/bin/env bash
# Renews the four lists of packages with their hashes from what pyproject.toml asks for, for every system; needs uv.
#   packaging/renew.sh            after a change in pyproject.toml: what is pinned stays as it is
#   packaging/renew.sh --upgrade  everything to its newest version; run packaging/test.sh before committing
# The lists name no registry, so that pip and uv take the packages from whichever one they are set up for.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

compile() {
  uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet "$@"
}
compile "$@" --output-file packaging/requirements.txt
# What runs is tested as it runs: the other lists take the versions of the first. Character recognition has its own,
# since there are systems for which its packages are not made; all else runs there.
compile "$@" --extra ocr --constraints packaging/requirements.txt --output-file packaging/requirements-ocr.txt
compile "$@" --extra ocr --group dev --constraints packaging/requirements-ocr.txt \
  --output-file packaging/requirements-dev.txt
compile "$@" --extra ocr --group build --constraints packaging/requirements-ocr.txt \
  --output-file packaging/requirements-build.txt
