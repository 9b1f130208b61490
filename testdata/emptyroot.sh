#!/usr/bin/env bash
# Starts the static binary in an otherwise empty root with an empty environment: stands in for building the image.
set -euo pipefail # grep reads to the end of its input: with -q, the program would die of a closed pipe
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
cp "$1" "$root/sitrep"
chroot=$(PATH=$PATH:/usr/sbin command -v chroot)
as_root=()
[ "$(id -u)" = 0 ] || as_root=("$(command -v unshare)" -r)
in_root() { env -i "${as_root[@]}" "$chroot" "$root" /sitrep "$@"; }
in_root ask "how many troops?" | grep "pproximately 2,500" >/dev/null
in_root next "0 7 * * 1-5" --timezone Europe/Berlin -n 1 --from 2026-07-01T00:00:00Z | grep "07:00 CEST" >/dev/null
in_root --help | grep "Answer a question" >/dev/null
echo "answers, knows Europe/Berlin, prints help: in an empty root"
