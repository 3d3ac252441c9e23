#!/usr/bin/env bash
# Makes a folder of a finished build that runs where neither Qt nor LibTorch are installed, and packs it: all libraries but the
# C library's, Qt's plugins, its German texts, a font and keyboard tables for systems that have none.
#
#   packaging/make-appdir.sh BUILD_DIR [OUTPUT_DIR = BUILD_DIR]
#
# gives OUTPUT_DIR/Zipper_Workbench.AppDir and OUTPUT_DIR/Zipper_Workbench-VERSION-MACHINE.tar.xz. Start AppRun in it for the window,
# AppRun --cli ... for the command line. The folder is laid out as appimagetool expects it.
set -euo pipefail
if [ $# -lt 1 ] || [ ! -e "$1/CMakeCache.txt" ]; then
  echo "usage: $0 BUILD_DIR [OUTPUT_DIR]: BUILD_DIR is where cmake --build has built (build, if packaging/run.sh did)" >&2
  exit 2
fi
build=$(realpath "$1")
output=$(realpath "${2:-$1}")
app=$output/Zipper_Workbench.AppDir
id=org.zipperworkbench.ZipperWorkbench

rm -rf "$app"
cmake --install "$build" --prefix "$app/usr" --strip >/dev/null
libraries=$app/usr/lib
mkdir -p "$libraries/qt6"

plugins=$(qtpaths6 --query QT_INSTALL_PLUGINS)
for plugin in platforms/libqxcb.so platforms/libqoffscreen.so iconengines/libqsvgicon.so imageformats/libqsvg.so \
  imageformats/libqjpeg.so; do
  [ -e "$plugins/$plugin" ] || {
    echo "$plugins/$plugin is missing: the window needs it (Debian: libqt6gui6, qt6-svg-plugins or libqt6svg6)" >&2
    exit 1
  }
  install -D -m 644 "$plugins/$plugin" "$libraries/qt6/plugins/$plugin"
done
for plugin in platforminputcontexts/libcomposeplatforminputcontextplugin.so xcbglintegrations/libqxcb-glx-integration.so; do
  [ ! -e "$plugins/$plugin" ] || install -D -m 644 "$plugins/$plugin" "$libraries/qt6/plugins/$plugin"
done
texts=$(qtpaths6 --query QT_INSTALL_TRANSLATIONS)
for language in de zh_TW; do
  [ ! -e "$texts/qtbase_$language.qm" ] || install -D -m 644 "$texts/qtbase_$language.qm" "$libraries/qt6/translations/qtbase_$language.qm"
done

# The C library belongs to the kernel and the loader of the system, GL's drivers to its graphics card. glvnd's libGL finds them.
system='^(ld-linux.*|libc|libm|libdl|libpthread|librt|libresolv|libutil|libanl|libnss_.*)\.so'
find "$app/usr/bin" "$libraries/qt6" -type f | while read -r file; do ldd "$file" 2>/dev/null || true; done |
  awk '$2 == "=>" && $3 ~ /^\// { print $1, $3 }' | sort -u | while read -r name path; do
  [[ $name =~ $system ]] || install -m 644 "$(realpath "$path")" "$libraries/$name"
done
strip --strip-unneeded "$libraries"/*.so* "$libraries"/qt6/plugins/*/*.so 2>/dev/null || true

printf '[Paths]\nPrefix = ../lib/qt6\nPlugins = plugins\nTranslations = translations\n' >"$app/usr/bin/qt.conf"
mkdir -p "$app/usr/share/fonts" "$app/usr/share/X11"
cp /usr/share/fonts/truetype/dejavu/DejaVuSans{,-Bold,Mono}.ttf "$app/usr/share/fonts/"
cp -rL /usr/share/X11/xkb "$app/usr/share/X11/"
[ -d /usr/share/X11/locale ] && cp -rL /usr/share/X11/locale "$app/usr/share/X11/"

# Which packages of the build machine this is from, and what they allow: their licences ask for that and for their sources.
mapfile -t names < <(find "$libraries" -name '*.so*' -printf '*/%f\n' | sort -u)
documents=$app/usr/share/doc/zipper-workbench
{
  dpkg-query -S "${names[@]}" 2>/dev/null | sed 's/:.*//' | tr -d ' ' | tr , '\n' || true
  printf '%s\n' fonts-dejavu-core qt6-translations-l10n xkb-data
} | sort -u | while read -r package; do
  dpkg-query -W -f '${Package} ${Version} (source ${source:Package} ${source:Version})\n' "$package" 2>/dev/null | head -n 1
  [ -e "/usr/share/doc/$package/copyright" ] && install -D -m 644 "$(realpath "/usr/share/doc/$package/copyright")" "$documents/licences/$package"
done >"$documents/libraries.txt" || true

cat >"$app/AppRun" <<'RUN'
#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
export LD_LIBRARY_PATH="$here/usr/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export XDG_DATA_DIRS="$here/usr/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"
# The system's fonts and keyboards, if it has any.
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_FILE="$here/usr/share/fonts/fonts.conf"
[ -d /usr/share/X11/xkb ] || export XKB_CONFIG_ROOT="$here/usr/share/X11/xkb"
[ -d /usr/share/X11/locale ] || export XLOCALEDIR="$here/usr/share/X11/locale"
if [ "${1:-}" = --cli ]; then
  shift
  exec "$here/usr/bin/zipper" "$@"
fi
exec "$here/usr/bin/zipper-workbench" "$@"
RUN
chmod 755 "$app/AppRun"
cat >"$app/usr/share/fonts/fonts.conf" <<'FONTS'
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir prefix="relative">.</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
FONTS
cp "$app/usr/share/applications/$id.desktop" "$app/"
cp "$app/usr/share/icons/hicolor/256x256/apps/$id.png" "$app/"
ln -s "$id.png" "$app/.DirIcon"

version=$(LC_ALL=C.UTF-8 "$app/AppRun" --cli --version | cut -d' ' -f2)
archive=$output/Zipper_Workbench-$version-$(uname -m).tar.xz
tar -C "$output" --owner=0 --group=0 -cf - "$(basename "$app")" | xz -T0 -2 >"$archive"
du -sh "$app" "$archive"
