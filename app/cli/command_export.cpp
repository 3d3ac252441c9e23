// SPDX-License-Identifier: GPL-3.0-or-later

#include <array>
#include <cstdio>
#include <filesystem>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/merge_input.h"
#include "app/cli/task_options.h"
#include "core/exports/export_formats.h"
#include "core/exports/export_snippet.h"
#include "core/network/task_names.h"
#include "core/recipe/source_files.h"
#include "core/session/session_file.h"
#include "core/support/files.h"
#include "core/support/lower_case.h"
#include "core/zippering/session_export.h"
#include "core/zippering/session_snippet.h"

namespace zipper::cli {

namespace {

std::string knownFormats(const char* separator = ", ") {
  std::string list;
  for (const ExportFormat& format : exportFormats()) list += (list.empty() ? "" : separator) + format.name;
  return list;
}

/// What the end of the name says, where it says one thing only: .pt may be a state dict of two kinds or TorchScript.
std::string formatOfName(const std::string& path) {
  const std::string extension = asciiLowerCase(std::filesystem::path(path).extension().string());
  std::string found;
  for (const ExportFormat& format : exportFormats())
    if (extension == "." + format.extension) found = found.empty() ? format.name : "?";
  if (found.empty() || found == "?")
    fail("--out: '", path, "' doesn't say which format is wanted; give --format, one of ", knownFormats());
  return found;
}

/// The session may hold hours of work, and the networks and data that it was made of are the user's: a file of that
/// name would take their place. Also tries whether it can be written.
void checkTarget(const std::string& session, const Recipe& recipe, const std::string& out) {
  std::vector<ProtectedFile> sources = sourceFiles(recipe);
  sources.push_back({"the session itself", session});
  refuseToReplace(out, sources);
  checkCanWrite(out);
}

DatasetPtr openedOrNull(const std::string& path, Split split, const ImageReading& images) {
  if (path.empty()) return nullptr;
  OpenOptions options;
  options.split = split;
  options.images = images;
  try {
    return openDataset(path, options);
  } catch (const std::exception&) {
    return nullptr;
  }
}

struct Options {
  std::string session, format, task = "all", out, images, snippet;
  std::string precision;
  GraphNames names;
};

/// The images of the session's tasks where they still are: test images, which the check does without where they have
/// gone, and for int8 training images.
std::vector<TaskData> dataOf(const Session& session, const Options& options, ExportPrecision precision) {
  std::vector<TaskData> data(session.recipe.sources.size());
  for (std::size_t t = 0; t < data.size(); ++t) {
    const TaskSource& source = session.recipe.sources[t];
    data[t].test = openedOrNull(source.data, Split::Test, source.images);
    if (precision != ExportPrecision::Int8) continue;
    if (options.images.empty()) {
      data[t].train = openedOrNull(source.data, Split::Train, source.images);
      if (!data[t].train)
        fail("--precision int8 needs images to find out how large the numbers in between become, and those of task ",
             taskName(int(t)), " aren't there; name a folder of such images with --images, or choose float16");
    } else {
      OpenOptions given;
      given.images = source.images;
      data[t].train = openDataset(options.images, given);
    }
  }
  return data;
}

/// The one that is asked for, otherwise the usual one of the format.
ExportPrecision precisionOf(const Options& options, const ExportFormat& format) {
  return options.precision.empty() ? format.precisions.front() : exportPrecisionFromString(options.precision);
}

std::string percentText(double share) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.2f %%", share * 100);
  return text.data();
}

void tellCheck(const ExportCheck& check, ExportPrecision precision) {
  for (const std::filesystem::path& file : check.files) printLine(file.string());
  tellLine(
      concat(check.bytes, check.files.size() == 1 ? " bytes" : concat(" bytes in ", check.files.size(), " files")));
  tellLine(concat("Read back and run on ", check.images, " images per task: largest relative difference ",
                  check.largestDifference));
  if (precision != ExportPrecision::Float32)
    tellLine(concat("By rounding to ", toString(precision), " the outputs change by ", check.roundingDifference,
                    " at most (relative)"));
  for (std::size_t i = 0; i < check.top1.size(); ++i) {
    const Top1& top1 = check.top1[i];
    const std::string task = check.top1.size() > 1 ? "Task " + taskName(int(i)) + ": top" : "Top";
    if (top1.images > 0)
      tellLine(concat(task, "-1 on ", top1.images, " test images: ", percentText(top1.network), " in float32, ",
                      percentText(top1.file), " in int8"));
  }
  for (const std::string& note : check.notes) tellLine("Note: " + note + ".");
}

/// A program that runs the file that was written, on standard output.
void printSnippet(const Options& options, const Session& session, const ExportRequest& request) {
  const ExportSnippet snippet =
      exportSnippet(exportTarget(options.snippet), {request.format, request.options.precision}, options.out,
                    snippetOfSession(session, request));
  for (const SnippetFile& file : snippet.files)
    tellLine(concat("It reads ", file.name, ", which has to lie beside it"));
  printLine(snippet.text);
}

void addGraphOptions(CLI::App& command, Options& options) {
  command
      .add_option("--precision", options.precision,
                  "What its numbers are; float16 halves the file, int8 quarters it and is measured on test images")
      ->type_name("TEXT:{float32,float16,int8}");
  command.add_flag("--softmax", options.names.softmax, "Outputs are probabilities (tflite, tfjs)");
  command.add_option("--inputs", options.names.inputs, "Names of the inputs, one a task, with commas (tflite, tfjs)")
      ->delimiter(',');
  command.add_option("--outputs", options.names.outputs, "Names of the outputs, the same way")->delimiter(',');
  command.add_option("--images", options.images,
                     "For int8: a data set in place of the tasks' training images, which it finds its ranges on");
  command
      .add_option("--snippet", options.snippet,
                  "Also print a program that runs the file: for phone, browser, python, cpp or program")
      ->type_name("TARGET");
}

}  // namespace

