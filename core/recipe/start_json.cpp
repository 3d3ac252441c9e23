// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/start_json.h"

namespace zipper {

Json toJson(const Start& start) {
  return {{"initialization", toString(start.initialization)},
          {"alignment", toString(start.alignment)},
          {"fisher_weights", start.fisherWeights},
          {"fit_kernels", start.fitKernels},
          {"fit_heads", start.fitHeads}};
}

void readStart(JsonReader& reader, Start& start) {
  Initialization initialization = start.initialization;
  reader.read("initialization", initialization, &initializationFromString);
  if (initialization != start.initialization) setInitialization(start, initialization);
  reader.read("alignment", start.alignment, &alignmentFromString);
  reader.read("fisher_weights", start.fisherWeights);
  reader.read("fit_kernels", start.fitKernels);
  reader.read("fit_heads", start.fitHeads);
}

}  // namespace zipper
