// SPDX-License-Identifier: GPL-3.0-or-later

#include <filesystem>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/printable.h"
#include "resources/samples/sample_files.h"

namespace zipper::cli {

namespace {

/// A network of that name that was trained by the user isn't the sample's.
void refuseOtherFiles(const std::filesystem::path& folder) {
  for (const SampleFile& file : sampleFiles()) {
    const auto path = folder / file.name;
    std::error_code code;
    if (!std::filesystem::is_regular_file(path, code)) continue;
    if (std::filesystem::file_size(path, code) != file.bytes || sha256OfFile(path) != sha256(file.data, file.bytes))
      fail(wholePrintable(path.string()), ": is there already and isn't the sample's; choose another folder");
  }
}

}  // namespace

void addSample(CLI::App& app, Run& run) {
  auto folder = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("sample", "Write the embedded sample networks and data");
  command->footer("Example:\n  zipper sample --out sample");
  command->add_option("--out", *folder, "Folder to write into; created if needed")->required();
  command->callback([folder, &run] {
    run = [folder] {
      refuseOtherFiles(*folder);
      writeSamples(*folder);
      printLine(*folder + ": fashion.safetensors, digits.safetensors, fashion/, digits/");
      return 0;
    };
  });
}

}  // namespace zipper::cli
