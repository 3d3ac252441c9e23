"""Stands in for LiteRT, which Debian doesn't have for Python: keeps what it is fed, and answers what it is told to.
STAND_IN is a folder: "details.json" tells the inputs and outputs, {"inputs": [{"name", "dtype", "shape", "scale",
"zero_point"}], "outputs": ...}; what goes in is written to "NAME.fed", what comes out is read from "NAME.answer"."""
import json
import os

import numpy as np

FOLDER = os.environ["STAND_IN"]


class Interpreter:
    def __init__(self, model_path):
        assert os.path.getsize(model_path) > 0
        with open(os.path.join(FOLDER, "details.json"), encoding="utf-8") as file:
            details = json.load(file)
        self.inputs, self.outputs, self.fed, self.invoked = details["inputs"], details["outputs"], {}, False
        for index, detail in enumerate(self.inputs + self.outputs):
            detail["index"] = 7 + index
            detail["dtype"] = np.dtype(detail["dtype"]).type
            detail["quantization"] = (detail.pop("scale"), detail.pop("zero_point"))

    def allocate_tensors(self):
        self.fed = {}

    def get_input_details(self):
        return self.inputs

    def get_output_details(self):
        return self.outputs

    def set_tensor(self, index, values):
        detail = next(d for d in self.inputs if d["index"] == index)
        assert list(values.shape) == detail["shape"] and values.dtype == detail["dtype"], (values.shape, values.dtype)
        values.tofile(os.path.join(FOLDER, detail["name"] + ".fed"))
        self.fed[index] = values

    def invoke(self):
        assert len(self.fed) == len(self.inputs)
        self.invoked = True

    def get_tensor(self, index):
        assert self.invoked
        detail = next(d for d in self.outputs if d["index"] == index)
        return np.fromfile(os.path.join(FOLDER, detail["name"] + ".answer"), detail["dtype"])[None]
