"""Grad-CAM by PyTorch's autograd on the independent networks: see Selvaraju et al. 2017, section 3.

    reference_grad_cam.py grad_cam IN OUT   maps and logits of one image for every output of the network
IN and OUT are safetensors files; IN's metadata hold the spec.
"""
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import reference_mobilenet  # noqa: E402
import reference_mobilenet_v2  # noqa: E402
import reference_mobilenet_v3  # noqa: E402
import tensor_files  # noqa: E402
import torch  # noqa: E402

NETWORKS = {"mobilenet_v1": reference_mobilenet.Network, "mobilenet_v2": reference_mobilenet_v2.PaperNetwork}


def grad_cam(tensors, spec):
    state = {name[len("net."):]: tensor for name, tensor in tensors.items() if name.startswith("net.")}
    network = NETWORKS.get(spec["architecture"], reference_mobilenet_v3.PaperNetwork)(state, spec)
    logits, taps = network.forward(tensors["images"].requires_grad_())
    maps = []
    for logit in logits[0]:
        gradient, = torch.autograd.grad(logit, taps[-1], retain_graph=True)
        alpha = gradient[0].flatten(1).sum(1) / gradient[0, 0].numel()
        maps.append(torch.einsum("k,khw->hw", alpha, taps[-1][0]).clamp(min=0))
    return {"maps": torch.stack(maps), "logits": logits[0]}


def main():
    command, source, target = sys.argv[1:]
    if command != "grad_cam":
        sys.exit(f"unknown command {command}")
    torch.set_num_threads(1)
    arrays, metadata = tensor_files.read(source)
    result = grad_cam({k: torch.from_numpy(v) for k, v in arrays.items()}, json.loads(metadata["spec"]))
    tensor_files.write(target, {k: v.detach().numpy() for k, v in result.items()})


if __name__ == "__main__":
    main()
