#!/usr/bin/env bash
# Installs what is missing, builds, and merges the embedded sample pair.
source "$(dirname "$0")/prepare.sh"
install_dependencies
build_everything -DZIPPER_BUILD_TESTS=OFF
out=${ZIPPER_OUT:-$build/sample-run}
zipper=$build/app/cli/zipper
"$zipper" sample --out "$out/sample"
"$zipper" merge --a "$out/sample/fashion.safetensors" --b "$out/sample/digits.safetensors" \
  --data-a "$out/sample/fashion" --data-b "$out/sample/digits" \
  --init mean --steps 20 --batch 32 --out "$out/merged.zipper" --report "$out/report"
