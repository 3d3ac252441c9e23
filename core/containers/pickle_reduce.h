// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/containers/pickle_values.h"

namespace zipper {

/// What a pickle machine makes of the few names it knows: builds the values that Python would get from calling them.
/// What it doesn't know becomes a Foreign. Appends to the pickle. Each throws Error if the arguments are not those that
/// PyTorch writes.
/// `copied` counts the values that were taken over from another container.

/// REDUCE: `callable` is a Global.
PickleValue reducePickled(Pickle& pickle, const PickleValue& callable, const PickleValue& arguments, bool objects,
                          std::size_t& copied);

/// BINPERSID: ("storage", type, key, location, elements); before PyTorch 1.6 with None or (key, start, elements) of a
/// part behind it, and ("module", class, file, source) for a class.
PickleValue storageOfPersistentId(Pickle& pickle, const PickleValue& id);

/// NEWOBJ, OBJ, INST: an object without attributes.
PickleValue newPickledObject(Pickle& pickle, const PickleValue& type, const PickleValue& arguments, bool objects);

/// BUILD: gives `target` its state. Only objects and Foreigns need theirs.
void buildPickled(Pickle& pickle, const PickleValue& target, const PickleValue& state, std::size_t& copied);

}  // namespace zipper
