#!/usr/bin/env bash
# Installs what is missing, builds, and runs all tests.
source "$(dirname "$0")/prepare.sh"
install_dependencies build run test
build_targets ON
# Two at a time: most of what takes long computes on one thread. No test measures time.
ctest --test-dir "$build" --parallel 2 --output-on-failure --no-tests=error
