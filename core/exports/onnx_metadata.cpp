// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/onnx_metadata.h"

#include <nlohmann/json.hpp>

#include "core/support/error.h"
#include "core/support/json_reader.h"

namespace zipper {

void addPreprocessing(OnnxBuilder& builder, const MobileNetSpec& spec, const std::string& prefix) {
  const auto dump = [](const Json& json) { return dumpJson(json); };
  builder.addMetadata(prefix + "mean", dump(spec.normalization.mean));
  builder.addMetadata(prefix + "std", dump(spec.normalization.std));
  builder.addMetadata(prefix + "channel_order", toString(spec.normalization.order));
  builder.addMetadata(prefix + "input_size", concat(spec.inputSize));
  builder.addMetadata(prefix + "class_offset", concat(spec.classOffset));
  builder.addMetadata(prefix + "class_names", dump(spec.classNames));
}

}  // namespace zipper
