"""Stands in for ONNX Runtime, which Debian doesn't have for Python: says what a model's inputs and metadata are, keeps
what it is fed, and answers what it is told to. STAND_IN is a folder: what goes in is written to "NAME.fed", what comes
out is read from "NAME.answer", both raw."""
import os
import types

import numpy as np
import onnx

FOLDER = os.environ["STAND_IN"]


class InferenceSession:
    def __init__(self, path, providers):
        self.model = onnx.load(path)
        assert providers == ["CPUExecutionProvider"]

    def get_modelmeta(self):
        return types.SimpleNamespace(custom_metadata_map={e.key: e.value for e in self.model.metadata_props})

    def run(self, outputs, feeds):
        graph = self.model.graph
        constants = {tensor.name for tensor in graph.initializer}
        assert set(feeds) == {value.name for value in graph.input} - constants, feeds.keys()
        for value in graph.input:
            if value.name in feeds:
                shape = [d.dim_value for d in value.type.tensor_type.shape.dim][1:]
                assert list(feeds[value.name].shape) == [1] + shape and feeds[value.name].dtype == np.float32
                feeds[value.name].tofile(os.path.join(FOLDER, value.name + ".fed"))
        assert set(outputs) <= {value.name for value in graph.output}
        return [np.fromfile(os.path.join(FOLDER, name + ".answer"), np.float32)[None] for name in outputs]
