// SPDX-License-Identifier: GPL-3.0-or-later

#include <CLI/CLI.hpp>
#include <iostream>

#include "app/cli/commands.h"
#include "app/cli/exact_numbers.h"
#include "app/cli/standard_output.h"
#include "core/support/error.h"
#include "core/support/passive_waiting.h"
#include "core/support/process_start.h"
#include "core/support/version.h"

namespace {

/// CLI11 has an exit code per kind of mistake; the contract has one.
constexpr int exitWrongUsage = 2;

int run(int argc, char** argv) {
  CLI::App app("Merge two trained MobileNets into one multitask network (\"zippering\").", "zipper");
  app.set_version_flag("--version", std::string("zipper ") + zipper::version);
  app.require_subcommand(1);
  app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  zipper::cli::Run run;
  zipper::cli::addSample(app, run);
  zipper::cli::addInspect(app, run);
  zipper::cli::addTrain(app, run);
  zipper::cli::addMerge(app, run);
  zipper::cli::addResume(app, run);
  zipper::cli::addEval(app, run);
  zipper::cli::addMergeability(app, run);
  zipper::cli::addCompare(app, run);
  zipper::cli::addTrunks(app, run);
  zipper::cli::addExport(app, run);
  zipper::cli::addBench(app, run);
  zipper::cli::takeExactNumbers(app);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : exitWrongUsage;
  }
  for (const char* command : {"train", "merge", "resume", "mergeability", "compare", "trunks", "eval", "bench"})
    if (app.got_subcommand(command)) zipper::waitPassively(argv);
  return run();
}

int runAndTell(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const zipper::Cancelled&) {
    std::cerr << "zipper: interrupted" << std::endl;
    return zipper::cli::exitInterrupted;
  } catch (...) {
    std::cerr << "zipper: error: " << zipper::describeCurrentException() << std::endl;
    return 1;
  }
}

}  // namespace

int main(int argc, char** argv) {
  zipper::prepareProcess("zipper");
  zipper::cli::StandardOutput output;
  return output.finish(runAndTell(argc, argv));
}
