#!/bin/sh
# Makes the virtual environment of a lock file below target/, with exactly what the lock names, and prints its folder. The lock
# lies here, or in the folder named second.
# Made anew when the lock changes; whoever asks meanwhile waits. PYTHON names the Python.
set -eu
here=$(CDPATH='' cd -- "${2:-$(dirname -- "$0")}" && pwd -P)
target=$here/target
python=${PYTHON:-python3}

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "This needs Python 3.11 or newer, and $python is older: set PYTHON to a newer one." >&2
    exit 2
}
mkdir -p "$target"
exec 9>"$target/$1.lock"
flock 9
if ! cmp -s "$here/$1.txt" "$target/$1/lock.txt"; then
    echo "Installing $1.txt below $target ..." >&2
    "$python" -m venv --clear "$target/$1"
    "$target/$1/bin/python" -m pip install -q --disable-pip-version-check -r "$here/$1.txt" >&2
    cp "$here/$1.txt" "$target/$1/lock.txt"
fi
echo "$target/$1"
