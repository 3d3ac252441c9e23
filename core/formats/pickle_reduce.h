// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/formats/pickle.h"

namespace zipper {

/// What a pickle machine makes of the few names it knows: builds the values that Python would get from calling them.
/// Appends to the pickle. Each throws Error if the arguments are not those that PyTorch writes.
/// `copied` counts the values that were taken over from another container.

/// REDUCE: `callable` is a Global.
PickleValue reducePickled(Pickle& pickle, const PickleValue& callable, const PickleValue& arguments, bool objects,
                          std::size_t& copied);

/// BINPERSID: ("storage", type, key, location, elements).
PickleValue storageOfPersistentId(Pickle& pickle, const PickleValue& id);

/// NEWOBJ: an object without attributes.
PickleValue newPickledObject(Pickle& pickle, const PickleValue& type, bool objects);

/// BUILD: gives `target` its state. Only objects need theirs.
void buildPickled(Pickle& pickle, const PickleValue& target, const PickleValue& state, std::size_t& copied);

}  // namespace zipper
