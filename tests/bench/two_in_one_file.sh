#!/usr/bin/env bash
# What README says of two models of Teachable Machine in one file: sizes, and times in LiteRT in headless Chromium.
#     two_in_one_file.sh DATA [ROUNDS]
# DATA holds teachable_machine/{ducks,masks}/keras_model.h5 and flower_photos_128.tar; ROUNDS in turns, 60 unless given.
# ZIPPER names the program, KEEP a folder to work in.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
sources=$(cd "$here/../.." && pwd)
zipper=${ZIPPER:-$sources/build/app/cli/zipper}
data=$(realpath "${1:?the folder with the models and photographs is missing}")
rounds=${2:-60}
models=$data/teachable_machine
flowers=$data/flower_photos_128.tar
page=$sources/tests/core/exports/litert_page.py
folder=${KEEP:-$(mktemp -d)}
mkdir -p "$folder"
[ -n "${KEEP:-}" ] || trap 'rm -rf "$folder"' EXIT
cd "$folder"

# Training images for the ranges of int8: some of each class, evenly.
mkdir -p images
tar tf "$flowers" | grep '\.jpg$' | awk 'NR % 62 == 1' >list
tar xf "$flowers" -C images -T list
echo "$(wc -l <list) photographs for the ranges of int8"

"$zipper" merge --model "$models/ducks/keras_model.h5" --model "$models/masks/keras_model.h5" --exact --out both.zipper
for precision in float32 float16 int8; do
  more=()
  if [ $precision = int8 ]; then more=(--images images/flowers); fi
  for task in a b all; do
    "$zipper" export both.zipper --format tflite --task $task --softmax --precision $precision "${more[@]}" \
      --out $task-$precision.tflite | tail -n 1
  done
done

size() { stat -c %s "$1"; }
row() {  # NAME FILE FILE [TOGETHER]
  local a b both
  a=$(size "$2") b=$(size "$3")
  if [ $# -lt 4 ]; then
    printf '| %s | %s | %s | %s | |\n' "$1" "$a" "$b" $((a + b))
  else
    both=$(size "$4")
    printf '| %s | %s | %s | %s | %s (%s x smaller) |\n' "$1" "$a" "$b" $((a + b)) "$both" \
      "$(awk "BEGIN { printf \"%.2f\", ($a + $b) / $both }")"
  fi
}
echo
echo '| bytes | ducks | masks | both | in one file |'
echo '|---|---|---|---|---|'
row "keras_model.h5" "$models/ducks/keras_model.h5" "$models/masks/keras_model.h5"
for precision in float32 float16 int8; do
  row "TensorFlow Lite, $precision" a-$precision.tflite b-$precision.tflite all-$precision.tflite
done

modules=$sources/build/test_cache/npm/@litertjs+core@2.5.3
if [ ! -d "$modules" ]; then
  modules=$folder/npm
  mkdir -p "$modules"
  (cd "$modules" && npm install --ignore-scripts --no-audit --no-fund @litertjs/core@2.5.3 >/dev/null)
fi
pairs=
for precision in float32 float16 int8; do
  pairs+=${pairs:+,}"{\"name\": \"$precision\", \"apart\": [\"a-$precision.tflite\", \"b-$precision.tflite\"], \"together\": \"all-$precision.tflite\"}"
done
echo "[$pairs]" >pairs.json
echo
echo 'One image through both files, and through the one of all tasks; LiteRT in Chromium, one thread:'
/usr/bin/python3 "$here/time_litert.py" "$page" "$modules" "$folder" "$rounds"
