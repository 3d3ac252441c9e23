"""What a MobileNet V1 of Keras makes of two random images, by PyTorch; the weights are read with h5py.

    keras_features.py MODEL.h5 OUT.safetensors
"""
import sys

import h5py
import numpy
import tf_mobilenet


def dataset(file, layer, weight):
    return numpy.array(file[layer][layer][weight + ":0"])


def read_state(path):
    state = {}
    with h5py.File(path, "r") as file:
        for unit in tf_mobilenet.units():
            if unit == "stem":
                layer, kernel = "conv1", dataset(file, "conv1", "kernel").transpose(3, 2, 0, 1)
            elif unit.endswith("depthwise"):
                layer = "conv_dw_" + unit.split(".")[1]
                kernel = dataset(file, layer, "depthwise_kernel").transpose(2, 3, 0, 1)
            else:
                layer = "conv_pw_" + unit.split(".")[1]
                kernel = dataset(file, layer, "kernel").transpose(3, 2, 0, 1)
            state[unit + ".conv.weight"] = kernel
            for ours, theirs in (("weight", "gamma"), ("bias", "beta"), ("running_mean", "moving_mean"),
                                 ("running_var", "moving_variance")):
                state[f"{unit}.bn.{ours}"] = dataset(file, layer + "_bn", theirs)
    return state


def main():
    source, target = sys.argv[1:]
    tf_mobilenet.write_expected(target, {}, read_state(source), 224, 1)


if __name__ == "__main__":
    main()
