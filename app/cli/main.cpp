// SPDX-License-Identifier: GPL-3.0-or-later

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <regex>
#include <sstream>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/exact_numbers.h"
#include "app/cli/standard_output.h"
#include "app/cli/wrong_usage.h"
#include "core/support/error.h"
#include "core/support/passive_waiting.h"
#include "core/support/process_start.h"
#include "core/support/version.h"

namespace {

/// CLI11 has an exit code per kind of mistake; the contract has one.
constexpr int exitWrongUsage = 2;

constexpr const char* exitStatus =
    "Exit status:\n"
    "  0    done\n"
    "  1    failed, as standard error says\n"
    "  2    wrong usage\n"
    "  130  interrupted; the steps that were done are in the session";

/// Keeps a term of the help apart from its text, also where it just fits its column.
class HelpFormatter : public CLI::Formatter {
 public:
  std::string make_option_opts(const CLI::Option* option) const override {
    return CLI::Formatter::make_option_opts(option) + ' ';
  }
};

/// Only the first two tasks have options with their letter: "; for task c: --task c --data" behind "--data-c".
std::string adviceOn(const CLI::App& command) {
  static const std::regex ofTask("--(?:(model|data|classes|override|name)-)?([a-z])(?:=.*)?");
  if (command.get_option_no_throw("--task") == nullptr) return {};
  std::smatch match;
  for (const std::string& argument : command.remaining()) {
    if (!std::regex_match(argument, match, ofTask)) continue;
    const std::string letter = match[2].str(), option = match[1].matched ? match[1].str() : "model";
    if (command.get_option_no_throw("--" + option) != nullptr)
      return "; for task " + letter + " give --task " + letter + " --" + option;
  }
  return {};
}

/// The library's words, but for a first argument that is no command.
std::string wrongUsage(const CLI::App& app, const CLI::ParseError& error, const std::string& first) {
  if (!app.get_subcommands().empty()) return error.what() + adviceOn(*app.get_subcommands().front());
  if (first.empty() || first[0] == '-') return error.what();
  std::string commands;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    if (!command->get_group().empty()) commands += (commands.empty() ? "" : ", ") + command->get_name();
  return "'" + first + "' is no command; there are " + commands;
}

int refuseUsage(const std::string& problem) {
  zipper::cli::tellLine("zipper: error: " + problem);
  zipper::cli::tellLine("Run with --help for more information.");
  return exitWrongUsage;
}

/// Help, the version, or what is wrong with the arguments: those may be names of strangers' files.
int leave(const CLI::App& app, const CLI::ParseError& error, const std::string& first) {
  std::ostringstream help, wrong;
  if (app.exit(error, help, wrong) == 0) {
    zipper::cli::printOwnText(help.str());
    return 0;
  }
  return refuseUsage(wrongUsage(app, error, first));
}

int run(int argc, char** argv) {
  CLI::App app("Merge trained MobileNets into one multitask network (\"zippering\").", "zipper");
  app.set_version_flag("--version", std::string("zipper ") + zipper::version);
  app.formatter(std::make_shared<HelpFormatter>());
  app.require_subcommand(1);
  app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  zipper::cli::Run run;
  zipper::cli::addSample(app, run);
  zipper::cli::addInspect(app, run);
  zipper::cli::addTrain(app, run);
  zipper::cli::addSynthesize(app, run);
  zipper::cli::addMerge(app, run);
  zipper::cli::addResume(app, run);
  zipper::cli::addEval(app, run);
  zipper::cli::addMergeability(app, run);
  zipper::cli::addCompare(app, run);
  zipper::cli::addTrunks(app, run);
  zipper::cli::addSizes(app, run);
  zipper::cli::addRecipe(app, run);
  zipper::cli::addSession(app, run);
  zipper::cli::addLesson(app, run);
  zipper::cli::addExport(app, run);
  zipper::cli::addBench(app, run);
  zipper::cli::addCompletion(app, run);
  app.footer(exitStatus);  // commands made after it would have it, too
  zipper::cli::takeExactNumbers(app);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return leave(app, error, argc > 1 ? argv[1] : "");
  }
  for (const char* command :
       {"train", "synthesize", "merge", "resume", "mergeability", "compare", "trunks", "sizes", "eval", "bench"})
    if (app.got_subcommand(command)) zipper::waitPassively(argv);
  return run();
}

int runAndTell(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const zipper::Cancelled&) {
    zipper::cli::tellLine("zipper: interrupted");
    return zipper::cli::exitInterrupted;
  } catch (const zipper::cli::WrongUsage& error) {
    return refuseUsage(error.what());
  } catch (...) {
    zipper::cli::tellLine("zipper: error: " + zipper::describeCurrentException());
    return 1;
  }
}

}  // namespace

int main(int argc, char** argv) {
  zipper::prepareProcess("zipper");
  zipper::cli::StandardOutput output;
  const int status = output.finish(runAndTell(argc, argv));
  // LibTorch takes apart what it registered at the end, a tenth of a second for nothing.
  std::fflush(nullptr);
  std::_Exit(status);
}
