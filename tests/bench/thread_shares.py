#!/usr/bin/env python3
"""What more threads make of a merge, part by part. Not a test: prints a table.

    tests/bench/thread_shares.py [--merge sample/untrained] [--threads 2] [--rounds 3] [--zipper PROGRAM] [-- OPTIONS]

`zipper bench --only merge` runs with one thread and with several in turns. Efficiency is how much of those threads'
time was useful: the time with one over that with N, divided by N. The share that more threads don't help is taken from
it by Amdahl's law, and with it what eight and sixteen threads would make of the part, were there no other limit: a
forecast, not a measurement. OPTIONS go to `zipper bench`: --layers 12-13 --steps 30, say.
"""
import argparse
import json
import pathlib
import statistics
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]


def seconds(args, threads):
    command = [args.zipper, "bench", "--only", "merge", "--merges", args.merge, "--threads", threads, "--json",
               *args.options]
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True)
    pair, kind = args.merge.split("/")
    return json.loads(done.stdout)["merge_s"][pair][kind]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--merge", default="sample/untrained")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--zipper", type=pathlib.Path, default=ROOT / "build/app/cli/zipper")
    parser.add_argument("options", nargs="*")
    args = parser.parse_args()
    one, several = [], []
    for _ in range(args.rounds):
        one.append(seconds(args, 1))
        several.append(seconds(args, args.threads))
    n = args.threads
    print(f"{args.merge}, medians of {args.rounds} rounds\n"
          f"{'part':<14}{'1 thread, s':>12}{f'{n} threads, s':>14}{'efficiency':>12}{'serial share':>14}"
          f"{'8 threads':>11}{'16 threads':>12}")
    for part in one[0]:
        t1, tn = (statistics.median(run[part] for run in runs) for runs in (one, several))
        if t1 < 0.01:
            continue
        serial = min(1.0, max(0.0, (n * tn / t1 - 1) / (n - 1)))
        forecast = "".join(f"{1 / (serial + (1 - serial) / k):>{width}.1f}x" for k, width in ((8, 10), (16, 11)))
        print(f"{part:<14}{t1:>12.2f}{tn:>14.2f}{t1 / tn / n:>12.2f}{serial:>14.2f}{forecast}")


if __name__ == "__main__":
    main()
