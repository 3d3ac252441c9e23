#!/usr/bin/env bash
# packaging/check-debian.sh 12|13: what a newcomer with a fresh Debian of this release does, and what comes of it. In a new
# root made by debootstrap an ordinary user clones this repository's HEAD and runs the two commands of the README; then
# the package is built, checked by lintian, and in a second new root installed, started under Xvfb and removed. Says at
# the end what passed and what failed.
#
# Needs root, debootstrap and about 25 GB. The folder is ZIPPER_CHECK_DIR, or build-debian-RELEASE beside the sources; it
# is kept: log, screenshots and package lie there. DEBIAN_MIRROR names another mirror. What tests find in ../shared they
# find here, too.
set -uo pipefail

sources=$(cd "$(dirname "$0")/.." && pwd)
mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}
case ${1:-} in
  12) suite=bookworm ;;
  13) suite=trixie ;;
  *)
    echo "usage: bash $0 12|13" >&2
    exit 2
    ;;
esac
folder=$(realpath -m "${ZIPPER_CHECK_DIR:-$sources/build-debian-$1}")
log=$folder/log.txt
user=newcomer
clone=/home/$user/zipper-workbench

if [ "$(id -u)" -ne 0 ]; then
  echo "Only root can make a new root: sudo bash $0 $1" >&2
  exit 1
fi
if ! command -v debootstrap >/dev/null; then
  echo "debootstrap is missing: apt-get install debootstrap" >&2
  exit 1
fi
# What is mounted from here on is gone when this ends, however it ends.
if [ -z "${ZIPPER_CHECK_INSIDE:-}" ]; then
  ZIPPER_CHECK_INSIDE=1 exec unshare --mount --pid --fork --kill-child bash "$0" "$@"
fi
if [ -n "$(ls -A "$folder" 2>/dev/null)" ] && [ ! -e "$folder/archives" ]; then
  echo "$folder holds something else: remove it, or name another folder (ZIPPER_CHECK_DIR)" >&2
  exit 1
