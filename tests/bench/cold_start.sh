#!/usr/bin/env bash
# Time from starting zipper-workbench to its mapped window, and with --sample to the opened sample, under Xvfb.
#
#   tests/bench/cold_start.sh BUILD_DIR [repetitions = 5]
set -euo pipefail

if [ "$1" = --measure ]; then  # TITLE ARGUMENTS...: on the display at hand, seconds until a window of that title is there
  title=$2
  shift 2
  start=$(date +%s.%N)
  "$program" "$@" 2>/dev/null &
  pid=$!
  until xdotool search --onlyvisible --name "$title" >/dev/null 2>&1; do sleep 0.01; done
  awk -v a="$start" -v b="$(date +%s.%N)" 'BEGIN { printf "%.2f s\n", b - a }'
  kill "$pid"
  exit
fi

export program=$1/app/workbench/zipper-workbench HOME=$(mktemp -d)
trap 'rm -rf "$HOME"' EXIT
for ((i = 0; i < ${2:-5}; ++i)); do
  echo "window: $(xvfb-run -a -s '-screen 0 1280x800x24' bash "$0" --measure 'Zipper Workbench')"
  echo "sample: $(xvfb-run -a -s '-screen 0 1280x800x24' bash "$0" --measure 'fashion . digits' --sample)"
done
