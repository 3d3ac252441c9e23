// SPDX-License-Identifier: GPL-3.0-or-later

#include <filesystem>
#include <optional>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/interrupt.h"
#include "app/cli/merge_input.h"
#include "app/cli/task_options.h"
#include "app/cli/wrong_usage.h"
#include "core/analysis/export_preview.h"
#include "core/exports/export_formats.h"
#include "core/exports/export_snippet.h"
#include "core/network/task_names.h"
#include "core/recipe/source_files.h"
#include "core/session/session_file.h"
#include "core/support/files.h"
#include "core/support/lower_case.h"
#include "core/support/text_format.h"
#include "core/zippering/session_export.h"
#include "core/zippering/session_snippet.h"
#include "core/zippering/task_classes.h"

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
    refuse("--out: '", path, "' doesn't say which format is wanted; give --format, one of ", knownFormats());
  return found;
}

/// The session may hold hours of work, and the networks and data that it was made of are the user's: a file of that
/// name would take their place.
void checkTarget(const std::string& session, const Recipe& recipe, const std::string& out) {
  std::vector<ProtectedFile> sources = sourceFiles(recipe);
  sources.push_back({"the session itself", session});
  refuseToReplace(out, sources);
}

/// Before the work; the several files of TensorFlow.js get a folder where there is none yet.
void makePlaceFor(const std::filesystem::path& out, const ExportRequest& request) {
  if (request.format == "tfjs" && out.has_parent_path()) createFolder(out.parent_path());
  checkCanWrite(out);
}

