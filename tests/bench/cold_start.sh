#!/usr/bin/env bash
# Time from starting zipper-workbench to its mapped window, and with --sample to the opened sample, under Xvfb.
#
#   tests/bench/cold_start.sh BUILD_DIR [repetitions = 5]
set -euo pipefail
build=$1
repetitions=${2:-5}
export HOME=$(mktemp -d)
trap 'rm -rf "$HOME"' EXIT

measure() {  # TITLE ARGUMENTS...: seconds until a window of that title is there
  local title=$1 start
  shift
  start=$(date +%s.%N)
  "$build/app/workbench/zipper-workbench" "$@" &
  local pid=$!
  until xdotool search --onlyvisible --name "$title" >/dev/null 2>&1; do sleep 0.01; done
  awk -v a="$start" -v b="$(date +%s.%N)" 'BEGIN { printf "%.2f s\n", b - a }'
  kill "$pid"
  wait "$pid" 2>/dev/null || true
}
export -f measure
export build

for ((i = 0; i < repetitions; ++i)); do
  echo "window:  $(xvfb-run -a -s '-screen 0 1280x800x24' bash -c 'measure "Zipper Workbench"')"
  echo "sample:  $(xvfb-run -a -s '-screen 0 1280x800x24' bash -c 'measure "fashion . digits" --sample')"
done
