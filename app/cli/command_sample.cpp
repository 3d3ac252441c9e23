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
void refuseOtherFiles(const std::filesystem::path& folder, EmbeddedSample sample) {
  for (const SampleFile& file : sampleFiles(sample)) {
    const auto path = folder / file.name;
    std::error_code code;
    if (!std::filesystem::is_regular_file(path, code)) continue;
    if (std::filesystem::file_size(path, code) != file.bytes || sha256OfFile(path) != sha256(file.data, file.bytes))
      fail(wholePrintable(path.string()), ": is there already and isn't the sample's; choose another folder");
  }
}

/// "fashion.safetensors, digits.safetensors, fashion/, digits/"
std::string contentsOf(EmbeddedSample sample) {
  std::string networks, folders;
  for (const std::string& task : taskNamesOf(sample)) {
    networks += task + ".safetensors, ";
    folders += (folders.empty() ? "" : ", ") + task + "/";
  }
  return networks + folders;
}

struct SampleOptions {
  std::string folder, which = embeddedSampleNames().front();
};

}  // namespace

void addSample(CLI::App& app, Run& run) {
  auto options = std::make_shared<SampleOptions>();
  CLI::App* command = app.add_subcommand("sample", "Write the embedded sample networks and data");
  command->footer("Example:\n  zipper sample --out sample\n  zipper sample --which photographs --out sample");
  command->add_option("--out", options->folder, "Folder to write into; created if needed")->required();
  command
      ->add_option("--which", options->which,
                   "digits (Fashion-MNIST and MNIST, 32x32) or photographs (flowers and clothing, 96x96)")
      ->capture_default_str()
      ->check(CLI::IsMember(embeddedSampleNames()));
  command->callback([options, &run] {
    run = [options] {
      const EmbeddedSample sample = embeddedSample(options->which);
      refuseOtherFiles(options->folder, sample);
      writeSamples(options->folder, sample);
      printLine(options->folder + ": " + contentsOf(sample));
      return 0;
    };
  });
}

}  // namespace zipper::cli
