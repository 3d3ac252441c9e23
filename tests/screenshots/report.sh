#!/usr/bin/env bash
# Makes the README's picture of a report: bash tests/screenshots/report.sh REPORT_FOLDER resources/images/report.png
# Needs Debian's chromium.
set -euo pipefail
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$profile" --window-size=1180,1010 \
  --screenshot="$2" "file://$(realpath "$1")/report.html" 2>/dev/null
