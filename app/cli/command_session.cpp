// SPDX-License-Identifier: GPL-3.0-or-later

#include <optional>
#include <vector>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/merge_input.h"
#include "app/cli/session_saver.h"
#include "app/cli/wrong_usage.h"
#include "core/analysis/runs.h"
#include "core/recipe/source_files.h"
#include "core/report/comparison_figures.h"
#include "core/report/comparison_report.h"
#include "core/report/timestamp.h"
#include "core/session/comparison_list.h"
#include "core/session/run_tree.h"
#include "core/session/session_file.h"
#include "core/support/files.h"
#include "core/support/printable.h"
#include "core/support/text_format.h"

namespace zipper::cli {

namespace {

struct SessionOptions {
  std::string session, report;
  std::optional<int> run, comparison;
  std::optional<std::string> name, notes;
  bool remove = false, json = false;
};

/// "mean", "mean (layers 1-6), least-squares (layers 7-13)", "-"
std::string strategyOf(const Session& session, const zipper::Run& run) {
  std::vector<StepPlan> plans;
  for (const int step : run.steps) plans.push_back(session.steps[std::size_t(step)]->plan);
  const std::vector<StrategyPart> parts = strategyParts(plans);
  if (parts.size() == 1) return toString(parts.front().initialization);
  std::string text;
  for (const StrategyPart& part : parts)
    text +=
        concat(text.empty() ? "" : ", ", toString(part.initialization), " (layers ", layersToString(part.layers), ")");
  return text.empty() ? "-" : text;
}

const StepResult& lastOf(const Session& session, const zipper::Run& run) {
  return *session.steps[std::size_t(run.steps.back())];
}

void printNotes(const std::string& notes) {
  std::string line;
  for (const char c : notes + "\n") {
    if (c != '\n') {
      line += c;
      continue;
    }
    if (!line.empty()) printLine("         " + line);
    line.clear();
  }
}

void printRun(const Session& session, const zipper::Run& run) {
  const StepResult& last = lastOf(session, run);
  const RunNote& note = noteOf(session, run.number);
  const bool current = session.current >= 0 && currentRun(session) == run.number;
  const std::string top1 = knownCalibrated(last).empty()
                               ? "not scored"
                               : concat("mean top-1 ", areOfSample(knownCalibrated(last)) ? "about " : "",
                                        plain(percentText(meanTop1(knownCalibrated(last)))));
  const std::string layers = last.mergedLayers.empty() ? "-" : layersToString(last.mergedLayers);
  printLine(concat(current ? "  * " : "    ", "run ", run.number + 1, note.name.empty() ? "" : ": ",
                   wholePrintable(note.name), ": ", strategyOf(session, run), ", layers ", layers, ", ",
                   counted(std::int64_t(run.steps.size()), "step", "steps"), ", ", top1));
  printNotes(note.notes);
}

std::string strategiesText(const Comparison& comparison) {
  std::string text;
  for (const Strategy& strategy : comparison.strategies) text += (text.empty() ? "" : ", ") + strategy.name;
  return wholePrintable(text);
}

void printComparison(const KeptComparison& kept, std::size_t number) {
  const Comparison& comparison = kept.comparison;
  printLine(concat("    comparison ", number, kept.name.empty() ? "" : ": ", wholePrintable(kept.name), ", ",
                   timestampOf(kept.written), ": ", strategiesText(comparison), "; ",
                   counted(std::int64_t(comparison.seeds.size()), "seed", "seeds"), ", ",
                   counted(std::int64_t(comparison.runs.size()), "run", "runs")));
  for (const StrategyFigures& figures : strategyFigures(comparison))
    printLine(concat(
        "         ", wholePrintable(figures.strategy.name), ": mean top-1 ", plain(percentText(figures.meanTop1.mean)),
        figures.meanTop1.count > 1 ? textOf(" +- %.2f", 100 * figures.meanTop1.deviation) : std::string()));
}

void printSession(const SessionOptions& options, const Session& session) {
  printLine(options.session);
  const std::vector<zipper::Run> runs = runsOf(session);
  printLine(runs.empty() ? "  no runs yet" : "  runs (*: the session stands there)");
  for (const zipper::Run& run : runs) printRun(session, run);
  if (runs.empty() && !session.runNotes.empty())
    printLine(concat("    the first will be called ", wholePrintable(noteOf(session, 0).name)));
  if (!session.comparisons.empty()) printLine("  comparisons");
  for (std::size_t i = 0; i < session.comparisons.size(); ++i) printComparison(*session.comparisons[i], i + 1);
}

Json runJson(const Session& session, const zipper::Run& run) {
  const StepResult& last = lastOf(session, run);
  const RunNote& note = noteOf(session, run.number);
  Json json{{"run", run.number + 1},
            {"name", note.name},
            {"notes", note.notes},
            {"current", session.current >= 0 && currentRun(session) == run.number},
            {"strategy", strategyOf(session, run)},
            {"layers", last.mergedLayers},
            {"steps", run.steps.size()}};
  if (!last.calibrated.empty()) json["mean_top1"] = meanTop1(last.calibrated);
  return json;
}

void printSessionJson(const SessionOptions& options, const Session& session) {
  Json json{{"session", options.session}, {"runs", Json::array()}, {"comparisons", Json::array()}};
  for (const zipper::Run& run : runsOf(session)) json["runs"].push_back(runJson(session, run));
  for (const auto& kept : session.comparisons) {
    Json entry{{"comparison", json["comparisons"].size() + 1}, {"name", kept->name},
               {"written", timestampOf(kept->written)},        {"seeds", kept->comparison.seeds},
               {"runs", kept->comparison.runs.size()},         {"strategies", Json::array()}};
    for (const StrategyFigures& figures : strategyFigures(kept->comparison))
      entry["strategies"].push_back({{"name", figures.strategy.name}, {"mean_top1", figures.meanTop1.mean}});
    json["comparisons"].push_back(std::move(entry));
  }
  printJson(json, 2);
}

/// The place of the comparison that was asked for.
std::size_t chosenComparison(const SessionOptions& options, const Session& session) {
  const int number = *options.comparison;
  if (number < 1 || number > int(session.comparisons.size()))
    refuse("--comparison: ", number, " found, but the session holds ",
           counted(std::int64_t(session.comparisons.size()), "comparison", "comparisons"));
  return std::size_t(number) - 1;
}

void editRun(const SessionOptions& options, Session& session) {
  const int runs = int(runsOf(session).size());
  if (*options.run < 1 || *options.run > runs)
    refuse("--run: ", *options.run, " found, but the session has ", counted(runs, "run", "runs"));
  RunNote note = noteOf(session, *options.run - 1);
  note.name = options.name.value_or(note.name);
  note.notes = options.notes.value_or(note.notes);
  setRunNote(session, *options.run - 1, note);
}

void editComparison(const SessionOptions& options, Session& session) {
  const std::size_t place = chosenComparison(options, session);
  if (options.remove) {
    session.comparisons.erase(session.comparisons.begin() + std::ptrdiff_t(place));
    return;
  }
  renameComparison(session, place, *options.name);
}

int editSession(const SessionOptions& options) {
  if (!isSessionFile(options.session)) loadSessionOutline(options.session);  // says what it is
  SessionSaver saver(options.session, "take a copy of it");
  Session session = readSession(options.session);
  saver.remember();
  options.run ? editRun(options, session) : editComparison(options, session);
  saver.save(session);
  saver.checkPlace();
  return 0;
}

int writeComparisonReport(const SessionOptions& options) {
  const Session session = readSession(options.session);
  const std::size_t place = chosenComparison(options, session);
  std::vector<ProtectedFile> sources = sourceFiles(session.recipe);
  sources.push_back({"the session itself", options.session});
  refuseToReplaceIn(options.report, comparisonFileNames(), sources);
  createFolderToWrite(options.report);
  writeComparison(options.report, session.comparisons[place]->comparison);
  printLine("report:  " + options.report + "/compare.html");
  return 0;
}

int session(const SessionOptions& options) {
  if (options.run && options.comparison) refuse("--run and --comparison: one of them at a time");
  const bool edits = options.name || options.notes || options.remove;
  if (!options.report.empty() && (!options.comparison || edits))
    refuse("--report: takes the --comparison that it is to be of, and nothing else");
  if (edits && !options.run && !options.comparison)
    refuse("--name, --notes and --remove: of what? Give --run or --comparison and its number");
  if (options.run && (options.remove || !edits)) refuse("--run: takes --name or --notes; runs themselves stay");
  if (options.comparison && options.notes) refuse("--notes: only a run has notes");
  if (options.comparison && options.remove && options.name) refuse("--remove and --name: one of them at a time");
  if (!options.report.empty()) return writeComparisonReport(options);
  if (options.comparison && !edits) refuse("--comparison: takes --name, --remove or --report");
  if (edits) return editSession(options);
  const Session outline = loadSessionOutline(options.session);
  options.json ? printSessionJson(options, outline) : printSession(options, outline);
  return 0;
}

}  // namespace

void addSession(CLI::App& app, Run& run) {
  auto options = std::make_shared<SessionOptions>();
  CLI::App* command =
      app.add_subcommand("session", "List the runs and comparisons of a session, and name, note or remove them");
  command->footer(
      "Example:\n  zipper session merged.zipper\n"
      "  zipper session merged.zipper --run 2 --name \"small batches\" --notes \"Worse on shirts.\"\n"
      "  zipper session merged.zipper --comparison 1 --report comparison");
  command->add_option("SESSION", options->session, "The session file")->required();
  command->add_option("--run", options->run, "Number of a run, from 1, that gets a name or notes");
  command->add_option("--comparison", options->comparison,
                      "Number of a comparison, from 1, that gets a name, is removed, or is written as a report");
  command->add_option("--name", options->name, "What it is called from now on; an empty text takes the name away");
  command->add_option("--notes", options->notes, "What is to be remembered of the run, in any number of lines");
  command->add_flag("--remove", options->remove, "Remove the comparison from the session");
  command->add_option("--report", options->report, "Write the comparison's page, tables and figures into this folder");
  command->add_flag("--json", options->json, "Print JSON");
  command->callback([options, &run] { run = [options] { return session(*options); }; });
}

}  // namespace zipper::cli
