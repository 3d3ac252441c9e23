// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/device_option.h"
#include "app/cli/interrupt.h"
#include "app/cli/override_options.h"
#include "app/cli/threads_option.h"
#include "core/data/synthesized_mark.h"
#include "core/models/guesses.h"
#include "core/models/model_file.h"
#include "core/support/compute_threads.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/printable.h"
#include "core/training/synthesized_images.h"

namespace fs = std::filesystem;

namespace zipper::cli {

namespace {

struct SynthesizeCommand {
  std::string model, out;
  SynthesisOptions synthesis;
  int threads = 0;
  OverrideOptions overrides;
};

/// Names that any system takes as those of folders, each only once.
bool areFolderNames(const std::vector<std::string>& names) {
  const auto isPlain = [](const std::string& name) {
    const auto allowed = [](unsigned char letter) {
      return std::isalnum(letter) || letter == '_' || letter == '-' || letter == ' ';
    };
    return !name.empty() && name.size() <= 100 && name.front() != ' ' && name.back() != ' ' &&
           std::all_of(name.begin(), name.end(), allowed);
  };
  std::vector<std::string> sorted = names;
  std::sort(sorted.begin(), sorted.end());
  return !names.empty() && std::all_of(names.begin(), names.end(), isPlain) &&
         std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end();
}

/// Of the images of an output: its class, or its number, with zeros before it so that the order stays; none without a
/// head.
std::string folderOf(const MobileNetSpec& spec, int output) {
  if (output < 0) return {};
  if (areFolderNames(spec.classNames)) return spec.classNames[std::size_t(output)];
  const std::string number = std::to_string(output - spec.classOffset), last = std::to_string(spec.classes);
  return std::string(last.size() - std::min(last.size(), number.size()), '0') + number;
}

void checkFolder(const fs::path& folder) {
  std::error_code code;
  if (fs::exists(folder, code) && !fs::is_empty(folder, code))
    fail(wholePrintable(folder.string()), ": is there already and isn't empty; choose another folder");
  createFolderToWrite(folder);
}

void writeImage(const fs::path& folder, const MobileNetSpec& spec, const SynthesizedImage& image, int number) {
  const fs::path place = folder / "train" / folderOf(spec, image.output);
  createFolder(place);
  cv::Mat pixels = image.pixels;
  if (pixels.channels() == 3) cv::cvtColor(pixels, pixels, cv::COLOR_RGB2BGR);
  std::vector<std::uint8_t> bytes;
  if (!cv::imencode(".png", pixels, bytes)) fail("image ", number, " can't be written as PNG");
  writeFileAtomically(place / concat(number, ".png"), std::string(bytes.begin(), bytes.end()));
}

int synthesize(const SynthesizeCommand& command) {
  Work work{stopOnInterrupt()};
  setComputeThreads(command.threads);
  LoadedModel model = loadModel(command.model, command.overrides.parsed());
  tellGuesses(model.source, "options such as --input-size say otherwise");
  checkFolder(command.out);
  writeFileAtomically(
      fs::path(command.out) / synthesizedMark,
      concat("Made by zipper synthesize from a network (SHA-256 ", model.source.sha256, "), with seed ",
             command.synthesis.seed, ". They show nothing real: what scores on them is no accuracy.\n"));
  ProgressLine line;
  work.progress = [&](int done, int total) { line.show(concat("iteration ", done, "/", total), double(done) / total); };
  int written = 0;
  synthesizeImages(
      model.network, command.synthesis,
      [&](const SynthesizedImage& image) { writeImage(command.out, model.network->spec(), image, written++); }, work);
  line.clear();
  printLine(concat(wholePrintable(command.out), ": ", written, " images"));
  return 0;
}

}  // namespace

void addSynthesize(CLI::App& app, Run& run) {
  auto options = std::make_shared<SynthesizeCommand>();
  SynthesisOptions& synthesis = options->synthesis;
  CLI::App* command = app.add_subcommand(
      "synthesize", "Make images out of a network alone, to calibrate with where its own images aren't there");
  command->footer(
      "They have the statistics that batch normalization remembers of the training images. Class folders below train/; "
      "nothing can be scored on them.\n"
      "Example:\n  zipper synthesize clothing.safetensors --out clothing-made\n"
      "  zipper merge --a flowers.safetensors --data-a flowers --b clothing.safetensors --data-b clothing-made \\\n"
      "    --no-eval --out merged.zipper");
  command->add_option("MODEL", options->model, "The model file")->required();
  command->add_option("--out", options->out, "Folder to write into; created if needed")->required();
  command->add_option("--images", synthesis.images, "How many")->capture_default_str()->check(CLI::Range(1, 1000000));
  command->add_option("--batch", synthesis.batchSize, "Images that have the statistics together")
      ->capture_default_str()
      ->check(CLI::Range(2, 4096));
  command->add_option("--iterations", synthesis.iterations, "For each batch")
      ->capture_default_str()
      ->check(CLI::Range(1, 1000000));
  command->add_option("--lr", synthesis.learningRate, "Learning rate, of pixels from 0 to 1")
      ->capture_default_str()
      ->check(CLI::PositiveNumber);
  command->add_option("--seed", synthesis.seed, "Seed of the noise that images begin with")->capture_default_str();
  addThreads(*command, options->threads);
  addDevice(*command, synthesis.device);
  addOverrides(*command, options->overrides);
  command->callback([options, &run] { run = [options] { return synthesize(*options); }; });
}

}  // namespace zipper::cli
