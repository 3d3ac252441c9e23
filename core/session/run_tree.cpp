// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/session/run_tree.h"

#include <algorithm>
#include <set>

#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

std::vector<int> runNumbers(const Session& session) {
  std::vector<int> numbers;
  std::set<int> withChild;
  int next = 0;
  for (const auto& step : session.steps) {
    const bool first = withChild.insert(step->parent).second;
    numbers.push_back(first && step->parent >= 0 ? numbers[std::size_t(step->parent)] : next++);
  }
  return numbers;
}

std::vector<Run> runsOf(const Session& session) {
  const std::vector<int> numbers = runNumbers(session);
  std::vector<Run> runs;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto number = std::size_t(numbers[i]);
    if (number >= runs.size()) runs.resize(number + 1);
    runs[number] = {numbers[i], session.path(int(i))};
  }
  return runs;
}

int runOfNextStep(const Session& session) {
  const std::vector<int> numbers = runNumbers(session);
  const int next = numbers.empty() ? 0 : *std::max_element(numbers.begin(), numbers.end()) + 1;
  const bool isTip =
      session.current >= 0 && std::none_of(session.steps.begin(), session.steps.end(),
                                           [&](const auto& step) { return step->parent == session.current; });
  return isTip ? numbers[std::size_t(session.current)] : next;
}

int currentRun(const Session& session) {
  return session.current < 0 ? runOfNextStep(session) : runNumbers(session)[std::size_t(session.current)];
}

const RunNote& noteOf(const Session& session, int run) {
  static const RunNote none;
  const auto found = session.runNotes.find(run);
  return found == session.runNotes.end() ? none : found->second;
}

void checkRunNote(const RunNote& note) {
  if (note.name.size() > longestRunName)
    fail("the name of a run has ", note.name.size(), " bytes, at most ", longestRunName, " expected");
  if (note.notes.size() > longestRunNotes)
    fail("the notes of a run have ", note.notes.size(), " bytes, at most ", longestRunNotes, " expected");
  if (note.name.find_first_of("\r\n") != std::string::npos)
    fail("the name of a run has more than one line: ", inQuotes(note.name), "; its notes may have several");
}

void setRunNote(Session& session, int run, const RunNote& note) {
  const std::vector<int> numbers = runNumbers(session);
  const int next = numbers.empty() ? 0 : *std::max_element(numbers.begin(), numbers.end()) + 1;
  if (run < 0 || run > next) fail("there is no run ", run + 1, "; the session has ", next);
  const RunNote valid{validUtf8(note.name), validUtf8(note.notes)};
  checkRunNote(valid);
  if (valid.name.empty() && valid.notes.empty())
    session.runNotes.erase(run);
  else
    session.runNotes[run] = valid;
}

std::string titleOfRun(const Session& session, int run) {
  const std::string& name = noteOf(session, run).name;
  return name.empty() ? concat("run ", run + 1) : concat("run ", run + 1, " (", name, ")");
}

}  // namespace zipper
