#!/usr/bin/env bash
# Makes the README's pictures of the workbench, and the animation of a zipper that closes: drives the real program under
# Xvfb with keys and mouse.
#
#   tests/screenshots/workbench.sh BUILD_DIR OUT_DIR
set -euo pipefail
build=$(realpath "$1")
out=$(realpath "$2")
for tool in xvfb-run xdotool import openbox img2webp; do
  command -v "$tool" >/dev/null || { echo "$tool is missing: apt-get install xvfb xdotool imagemagick openbox webp" >&2; exit 1; }
done
export HOME=$(mktemp -d) program="$build/app/workbench/zipper-workbench" out
trap 'rm -rf "$HOME"' EXIT
mkdir -p "$HOME/.config/Zipper Workbench"

# Places in that window.
export changes_tab='495 864' zipper_area='780x432+294+54'

use_theme() {  # and nothing left of the picture before
  rm -rf "$HOME/.local"
  printf '[window]\ntheme=%s\n' "$1" > "$HOME/.config/Zipper Workbench/zipper-workbench.conf"
}

on_screen() {  # COMMANDS [ARGUMENTS OF THE PROGRAM]: in a window of 1440x900
  commands=$1 arguments=${2:---sample}
  export arguments
  xvfb-run -a -s '-screen 0 1440x900x24' bash -euc '
    openbox & sleep 0.5
    "$program" $arguments & pid=$!
    window() { xdotool search --onlyvisible --name "Zipper Workbench" | head -1; }
    until [ -n "$(window)" ]; do sleep 0.1; done
    xdotool windowsize "$(window)" 1440 900 windowmove "$(window)" 0 0 windowactivate "$(window)"
    sleep 1
    idle() { until [ "$(ps -o state= -L -p "$pid" | grep -c R)" = 0 ] && sleep 2 &&
                   [ "$(ps -o state= -L -p "$pid" | grep -c R)" = 0 ]; do sleep 1; done; }
    picture() { import -window root -strip "$out/$1.png"; }
    '"$commands"'
    kill "$pid"' 2>/dev/null
}

# Photographs of flowers and clothes, half of the layers merged: what changed, light.
use_theme light
zipper="$build/app/cli/zipper"
photographs="$HOME/photographs"
export photographs
"$zipper" sample --which photographs --out "$photographs" > /dev/null
merge() { "$zipper" merge --a "$photographs/flowers.safetensors" --b "$photographs/clothing.safetensors" --data-a "$photographs/flowers" \
            --data-b "$photographs/clothing" --preset lesson --seed 1 "$@" > /dev/null; }
merge --layers 1-7 --out "$HOME/half.zipper"
on_screen 'idle; xdotool mousemove $changes_tab click 1; sleep 1; idle; picture workbench-photographs' "$HOME/half.zipper"
# The zipper of the same pair closes, a picture for each layer: steps back, shown the other way round.
merge --steps 0 --finetune-steps 0 --out "$HOME/whole.zipper"
on_screen 'idle; for layer in 13 12 11 10 09 08 07 06 05 04 03 02 01 00; do
    import -window root -crop "$zipper_area" +repage -strip "$HOME/frame-$layer.png"
    xdotool key shift+F10; sleep 1; idle
  done' "$HOME/whole.zipper"
img2webp -o "$out/zipper-closing.webp" -loop 0 -lossy -q 70 -d 500 "$HOME"/frame-*.png -d 3000 "$HOME/frame-13.png" > /dev/null
# In the middle of a step, light.
use_theme light
on_screen 'idle; xdotool key F5; sleep 25; picture workbench-running'
# Two strategies compared, dark.
use_theme dark
on_screen 'idle; xdotool key F10; sleep 1; idle; xdotool key F10; sleep 1; idle
  xdotool key F9; sleep 0.5; xdotool mousemove 24 171 click 1; sleep 0.5; xdotool key F10; sleep 1; idle
  picture workbench-compare'
