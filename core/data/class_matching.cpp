// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/class_matching.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>

#include "core/data/class_file.h"
#include "core/data/class_names.h"
#include "core/data/class_outputs.h"
#include "core/data/name_keys.h"
#include "core/support/error.h"
#include "core/support/printable.h"
#include "core/support/shell_word.h"

namespace zipper {

namespace {

constexpr const char* advice =
    "say which class is which output: --classes FILE on the command line, \"Match classes...\" in the workbench";

constexpr const char* withoutLabels =
    "or merge without labels: --no-labels, then zipper eval SESSION --task a --data FOLDER --agreement";

using Names = std::vector<std::string>;

/// Each name as a number; nothing if one isn't, or two are the same.
std::optional<std::vector<int>> asNumbers(const Names& names) {
  std::vector<int> numbers;
  for (const std::string& name : names) {
    int number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (error != std::errc() || end != name.data() + name.size() || number < 0) return std::nullopt;
    numbers.push_back(number);
  }
  const bool different = std::set<int>(numbers.begin(), numbers.end()).size() == numbers.size();
  return different && !numbers.empty() ? std::optional(numbers) : std::nullopt;
}

Names asTexts(const std::vector<int>& numbers) {
  Names texts;
  for (const int number : numbers) texts.push_back(std::to_string(number));
  return texts;
}

/// Positions, from 0, that numbers stand for.
struct Positions {
  std::vector<int> values;
  std::string doubt;  ///< why the numbers may count from another first one; empty if they can't
};

/// What numbers from 0 or from 1 stand for, among so many; nothing if they stand for none.
std::optional<Positions> positions(const std::vector<int>& numbers, int count) {
  const auto [least, most] = std::minmax_element(numbers.begin(), numbers.end());
  const bool fromOne = *least >= 1 && *most == count;
  if (!fromOne && *most >= count) return std::nullopt;
  Positions found{numbers, ""};
  if (fromOne)
    for (int& number : found.values) --number;
  if (*least >= 1 && int(numbers.size()) != count)
    found.doubt = concat("the classes of the data set are numbers from ", *least, " to ", *most, ", the network has ",
                         count, " outputs: the numbers are taken to count from ", fromOne ? 1 : 0,
                         ". If that is wrong, all figures are wrong: ", advice);
  if (*least == 0 && int(numbers.size()) < count && *most == int(numbers.size()) - 1)
    found.doubt =
        concat("the classes of the data set are numbers from 0 to ", *most, ", the network has ", count,
               " outputs: they are taken for its first ones. If that is wrong, all figures are wrong: ", advice);
  return found;
}

ClassMatching byNumbers(const MobileNetSpec& spec, const Positions& positions) {
  ClassMatching matching;
  matching.basis = ClassBasis::Numbers;
  matching.doubt = positions.doubt;
  for (const int position : positions.values) matching.outputs.push_back(position + spec.classOffset);
  return matching;
}

std::string bothLists(const Names& outputs, const Names& classes) {
  return concat("the data set has ", shortList(classes), "; the network has ", shortList(outputs));
}

/// Numbers on exactly one side; on both they are names like others.
std::optional<ClassMatching> matchNumbers(const MobileNetSpec& spec, const Names& outputs, const Names& classes) {
  const auto ofData = asNumbers(classes), ofNetwork = asNumbers(outputs);
  const int count = spec.classes - spec.classOffset;
  if (ofData && !ofNetwork) {
    const auto found = positions(*ofData, count);
    return found ? std::optional(byNumbers(spec, *found)) : std::nullopt;
  }
  if (!ofNetwork || ofData || int(classes.size()) != count) return std::nullopt;
  const auto found = positions(*ofNetwork, int(classes.size()));
  if (!found) return std::nullopt;
  std::vector<int> outputOf(classes.size(), 0);  // output i is class found[i]
  for (std::size_t i = 0; i < found->values.size(); ++i) outputOf[std::size_t(found->values[i])] = int(i);
  ClassMatching matching = byNumbers(spec, {outputOf, ""});
  matching.doubt =
      concat("only the data set has names for the classes: ", bothLists(outputs, classes),
             "; the network's numbers are taken for positions in the data set's order. If that is wrong, ", advice);
  return matching;
}

/// Where a list contradicts the names that the network brought; empty if it doesn't.
std::string contradiction(const Names& own, const Names& listed) {
  const std::vector<int> places = matchNames(listed, own);
  Names moved;
  for (std::size_t i = 0; i < listed.size(); ++i)
    if (places[i] >= 0 && places[i] != int(i)) moved.push_back(listed[i]);
  if (moved.empty()) return {};
  return concat("in the list, ", moved.size(), moved.size() == 1 ? " name stands" : " names stand",
                " for another output than in the network itself: ", shortList(moved), "; the list is followed");
}

/// Either may be empty.
std::string both(const std::string& doubt, const std::string& other) {
  return concat(doubt, doubt.empty() || other.empty() ? "" : "; ", other);
}

Names outputsWithoutClass(const ClassMatching& matching, const MobileNetSpec& spec) {
  const std::set<int> taken(matching.outputs.begin(), matching.outputs.end());
  Names left;
  for (int i = spec.classOffset; i < int(spec.classNames.size()); ++i)
    if (taken.count(i) == 0) left.push_back(spec.classNames[std::size_t(i)]);
  return left;
}

/// None of the names is known to the network.
ClassMatching matchStrangers(const MobileNetSpec& spec, const Names& outputs, const Names& classes) {
  ClassMatching matching;
  const std::string differ = concat("the class names differ: ", bothLists(outputs, classes));
  if (int(classes.size()) == spec.classes - spec.classOffset) {
    matching = matchByPosition(spec, classes);
    matching.doubt = concat(differ,
                            "; they are taken in this order, the first class for the first output. Unless that "
                            "is right, all figures are wrong: ",
                            advice);
  } else {
    matching.basis = ClassBasis::Names;
    matching.outputs.assign(classes.size(), noOutput);
    matching.problem = concat(differ, "; ", advice, "; ", withoutLabels);
    matching.scorable = false;
  }
  return matching;
}

/// The network has no names, the classes do.
ClassMatching matchNameless(const MobileNetSpec& spec, const Names& classes) {
  ClassMatching matching = matchByPosition(spec, classes);
  // Fewer classes than outputs are doubted anyway, see doubtAboutClasses().
  if (matching.scorable && int(classes.size()) == spec.classes - spec.classOffset)
    matching.doubt = concat("the network has no class names: the classes of the data set, ", shortList(classes),
                            ", are taken for its outputs in this order. If it was trained in another order, all "
                            "figures are wrong: ",
                            advice);
  return matching;
}

/// Outputs that several classes are mapped to; empty if there are none.
std::string sharedOutputs(const MobileNetSpec& spec, const Names& classes, const std::vector<int>& outputs) {
  std::map<int, Names> classesOf;
  for (std::size_t c = 0; c < outputs.size(); ++c)
    if (outputs[c] != noOutput) classesOf[outputs[c]].push_back(classes[c]);
  std::string text;
  for (const auto& [output, names] : classesOf) {
    if (names.size() < 2) continue;
    const std::string name =
        spec.classNames.empty() ? "" : concat(" (\"", printable(spec.classNames[std::size_t(output)], 40), "\")");
    text += concat(text.empty() ? "" : "; ", shortList(names), " count as one class, output ", output, name);
  }
  return text;
}

/// Why a class map leaves nothing to train on, or not even to score on; empty if it leaves enough.
std::string tooFewOutputs(const std::vector<int>& outputs) {
  std::set<int> left(outputs.begin(), outputs.end());
  left.erase(noOutput);
  if (left.size() > 1) return {};
  return concat(
      left.empty()
          ? "the class map gives no class an output; one is needed to score, at least two are needed to train; "
          : "the class map leaves the images of one output only; at least two are needed to train; ",
      advice);
}

}  // namespace

std::string toString(ClassBasis basis) {
  switch (basis) {
    case ClassBasis::Names:
      return "name";
    case ClassBasis::Numbers:
      return "number";
    case ClassBasis::Position:
      return "position";
    case ClassBasis::Given:
      return "map";
  }
  return {};
}

void judge(ClassMatching& matching, const MobileNetSpec& spec, const Names& classes) {
  Names without;
  for (std::size_t c = 0; c < classes.size(); ++c)
    if (matching.outputs[c] == noOutput) without.push_back(classes[c]);
  if (without.empty()) return;
  const Names left = outputsWithoutClass(matching, spec);
  const std::string text =
      concat(without.size(), " of the ", classes.size(), " classes of the data set ",
             without.size() == 1 ? "has" : "have", " no output in the network: ", shortList(without),
             left.empty() ? "" : concat("; outputs of the network that no class has: ", shortList(left)));
  matching.problem = concat(text, "; ", advice);
  matching.scorable = without.size() < classes.size();
  if (matching.scorable) matching.doubt = concat(text, "; their images are left out. If that is wrong, ", advice);
}

std::string howToTrainHead(const std::string& model) {
  return concat("in a terminal: zipper train --from ", shellWord(model), " --data FOLDER --out NEW.safetensors");
}

std::string tooManyClasses(std::size_t classes, int outputs, const std::string& model) {
  return concat("the data set has ", classes, " classes, the network's head only ", outputs,
                "; choose the data that the network was trained on, or train a new head ", howToTrainHead(model));
}

ClassMatching matchByPosition(const MobileNetSpec& spec, const Names& classes) {
  ClassMatching matching;
  const int count = spec.classes - spec.classOffset;
  for (int c = 0; c < int(classes.size()); ++c) matching.outputs.push_back(c + spec.classOffset);
  if (int(classes.size()) > count && count > 0) {
    matching.problem = tooManyClasses(classes.size(), count, "MODEL");
    matching.outputs.assign(classes.size(), noOutput);
    matching.scorable = false;
  }
  return matching;
}

ClassMatching matchClasses(const MobileNetSpec& spec, const Names& classes) {
  const Names outputs = outputNames(spec);
  if (outputs.empty()) {
    const auto numbers = asNumbers(classes);
    const auto found = numbers ? positions(*numbers, spec.classes - spec.classOffset) : std::nullopt;
    if (!found) return matchNameless(spec, classes);
    ClassMatching matching = byNumbers(spec, *found);
    if (int(classes.size()) == spec.classes - spec.classOffset && !isInPlace(matching, spec))
      matching.doubt = concat("the classes of the data set are the numbers ", shortList(classes),
                              ", the network has no names: each number is taken for that output. If the network was "
                              "trained in this order of folders instead, choose the position (--classes position)");
    return matching;
  }
  if (const auto numbers = matchNumbers(spec, outputs, classes)) return *numbers;
  ClassMatching matching;
  matching.basis = ClassBasis::Names;
  const bool numbers = asNumbers(outputs) && asNumbers(classes);  // "007" is 7
  matching.outputs =
      numbers ? matchNames(asTexts(*asNumbers(classes)), asTexts(*asNumbers(outputs))) : matchNames(classes, outputs);
  if (std::all_of(matching.outputs.begin(), matching.outputs.end(), [](int output) { return output == noOutput; }))
    return matchStrangers(spec, outputs, classes);
  for (int& output : matching.outputs)
    if (output != noOutput) output += spec.classOffset;
  judge(matching, spec, classes);
  return matching;
}

ClassMatching matchAsGiven(const MobileNetSpec& spec, const Names& classes, const std::vector<int>& outputs) {
  if (outputs.empty()) return matchByPosition(spec, classes);
  if (outputs.size() != classes.size())
    fail("the class map has ", outputs.size(), " entries, the data set ", classes.size(), " classes");
  const bool onPurpose = std::find(outputs.begin(), outputs.end(), noOutput) == outputs.end();
  ClassMatching matching;
  matching.basis = ClassBasis::Given;
  matching.outputs = outputs;
  std::replace(matching.outputs.begin(), matching.outputs.end(), leftOutOnPurpose, noOutput);
  for (const int output : matching.outputs)
    if (output != noOutput && (output < spec.classOffset || output >= spec.classes))
      fail("the class map names output ", output, "; ", spec.classOffset, " to ", spec.classes - 1,
           " are the network's, or -1 for none");
  judge(matching, spec, classes);
  if (onPurpose) matching.problem.clear();
  const std::string shared = sharedOutputs(spec, classes, matching.outputs);
  matching.doubt = both(shared, matching.doubt);
  if (matching.problem.empty()) matching.problem = tooFewOutputs(matching.outputs);
  return matching;
}

ClassMatching matchNoClasses() {
  ClassMatching matching;
  matching.basis = ClassBasis::Names;
  matching.outputs = {noOutput};
  matching.problem = concat(
      "the images have no labels, as nothing tells their classes; give each class a folder of its "
      "own; ",
      withoutLabels);
  matching.scorable = false;
  return matching;
}

ClassMatching matchAsWished(MobileNetSpec& spec, const Names& classes, const std::string& wish) {
  if (wish == "names") return matchClasses(spec, classes);
  if (wish == "position") return matchByPosition(spec, classes);
  const ClassFile file = readClassFile(wish);
  if (namesOutputs(file, spec, classes)) {
    const Names own = outputNames(spec);
    nameOutputs(spec, file, classes);
    ClassMatching matching = matchClasses(spec, classes);
    matching.doubt = both(contradiction(own, outputNames(spec)), matching.doubt);
    return matching;
  }
  return matchAsGiven(spec, classes, asSaid(outputsOf(file, spec, classes)));
}

bool isInPlace(const ClassMatching& matching, const MobileNetSpec& spec) {
  for (std::size_t c = 0; c < matching.outputs.size(); ++c)
    if (matching.outputs[c] != int(c) + spec.classOffset) return false;
  return true;
}

}  // namespace zipper
