#!/usr/bin/env python3
"""Makes the sample of photographs, pictures and networks, out of the archives that README.md names.

    python3 make_photographs.py ARCHIVES WORK [--zipper zipper]

ARCHIVES holds flower_photos_128.tar, flowers_cc_by.tsv, clothing_128.tar and mobilenet_v1_0.25_128_quant.tflite. WORK
takes the complete data sets; a teacher that is there already isn't trained again. What is made of them replaces flowers/,
clothing/ and their networks beside this script. Needs NumPy, Pillow and PyTorch.
"""
import argparse
import hashlib
import pathlib
import random
import shutil
import subprocess
import sys
import tarfile

from PIL import Image

HERE = pathlib.Path(__file__).resolve().parent
SIDE = 96
SETS = {"flowers": {"train": 80, "test": 40}, "clothing": {"train": 40, "test": 20}}  # pictures of each class
TRAINING = ("--input-size 96 --epochs 12 --batch 64 --lr 0.001 --flip --min-scale 0.4 --colour 0.3 --seed 1 "
            "--threads 1").split()
# One epoch that changes nothing: how a TensorFlow Lite file becomes one that unfold_norms.py reads.
CONVERTING = ("--input-size 96 --epochs 1 --batch 2 --lr 1e-30 --weight-decay 0 --no-augment --validation-share 0.25 "
              "--seed 1 --threads 1").split()


def unpack(archive, target):
    if not target.exists():
        target.mkdir(parents=True)
        with tarfile.open(archive) as tar:
            tar.extractall(target)


def scale(source, target):
    """As the program scales pictures down: each pixel is the mean of what it covers."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(source) as image:
        small = image.convert("RGB").resize((SIDE, SIDE), Image.Resampling.BOX)
    small.save(target, quality=85, optimize=True)


def scale_all(folder, target):
    for path in sorted(folder.glob("*/*.jpg")):
        scale(path, target / path.parent.name / path.name)


def make_flowers(archives, work):
    """Train and test as README.md's other experiments with flowers divide them."""
    unpack(archives / "flower_photos_128.tar", work / "unpacked")
    split = work / "split"
    if not split.exists():
        subprocess.run([sys.executable, HERE / "split_images.py", work / "unpacked/flowers", split, "--list",
                        archives / "flowers_cc_by.tsv", "--test-share", "0.2", "--seed", "1"], check=True)
    for part in ("train", "test"):
        scale_all(split / part, work / "flowers" / part)


def make_clothing(archives, work):
    """Its validation images are test images, too: nothing was chosen by them, and 12 skirts are few."""
    source = work / "unpacked-clothing"
    unpack(archives / "clothing_128.tar", source)
    for folder, part in (("train", "train"), ("validation", "test"), ("test", "test")):
        scale_all(source / folder, work / "clothing" / part)


def train(zipper, work, data, source, out, options):
    if not (work / out).exists():
        command = [zipper, "train", "--data", data, "--from", source, *options, "--out", out]
        with open((work / out).with_suffix(".log"), "w", encoding="utf-8") as log:
            subprocess.run(command, cwd=work, stdout=log, stderr=subprocess.STDOUT, check=True)


def make_backbone(zipper, tflite, work):
    if (work / "backbone.safetensors").exists():
        return
    for part, count in (("train", 4), ("test", 2)):
        for name in ("daisy", "rose"):
            target = work / "few" / part / name
            target.mkdir(parents=True, exist_ok=True)
            for path in sorted((work / "flowers" / part / name).iterdir())[:count]:
                shutil.copyfile(path, target / path.name)
    train(zipper, work, "few", tflite, "folded.safetensors", CONVERTING)
    subprocess.run([sys.executable, HERE / "unfold_norms.py", "folded.safetensors", "flowers/train",
                    "backbone.safetensors"], cwd=work, check=True)


def digest(path):
    return hashlib.sha256(path.read_bytes()).digest()


def read_attribution(list_file):
    """{"daisy/1.jpg": "CC BY 2.0\\tphotographer\\taddress"}. Where a photographer's name has a dash in it, the list has a part
    of the name instead of the address: such a picture isn't shipped."""
    lines = list_file.read_text(encoding="utf-8").splitlines()
    entries = dict(line.split("\t", 1) for line in lines)
    return {name: entry for name, entry in entries.items() if "\thttps://www.flickr.com/photos/" in entry}


def choose(work, name, attribution):
    """The same number of each class, ["train/daisy/1.jpg", ...]; no picture twice, none for testing that a network was
    trained on, and with an attribution none that isn't in there."""
    generator = random.Random(1)
    trained_on = {digest(path) for path in (work / name / "train").glob("*/*.jpg")}
    chosen, seen = [], set()
    for part, count in SETS[name].items():
        for folder in sorted((work / name / part).iterdir()):
            files = sorted(folder.iterdir())
            generator.shuffle(files)
            fresh = []
            for path in files:
                this, key = digest(path), f"{folder.name}/{path.name}"
                may_be_shipped = attribution is None or key in attribution
                if may_be_shipped and this not in seen and (part == "train" or this not in trained_on):
                    fresh.append(f"{part}/{key}")
                    seen.add(this)
            chosen += fresh[:count]
    return sorted(chosen)


def write_sample(work, name, attribution=None):
    target = HERE / name
    for part in SETS[name]:
        shutil.rmtree(target / part, ignore_errors=True)
    chosen = choose(work, name, attribution)
    for file in chosen:
        (target / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(work / name / file, target / file)
    shutil.copyfile(work / f"{name}.safetensors", HERE / f"{name}.safetensors")
    if attribution is not None:
        rows = ["file\tlicence\tphotographer\taddress"]
        rows += [f"{file}\t{attribution[file.partition('/')[2]]}" for file in chosen]
        (target / "ATTRIBUTION.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archives", type=pathlib.Path)
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--zipper", default="zipper")
    options = parser.parse_args()
    archives, work = options.archives.resolve(), options.work.resolve()
    make_flowers(archives, work)
    make_clothing(archives, work)
    make_backbone(options.zipper, archives / "mobilenet_v1_0.25_128_quant.tflite", work)
    for name in SETS:
        train(options.zipper, work, name, "backbone.safetensors", f"{name}.safetensors", TRAINING)
    write_sample(work, "flowers", read_attribution(archives / "flowers_cc_by.tsv"))
    write_sample(work, "clothing")


if __name__ == "__main__":
    main()
