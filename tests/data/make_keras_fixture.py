"""Writes MobileNets V1 as Keras does, with h5py; beside each NAME.h5 a NAME.safetensors with what a reader must find.

    make_keras_fixture.py FOLDER

Layouts and names: keras/applications/mobilenet.py, keras/engine/saving.py (Keras 2), keras/src/legacy/saving (Keras 3),
keras/src/saving/saving_lib.py (".keras" and ".weights.h5").
"""
import io
import json
import os
import sys
import zipfile

import h5py
import numpy
import tf_mobilenet

BN = {"weight": "gamma", "bias": "beta", "running_mean": "moving_mean", "running_var": "moving_variance"}


def layer_of(unit):
    if unit == "stem":
        return "conv1"
    _, number, part = unit.split(".")
    return f"conv_{'dw' if part == 'depthwise' else 'pw'}_{number}"


def keras_layers(state, keras3):
    """[(layer, [(weight, values)])] in the order of the network, with layers that have no weights."""
    layers = [("input_1", [])]
    for unit in tf_mobilenet.units():
        name, weight = layer_of(unit), state[unit + ".conv.weight"]
        if "_dw_" in name:
            kernel = [("kernel" if keras3 else "depthwise_kernel", weight.transpose(2, 3, 0, 1))]
        else:
            kernel = [("kernel", weight.transpose(2, 3, 1, 0))]
        layers += [(name, kernel), (name + "_bn", [(BN[k], state[f"{unit}.bn.{k}"]) for k in BN]), (name + "_relu", [])]
    if "head.weight" in state:
        layers += [("global_average_pooling2d", []), ("dropout", [])]
        head = state["head.weight"].T
        layers += [("conv_preds", [("kernel", head.reshape(1, 1, *head.shape)), ("bias", state["head.bias"])])]
    return layers


def config(size):
    """What model.save() says about the layers, as far as it matters here."""
    layers = [("InputLayer", {"batch_input_shape": [None, size, size, 3], "dtype": "float32"}),
              ("Rescaling", {"scale": 1 / 255, "offset": 0.0}), ("Conv2D", {"strides": [2, 2], "padding": "same"}),
              ("BatchNormalization", {"epsilon": 0.001}), ("ReLU", {"max_value": 6.0})]
    return {"class_name": "Functional",
            "config": {"name": "mobilenet", "layers": [{"class_name": kind, "config": own} for kind, own in layers]}}


def write_list(group, name, texts, variable):
    if variable:
        group.attrs.create(name, texts, dtype=h5py.string_dtype())
    else:
        group.attrs[name] = [text.encode() for text in texts]  # as Keras does: float64 if the list is empty


def write_keras(path, layers, keras3=False, under=None, dtype="f4", variable=False, cut=False, nested=None, **storage):
    with h5py.File(path, "w") as file:
        model = file.create_group(under) if under else file
        model.attrs["backend"] = b"tensorflow" if not keras3 else "tensorflow"
        model.attrs["keras_version"] = b"2.0.4" if not keras3 else "3.4.1"
        if under:
            file.attrs["model_config"] = json.dumps(config(64))
            file.create_group("optimizer_weights").create_dataset("iteration", data=numpy.int64(7))
        names = [name for name, _ in layers]
        if cut:
            write_list(model, "layer_names0", names[:40], variable)
            write_list(model, "layer_names1", names[40:], variable)
        else:
            write_list(model, "layer_names", [nested] if nested else names, variable)
        suffix = "" if keras3 else ":0"
        if nested:
            inner = [(f"{layer}/{weight}", values) for layer, weights in layers for weight, values in weights]
            layers = [(nested, inner)]
        for layer, weights in layers:
            group = model.create_group(layer)
            full = [(weight if nested else f"{layer}/{weight}") + suffix for weight, _ in weights]
            write_list(group, "weight_names", full, variable)
            for name, (_, values) in zip(full, weights):
                group.create_dataset(name, data=values.astype(dtype), **storage)


def make(folder, name, width, classes, seed, **options):
    state = tf_mobilenet.random_state(width, classes, seed)
    if options.get("dtype") == "f2":  # the reference works with what the file can hold
        state = {k: v.astype("f2").astype("f4") for k, v in state.items()}
    layers = keras_layers(state, options.get("keras3", False))
    named = {f"{layer}/{weight}": values for layer, weights in layers for weight, values in weights}
    write_keras(os.path.join(folder, name + ".h5"), layers, **options)
    tf_mobilenet.write_expected(os.path.join(folder, name + ".safetensors"), named, state, 64, seed + 1)


CLASSES = {"conv1": "Conv2D", "conv_dw": "DepthwiseConv2D", "conv_pw": "Conv2D", "conv_preds": "Conv2D",
           "predictions": "Dense", "input": "InputLayer", "global": "GlobalAveragePooling2D", "dropout": "Dropout"}
PATHS = {"Conv2D": "conv2d", "DepthwiseConv2D": "depthwise_conv2d", "BatchNormalization": "batch_normalization",
         "ReLU": "re_lu", "Dense": "dense", "Functional": "functional", "InputLayer": "input_layer",
         "GlobalAveragePooling2D": "global_average_pooling2d", "Dropout": "dropout"}


def class_of(name):
    for end, result in (("_bn", "BatchNormalization"), ("_relu", "ReLU")):
        if name.endswith(end):
            return result
    return next(CLASSES[start] for start in CLASSES if name.startswith(start))


