#!/usr/bin/env bash
# Makes the project ready to run: Python with venv, the packages in .venv, Qt's system libraries.
#   packaging/setup.sh       what running needs; Qt's libraries only where there is a display to open a window on
#   packaging/setup.sh dev   what the checks and tests need too; those draw without a display
# Each step with something to do says so in one line. Doing it again is quick and harmless.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DEBIAN_FRONTEND=noninteractive PIP_DISABLE_PIP_VERSION_CHECK=1

# Each line: the library as the system's loader knows it, and the Debian or Ubuntu package that brings it.
drawing_libraries="
libGL.so.1 libgl1
libEGL.so.1 libegl1
libglib-2.0.so.0 libglib2.0-0
libfontconfig.so.1 libfontconfig1
libxkbcommon.so.0 libxkbcommon0
libdbus-1.so.3 libdbus-1-3"
x11_libraries="
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-xkb.so.1 libxcb-xkb1
libxkbcommon-x11.so.0 libxkbcommon-x11-0"
wayland_libraries="
libwayland-client.so.0 libwayland-client0
libwayland-cursor.so.0 libwayland-cursor0
libwayland-egl.so.1 libwayland-egl1"

say() { printf '%s\n' "$*"; }
stop() { printf '%s\n' "$*" >&2; exit 1; }

# quietly COMMAND...: what it prints is shown only where it fails.
quietly() {
  local printed
  printed=$("$@" 2>&1) || { printf '%s\n' "$printed" >&2; stop "This did not work: $*"; }
}

# as_root COMMAND...: by sudo where that asks for no password.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n env DEBIAN_FRONTEND=noninteractive "$@"; fi
}

may_install() {
  command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
}

apt_install() {
  say "Installing from the system's packages: $*"
  quietly as_root apt-get update
  quietly as_root apt-get install -y --no-install-recommends "$@"
}

# How a person installs Python here, as a command to copy.
python_command() {
  if command -v apt-get >/dev/null; then say "sudo apt-get install $1"
  elif command -v dnf >/dev/null; then say "sudo dnf install python3.12"
  elif command -v zypper >/dev/null; then say "sudo zypper install python311"
  elif command -v pacman >/dev/null; then say "sudo pacman -S python"
  elif [ "$(uname)" = Darwin ]; then say "brew install python@3.13"
  else say "the system's package manager"; fi
}

is_recent() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

# The first Python of 3.11 or newer on PATH.
find_python() {
  local name
  for name in python3 python3.14 python3.13 python3.12 python3.11 python; do
    if command -v "$name" >/dev/null && is_recent "$name"; then command -v "$name"; return; fi
  done
  return 1
}

make_environment() {
  local python package
  if ! python=$(find_python); then
    may_install && apt_install python3-venv
    python=$(find_python) || stop "Convenio needs Python 3.11 or newer; install it with: $(python_command python3-venv)"
  fi
  if ! command -v uv >/dev/null && ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
    package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    may_install || stop "Python lacks its venv module; install it with: $(python_command "$package")"
    apt_install "$package"
  fi
  say "Making .venv with $("$python" --version)"
  if command -v uv >/dev/null; then quietly uv venv --quiet --clear --python "$python" .venv
  else quietly "$python" -m venv --clear .venv; fi
}

# install_packages NAME: packaging/NAME into .venv, where it differs from what was put there last.
install_packages() {
  cmp -s "packaging/$1" ".venv/$1" && return
  say "Installing the Python packages of packaging/$1 (a minute or two the first time)"
  if command -v uv >/dev/null; then
    quietly uv pip install --quiet --python .venv/bin/python --require-hashes -r "packaging/$1"
  else
    .venv/bin/python -m pip --version >/dev/null 2>&1 || quietly .venv/bin/python -m ensurepip
    quietly .venv/bin/python -m pip install --quiet --no-input --require-hashes -r "packaging/$1"
  fi
  cp "packaging/$1" ".venv/$1"
}

# What running needs, with character recognition but where Tesseract with Spanish does that, or its packages are not to
# be had for this system.
install_program() {
  if tesseract --list-langs 2>/dev/null | grep -qx spa; then install_packages requirements.txt
  elif (install_packages requirements-ocr.txt); then cp packaging/requirements.txt .venv/
  else
    say "Character recognition could not be installed; all but the reading of scans works without it."
    install_packages requirements.txt
  fi
}

# missing_libraries LINES: those of the lines whose library the loader does not find.
missing_libraries() {
  .venv/bin/python - "$1" <<'END'
import ctypes, sys
for line in sys.argv[1].split("\n"):
    try:
        line and ctypes.CDLL(line.split()[0])
    except OSError:
        print(line)
END
}

install_libraries() {
  local missing libraries packages
  missing=$(missing_libraries "$1")
  [ -n "$missing" ] || return 0
  libraries=$(awk '{ print $1 }' <<<"$missing")
  packages=$(awk '{ print $2 }' <<<"$missing")
  # shellcheck disable=SC2086 # one word for each package is meant
  if may_install; then apt_install $packages
  elif command -v apt-get >/dev/null; then stop "Qt lacks system libraries; install them with: sudo apt-get install" $packages
  elif command -v dnf >/dev/null; then stop "Qt lacks system libraries; install them with: sudo dnf install" $(printf "'%s()(64bit)' " $libraries)
  else stop "Qt lacks these system libraries; install them with the system's package manager:" $libraries; fi
}

level=${1:-run}
[ -x .venv/bin/python ] && is_recent .venv/bin/python || make_environment
if [ "$level" = dev ]; then
  install_packages requirements-dev.txt
  cp packaging/requirements.txt packaging/requirements-ocr.txt .venv/   # theirs are among those, in the same versions
else
  install_program
fi
if [ "$(uname)" = Linux ]; then
  if [ "$level" = dev ]; then install_libraries "$drawing_libraries"; fi
  if [ -n "${DISPLAY:-}" ]; then install_libraries "$drawing_libraries$x11_libraries"; fi
  if [ -n "${WAYLAND_DISPLAY:-}" ]; then install_libraries "$drawing_libraries$wayland_libraries"; fi
fi
