// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/teacher_file.h"

#include <map>

#include "core/models/model_file.h"
#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

void writeTrained(const std::filesystem::path& path, MobileNet& network, const std::string& data,
                  double validationTop1) {
  const std::map<std::string, std::string> metadata{{"zipper.trained_on", validUtf8(data)},
                                                    {"zipper.validation_top1", concat(validationTop1)}};
  saveModel(path, network, metadata);
}

std::uintmax_t bytesOf(MobileNet& network) {
  std::uintmax_t bytes = 0;
  for (const auto& [name, tensor] : network->state()) bytes += tensor.nbytes();
  return bytes;
}

}  // namespace zipper