def write_layers(group, layers, named, step, **options):
    """Numbered variables under groups that are called after classes and numbered in each, in the order of the model."""
    counts = {}
    for layer, weights in layers:
        kind = PATHS[class_of(layer) if not isinstance(weights, dict) else "Functional"]
        number = counts.get(kind, 0)
        counts[kind] = number + step
        inner = group.create_group(kind if number == 0 else f"{kind}_{number}", **options)
        if isinstance(weights, dict):
            write_layers(inner.create_group("layers", **options), weights["layers"], named, step, **options)
            weights = []
        variables = inner.create_group("vars", **options)
        if named:
            variables.attrs["name"] = layer
        for i, (_, values) in enumerate(weights):
            variables.create_dataset(str(i), data=values)
        if kind == "dropout":
            inner.create_group("seed_generator/vars")["0"] = numpy.arange(2, dtype="u4")


def config_of(layers, class_name="Functional", name="mobilenet"):
    inner = []
    for layer, weights in layers:
        if isinstance(weights, dict):
            inner.append(config_of(weights["layers"], name=layer))
        else:
            inner.append({"module": "keras.layers", "class_name": class_of(layer),
                          "config": {"name": layer, "trainable": True, "kernel_regularizer": None}})
    return {"module": "keras", "class_name": class_name, "config": {"name": name, "layers": inner}}


def weights_file(layers, named=False, container="layers", step=1, libver=None, track_order=False, attributes=0):
    file = io.BytesIO()
    options = {"track_order": True} if track_order else {}
    with h5py.File(file, "w", libver=libver, **options) as root:
        models = root.create_group(container, **options)
        write_layers(models, layers, named, step, **options)
        root.create_group("vars")
        root.create_group("optimizer/vars")["0"] = numpy.arange(3, dtype="f4")
        for i in range(attributes):  # more than fit into an object header
            for group in models.values():
                group["vars"].attrs[f"attribute_{i}"] = "x" * 100 * i
    return file.getvalue()


def archive_of(weights, layers, **config):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("metadata.json", json.dumps({"keras_version": "3.13.2"}))
        archive.writestr("config.json", json.dumps(config_of(layers, **config)))
        archive.writestr("model.weights.h5", weights)
    return file.getvalue()


def make_newer(folder, name, width, classes, seed, dense=False, nested=False, archive=None, **options):
    """Keras 3's own format. `dense`: a dense layer for a head that Keras calls nothing in particular."""
    state = tf_mobilenet.random_state(width, classes, seed)
    layers = keras_layers(state, False)
    if dense:
        weights = [("kernel", state["head.weight"].T), ("bias", state["head.bias"])]
        layers = [entry for entry in layers if entry[0] != "conv_preds"] + [("predictions", weights)]
    file_names = {f"{layer}/{weight}": values for layer, weights in layers for weight, values in weights}
    if nested:  # a model for the features, and a layer behind it
        at = next(i for i, (layer, _) in enumerate(layers) if layer.startswith("global"))
        layers = [("mobilenet_0.25_64", {"layers": layers[:at]})] + layers[at:]
    data = weights_file(layers, **options)
    if archive:
        data = archive_of(data, layers, **archive)
    with open(os.path.join(folder, name + ".h5"), "wb") as file:
        file.write(data)
    if not archive and not options.get("named") and dense:  # nothing names the dense layer
        file_names = {key.replace("predictions/", "dense/"): value for key, value in file_names.items()}
    tf_mobilenet.write_expected(os.path.join(folder, name + ".safetensors"), file_names, state, 64, seed + 1)


def main():
    folder = sys.argv[1]
    make_newer(folder, "weights3", 0.25, 10, 11, named=True)
    make_newer(folder, "weights3_dense", 0.25, 10, 12, named=True, dense=True)
    make_newer(folder, "weights3_plain", 0.25, 10, 13)
    make_newer(folder, "weights3_plain_dense", 0.25, 10, 14, dense=True)
    make_newer(folder, "archive", 0.25, 10, 15, archive={}, dense=True)
    make_newer(folder, "archive_named", 0.25, 10, 16, archive={}, named=True)
    make_newer(folder, "archive_nested", 0.25, 10, 17, archive={"class_name": "Sequential", "name": "sequential"},
               dense=True, nested=True)
    make_newer(folder, "nested_named", 0.25, 10, 18, dense=True, nested=True, named=True)
    make_newer(folder, "tf212", 0.25, 10, 19, archive={}, container="_layer_checkpoint_dependencies", step=2)
    make_newer(folder, "latest", 0.25, 10, 20, named=True, libver="latest", attributes=12)
    make_newer(folder, "tracked_order", 0.25, 10, 21, named=True, track_order=True, attributes=12)
    make(folder, "keras2", 0.25, 10, 1)
    make(folder, "keras3", 0.5, 7, 2, keras3=True, under="model_weights", variable=True)
    make(folder, "no_top", 0.25, 0, 3, dtype="f8", cut=True)
    make(folder, "half", 0.25, 10, 4, dtype="f2", chunks=True, compression="gzip", shuffle=True)
    make(folder, "nested", 0.25, 10, 5, nested="mobilenet_0.25_64", under="model_weights")


if __name__ == "__main__":
    main()
