// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <cmath>
#include <optional>
#include <sstream>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/device_option.h"
#include "app/cli/interrupt.h"
#include "app/cli/merge_options.h"
#include "app/cli/threads_option.h"
#include "app/cli/wrong_usage.h"
#include "core/bench/bench.h"
#include "core/bench/bench_merge.h"
#include "core/support/compute_threads.h"
#include "core/support/error.h"
#include "core/support/temporary_folder.h"
#include "core/support/text_format.h"
#include "resources/samples/sample_files.h"

namespace zipper::cli {

namespace {

struct BenchCommand : BenchOptions {
  std::string name = toString(Architecture::MobileNetV1);
  int threads = 0;
  bool json = false;
};

double imagesPerSecond(const Measurement& measurement) { return 1e3 * measurement.images / measurement.time.median; }

/// Milliseconds to a tenth of a microsecond, seconds to a tenth of a millisecond.
double rounded(double time) { return std::round(1e4 * time) / 1e4; }

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

void putMerges(Json& json, const BenchCommand& command, const std::vector<MergeMeasurement>& merges) {
  for (const MergeMeasurement& merge : merges) {
    for (const MergePartTime& time : merge.parts) {
      put(json, "merge_s/" + merge.key + "/", time.part, time.median);
      put(json, "minimum/merge_s/" + merge.key + "/", time.part, time.minimum);
    }
  }
  if (merges.empty()) return;
  json["merge_repetitions"] = command.merge.repetitions;
  json["merge_layers"] = command.merge.layers;
  if (command.merge.iterations) json["merge_steps"] = *command.merge.iterations;
  if (command.merge.fineTuning) json["merge_finetune_steps"] = *command.merge.fineTuning;
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
  putMerges(json, command, result.merges);
  json["repetitions"] = command.repetitions;
  json["architecture"] = command.name;
  json["width"] = command.width;
  json["input_size"] = command.inputSize;
  json["stem_stride"] = command.stemStride;
  json["batch"] = command.batch;
  json["threads"] = result.threads;
  json["device"] = toString(command.device);
  json["torch"] = result.torch;
  printJson(json, 2);
}

void printMerge(const MergeMeasurement& merge, int repetitions) {
  const double whole = merge.parts.back().median;
  printLine();
  printLine(textOf("%-70s  %10s  %10s  %10s",
                   concat(merge.title, ", of ", repetitions, repetitions == 1 ? " merge" : " merges").c_str(),
                   "median, s", "least, s", "share"));
  for (const MergePartTime& time : merge.parts)
    printLine(textOf("  %-68s  %10.3f  %10.3f  %8.1f %%", time.part.c_str(), time.median, time.minimum,
                     100 * time.median / whole));
}

void printMeasurements(const BenchCommand& command, const BenchResult& result) {
  printLine();
  printLine(textOf("of %d repetitions:", command.repetitions));
  printLine(textOf("%-70s  %10s  %10s  %10s", "", "median, ms", "least, ms", "images/s"));
  for (const Measurement& measurement : result.measurements) {
    std::string last;
    if (measurement.images > 0) last = withThousands(std::llround(imagesPerSecond(measurement)));
    if (measurement.bytes > 0) last = "(" + plain(bytesText(measurement.bytes)) + ")";
    printLine(textOf("%-70s  %10.3f  %10.3f  %10s", measurement.title.c_str(), measurement.time.median,
                     measurement.time.minimum, last.c_str()));
  }
}

void printTable(const BenchCommand& command, const BenchResult& result) {
  printLine(textOf("%s, width %g, %dx%d, stem stride %d, batches of %d, %d %s, device %s, LibTorch %s",
                   titleOf(command.architecture).c_str(), command.width, command.inputSize, command.inputSize,
                   command.stemStride, command.batch, result.threads, result.threads == 1 ? "thread" : "threads",
                   toString(command.device).c_str(), result.torch.c_str()));
  for (const MergeMeasurement& merge : result.merges) printMerge(merge, command.merge.repetitions);
  if (!result.measurements.empty()) printMeasurements(command, result);
}

bool measuresMerges(const BenchCommand& command) {
  return std::find(command.only.begin(), command.only.end(), "merge") != command.only.end();
}

int bench(BenchCommand command) {
  Work work{stopOnInterrupt()};
  std::optional<TemporaryFolder> sample;
  if (measuresMerges(command)) {
    writeSamples(sample.emplace().path());
    command.merge.sample = sample->path();
  }
  setComputeThreads(command.threads);
  ProgressLine line;
  work.progress = [&](int done, int total) { line.show(concat("measuring ", done, "/", total), double(done) / total); };
  const BenchResult result = runBench(command, work);
  line.clear();
  command.json ? printAsJson(command, result) : printTable(command, result);
  return 0;
}

/// Whole merges are long: they aren't repeated because short things are.
void addMergeOptions(CLI::App& command, MergeBench& options) {
  command.add_option("--merges", options.merges, "Of --only merge: which, separated by commas; all if not given")
      ->delimiter(',')
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->check(CLI::IsMember(mergeNames()));
  command.add_option("--layers", options.layers, "Of --only merge: e.g. 1-13, 1-6 or 7,9,13")->capture_default_str();
  command
      .add_option("--steps", options.iterations,
                  "Of --only merge: iterations after each layer; the preset's if not given")
      ->check(CLI::Range(0, 1000000));
  command
      .add_option("--finetune-steps", options.fineTuning,
                  "Of --only merge: iterations of fine-tuning; the preset's if not given")
      ->check(CLI::Range(0, 1000000));
}

/// What was said about merges must be meant.
void settleMerges(const CLI::App& command, BenchCommand& options) {
  for (const char* name : {"--merges", "--layers", "--steps", "--finetune-steps"})
    if (command.count(name) > 0 && !measuresMerges(options)) refuse(name, ": is about merges; add --only merge");
  try {
    parseMerges(options.merge.layers);
  } catch (const Error& error) {
    refuse("--layers: ", withoutField(error.what()));
  }
  if (command.count("--repetitions") > 0) options.merge.repetitions = options.repetitions;
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
      "Whole merges take minutes, those of random networks of the default size much longer: they are measured only "
      "if\n"
      "named, once unless --repetitions is given. sample is the embedded pair; random is of the size and batch that "
      "the\n"
      "options say, with 2048 training and 512 test images; fast is the preset; untrained is without its training.\n"
      "Example:\n  zipper bench --width 0.25 --input-size 32 --batch 64\n"
      "  zipper bench --only calibration,inference --threads 1 --json\n"
      "  zipper bench --only merge --merges sample/fast,sample/untrained --threads 2");
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
                   "Times that each thing is measured, after two that don't count; merges once and without those if "
                   "not given")
      ->check(CLI::Range(1, 1000000))
      ->capture_default_str();
  command
      ->add_option("--only", options->only, "What to measure, separated by commas; everything but merge if not given")
      ->delimiter(',')
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->check(CLI::IsMember(benchNames()));
  addMergeOptions(*command, options->merge);
  command->add_option("--onnx-folder", options->onnxFolder, "Leave the ONNX files that are measured in this folder");
  addThreads(*command, options->threads);
  addDevice(*command, options->device);
  command->add_flag("--json", options->json, "Print JSON: medians, least times, images per second");
  command->callback([options, command, &run] {
    options->architecture = architectureFromString(options->name);
    run = [options, command] {
      settleMerges(*command, *options);
      return bench(*options);
    };
  });
}

}  // namespace zipper::cli
