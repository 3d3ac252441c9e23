#!/usr/bin/env bash
# Installs what is missing and builds the two programs. With a display it opens the workbench with the embedded sample;
# without one it merges the sample pair and prints where session and report lie.
[ -n "${BASH_VERSION:-}" ] || exec bash "$0" "$@"
set -e
source "$(dirname "$(readlink -f "$0")")/prepare.sh"
[ $# -eq 0 ] || give_up "$0 takes no arguments; what it does stands in the README."
install_dependencies build run
build_targets OFF zipper zipper-workbench
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec "$build/app/workbench/zipper-workbench" --sample
fi
out=${ZIPPER_OUT:-$build/sample-run}
zipper=$build/app/cli/zipper
"$zipper" sample --out "$out/sample"
"$zipper" merge --a "$out/sample/fashion.safetensors" --b "$out/sample/digits.safetensors" \
  --data-a "$out/sample/fashion" --data-b "$out/sample/digits" \
  --init mean --steps 20 --batch 32 --out "$out/merged.zipper" --report "$out/report"
