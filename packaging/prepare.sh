# shellcheck shell=bash
# Sourced by run.sh and test.sh: installs what packaging/dependencies.txt names and is missing, configures and builds.

set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
build=${ZIPPER_BUILD_DIR:-$root/build}
retries=3  # of each package that can't be fetched

# Says what is wrong and what to do, and ends.
give_up() {
  printf '%s\n' "$@" >&2
  exit 1
}

is_installed() {
  dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'install ok installed'
}

# The lines of these sections of dependencies.txt.
packages_of() {
  awk -v wanted=" $* " '/^[[:space:]]*(#|$)/ { next }
    /^\[/ { inside = index(wanted, " " substr($0, 2, length($0) - 2) " "); next }
    inside' "$root/packaging/dependencies.txt"
}

# Of each line of which nothing is installed the first alternative that the release has; of one that ends with "?" nothing
# if it has none.
missing_packages() {
  local line name names chosen wanted
  while read -r line; do
    wanted=${line%\?}
    read -ra names <<<"${wanted//|/ }"
    chosen=
    for name in "${names[@]}"; do
      if is_installed "$name"; then continue 2; fi
      if [ -z "$chosen" ] && [ "${names[*]}" != "$line" ] && apt-cache show "$name" >/dev/null 2>&1; then chosen=$name; fi
    done
    if [ -z "$chosen" ] && [ "$wanted" != "$line" ]; then continue; fi
    echo "${chosen:-${names[0]}}"
  done < <(packages_of "$@")
}

# Packages that were unpacked, but not set up: the next apt-get would end with dpkg's words.
half_installed() {
  dpkg-query -W -f='${db:Status-Status} ${Package}\n' 2>/dev/null |
    sed -nE 's/^(half-installed|unpacked|half-configured|triggers-awaited|triggers-pending) //p' | awk 'NR <= 5' | paste -sd ' '
}

# install_dependencies SECTION...
install_dependencies() {
  local broken missing sudo
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    give_up "This script installs with apt-get and was tried on Debian 12 and 13; here there is none." \
      "Install what packaging/dependencies.txt names, then: cmake -S . -B build -G Ninja && cmake --build build"
  fi
  mapfile -t missing < <(missing_packages "$@")
  [ ${#missing[@]} -gt 0 ] || return 0
  broken=$(half_installed)
  [ -z "$broken" ] || give_up "Packages are half installed here ($broken): an installation is running, or was interrupted." \
    "If apt or dpkg is running, wait for it to end. Otherwise, as root: dpkg --configure -a && apt-get --fix-broken install" \
    "Then start this again."
  sudo="sudo "
  command -v sudo >/dev/null || sudo=
  [ "$(id -u)" -eq 0 ] || give_up "These Debian packages are missing and only root can install them${sudo:+ (sudo)}:" \
    "  ${sudo}apt-get update && ${sudo}apt-get install --no-install-recommends ${missing[*]}" "Then start this again."
  echo "installing ${#missing[@]} packages and what they need, which takes minutes: ${missing[*]}" >&2
  update_lists "$@"
  mapfile -t missing < <(missing_packages "$@")  # which alternatives there are is known now
  DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 -o Acquire::Retries="$retries" install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
    give_up "apt-get couldn't install what is missing; why stands above." \
      "No network, or a full disk? A name that this release doesn't have? Debian 12 and 13 have all of them." \
      "Nothing was built, and what was fetched is kept. Mend that and start this again."
}

# apt-get update tells of servers that it didn't reach, and ends as if nothing were wrong.
update_lists() {
  local told line name names
  told=$(apt-get -o DPkg::Lock::Timeout=120 update -qq 2>&1) || told+=$'\nE: Failed to fetch'
  grep -qE '^(E|W): (Failed to fetch|Some index)' <<<"$told" || return 0
  printf '%s\n' "$told" >&2
  while read -r line; do
    read -ra names <<<"${line//|/ }"
    for name in "${names[@]}"; do
      if apt-cache show "$name" >/dev/null 2>&1; then continue 2; fi
    done
    give_up "The lists of packages can't be fetched, and '$line' isn't in those that are here. Is there a network?" \
      "Nothing was installed or built. Check the connection and /etc/apt/sources.list, then start this again."
  done < <(missing_packages "$@")
  echo "The lists of packages can't be fetched: going on with those that are here." >&2
  retries=0  # apt 3 (Debian 13) tries each package again and again, for many minutes
}

# What a folder that was built in before was made by, where it differs from what is here; nothing if it fits.
other_maker() {
  local cache=$build/CMakeCache.txt was_cmake was_compiler was_source was_torch
  [ -f "$cache" ] || return 0
  was_source=$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$cache")
  if [ "$(realpath -m "$was_source")" != "$root" ]; then echo "for the sources in $was_source (these are in $root)"; return; fi
  was_cmake=$(sed -n 's/^CMAKE_CACHE_\(MAJOR\|MINOR\|PATCH\)_VERSION:INTERNAL=//p' "$cache" | paste -sd .)
  local is_cmake is_compiler is_torch
  is_cmake=$(cmake --version | sed -n '1s/.*version //p')
  if [ "$was_cmake" != "$is_cmake" ]; then echo "by CMake $was_cmake (this is $is_cmake), perhaps on another release"; return; fi
  was_compiler=$(sed -nE 's/^set\(CMAKE_CXX_COMPILER_(ID|VERSION) "(.*)"\)/\2/p' \
    "$build/CMakeFiles/$was_cmake/CMakeCXXCompiler.cmake" 2>/dev/null | paste -sd ' ' || true)
  is_compiler="Clang $(clang++ -dumpversion)"
  if [ -n "$was_compiler" ] && [ "$was_compiler" != "$is_compiler" ]; then
    echo "by $was_compiler (this is $is_compiler)"
    return
  fi
  was_torch=$(cat "$build/made-for-libtorch" 2>/dev/null || true)
  is_torch=$(dpkg-query -W -f='${Version}' libtorch-dev 2>/dev/null || true)
  if [ -n "$was_torch" ] && [ "$was_torch" != "$is_torch" ]; then echo "for LibTorch $was_torch (this is $is_torch)"; fi
}

# build_targets TESTS [TARGET...]: ON or OFF, and what to build; everything if nothing is named.
build_targets() {
  local tests=$1 other tool
  shift
  for tool in cmake ninja clang++; do
    command -v $tool >/dev/null ||
      give_up "$tool isn't found in PATH ($PATH), although its package is installed: add the folder that holds it, /usr/bin."
  done
  other=$(other_maker)
  [ -z "$other" ] || give_up "$build was made $other." \
    "Remove it (rm -r '$build') or name another folder: ZIPPER_BUILD_DIR=FOLDER bash $0"
  mkdir -p "$build" 2>/dev/null || true
  if [ ! -d "$build" ] || [ ! -w "$build" ]; then
    give_up "$build isn't a folder that can be written. Name one: ZIPPER_BUILD_DIR=FOLDER bash $0"
  fi
  exec 9>"$build/.building"
  flock --nonblock 9 || give_up "Another run.sh or test.sh builds in $build: wait for it to end, or name another folder:" \
    "  ZIPPER_BUILD_DIR=FOLDER bash $0"
  cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_COMPILER=clang -DCMAKE_CXX_COMPILER=clang++ \
    -DZIPPER_BUILD_TESTS="$tests" >"$build/configure.log" ||
    give_up "CMake couldn't configure the build; why stands above, the rest in $build/configure.log." \
      "If the folder is an old one, remove it (rm -r '$build') and start this again."
  dpkg-query -W -f='${Version}' libtorch-dev >"$build/made-for-libtorch" 2>/dev/null || true
  cmake --build "$build" ${1:+--target "$@"} 9>&- || give_up "The build failed; why stands above. Free memory and disk space:" \
    "  $(awk '/MemAvailable/ { printf "%.1f GB of memory", $2 / 1e6 }' /proc/meminfo), $(df -h --output=avail "$build" | tail -n 1 | tr -d ' ') on the disk"
  exec 9>&-
}