/// Labels are looked at where there are any.
DatasetPtr openedOrNull(const std::string& path, Split split, const ImageReading& images) {
  if (path.empty()) return nullptr;
  OpenOptions options;
  options.split = split;
  options.images = images;
  options.labels = false;
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

/// Labels become those of the network's outputs; without test images where no class is one of these.
void settleLabels(const Session& session, int task, TaskData& data) {
  TaskSource source = session.recipe.sources[std::size_t(task)];
  const DatasetPtr train = data.train;
  if (!data.train) data.train = data.test;
  try {
    const TaskClasses classes = settleClasses(source, session.teachers[std::size_t(task)].spec, data);
    if (!classes.notice.empty()) printWarning(classes.notice);
    if (!classes.matching.scorable) data.test = nullptr;
  } catch (const Error& error) {
    printWarning(error.what());
    data.test = nullptr;
  }
  data.train = train;  // whatever its classes, for the ranges
}

/// The images of the session's tasks where they still are: test images, which the check does without where they have
/// gone, and for int8 training images.
std::vector<TaskData> dataOf(const Session& session, const Options& options, ExportPrecision precision) {
  std::vector<TaskData> data(session.recipe.sources.size());
  for (std::size_t t = 0; t < data.size(); ++t) {
    if (options.task != "all" && options.task != taskName(int(t))) continue;
    const TaskSource& source = session.recipe.sources[t];
    data[t].test = openedOrNull(source.data, Split::Test, source.images);
    if (precision != ExportPrecision::Int8) continue;
    data[t].train = openedOrNull(source.data, Split::Train, source.images);
    if (data[t].test) settleLabels(session, int(t), data[t]);
    if (!options.images.empty()) {
      OpenOptions given;
      given.images = source.images;
      given.labels = false;
      data[t].train = openDataset(options.images, given);
    }
    if (!data[t].train)
      fail("--precision int8 needs images to find out how large the numbers in between become, and those of task ",
           taskName(int(t)), " aren't there; name a folder of such images with --images, or choose float16");
  }
  return data;
}

/// The one that is asked for, otherwise the usual one of the format.
ExportPrecision precisionOf(const Options& options, const ExportFormat& format) {
  return options.precision.empty() ? format.precisions.front() : exportPrecisionFromString(options.precision);
}

/// `show`: where the names of the files go.
void tellCheck(const ExportCheck& check, ExportPrecision precision, void (*show)(const std::string& line)) {
  for (const std::filesystem::path& file : check.files) show(file.string());
  tellLine(
      concat(check.bytes, check.files.size() == 1 ? " bytes" : concat(" bytes in ", check.files.size(), " files")));
  tellLine(concat("Read back and run on ", counted(check.images, "image", "images"),
                  " per task: largest relative difference ", check.largestDifference));
  if (precision != ExportPrecision::Float32)
    tellLine(concat("By rounding to ", toString(precision), " the outputs change by ", check.roundingDifference,
                    " at most (relative)"));
  for (std::size_t i = 0; i < check.top1.size(); ++i) {
    const Top1& top1 = check.top1[i];
    const std::string task = check.top1.size() > 1 ? "Task " + taskName(int(i)) + ": top" : "Top";
    if (top1.images > 0)
      tellLine(concat(task, "-1 on ", counted(top1.images, "test image", "test images"), ": ",
                      plain(percentText(top1.network)), " in float32, ", plain(percentText(top1.file)), " in int8"));
  }
  for (std::size_t i = 0; i < check.agreement.size(); ++i)
    if (check.agreement[i].images > 0)
      tellLine(concat(check.agreement.size() > 1 ? "Task " + taskName(int(i)) + ": the" : "The",
                      " same class in int8 as in float32 on ", plain(percentText(check.agreement[i].same)), " of ",
                      counted(check.agreement[i].images, "image", "images")));
  for (const std::string& note : check.notes) tellLine("Note: " + note + ".");
}

/// A program that runs the file; WrongUsage where there is none for it.
ExportSnippet snippetOf(const Options& options, const Session& session, const ExportRequest& request) {
  try {
    return exportSnippet(exportTarget(options.snippet), {request.format, request.options.precision},
                         std::filesystem::path(options.out).filename().string(), snippetOfSession(session, request));
  } catch (const Error& error) {
    refuse("--snippet: ", error.what());
  }
}

void printSnippet(const ExportSnippet& snippet) {
  for (const SnippetFile& file : snippet.files)
    tellLine(concat("The program reads ", file.name, ", which has to lie beside it"));
  printOwnText(snippet.text);
}

/// WrongUsage for what the format can't do, before anything is read.
ExportRequest requestOf(const Options& options) {
  const std::string name = options.format.empty() ? formatOfName(options.out) : options.format;
  ExportRequest request;
  try {
    const ExportFormat& format = exportFormat(name);
    request = {name, options.task, {precisionOf(options, format), options.names}};
    checkOptions(format, request.options);
  } catch (const Error& error) {
    refuse(error.what());
  }
  if (!options.images.empty() && request.options.precision != ExportPrecision::Int8)
    refuse("--images: only --precision int8 finds ranges on images");
  return request;
}

/// Files beside the one that is asked for, which a new export would take the place of without having been named.
void refuseToReplaceOthers(const Options& options, const Session& session, const ExportRequest& request) {
  const std::filesystem::path out = options.out;
  refuseToReplaceIn(out.parent_path(), labelFilesOfExport(session, request, out), sourceFiles(session.recipe));
  if (std::filesystem::exists(out)) return;  // they are its own
  std::vector<std::string> names = labelFilesOfExport(session, request, out);
  if (request.format == "tfjs")
    for (const char* name : {"metadata.json", "group1-shard1of1.bin"})
      names.push_back(out.filename() == "model.json" ? name : out.stem().string() + "." + name);
  for (const std::string& name : names)
    if (std::filesystem::exists(out.parent_path() / name))
      fail((out.parent_path() / name).string(), ": is there already, and would be replaced by what belongs to ",
           out.filename().string(), "; choose another name or folder, or remove it");
}

int exportFrom(Options& options) {
  ExportRequest request = requestOf(options);
  checkTarget(options.session, loadSessionOutline(options.session).recipe, options.out);
  const Session session = readSession(options.session);
  if (options.task != "all")
    request.task = options.task = taskName(taskNumber(options.task, session.taskCount(), " or all"));
  try {
    snippetOfSession(session, request);  // its names
  } catch (const Error& error) {
    refuse(error.what());
  }
  std::optional<ExportSnippet> snippet;
  if (!options.snippet.empty()) snippet = snippetOf(options, session, request);
  refuseToReplaceOthers(options, session, request);
  makePlaceFor(options.out, request);
  for (const Teacher& teacher : session.teachers)
    tellGuesses(teacher.source, "the exported file will hold them as if they were known");
  const ExportPrecision precision = request.options.precision;
  ProgressLine line;
  Work work{stopOnInterrupt(), {}, printWarning};
  if (precision == ExportPrecision::Int8)
    work.progress = [&](int done, int total) {
      line.show(concat("measuring ", done, "/", total), double(done) / total);
    };
  const ExportCheck check = exportSession(session, request, options.out, dataOf(session, options, precision), work);
  line.clear();
  tellCheck(
      check, precision, snippet ? &tellLine : [](const std::string& text) { printLine(text); });
  if (snippet) printSnippet(*snippet);
  return 0;
}

/// At commas; between two of them there may be nothing, which is no name.
std::vector<std::string> splitNames(const std::string& text) {
  std::vector<std::string> names(1);
  for (const char c : text) {
    if (c == ',')
      names.emplace_back();
    else
      names.back() += c;
  }
  return names;
}

void addGraphOptions(CLI::App& command, Options& options) {
  command
      .add_option("--precision", options.precision,
                  "What its numbers are; float16 halves the file, int8 quarters it and is measured on test images")
      ->type_name("TEXT:{float32,float16,int8}");
  command.add_flag("--softmax", options.names.softmax, "Outputs are probabilities (tflite, tfjs)");
  command.add_option_function<std::string>(
      "--inputs", [&options](const std::string& text) { options.names.inputs = splitNames(text); },
      "Names of the inputs, one a task, with commas (tflite, tfjs)");
  command.add_option_function<std::string>(
      "--outputs", [&options](const std::string& text) { options.names.outputs = splitNames(text); },
      "Names of the outputs, the same way (tflite, tfjs); if not given, those of the tasks");
  command.add_option(
      "--images", options.images,
      "For int8: a folder of images, with or without classes, in place of the tasks' training images, which it "
      "finds its ranges on");
  command
      .add_option("--snippet", options.snippet,
                  "Print a program that runs the file: for phone (tflite), browser (web-page, tfjs, onnx), python (all "
                  "but web-page and tfjs), "
                  "cpp (onnx, torchscript, torchscript-frozen) or program (onnx, safetensors, pytorch)")
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
                   "If not given, what the end of --out's name says (.safetensors, .onnx, .tflite, .json, .html; .pt "
                   "may be four)")
      ->type_name("TEXT:{" + knownFormats(",") + "}");
  command->add_option("--task", options->task, "Letter of a task, a, b, c ..., or all")
      ->type_name("a|b|c|all")
      ->capture_default_str();
  command->add_option("--out", options->out, "The file to write; the folder of tfjs is created if needed")->required();
  addGraphOptions(*command, *options);
  command->callback([options, &run] { run = [options] { return exportFrom(*options); }; });
}

}  // namespace zipper::cli
