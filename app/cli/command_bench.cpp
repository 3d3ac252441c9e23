// SPDX-License-Identifier: GPL-3.0-or-later

#include <cmath>
#include <sstream>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/interrupt.h"
#include "app/cli/threads_option.h"
#include "core/bench/bench.h"
#include "core/support/compute_threads.h"
#include "core/support/error.h"
#include "core/support/text_format.h"

namespace zipper::cli {

namespace {

struct BenchCommand : BenchOptions {
  std::string name = toString(Architecture::MobileNetV1);
  int threads = 0;
  bool json = false;
};

double imagesPerSecond(const Measurement& measurement) { return 1e3 * measurement.images / measurement.time.median; }

/// To a tenth of a microsecond.
double rounded(double milliseconds) { return std::round(1e4 * milliseconds) / 1e4; }

/// The number at a path of keys, below another object if `below` is one: "minimum/".
void put(Json& json, const std::string& below, const std::string& key, double value) {
  Json* place = &json;
  std::istringstream path(below + key);
  for (std::string part; std::getline(path, part, '/');) place = &(*place)[part];
  *place = rounded(value);
}

/// "inference_ms/separate" -> "inference/separate"
std::string withoutUnit(std::string key) {
  const auto unit = key.find("_ms");
  return unit == std::string::npos ? key : key.erase(unit, 3);
}

void printAsJson(const BenchCommand& command, const BenchResult& result) {
  Json json;
  for (const Measurement& measurement : result.measurements) put(json, "", measurement.key, measurement.time.median);
  for (const Measurement& measurement : result.measurements) {
    put(json, "minimum/", measurement.key, measurement.time.minimum);
    if (measurement.images > 0)
      put(json, "images_per_second/", withoutUnit(measurement.key), imagesPerSecond(measurement));
    if (measurement.bytes > 0) json["session_bytes"] = measurement.bytes;
  }
  json["repetitions"] = command.repetitions;
  json["architecture"] = command.name;
  json["width"] = command.width;
  json["input_size"] = command.inputSize;
  json["stem_stride"] = command.stemStride;
  json["batch"] = command.batch;
  json["threads"] = result.threads;
  json["torch"] = result.torch;
  printJson(json, 2);
}

void printTable(const BenchCommand& command, const BenchResult& result) {
  printLine(textOf("%s, width %g, %dx%d, stem stride %d, batches of %d, %d %s, LibTorch %s; of %d repetitions:",
                   titleOf(command.architecture).c_str(), command.width, command.inputSize, command.inputSize,
                   command.stemStride, command.batch, result.threads, result.threads == 1 ? "thread" : "threads",
                   result.torch.c_str(), command.repetitions));
  printLine();
  printLine(textOf("%-70s  %10s  %10s  %10s", "", "median, ms", "least, ms", "images/s"));
  for (const Measurement& measurement : result.measurements) {
    std::string last;
    if (measurement.images > 0) last = withThousands(std::llround(imagesPerSecond(measurement)));
    if (measurement.bytes > 0) last = "(" + plain(bytesText(measurement.bytes)) + ")";
    printLine(textOf("%-70s  %10.3f  %10.3f  %10s", measurement.title.c_str(), measurement.time.median,
                     measurement.time.minimum, last.c_str()));
  }
}

int bench(const BenchCommand& command) {
  Work work{stopOnInterrupt()};
  setComputeThreads(command.threads);
  ProgressLine line;
  work.progress = [&](int done, int total) { line.show(concat("measuring ", done, "/", total), double(done) / total); };
  const BenchResult result = runBench(command, work);
  line.clear();
  command.json ? printAsJson(command, result) : printTable(command, result);
  return 0;
}

}  // namespace

void addBench(CLI::App& app, Run& run) {
  auto options = std::make_shared<BenchCommand>();
  CLI::App* command = app.add_subcommand("bench", "Measure how fast this machine calibrates, initializes and infers");
  command->footer(
      "Networks and images are random, two tasks of 10 classes. Everything that is measured takes turns. Times are "
      "for\n"
      "both tasks together; inference_ms is for one image of each task, inference_batch_ms for --batch images of "
      "each.\n"
      "Best on a machine that does nothing else.\n"
      "Example:\n  zipper bench --width 0.25 --input-size 32 --batch 64\n"
      "  zipper bench --only calibration,inference --threads 1 --json");
  command
      ->add_option("--architecture", options->name,
                   "mobilenet_v1, mobilenet_v2, mobilenet_v3_large or mobilenet_v3_small")
      ->check(CLI::IsMember({toString(Architecture::MobileNetV1), toString(Architecture::MobileNetV2),
                             toString(Architecture::MobileNetV3Large), toString(Architecture::MobileNetV3Small)}))
      ->capture_default_str();
  command->add_option("--width", options->width, "Width multiplier, 0.125 to 2.0")->capture_default_str();
  command->add_option("--input-size", options->inputSize, "Height and width of the images, 32 to 4096")
      ->capture_default_str();
  command->add_option("--stem-stride", options->stemStride, "1 or 2")
      ->check(CLI::IsMember({1, 2}))
      ->capture_default_str();
  command->add_option("--batch", options->batch, "Images of each task in a step")
      ->check(CLI::Range(2, 4096))
      ->capture_default_str();
  command
      ->add_option("--repetitions", options->repetitions,
                   "Times that each thing is measured, after two that don't count")
      ->check(CLI::Range(1, 1000000))
      ->capture_default_str();
  command->add_option("--only", options->only, "What to measure, separated by commas; everything if not given")
      ->delimiter(',')
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->check(CLI::IsMember(benchNames()));
  command->add_option("--onnx-folder", options->onnxFolder, "Leave the ONNX files that are measured in this folder");
  addThreads(*command, options->threads);
  command->add_flag("--json", options->json, "Print JSON: medians, least times, images per second");
  command->callback([options, &run] {
    options->architecture = architectureFromString(options->name);
    run = [options] { return bench(*options); };
  });
}

}  // namespace zipper::cli
