// SPDX-License-Identifier: GPL-3.0-or-later

#include <iostream>

#include "app/cli/commands.h"
#include "core/support/files.h"
#include "resources/samples/sample_files.h"

namespace zipper::cli {

void addSample(CLI::App& app, Run& run) {
  auto folder = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("sample", "Write the embedded sample networks and data");
  command->footer("Example:\n  zipper sample --out sample");
  command->add_option("--out", *folder, "Folder to write into; created if needed")->required();
  command->callback([folder, &run] {
    run = [folder] {
      writeSamples(*folder);
      std::cout << *folder << ": fashion.safetensors, digits.safetensors, fashion/, digits/" << std::endl;
      return 0;
    };
  });
}

}  // namespace zipper::cli