fi
mkdir -p "$folder/archives" || exit 1  # packages that were fetched before are kept
rm -rf "$folder/root" "$folder/bare" "$folder"/*.deb "$folder"/*.xwd
date >"$log"

outcomes=()
failures=0

# stage WORDS COMMAND...: runs it, its output in the log; notes how it went and how long it took.
stage() {
  local words=$1 start=$SECONDS code
  shift
  echo "$words ..."
  echo "=== $words" >>"$log"
  "$@" >>"$log" 2>&1
  code=$?
  if [ $code -eq 0 ]; then
    outcomes+=("$(printf 'passed %5d s  %s' $((SECONDS - start)) "$words")")
  else
    outcomes+=("$(printf 'FAILED %5d s  %s (exit status %d)' $((SECONDS - start)) "$words" $code)")
    failures=$((failures + 1))
    tail -n 12 "$log"
  fi
  return $code
}

summary() {
  echo
  echo "Debian $1, $(date -u +%F), $(nproc) cores, $(git -C "$sources" rev-parse --short HEAD):"
  printf '  %s\n' "${outcomes[@]}"
  grep -hE '^(measured|[0-9]+% tests passed|Total Test time)' "$log" | sed 's/^/  /'
  echo "  tests that were skipped there, and why:"
  sed -nE 's/^SKIP *: ([^(]*)\(.*\) (.*)/    \1: \2/p' "$root$clone/build/Testing/Temporary/LastTest.log" 2>/dev/null | sort | uniq -c
  echo "  log: $log"
  [ "$failures" -eq 0 ]
}

# in_root ROOT COMMAND, as_user ROOT COMMAND: in a root, as its root or as the newcomer.
in_root() {
  chroot "$1" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive bash -c "$2"
}
as_user() {
  chroot --userspec=$user:$user "$1" /usr/bin/env -i HOME=/home/$user USER=$user PATH=/usr/bin:/bin LANG=C.UTF-8 \
    XDG_RUNTIME_DIR=/tmp/run-$user XDG_CURRENT_DESKTOP=GNOME bash -c "cd ~ && $2"
}

new_root() {
  debootstrap --variant=minbase --include=ca-certificates "$suite" "$1" "$mirror" &&
    mount -t proc proc "$1/proc" && mount --rbind --make-rslave /dev "$1/dev" &&
    mount --rbind --make-rslave /sys "$1/sys" && mount -t tmpfs tmpfs "$1/dev/shm" &&
    cp -L /etc/resolv.conf "$1/etc/resolv.conf" && printf '127.0.0.1 localhost %s\n' "$(uname -n)" >"$1/etc/hosts" &&
    mount --bind "$folder/archives" "$1/var/cache/apt/archives" &&
    in_root "$1" "apt-get update -qq && useradd --create-home --shell /bin/bash $user &&
      install -d -m 700 -o $user -g $user /tmp/run-$user"
}

clone_into() {
  in_root "$1" "apt-get install -y -qq --no-install-recommends git" &&
    git -C "$sources" bundle create "$1/tmp/zipper.bundle" HEAD &&
    as_user "$1" "git clone -q /tmp/zipper.bundle $clone" || return 1
  [ ! -d "$sources/../shared" ] || { mkdir "$1/home/$user/shared" && mount --bind -o ro "$sources/../shared" "$1/home/$user/shared"; }
}

# The newcomer may not install: the script has to end with the line that does, and root takes it at its word.
follow_advice() {
  local said line
  said=$(as_user "$1" "bash $clone/packaging/$2 2>&1")
  if [ $? -ne 1 ]; then
    echo "$2 was expected to end with what is to be installed, and said: $said"
    return 1
  fi
  echo "$said"
  line=$(grep -o 'apt-get update && .*' <<<"$said" | sed 's/sudo //g')
  [ -n "$line" ] && in_root "$1" "${line/install/install -y -qq}"
}

first_command() {
  local start=$SECONDS
  as_user "$1" "bash $clone/packaging/run.sh" || return 1
  echo "measured: run.sh, build and merge of the sample: $((SECONDS - start)) s"
  as_user "$1" "ls -l $clone/build/sample-run/merged.zipper $clone/build/sample-run/report/report.html"
}

all_tests() {
  as_user "$1" "bash $clone/packaging/test.sh" || return 1
  # One that is there only where several processes can work together.
  as_user "$1" "ctest --test-dir $clone/build -N" | grep -w test_processes
}

# ends_with WORDS COMMAND: whether run.sh, started so by root, ends with 1 and says these words.
ends_with() {
  local said code
  said=$(eval "$2" 2>&1)
  code=$?
  tail -n 4 <<<"$said"
  [ $code -eq 1 ] && grep -q "$1" <<<"$said"
}

# What can be wrong on somebody's machine: each has to end with what to do.
broken_systems() {
  local run="bash $clone/packaging/run.sh" status=$1/var/lib/dpkg/status failed=0 offline
  offline="unshare --net --mount bash -c \"umount '$1/var/cache/apt/archives'; chroot '$1' env HOME=/root $run\""
  git clone -q "$sources" "$1$clone" || return 1
  ends_with "Nothing was built" "$offline" || failed=1
  mv "$1/var/lib/apt/lists" "$1/var/lib/apt/kept" && mkdir "$1/var/lib/apt/lists"
  ends_with "Is there a network" "$offline" || failed=1
  rm -r "$1/var/lib/apt/lists" && mv "$1/var/lib/apt/kept" "$1/var/lib/apt/lists"
  cp "$status" "$status.kept" && sed -i 's/^Status: install ok installed/Status: install ok unpacked/' "$status"
  ends_with "dpkg --configure -a" "in_root '$1' '$run'" || failed=1
  mv "$status.kept" "$status"
  rm -rf "${1:?}$clone"
  return $failed
}

# A folder that was built in by another release, and one that can't be written, for somebody who has all packages.
broken_folders() {
  local run="bash $clone/packaging/run.sh" failed=0
  as_user "$1" "mkdir -p other && sed 's/^\(CMAKE_CACHE_MAJOR_VERSION:INTERNAL\)=.*/\1=2/' $clone/build/CMakeCache.txt >other/CMakeCache.txt"
  ends_with "perhaps on another release" "as_user '$1' 'ZIPPER_BUILD_DIR=/home/$user/other $run'" || failed=1
  ends_with "can be written" "as_user '$1' 'ZIPPER_BUILD_DIR=/usr/build $run'" || failed=1
  return $failed
}

make_package() {
  as_user "$1" "cmake --build $clone/build --target package" &&
    cp "$1$clone"/build/zipper-workbench_*.deb "$folder/" &&
    echo "measured: $(cd "$folder" && ls zipper-workbench_*.deb), $(du -k "$folder"/zipper-workbench_*.deb | cut -f 1) kB, installed $(
      dpkg-deb --field "$folder"/zipper-workbench_*.deb Installed-Size) kB"
}

check_package() {
  in_root "$1" "apt-get install -y -qq --no-install-recommends lintian" &&
    as_user "$1" "lintian --fail-on error $clone/build/zipper-workbench_*.deb"
}

# The files of a root, without what apt and dpkg write for themselves.
files_of() {
  in_root "$1" "find / -xdev \\( -path /home -o -path /tmp -o -path /var/tmp -o -path /var/log -o -path /var/cache -o -path /var/lib/apt \
    -o -path /var/lib/dpkg -o -path /run \\) -prune -o -not -name '*.pyc' -not -name __pycache__ -print" | sort
}

