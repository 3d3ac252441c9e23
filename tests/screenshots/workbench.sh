#!/usr/bin/env bash
# Makes the README's pictures of the workbench: drives the real program under Xvfb with keys and mouse.
#
#   tests/screenshots/workbench.sh BUILD_DIR OUT_DIR
set -euo pipefail
build=$(realpath "$1")
out=$(realpath "$2")
for tool in xvfb-run xdotool import openbox; do
  command -v "$tool" >/dev/null || { echo "$tool is missing: apt-get install xvfb xdotool imagemagick openbox" >&2; exit 1; }
done
export HOME=$(mktemp -d) program="$build/app/workbench/zipper-workbench" out
trap 'rm -rf "$HOME"' EXIT
mkdir -p "$HOME/.config/Zipper Workbench"

use_theme() {  # and nothing left of the picture before
  rm -rf "$HOME/.local"
  printf '[window]\ntheme=%s\n' "$1" > "$HOME/.config/Zipper Workbench/zipper-workbench.conf"
}

on_screen() {  # COMMANDS: in a window of 1440x900
  xvfb-run -a -s '-screen 0 1440x900x24' bash -euc '
    openbox & sleep 0.5
    "$program" --sample & pid=$!
    window() { xdotool search --onlyvisible --name "fashion" | head -1; }
    until [ -n "$(window)" ]; do sleep 0.1; done
    xdotool windowsize "$(window)" 1440 900 windowmove "$(window)" 0 0 windowactivate "$(window)"
    sleep 1
    idle() { until [ "$(ps -o state= -L -p "$pid" | grep -c R)" = 0 ] && sleep 2 &&
                   [ "$(ps -o state= -L -p "$pid" | grep -c R)" = 0 ]; do sleep 1; done; }
    picture() { import -window root -strip "$out/$1.png"; }
    '"$1"'
    kill "$pid"' 2>/dev/null
}

# In the middle of a step, light.
use_theme light
on_screen 'idle; xdotool key F5; sleep 25; picture workbench-running'
# Two strategies compared, dark.
use_theme dark
on_screen 'idle; xdotool key F10; sleep 1; idle; xdotool key F10; sleep 1; idle
  xdotool key F9; sleep 0.5; xdotool mousemove 24 171 click 1; sleep 0.5; xdotool key F10; sleep 1; idle
  picture workbench-compare'
# Feature maps, light.
use_theme light
on_screen 'idle; xdotool key F10; sleep 1; idle
  xdotool mousemove 1250 121 click 1; sleep 0.5; xdotool key End Up Return; sleep 2; picture workbench-inspector'
