// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/device_option.h"

#include "core/recipe/fields.h"
#include "core/support/error.h"

namespace zipper::cli {

CLI::Validator deviceName() {
  return CLI::Validator(
      [](std::string& text) {
        if (!isComputeDevice(text)) return concat("'", text, "' found, ", computeDeviceChoices, " expected");
        try {
          requireDevice(computeDeviceFromString(text));
        } catch (const Error& error) {
          return std::string(error.what());
        }
        return std::string();
      },
      "{cpu,cuda}");
}

void addDevice(CLI::App& command, ComputeDevice& device) {
  const RecipeFieldInfo& info = infoOf(RecipeField::Device);
  command
      .add_option_function<std::string>(
          info.option, [&device](const std::string& text) { device = computeDeviceFromString(text); }, info.help)
      ->check(deviceName());
}

}  // namespace zipper::cli
