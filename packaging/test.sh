#!/usr/bin/env bash
# Installs what is missing, builds, and runs all tests.
source "$(dirname "$0")/prepare.sh"
install_dependencies
build_everything -DZIPPER_BUILD_TESTS=ON
# One test at a time: each may use all cores, and numerics are only comparable when none is starved.
ctest --test-dir "$build" --output-on-failure --no-tests=error
