#!/bin/sh
# Makes a virtual environment below target/, with exactly what its locks name, and prints its folder: environment.sh NAME
# [FOLDER [LOCK …]]. Locks are files in the folder, NAME.txt where none is named; the folder is this one where none is. Made anew
# when a lock changes; whoever asks meanwhile waits. PYTHON names the Python.
set -eu
name=$1
here=$(CDPATH='' cd -- "${2:-$(dirname -- "$0")}" && pwd -P)
shift "$(( $# > 2 ? 2 : $# ))"
[ "$#" -gt 0 ] || set -- "$name.txt"
target=$here/target
python=${PYTHON:-python3}

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "This needs Python 3.11 or newer, and $python is not: set PYTHON to one that is." >&2
    exit 2
}
mkdir -p "$target"
exec 9>"$target/$name.lock"
flock 9
cd "$here"
if ! cat "$@" | cmp -s - "$target/$name/lock.txt"; then
    echo "Installing $* below $target ..." >&2
    "$python" -m venv --clear "$target/$name"
    # Compiled when it is first imported: most of it never is.
    "$target/$name/bin/python" -m pip install -q --no-input --no-compile --disable-pip-version-check \
        $(printf -- '-r %s ' "$@") >&2
    cat "$@" > "$target/$name/lock.txt"
fi
echo "$target/$name"
