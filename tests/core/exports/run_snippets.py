#!/usr/bin/python3
"""Runs Python programs of exports, one after the other in this process, as importing PyTorch takes longer than they do.

    run_snippets.py PROGRAM IMAGE [PROGRAM IMAGE ...]
Prints a JSON list: what each printed. A program that fails ends this one."""
import contextlib
import io
import json
import runpy
import sys

answers = []
jobs = sys.argv[1:]
for program, image in zip(jobs[::2], jobs[1::2]):
    sys.argv = [program, image]
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        runpy.run_path(program, run_name="__main__")
    answers.append(said.getvalue())
json.dump(answers, sys.stdout)
