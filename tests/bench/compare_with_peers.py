#!/usr/bin/env python3
"""Compares the speed of `zipper bench` with that of other programs that do the same work. Not a test: prints tables.

    tests/bench/compare_with_peers.py [--rounds N] [--settings 0.25:32:64 ...] [--threads 1 2] [--only calibration onnx]

calibration: a calibration step against plain PyTorch (--peer: a script that prints
             {"calibration_step_ms": {LAYOUT: milliseconds, ...}}; the faster layout counts).
onnx:        separate, merged and merged with a trunk, in LibTorch, with the loops that evaluation and statistics
             go through, in OpenCV's DNN module and in ONNX Runtime.

In each round every program runs once and they take turns in going first, so that what else the machine does meets all
of them. A ratio is taken within each round; the tables hold the medians over the rounds.
"""
import argparse
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
NETWORKS = ["separate", "merged", "trunk"]


def parse_setting(text):
    width, size, batch = text.split(":")
    return {"width": float(width), "input_size": int(size), "batch": int(batch)}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--zipper", type=pathlib.Path, default=ROOT / "build/app/cli/zipper", help="the program")
    parser.add_argument("--architecture", default="mobilenet_v1",
                        choices=["mobilenet_v1", "mobilenet_v2", "mobilenet_v3_large", "mobilenet_v3_small"])
    parser.add_argument("--peer", type=pathlib.Path,
                        help="the calibration step in plain PyTorch; of a MobileNet V2 or V3 "
                             "calibration_step_torchvision.py, which is told the architecture")
    parser.add_argument("--python", default="/usr/bin/python3", help="that runs the peer; it needs python3-torch")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--repetitions", type=int, default=7, help="that a program takes its own median of in a round")
    parser.add_argument("--settings", type=parse_setting, nargs="+", metavar="WIDTH:INPUT_SIZE:BATCH",
                        default=[parse_setting("1.0:224:8"), parse_setting("0.25:32:64")])
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--only", nargs="+", choices=["calibration", "onnx"], default=["calibration", "onnx"])
    parser.add_argument("--modules", type=pathlib.Path,
                        help="a folder whose node_modules holds onnxruntime-node; without it npm installs it for this run")
    args = parser.parse_args()
    own = HERE / "calibration_step_torchvision.py"
    named = args.peer is not None
    args.peer = args.peer or (ROOT / "../shared/peers/calibration_step_pytorch.py"
                              if args.architecture == "mobilenet_v1" else own)
    args.peer_options = [] if named or args.peer != own else ["--architecture", args.architecture]
    return args


