#!/usr/bin/env bash
# Puts Convenio into the menu of the person who runs this, from the folder that this file is in.
#   ./install.sh            menu entry, icons, file type, manual page; convenio as a command in ~/.local/bin
#   ./install.sh --remove   takes them away again; archives and settings stay
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
data=${XDG_DATA_HOME:-$HOME/.local/share}
command="$HOME/.local/bin/convenio"

# Each file that belongs to the desktop, as its place below share/.
files() { (cd "$here/share" && find . -type f | cut -c3-); }

renew() {
  if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$data/applications"; fi
  if command -v update-mime-database >/dev/null; then update-mime-database "$data/mime" 2>/dev/null || true; fi
}

case ${1:-} in
  --remove)
    files | while read -r file; do rm -f "$data/$file"; done
    if [ "$(readlink "$command" 2>/dev/null)" = "$here/convenio" ]; then rm "$command"; fi
    renew
    echo "Convenio is out of the menu; the folder $here can be deleted."
    ;;
  "")
    files | while read -r file; do install -D -m 644 "$here/share/$file" "$data/$file"; done
    sed -i "s|^Exec=convenio|Exec=\"$here/convenio\"|; /^TryExec=/d" "$data/applications/convenio.desktop"
    mkdir -p "$(dirname "$command")"
    ln -sfn "$here/convenio" "$command"
    renew
    echo "Convenio is in the menu, and a command: $command"
    ;;
  *) sed -n '2,4p' "${BASH_SOURCE[0]}" | cut -c3-; exit 2 ;;
esac
