"""Writes seeds for the corpus of fuzz_scheme_names: names and shapes of MobileNets, whole, damaged and nobody's.

    make_scheme_seeds.py tests/fuzz/corpus
"""
import os
import re
import sys

import v2_network as v2
import v3_network as v3


def main():
    folder = os.path.join(sys.argv[1], "scheme_names")
    os.makedirs(folder, exist_ok=True)
    small, large = v3.Network("small", 0.35), v3.Network("large", 0.35)
    seeds = {}
    for network, publisher in ((small, v3.torchvision), (large, v3.timm), (small, v3.li14), (small, v3.paddle)):
        state = network.random_state(0)
        seeds[f"{publisher.__name__}_{network.kind}"] = v3.torch_like(network, state, publisher)
    seeds["slim_minimal"] = v3.slim_state(v3.Network("large", 0.35, minimalistic=True).random_state(0, 3))
    for slashes in (False, True):
        layers = v3.keras_layers(small.random_state(0, 3), slashes)
        seeds[f"keras{2 if slashes else 3}"] = {f"{own}/{leaf}": v for own, w in layers for leaf, v in w.items()}
    channels = v2.usual_channels(0.35)
    seeds["v2"] = v2.torch_like(v2.random_state(channels, 0, False, [3]), v2.torchvision, ["classifier.1."])
    timm = seeds["timm_large"]
    seeds["no_gate"] = {name: v for name, v in timm.items() if not name.startswith("blocks.2.1.se.")}
    seeds["deeper"] = {**timm, **{re.sub("blocks.2.2", "blocks.2.3", name): v for name, v in timm.items()}}
    seeds["two"] = {start + name: v for start in ("a.", "ema.") for name, v in timm.items()}
    seeds["unknown"] = {"x." + name.replace("blocks", "part").replace("se.", "g."): v for name, v in timm.items()}
    for name, tensors in seeds.items():
        with open(os.path.join(folder, name), "w") as file:
            file.write("".join(f"{own} {' '.join(map(str, values.shape))}\n" for own, values in tensors.items()))


if __name__ == "__main__":
    main()