def run_json(command):
    """What the program prints, as JSON; ends the comparison if it fails."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{command[0]} failed: {done.stderr.strip()}")
    return json.loads(done.stdout)


def options_of(setting, threads):
    return ["--width", setting["width"], "--input-size", setting["input_size"], "--stem-stride", 2,
            "--batch", setting["batch"], "--threads", threads]


def in_turns(programs, rounds):
    """Runs all programs once a round, another one first each time. The results of each, a list by name."""
    results = {name: [] for name in programs}
    names = list(programs)
    for number in range(rounds):
        for i in range(len(names)):
            name = names[(i + number) % len(names)]
            results[name].append(programs[name]())
        if sys.stderr.isatty():
            print(f"\033[Kround {number + 1} of {rounds}", end="\r", file=sys.stderr, flush=True)
    return results


def title(setting, threads):
    return f"{setting['width']:>5g} {setting['input_size']:>5} {setting['batch']:>5} {threads:>7}"


def calibration_row(args, setting, threads):
    common = options_of(setting, threads)
    results = in_turns({
        "zipper": lambda: run_json([args.zipper, "bench", "--only", "calibration", "--json",
                                    "--architecture", args.architecture, "--repetitions", args.repetitions, *common]),
        "peer": lambda: run_json([args.python, args.peer, "--steps", args.repetitions, *args.peer_options,
                                  *common])["calibration_step_ms"],
    }, args.rounds)
    best = [min(layouts.values()) for layouts in results["peer"]]
    columns = ""
    for key in ["calibration_step_ms", "calibration_step_cached_ms", "calibration_step_bfloat16_ms"]:
        if key not in results["zipper"][0]:  # a processor without instructions for it
            columns += f"{'-':>11}" + " " * 20
            continue
        times = [result[key] for result in results["zipper"]]
        ratios = [peer / time for time, peer in zip(times, best)]
        columns += (f"{statistics.median(times):>11.1f} {statistics.median(ratios):>6.2f} "
                    f"({min(ratios):.2f} to {max(ratios):.2f})")
    layouts = "  ".join(f"{name} {statistics.median(each[name] for each in results['peer']):.1f}"
                        for name in results["peer"][0])
    print(f"{title(setting, threads)}{columns} {statistics.median(best):>11.1f}   {layouts}", flush=True)


def compare_calibration(args):
    if not args.peer.is_file():
        print(f"calibration: skipped: there is no {args.peer}; name the script with --peer")
        return
    print("calibration step of both tasks, in ms; ratio: how many times longer PyTorch takes (least to most of the rounds)\n"
          "width  size batch threads     zipper  ratio                 cached  ratio              bfloat16  ratio                PyTorch   by layout")
    for setting in args.settings:
        for threads in args.threads:
            calibration_row(args, setting, threads)


def install_onnxruntime(folder):
    """Whether npm could put onnxruntime-node into the folder: a version whose package needs no script to install it."""
    try:
        return subprocess.run(["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund",
                               "onnxruntime-node@1.16.3"],
                              cwd=folder, capture_output=True, timeout=300).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def onnx_programs(args, modules, setting, threads, folder):
    """By name; each returns {"inference_ms": {"separate": ...}, "inference_batch_ms": ...}. The first writes the files."""
    def bench(part, pick):
        result = run_json([args.zipper, "bench", "--only", part, "--json", "--architecture", args.architecture,
                           "--repetitions", args.repetitions,
                           *(["--onnx-folder", folder] if part == "onnx" else []), *options_of(setting, threads)])
        return {key: pick(result[key]) for key in ("inference_ms", "inference_batch_ms")}

    programs = {"OpenCV DNN": lambda: bench("onnx", lambda times: times["opencv_onnx"]),
                "LibTorch": lambda: bench("inference", lambda times: times),
                "own loops": lambda: bench("inference", lambda times: times["fused"])}
    if modules:
        options = json.dumps({"folder": folder, "threads": threads, "repetitions": args.repetitions, **setting})
        programs["ONNX Runtime"] = lambda: run_json(["node", HERE / "time_onnx.js", modules, options])
    return programs


def onnx_rows(args, modules, setting, threads):
    with tempfile.TemporaryDirectory() as folder:
        results = in_turns(onnx_programs(args, modules, setting, threads, folder), args.rounds)
    for key, batch in (("inference_ms", 1), ("inference_batch_ms", setting["batch"])):
        for program, runs in results.items():
            times = [run[key] for run in runs]
            medians = "".join(f"{statistics.median(time[name] for time in times):>10.2f}" for name in NETWORKS)
            ratios = "".join(f"{statistics.median(time['separate'] / time[name] for time in times):>9.2f}"
                             for name in NETWORKS[1:])
            print(f"{title({**setting, 'batch': batch}, threads)}  {program:<13}{medians}{ratios}", flush=True)


def compare_onnx(args, temporary):
    modules = args.modules
    if modules is None and install_onnxruntime(temporary):
        modules = pathlib.Path(temporary)
    if modules is None:
        print("ONNX Runtime: skipped: npm can't install onnxruntime-node here; name a folder that has it with --modules")
    print("inference of both tasks, milliseconds; how many times faster merged and trunk are than separate\n"
          "width  size batch threads  program        separate    merged     trunk   merged    trunk")
    for setting in args.settings:
        for threads in args.threads:
            onnx_rows(args, modules, setting, threads)


def main():
    args = arguments()
    if not args.zipper.is_file():
        sys.exit(f"there is no {args.zipper}; build the program, or name it with --zipper")
    if "calibration" in args.only:
        compare_calibration(args)
    if "onnx" in args.only:
        with tempfile.TemporaryDirectory() as temporary:
            compare_onnx(args, temporary)


if __name__ == "__main__":
    main()
