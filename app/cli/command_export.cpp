#include <iostream>

#include "app/cli/commands.h"
#include "core/formats/export_formats.h"
#include "core/zippering/session_export.h"
#include "core/zippering/session_file.h"

namespace zipper::cli {

namespace {

std::string knownFormats() {
  std::string list;
  for (const ExportFormat& format : exportFormats()) list += (list.empty() ? "" : ", ") + format.name;
  return list;
}

}  // namespace

void addExport(CLI::App& app, Run& run) {
  struct Options {
    std::string session, format = "safetensors", task = "all", out;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("export", "Write the merged network, or one task of it, for other programs");
  command->footer("Example:\n  zipper export merged.zipper --format safetensors --task all --out merged.safetensors");
  command->add_option("SESSION", options->session, "The session")->required();
  command->add_option("--format", options->format, knownFormats())->capture_default_str();
  command->add_option("--task", options->task, "a, b or all")->capture_default_str();
  command->add_option("--out", options->out, "The file to write")->required();
  command->callback([options, &run] {
    run = [options] {
      const Session session = loadSession(options->session);
      exportSession(session, options->format, options->task, options->out);
      std::cout << options->out << std::endl;
      return 0;
    };
  });
}

}  // namespace zipper::cli