install_package() {
  in_root "$1" "apt-get install -y -qq --no-install-recommends desktop-file-utils libglib2.0-bin shared-mime-info x11-apps x11-utils xauth xdg-utils xvfb" &&
    in_root "$1" "dpkg-query -f '\${Package}\n' -W | sort" >"$folder/packages-before" && files_of "$1" >"$folder/files-before" &&
    cp "$folder"/zipper-workbench_*.deb "$1/var/tmp/" &&
    in_root "$1" "apt-get install -y -qq --no-install-recommends /var/tmp/zipper-workbench_*.deb"
}

use_programs() {
  local merge="zipper merge --a sample/fashion.safetensors --b sample/digits.safetensors --data-a sample/fashion --data-b sample/digits
    --init mean --steps 1 --batch 8 --finetune-steps 0 --layers 1"
  merge=${merge//$'\n'/ }
  as_user "$1" "zipper --version && zipper sample --out sample && $merge --out first.zipper &&
    ls /usr/share/man/man1/zipper.1.gz /usr/share/man/man1/zipper-workbench.1.gz /usr/share/bash-completion/completions/zipper \
      /usr/share/icons/hicolor/48x48/apps/org.zipperworkbench.ZipperWorkbench.png \
      /usr/share/applications/org.zipperworkbench.ZipperWorkbench.desktop /usr/share/zipper-workbench/samples/fashion.safetensors &&
    export WORLD_SIZE=2 MASTER_ADDR=127.0.0.1 MASTER_PORT=29517 && (RANK=1 $merge --out second.zipper &) &&
    RANK=0 $merge --out second.zipper"
}

# opens ROOT TITLE COMMAND: whether the command brings a window whose title has these words within a minute, and it stays;
# takes its picture.
opens() {
  local picture="picture-${2//[^a-z]/}.xwd"
  as_user "$1" "xvfb-run -a -s '-screen 0 1440x900x24' bash -c '
    ($3) & for i in \$(seq 60); do
      sleep 1
      if xwininfo -root -tree 2>/dev/null | grep -q \"\\\"[^(]*$2\"; then
        sleep 5; xwd -root -silent -out $picture && xwininfo -root -tree | grep \"\\\"[^(]*$2\"; exit
      fi
    done
    xwininfo -root -tree; echo no window with the title $2; exit 1'" || return 1
  cp "$1/home/$user/$picture" "$folder/"
}

double_click() {
  local kind program
  kind=$(as_user "$1" "xdg-mime query filetype first.zipper")
  program=$(as_user "$1" "xdg-mime query default '$kind'")
  echo "first.zipper is $kind, opened by $program"
  [ "$kind" = application/x-zipper-session ] && [ "$program" = org.zipperworkbench.ZipperWorkbench.desktop ] &&
    opens "$1" "first.zipper" "gio open first.zipper"
}

remove_package() {
  in_root "$1" "apt-get purge -y -qq --auto-remove -o APT::AutoRemove::SuggestsImportant=false \
    -o APT::AutoRemove::RecommendsImportant=false zipper-workbench && rm /var/tmp/zipper-workbench_*.deb" || return 1
  in_root "$1" "dpkg-query -f '\${Package}\n' -W | sort" | diff "$folder/packages-before" - | grep '^>' && return 1
  files_of "$1" >"$folder/files-after" || return 1
  diff "$folder/files-before" "$folder/files-after" | grep '^>' >"$folder/files-left" || true
  echo "paths that were not there before (other packages' caches and settings): $(wc -l <"$folder/files-left")"
  cat "$folder/files-left"
  ! grep -i zipper "$folder/files-left"
}

check() {
  root=$folder/root
  bare=$folder/bare
  stage "a fresh root" new_root "$root" || { summary "$1"; exit 1; }
  stage "clone" clone_into "$root" || { summary "$1"; exit 1; }
  stage "what run.sh asks for can be installed" follow_advice "$root" run.sh
  stage "bash packaging/run.sh" first_command "$root"
  stage "what test.sh asks for can be installed" follow_advice "$root" test.sh
  stage "bash packaging/test.sh" all_tests "$root"
  stage "broken build folders are said" broken_folders "$root"
  stage "package" make_package "$root" && {
    stage "lintian" check_package "$root"
    stage "a second fresh root" new_root "$bare"
    stage "broken systems are said" broken_systems "$bare"
    stage "installed there by apt-get" install_package "$bare" && {
      stage "command line there, with two processes, too" use_programs "$bare"
      stage "window there" opens "$bare" "fashion + digits" "zipper-workbench --sample"
      stage "double click on a session there" double_click "$bare"
      stage "removed there, nothing left" remove_package "$bare"
    }
  }
  summary "$1"
}

# In one line: this file may change while it runs.
check "$1"; exit $?
