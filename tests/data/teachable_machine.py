"""What a network of Teachable Machine makes of two random images, or of those of a file, by PyTorch; the weights are
read with h5py, or out of weights.bin in the order of the manifest.

    teachable_machine.py keras_model.h5|model.json OUT.safetensors [IMAGES.safetensors]
"""
import json
import os
import sys

import h5py
import numpy
import torch
import torch.nn.functional as F

import v2_network as v2

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
import tensor_files  # noqa: E402


def keras_weights(path):
    """{layer/weight: values}, whatever groups they lie in."""
    found = {}
    with h5py.File(path, "r") as file:
        file["model_weights"].visititems(
            lambda name, item: found.__setitem__("/".join(name[:-2].split("/")[-2:]), numpy.array(item))
            if isinstance(item, h5py.Dataset) else None)
    return found


def tfjs_weights(path):
    with open(path) as file:
        group, = json.load(file)["weightsManifest"]
    values = numpy.fromfile(os.path.join(os.path.dirname(path), group["paths"][0]), "<f4")
    found, at = {}, 0
    for weight in group["weights"]:
        count = int(numpy.prod(weight["shape"]))
        found[weight["name"]] = values[at:at + count].reshape(weight["shape"])
        at += count
    assert at == len(values)
    return found


def main():
    source, target = sys.argv[1:3]
    weights = keras_weights(source) if source.endswith(".h5") else tfjs_weights(source)
    channels = v2.usual_channels(0.35)
    state = {}
    for unit, _ in v2.units(channels):
        layer, norm = v2.keras(unit)
        if v2.is_depthwise(unit):
            kernel = weights[layer + "/depthwise_kernel"].transpose(2, 3, 0, 1)
        else:
            kernel = weights[layer + "/kernel"].transpose(3, 2, 0, 1)
        state[unit] = (numpy.ascontiguousarray(kernel), *(weights[f"{norm}/{leaf}"] for leaf in v2.TENSORFLOW_LEAVES))
    if len(sys.argv) > 3:
        images = tensor_files.read(sys.argv[3])[0]["images"]
    else:
        images = numpy.random.default_rng(1).uniform(-1, 1, (2, 3, 224, 224)).astype(numpy.float32)
    features = v2.features(state, images, channels, same=True, epsilon=1e-3)
    with torch.no_grad():
        hidden = F.relu(features @ torch.from_numpy(weights["dense_Dense1/kernel"]) +
                        torch.from_numpy(weights["dense_Dense1/bias"]))
        logits = hidden @ torch.from_numpy(weights["dense_Dense2/kernel"])
    tensor_files.write(target, {"images": images, "logits": logits.numpy(), "features": features.numpy()})


if __name__ == "__main__":
    main()
