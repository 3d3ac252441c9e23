#!/usr/bin/env bash
# Installs what is missing, builds, and runs all tests.
[ -n "${BASH_VERSION:-}" ] || exec bash "$0" "$@"
set -e
source "$(dirname "$(readlink -f "$0")")/prepare.sh"
[ $# -eq 0 ] || give_up "$0 takes no arguments; what it does stands in the README."
install_dependencies build run test
build_targets ON
# Three at a time: most of what takes long computes on one thread, or waits for a program. No test measures time.
ctest --test-dir "$build" --parallel 3 --output-on-failure --no-tests=error
