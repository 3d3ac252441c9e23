#!/usr/bin/python3
"""Runs TensorFlow Lite models in Arm NN's reference backend (python3-pyarmnn; libarmnn-cpuref-backend22 of Debian 12,
libarmnn-cpuref-backend33 of Debian 13).

    tflite_in_armnn.py FOLDER
FOLDER holds jobs.json as for litert_page.py; what a model gives for its images goes to "<model>.<output>.armnn", raw.
Ends with status 3 if Arm NN or its reference backend isn't installed.
"""
import json
import os
import sys

import numpy as np

try:
    import pyarmnn as ann  # it tells which of its parsers aren't there
except ImportError as problem:
    print(problem, file=sys.stderr)
    sys.exit(3)


def run(runtime, folder, job):
    path = os.path.join(folder, job["model"])
    parser = ann.ITfLiteParser()
    network = parser.CreateNetworkFromBinaryFile(path)
    backends = [ann.BackendId("CpuRef")]
    optimized, _ = ann.Optimize(network, backends, runtime.GetDeviceSpec(), ann.OptimizerOptions())
    identity, _ = runtime.LoadNetwork(optimized)
    images = {name: np.fromfile(os.path.join(folder, it["file"]), it["type"]).reshape(it["shape"])
              for name, it in job["inputs"].items()}
    inputs = [parser.GetNetworkInputBindingInfo(0, name) for name in images]
    names = list(parser.GetSubgraphOutputTensorNames(0))
    outputs = [parser.GetNetworkOutputBindingInfo(0, name) for name in names]
    results = {name: [] for name in names}
    for i in range(len(next(iter(images.values())))):
        fed = ann.make_input_tensors(inputs, [np.ascontiguousarray(one[i:i + 1]) for one in images.values()])
        given = ann.make_output_tensors(outputs)
        runtime.EnqueueWorkload(identity, fed, given)
        for name, values in zip(names, ann.workload_tensors_to_ndarray(given)):
            results[name].append(np.array(values))
    runtime.UnloadNetwork(identity)
    for name, parts in results.items():
        np.concatenate(parts).tofile(f"{path}.{name}.armnn")


def main():
    folder = sys.argv[1]
    runtime = ann.IRuntime(ann.CreationOptions())  # one for all: when one ends, so do its backends
    if "CpuRef" not in str(runtime.GetDeviceSpec()):
        print(f"no reference backend: {runtime.GetDeviceSpec()}", file=sys.stderr)
        return 3
    with open(os.path.join(folder, "jobs.json")) as file:
        jobs = json.load(file)
    for job in jobs:
        try:
            run(runtime, folder, job)
        except Exception as problem:
            print(f"{job['model']}: {problem}", file=sys.stderr)
            return 1
    return 0


sys.exit(main())
