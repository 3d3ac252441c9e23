#!/usr/bin/python3
"""Runs exported files in Python's torch, without this project's code.

    run_exports.py (torchscript|pytorch|safetensors|torchvision[=CALL] FILE IMAGES LOGITS)...
IMAGES and LOGITS are safetensors files with one tensor per task: "a", "b", ... CALL makes the network that FILE is for.
"""
import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "support"))
import tensor_files  # noqa: E402
import torch  # noqa: E402
from reference_mobilenet import Network  # noqa: E402
from reference_mobilenet_v2 import PaperNetwork  # noqa: E402
from reference_mobilenet_v3 import PaperNetwork as PaperNetworkV3  # noqa: E402

PEERS = {"mobilenet_v1": Network, "mobilenet_v2": PaperNetwork, "mobilenet_v3_large": PaperNetworkV3,
         "mobilenet_v3_small": PaperNetworkV3}
# Parameters without those of the head, units that can be merged, layers that the tests merge: the last one, too.
COUNTS = {"mobilenet_v1": (27 * 3, 13, [1, 2, 13]), "mobilenet_v2": (52 * 3, 34, [1, 2, 3, 18]),
          "mobilenet_v3_large": (46 * 3 + 16 * 2, 46, [1, 2, 3, 4, 16]),
          "mobilenet_v3_small": (34 * 3 + 18 * 2, 40, [1, 2, 3, 5, 12])}


def load_script(path):
    extra = dict.fromkeys(("zipper.spec", "zipper.specs", "zipper.recipe", "zipper.merged_layers", "zipper.bn"), "")
    return torch.jit.load(path, _extra_files=extra), extra


def script(module, extra, images):
    assert json.loads(extra["zipper.recipe"]) == {"a": 1}
    if extra["zipper.spec"]:
        assert not extra["zipper.specs"]
        (task, batch), = images.items()
        return {task: module(batch)}
    together = dict(zip(images, module(*images.values())))
    for task, batch in images.items():
        with torch.jit.optimized_execution(False):  # it takes longer than all else
            alone = getattr(module, "forward_" + task)(batch)
        assert (alone - together[task]).abs().max() <= 1e-4 * alone.abs().max(), "forward_" + task
    return together


def check_script_tree(module, extra):
    """Modules that are shared are one object: changing one task's weights changes the other's. Leaves the module in
    training mode."""
    state = module.state_dict()
    if not state:
        return  # frozen
    spec = json.loads(extra["zipper.spec"] or extra["zipper.specs"])
    parameters, units, merged = COUNTS[(spec if extra["zipper.spec"] else spec["a"])["architecture"]]
    if extra["zipper.spec"]:
        heads = sum(key.startswith(("hidden.", "head.")) for key in state)
        assert f"layers.{merged[-1]}.pointwise.bn.running_var" in state and "head.bias" in state
        assert len(list(module.parameters())) == parameters + heads
        module.train()
        with torch.jit.optimized_execution(False):
            module(torch.randn(2, *[state["stem.conv.weight"].shape[1], 64, 64])).sum().backward()
        assert all(p.grad is not None for p in module.parameters()), "a parameter has no gradient"
        return
    assert json.loads(extra["zipper.merged_layers"]) == merged, extra
    found = [key[len("a."):] for key in state
             if key.startswith("a.layers.") and key.endswith(".conv.weight") and ".depthwise." not in key]
    assert len(found) == units, found
    biases = [key[len("a."):] for key in state if key.startswith("a.layers.") and key.endswith("e.bias")]
    for name in found + biases:
        one, other = (state[f"{t}.{name}"] for t in "ab")
        shared = int(name.split(".")[1]) in merged and (name in found or extra["zipper.bn"] in ("shared", b"shared"))
        assert (one.data_ptr() == other.data_ptr()) == shared, name


def torchvision_network(path, call, images):
    """The file in torchvision's own module, which the call makes, or a MobileNet V2 of the spec."""
    import torchvision
    spec = json.loads(extras(path)["zipper.spec"])
    assert not call or call.startswith("torchvision.models.mobilenet_")
    network = eval(call) if call else torchvision.models.mobilenet_v2(num_classes=spec["classes"],
                                                                      width_mult=spec["width"])
    network.load_state_dict(torch.load(path, weights_only=True), strict=True)
    (task, batch), = images.items()
    return {task: network.eval()(batch)}


def logits_of(tensors, spec, batch):
    return PEERS[spec["architecture"]](tensors, spec).forward(batch)[0]


def state_dict(tensors, metadata, images):
    assert json.loads(metadata["zipper.recipe"]) == {"a": 1}
    if "zipper.spec" in metadata:
        (task, batch), = images.items()
        return {task: logits_of(tensors, json.loads(metadata["zipper.spec"]), batch)}
    result = {}
    for task, spec in json.loads(metadata["zipper.specs"]).items():
        own = {}
        for key, tensor in tensors.items():
            owner, name = key.split(".", 1)
            if owner in ("shared", task):
                own[name] = tensor
        result[task] = logits_of(own, spec, images[task])
    return result


def extras(path):
    """What stands beside the pickle in the archive."""
    reader = torch._C.PyTorchFileReader(path)
    names = [n for n in reader.get_all_records() if n.startswith("extra/")]
    return {n[len("extra/"):]: reader.get_record(n).decode() for n in names}


def run(kind, path, source, target):
    images = {k: torch.from_numpy(v) for k, v in sorted(tensor_files.read(source)[0].items())}
    if kind.startswith("torchscript"):
        module, extra = load_script(path)
        with torch.no_grad():
            result = script(module, extra, images)
        check_script_tree(module, extra)
    elif kind.startswith("torchvision"):
        with torch.no_grad():
            result = torchvision_network(path, kind.partition("=")[2], images)
    elif kind == "pytorch":
        content = torch.load(path, weights_only=True)
        assert type(content) is dict, type(content)
        assert list(torch.load(path)) == list(content)
        assert all(isinstance(v, torch.Tensor) for v in content.values())  # so that a strict load_state_dict() works
        result = state_dict(content, extras(path), images)
    else:
        arrays, metadata = tensor_files.read(path)
        result = state_dict({k: torch.from_numpy(v) for k, v in arrays.items()}, metadata, images)
    tensor_files.write(target, {k: v.detach().numpy() for k, v in result.items()})


def main():
    torch.set_num_threads(1)
    arguments = sys.argv[1:]
    for i in range(0, len(arguments), 4):
        print(*arguments[i:i + 4], flush=True)
        run(*arguments[i:i + 4])


if __name__ == "__main__":
    main()
