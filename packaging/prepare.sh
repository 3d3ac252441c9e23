# Sourced by run.sh and test.sh: installs what packaging/dependencies.txt names and is missing, configures and builds.

set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=${ZIPPER_BUILD_DIR:-$root/build}

missing_packages() {
  local package
  while read -r package; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || echo "$package"
  done < <(grep -vE '^\s*(#|$)' "$root/packaging/dependencies.txt")
}

install_dependencies() {
  local missing
  missing=$(missing_packages)
  [ -z "$missing" ] && return
  if [ "$(id -u)" -ne 0 ]; then
    echo "These Debian packages are missing and only root can install them:" >&2
    echo "  sudo apt-get install --no-install-recommends" $missing >&2
    exit 1
  fi
  echo "installing:" $missing >&2
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

build_everything() {
  cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_COMPILER=clang -DCMAKE_CXX_COMPILER=clang++ \
    "$@" >/dev/null
  cmake --build "$build"
}
