#!/usr/bin/env bash
# Makes the program as something to hand on, which needs no Python where it is used.
#   packaging/build.sh folder     dist/convenio/, with the program and all that it loads; then its self-test
#   packaging/build.sh archive    that folder as one compressed file
#   packaging/build.sh deb        that folder as a package for Debian, Ubuntu and what descends from them
#   packaging/build.sh all        archive and deb
# --without-ocr leaves out what reads scans (Tesseract, where it is installed, does that too): less than half the size.
# --keep takes the folder that was made before as it is.
# All is made below build/ ($CONVENIO_BUILD names another place), with an environment of its own in build/venv.
# $CONVENIO_ADDRESS: where the project can be looked at, for software centres and the package's home page.
# $CONVENIO_MAINTAINER: "Name <mail address>" of who answers for the package.
# It runs on systems that are as new as the one it was made on: make it on the oldest that it is for.
set -euo pipefail
project="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
out=${CONVENIO_BUILD:-$project/build}
address=${CONVENIO_ADDRESS:-}
maintainer=${CONVENIO_MAINTAINER:-Convenio contributors <convenio@packages.invalid>}
what="" variant="" keep=""

say() { printf '%s\n' "$*"; }
stop() { printf '%s\n' "$*" >&2; exit 2; }

for word in "$@"; do
  case $word in
    folder|archive|deb|all) what=$word ;;
    --without-ocr) variant=-without-ocr ;;
    --keep) keep=yes ;;
    -h|--help) sed -n '2,14p' "${BASH_SOURCE[0]}" | cut -c3-; exit ;;
    *) stop "There is no “$word” to build; packaging/build.sh --help tells what there is." ;;
  esac
done
[ -n "$what" ] || stop "Say what to build: folder, archive, deb or all; packaging/build.sh --help tells what they are."
[ "$(uname)" = Linux ] || stop "This script is for Linux; the head of packaging/convenio.spec tells the steps elsewhere."

version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' "$project/archive_app/__init__.py")
folder="$out/dist$variant/convenio"
# The day of the last commit, not of the build: the same source makes the same files.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$project" log -1 --format=%ct 2>/dev/null || date +%s)}
day=$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)
export SOURCE_DATE_EPOCH PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1 PIP_DISABLE_PIP_VERSION_CHECK=1

# An environment with what is packaged and nothing else: what is not in it cannot get into the package.
environment() {
  local list="$project/packaging/requirements-build.txt" python=${PYTHON:-python3}
  cmp -s "$list" "$out/venv/requirements-build.txt" && return
  say "Installing what is packaged into $out/venv"
  "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null ||
    stop "The build needs Python 3.11 or newer; name it in \$PYTHON."
  if command -v uv >/dev/null; then
    uv venv --quiet --clear --python "$python" "$out/venv"
    uv pip install --quiet --python "$out/venv/bin/python" --require-hashes -r "$list"
  else
    "$python" -m venv --clear "$out/venv"
    "$out/venv/bin/python" -m pip install --quiet --no-input --require-hashes -r "$list"
  fi
  cp "$list" "$out/venv/"
}

# What the folder needs besides the program: icons in every size, licences, the pages for menus, centres and man.
made() {
  local python="$out/venv/bin/python" share="$out/made/share"
  rm -rf "$out/made"
  mkdir -p "$share"/{applications,metainfo,mime/packages,man/man1,icons/hicolor/scalable/apps}
  "$python" "$project/packaging/icons.py" "$out/made/icons"
  "$python" "$project/packaging/licences.py" "$out/made/licences" ${variant:+--without-ocr}
  "$python" "$project/packaging/linux/metainfo.py" "$share/metainfo/org.convenio.convenio.metainfo.xml" "$day" "$address"
  "$python" "$project/packaging/linux/man_page.py" "$share/man/man1/convenio.1" "$day"
  cp "$project/packaging/linux/convenio.desktop" "$share/applications/"
  cp "$project/packaging/linux/convenio.xml" "$share/mime/packages/"
  cp "$project/resources/icons/convenio.svg" "$share/icons/hicolor/scalable/apps/"
  for picture in "$out"/made/icons/*.png; do
    size=$(basename "$picture" .png)
    install -D -m 644 "$picture" "$share/icons/hicolor/${size}x$size/apps/convenio.png"
  done
}

build_folder() {
  [ -n "$keep" ] && [ -x "$folder/convenio" ] && return
  mkdir -p "$out"
  environment
  made
  say "Building $folder"
  CONVENIO_MADE="$out/made" CONVENIO_OCR=$([ -n "$variant" ] && echo 0 || echo 1) \
    "$out/venv/bin/pyinstaller" "$project/packaging/convenio.spec" --noconfirm --log-level ERROR \
    --workpath "$out/work$variant" --distpath "$(dirname "$folder")"
  # Python's own parts come with their symbols where it was built on this machine. What wheels bring stays as it is:
  # libraries that were patched for them do not survive being stripped.
  find "$folder"/_internal -maxdepth 1 -type f -name 'libpython*' -exec strip --strip-unneeded {} +
  find "$folder"/_internal/python3*/lib-dynload -type f -name '*.so' -exec strip --strip-unneeded {} + 2>/dev/null || true
  cp -r "$out/made/share" "$folder/"
  cp "$project/packaging/linux/install.sh" "$folder/"
  say "Made $folder ($(du -sh "$folder" | cut -f1)); testing it:"
  "$folder/convenio" self-test
}

