#!/usr/bin/env python3
"""The sample of photographs: each picture may be shipped and says whose it is, the sets are what README.md says, the program
writes them as they lie here, and the networks score on them what README.md says.

    test_photographs.py ZIPPER
"""
import collections
import csv
import hashlib
import json
import os
import pathlib
import re
import struct
import subprocess
import sys
import tempfile
import unittest

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "resources/samples"
LIST = pathlib.Path(__file__).resolve().parents[3] / "shared/data/flowers_cc_by.tsv"  # of all flowers; not in the project
LICENCE = "CC BY 2.0"
MOST_BYTES = 6_000_000


def pictures_of(name):
    """[(part, class, path), ...]"""
    return [(path.parts[-3], path.parts[-2], path) for path in sorted((SAMPLES / name).rglob("*.jpg"))]


def attribution():
    with open(SAMPLES / "flowers/ATTRIBUTION.tsv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def size_of(jpeg):
    """(width, height, components) as the frame's header has them."""
    at = 2
    while at < len(jpeg):
        marker, length = struct.unpack(">BH", jpeg[at + 1:at + 4])
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width, components = struct.unpack(">HHB", jpeg[at + 5:at + 10])
            return width, height, components
        at += 2 + length
    raise AssertionError("no frame")


def table():
    """What README.md says: {"flowers": (train, test, top-1 in %)}"""
    row = r"^\| `(\w+)/` \| (\d+) / (\d+) \| (\d+\.\d+) % \|"
    found = re.findall(row, (SAMPLES / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    return {name: (int(train), int(test), float(top1)) for name, train, test, top1 in found}


class Flowers(unittest.TestCase):
    def test_each_picture_has_a_licence_and_a_photographer(self):
        rows = attribution()
        self.assertEqual(sorted(row["file"] for row in rows),
                         [str(path.relative_to(SAMPLES / "flowers")) for _, _, path in pictures_of("flowers")])
        for row in rows:
            self.assertEqual(row["licence"], LICENCE, row["file"])
            self.assertTrue(row["photographer"].strip(), row["file"])
            # The number in the name of a picture is that of its page.
            number = re.fullmatch(r"https://www\.flickr\.com/photos/[^/]+/(\d+)/", row["address"])
            self.assertIsNotNone(number, row["address"])
            self.assertTrue(row["file"].rpartition("/")[2].startswith(number[1] + "_"), row["file"])

    @unittest.skipUnless(LIST.exists(), f"{LIST} isn't there")
    def test_the_list_of_all_flowers_says_the_same(self):
        lines = [line.split("\t") for line in LIST.read_text(encoding="utf-8").splitlines()]
        known = {line[0]: line[1:] for line in lines}
        for row in attribution():
            said = [row["licence"], row["photographer"], row["address"]]
            self.assertEqual(known[row["file"].partition("/")[2]], said, row["file"])

    def test_the_licence_is_named(self):
        text = (SAMPLES / "flowers/LICENSE").read_text(encoding="utf-8")
        for words in ("CC BY 2.0", "https://creativecommons.org/licenses/by/2.0/", "ATTRIBUTION.tsv", "scaled down"):
            self.assertIn(words, text)


class Sets(unittest.TestCase):
    def test_other_licences_are_named(self):
        self.assertIn("CC0 1.0", (SAMPLES / "clothing/LICENSE").read_text(encoding="utf-8"))
        networks = (SAMPLES / "photographs.LICENSE").read_text(encoding="utf-8")
        for words in ("google-coral/test_data", "Apache License", "END OF TERMS AND CONDITIONS"):
            self.assertIn(words, networks)

    def test_pictures_are_in_colour_and_of_one_size(self):
        for name in ("flowers", "clothing"):
            for _, _, path in pictures_of(name):
                self.assertEqual(size_of(path.read_bytes()), (96, 96, 3), path)

    def test_classes_are_balanced(self):
        for name, (train, test, _) in table().items():
            counts = collections.Counter((part, label) for part, label, _ in pictures_of(name))
            labels = {label for _, label in counts}
            self.assertEqual(len(labels), {"flowers": 5, "clothing": 10}[name])
            for part, images in (("train", train), ("test", test)):
                for label in labels:
                    self.assertEqual(counts[part, label] * len(labels), images, (name, part, label))

    def test_no_picture_is_there_twice(self):
        seen = {}
        for name in ("flowers", "clothing"):
            for _, _, path in pictures_of(name):
                for key in (path.name, hashlib.sha256(path.read_bytes()).hexdigest()):
                    self.assertNotIn(key, seen, path)
                    seen[key] = path

    def test_nothing_else_lies_there(self):
        for name, others in (("flowers", {"ATTRIBUTION.tsv", "LICENSE"}), ("clothing", {"LICENSE"})):
            found = {str(path.relative_to(SAMPLES / name)) for path in (SAMPLES / name).rglob("*") if path.is_file()}
            self.assertEqual(found - {str(path.relative_to(SAMPLES / name)) for _, _, path in pictures_of(name)}, others)


class Program(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.out = pathlib.Path(cls.folder.name) / "sample"
        cls.written = cls.run_zipper("sample", "--which", "photographs", "--out", str(cls.out))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @staticmethod
    def run_zipper(*arguments):
        return subprocess.run([ZIPPER, *arguments], capture_output=True, text=True, encoding="utf-8",
                              env=dict(os.environ, LC_ALL="C.UTF-8"))

    def test_what_is_written_is_what_lies_here(self):
        self.assertEqual(self.written.returncode, 0, self.written.stderr)
        expected = [SAMPLES / name for name in ("flowers.safetensors", "clothing.safetensors", "photographs.LICENSE")]
        for name in ("flowers", "clothing"):
            expected += [path for path in (SAMPLES / name).rglob("*") if path.is_file()]
        written = [path for path in self.out.rglob("*") if path.is_file()]
        self.assertEqual({path.relative_to(self.out) for path in written}, {path.relative_to(SAMPLES) for path in expected})
        for path in written:
            self.assertEqual(path.read_bytes(), (SAMPLES / path.relative_to(self.out)).read_bytes(), path)
        self.assertLess(sum(path.stat().st_size for path in written), MOST_BYTES)

    def test_a_second_time_it_is_the_same_and_others_stay(self):
        with tempfile.TemporaryDirectory() as folder:
            out = pathlib.Path(folder)
            again = ("sample", "--which", "photographs", "--out", folder)
            for _ in range(2):
                self.assertEqual(self.run_zipper(*again).returncode, 0)
            (out / "clothing.safetensors").write_bytes(b"trained for days")
            refused = self.run_zipper(*again)
            self.assertEqual(refused.returncode, 1)
            self.assertIn("isn't the sample's", refused.stderr)
            self.assertEqual((out / "clothing.safetensors").read_bytes(), b"trained for days")

    def test_digits_are_what_is_written_without_a_choice(self):
        for options in ([], ["--which", "digits"]):
            with tempfile.TemporaryDirectory() as folder:
                self.assertEqual(self.run_zipper("sample", "--out", folder, *options).returncode, 0)
                self.assertEqual(sorted(path.name for path in pathlib.Path(folder).iterdir()),
                                 ["digits", "digits.safetensors", "fashion", "fashion.safetensors"])
        self.assertEqual(self.run_zipper("sample", "--out", str(self.out), "--which", "letters").returncode, 2)

    def test_networks_score_what_is_said_of_them(self):
        said = table()
        self.assertEqual(sorted(said), ["clothing", "flowers"])
        for name, (_, test, top1) in said.items():
            result = self.run_zipper("eval", str(self.out / f"{name}.safetensors"), "--data", str(self.out / name),
                                     "--threads", "1", "--json")
            self.assertEqual(result.returncode, 0, result.stderr)
            score = json.loads(result.stdout)
            self.assertEqual(score["images"], test)
            # Decoders and processors round differently: one picture more or less.
            self.assertLessEqual(abs(score["top1"] * test - top1 / 100 * test), 1.01, name)


if __name__ == "__main__":
    ZIPPER = sys.argv.pop(1)
    unittest.main()
