// SPDX-License-Identifier: GPL-3.0-or-later

#include <filesystem>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/merge_input.h"
#include "app/cli/task_options.h"
#include "core/exports/export_formats.h"
#include "core/network/task_names.h"
#include "core/recipe/source_files.h"
#include "core/session/session_file.h"
#include "core/support/files.h"
#include "core/support/lower_case.h"
#include "core/zippering/session_export.h"

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

/// The test images of the session's tasks where they still are; the check does without those that have gone.
std::vector<TaskData> testData(const Session& session) {
  std::vector<TaskData> data(session.recipe.sources.size());
  for (std::size_t t = 0; t < data.size(); ++t) {
    OpenOptions options;
    options.split = Split::Test;
    options.images = session.recipe.sources[t].images;
    try {
      if (!session.recipe.sources[t].data.empty()) data[t].test = openDataset(session.recipe.sources[t].data, options);
    } catch (const std::exception&) {
      data[t].test = nullptr;
    }
  }
  return data;
}

}  // namespace

void addExport(CLI::App& app, Run& run) {
  struct Options {
    std::string session, format, task = "all", out;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("export", "Write the merged network, or one task of it, for other programs");
  command->footer(
      "The file is read back and run on ten images; it is only kept if its outputs are those of the session.\n"
      "torchvision: one task of a MobileNet V2 or V3, for torchvision.models.mobilenet_v2, mobilenet_v3_large or\n"
      "mobilenet_v3_small and a strict load_state_dict().\n"
      "Example:\n  zipper export merged.zipper --format onnx --task all --out merged.onnx");
  command->add_option("SESSION", options->session, "The session")->required();
  command
      ->add_option("--format", options->format,
                   "If not given, what the end of --out's name says (.safetensors, .onnx; .pt may be four of them)")
      ->type_name("TEXT:{" + knownFormats(",") + "}");
  command->add_option("--task", options->task, "Letter of a task, a, b, c ..., or all")
      ->type_name("a|b|c|all")
      ->capture_default_str();
  command->add_option("--out", options->out, "The file to write")->required();
  command->callback([options, &run] {
    run = [options] {
      const std::string format = options->format.empty() ? formatOfName(options->out) : options->format;
      checkTarget(options->session, loadSessionOutline(options->session).recipe, options->out);
      const Session session = readSession(options->session);
      const std::string task =
          options->task == "all" ? options->task : taskName(taskNumber(options->task, session.taskCount(), " or all"));
      for (const Teacher& teacher : session.teachers)
        tellGuesses(teacher.source, "the exported file will hold them as if they were known");
      const ExportCheck check = exportSession(session, format, task, options->out, testData(session));
      printLine(options->out);
      tellLine(concat("Read back and run on ", check.images, " images per task: largest relative difference ",
                      check.largestDifference));
      for (const std::string& note : check.notes) tellLine("Note: " + note + ".");
      return 0;
    };
  });
}

}  // namespace zipper::cli