build_archive() {
  local file
  file="$out/convenio-$version-linux-$(uname -m)$variant.tar.xz"
  say "Packing $file"
  tar --create --file "$file" --use-compress-program 'xz -T0' --sort=name --owner=0 --group=0 --numeric-owner \
    --mtime="@$SOURCE_DATE_EPOCH" --directory "$(dirname "$folder")" convenio
  say "Made $file ($(du -h "$file" | cut -f1))"
}

build_deb() {
  command -v dpkg-deb >/dev/null || stop "A Debian package is made with dpkg-deb, which is not here."
  local root="$out/deb$variant" file
  file="$out/convenio_${version}_$(dpkg --print-architecture)$variant.deb"
  rm -rf "$root"
  mkdir -p "$root"/{DEBIAN,usr/bin,usr/lib,usr/share/doc/convenio,usr/share/lintian/overrides}
  cp -r --no-preserve=ownership "$folder" "$root/usr/lib/convenio"
  rm "$root/usr/lib/convenio/install.sh"
  cp -r "$root/usr/lib/convenio/share/." "$root/usr/share/"
  rm -r "$root/usr/lib/convenio/share"
  ln -s ../lib/convenio/convenio "$root/usr/bin/convenio"
  documents "$root/usr/share/doc/convenio"
  gzip -9n "$root/usr/share/man/man1/convenio.1" "$root/usr/share/doc/convenio/changelog"
  cp "$project/packaging/debian/lintian-overrides" "$root/usr/share/lintian/overrides/convenio"
  # What is no program is not to be run, and nothing is for its maker alone to read.
  find "$root" -type d -exec chmod 755 {} +
  find "$root" -type f -exec chmod 644 {} +
  chmod 755 "$root/usr/lib/convenio/convenio"
  (cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum > DEBIAN/md5sums)
  control "$root" > "$root/DEBIAN/control"
  find "$root" -exec touch --no-dereference --date "@$SOURCE_DATE_EPOCH" {} +
  say "Packing $file"
  # Packed harder it takes three times as long, for a tenth less.
  dpkg-deb --root-owner-group -Zxz -z3 --build "$root" "$file" >/dev/null
  rm -rf "$root"
  say "Made $file ($(du -h "$file" | cut -f1))"
}

documents() {
  cp "$project/packaging/debian/copyright" "$1/copyright"
  { printf 'convenio (%s) unstable; urgency=medium\n\n  * See the project'\''s CHANGELOG.md.\n\n -- %s  %s\n' \
      "$version" "$maintainer" "$(date -R -u -d "@$SOURCE_DATE_EPOCH")"; } > "$1/changelog"
}

# control ROOT: the description of the package, with what depends on the build.
control() {
  local glibc size
  glibc=$(ldd --version | sed -n '1s/.* //p')
  size=$(du -sk "$1/usr" | cut -f1)
  sed -e "s/@VERSION@/$version/; s/@ARCHITECTURE@/$(dpkg --print-architecture)/; s/@GLIBC@/$glibc/; s/@SIZE@/$size/" \
    -e "s/@MAINTAINER@/$maintainer/" "$project/packaging/debian/control"
  if [ -n "$address" ]; then say "Homepage: $address"; fi
}

build_folder
case $what in
  archive) build_archive ;;
  deb) build_deb ;;
  all) build_archive; build_deb ;;
esac
