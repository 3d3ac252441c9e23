#!/usr/bin/env bash
# Makes the README's pictures of reports: bash tests/screenshots/report.sh FOLDER PICTURE, where FOLDER holds the report
# of a merge (resources/images/report.png), of a comparison (compare-independent.png, compare-ancestor.png) or of trunks of
# several depths (trunks-independent.png, trunks-ancestor.png).
# Needs Debian's chromium.
set -euo pipefail
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
page=$1/report.html size=1180,1010
if [ -e "$1/compare.html" ]; then page=$1/compare.html size=1300,1860; fi
if [ -e "$1/trunks.html" ]; then page=$1/trunks.html size=1300,1050; fi
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$profile" --window-size="$size" \
  --screenshot="$2" "file://$(realpath "$page")" 2>/dev/null