void addExport(CLI::App& app, Run& run) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("export", "Write the merged network, or one task of it, for other programs");
  command->footer(
      "The file is read back and run on ten images; it is only kept if its outputs are those of the session.\n"
      "tflite: for phones and boards; tfjs: model.json and its weights; web-page: one HTML file that runs by itself.\n"
      "torchvision: one task of a MobileNet V2 or V3, for torchvision.models.mobilenet_v2, mobilenet_v3_large or\n"
      "mobilenet_v3_small and a strict load_state_dict().\n"
      "Example:\n  zipper export merged.zipper --format onnx --task all --out merged.onnx");
  command->add_option("SESSION", options->session, "The session")->required();
  command
      ->add_option("--format", options->format,
                   "If not given, what the end of --out's name says (.safetensors, .onnx, .tflite; .pt may be four)")
      ->type_name("TEXT:{" + knownFormats(",") + "}");
  command->add_option("--task", options->task, "Letter of a task, a, b, c ..., or all")
      ->type_name("a|b|c|all")
      ->capture_default_str();
  command->add_option("--out", options->out, "The file to write")->required();
  addGraphOptions(*command, *options);
  command->callback([options, &run] {
    run = [options] {
      const std::string name = options->format.empty() ? formatOfName(options->out) : options->format;
      const ExportFormat& format = exportFormat(name);
      const ExportPrecision precision = precisionOf(*options, format);
      checkTarget(options->session, loadSessionOutline(options->session).recipe, options->out);
      const Session session = readSession(options->session);
      if (options->task != "all") options->task = taskName(taskNumber(options->task, session.taskCount(), " or all"));
      for (const Teacher& teacher : session.teachers)
        tellGuesses(teacher.source, "the exported file will hold them as if they were known");
      const ExportRequest request{name, options->task, {precision, options->names}};
      tellCheck(exportSession(session, request, options->out, dataOf(session, *options, precision)), precision);
      if (!options->snippet.empty()) printSnippet(*options, session, request);
      return 0;
    };
  });
}

}  // namespace zipper::cli
