# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes FILE with variables of every type as MATLAB has them: make_mat.py FILE plain|compressed"""

import sys

import numpy as np
import scipy.io

NUMBERS = ["int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float32", "float64"]

path, how = sys.argv[1:]
variables = {name: np.array([[1, 2, 77]], dtype=name) for name in NUMBERS}
variables["text"] = "abc"
variables["cell"] = np.array([[1, "x"]], dtype=object)
variables["many"] = np.arange(100000).reshape(1, -1)
variables["pair"] = np.array([[1.0, 2.0], [3.0, 4.0]])
scipy.io.savemat(path, variables, do_compression=how == "compressed")
