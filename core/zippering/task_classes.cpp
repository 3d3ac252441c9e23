// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/zippering/task_classes.h"

#include <algorithm>

#include "core/data/class_names.h"
#include "core/data/fingerprint.h"
#include "core/data/relabelled_dataset.h"
#include "core/network/task_names.h"
#include "core/support/error.h"

namespace zipper {

namespace {

using ClassNames = std::vector<std::string>;

bool allFound(const ClassMatching& matching) {
  return std::find(matching.outputs.begin(), matching.outputs.end(), noOutput) == matching.outputs.end();
}

/// What was done without anybody saying so: by an older version, which should have gone by the names, or because the
/// names fit nothing.
ClassMatching matchAsBefore(const MobileNetSpec& spec, const ClassNames& names) {
  ClassMatching before = matchByPosition(spec, names);
  const ClassMatching now = matchClasses(spec, names);
  if (now.basis == ClassBasis::Names && now.outputs != before.outputs)
    before.doubt = concat(
        "an older version made this session and took the first class for the first output, and so on, although their "
        "names say otherwise: the data set has ",
        shortList(names), "; the network has ", shortList(spec.classNames),
        ". It goes on so; a new merge, or --classes names, goes by the names");
  if (now.basis == ClassBasis::Position) before.doubt = now.doubt;
  return before;
}

/// Data that aren't those the source was made for: by name if all are found, else as it was if that is possible.
ClassMatching matchOtherData(const TaskSource& source, const MobileNetSpec& spec, const ClassNames& names) {
  const ClassMatching found = matchClasses(spec, names);
  const bool reliable = found.basis == ClassBasis::Names && allFound(found);
  if (reliable || !source.classes || source.classes->size() != names.size()) return found;
  return matchAsGiven(spec, names, *source.classes);
}

/// Numbers that may count from another first one stay doubtful, and classes of which none was found unknown.
ClassMatching matchAsStored(const MobileNetSpec& spec, const ClassNames& names, const std::vector<int>& outputs) {
  ClassMatching stored = matchAsGiven(spec, names, outputs);
  const ClassMatching found = matchClasses(spec, names);
  const bool onPurpose = std::find(outputs.begin(), outputs.end(), leftOutOnPurpose) != outputs.end();
  if (!stored.scorable && !found.scorable && !onPurpose) return found;
  if (found.basis == ClassBasis::Numbers && found.outputs == stored.outputs) stored.doubt = found.doubt;
  return stored;
}

ClassMatching matchFor(const TaskSource& source, MobileNetSpec& spec, const Dataset& dataset, const std::string& wish) {
  const ClassNames& names = dataset.classNames();
  if (!hasClasses(dataset)) return matchNoClasses();
  if (!wish.empty()) return matchAsWished(spec, names, wish);
  if (source.dataFingerprint.empty())
    return source.classes ? matchAsGiven(spec, names, *source.classes) : matchClasses(spec, names);
  if (fingerprint(dataset) != source.dataFingerprint) return matchOtherData(source, spec, names);
  return source.classes ? matchAsStored(spec, names, *source.classes) : matchAsBefore(spec, names);
}

/// What to do about too few outputs is told with the network's file.
void nameModel(ClassMatching& matching, const MobileNetSpec& spec, const std::string& model) {
  const int classes = int(matching.outputs.size()), outputs = spec.classes - spec.classOffset;
  if (matching.basis == ClassBasis::Position && !matching.problem.empty() && classes > outputs)
    matching.problem = tooManyClasses(matching.outputs.size(), outputs, model);
}

std::int64_t leftOut(const DatasetPtr& dataset) { return dataset ? asOpened(dataset)->size() - dataset->size() : 0; }

std::string noticeOf(const TaskClasses& found) {
  if (found.trainLeftOut + found.testLeftOut == 0) return found.matching.doubt;
  return concat(found.matching.doubt, " (left out: ", found.trainLeftOut, " training and ", found.testLeftOut,
                " test images)");
}

}  // namespace

TaskClasses settleClasses(TaskSource& source, const MobileNetSpec& spec, TaskData& data, const std::string& wish) {
  if (spec.classes == 0 || !data.train) return {};
  MobileNetSpec named = spec;
  data.train = asOpened(data.train);
  data.test = asOpened(data.test);
  data.validation = asOpened(data.validation);
  TaskClasses result;
  result.matching = matchFor(source, named, *data.train, wish);
  nameModel(result.matching, named, source.model);
  const ClassMatching& matching = result.matching;
  const bool said = matching.basis == ClassBasis::Given && matching.problem.empty();
  source.classes = isInPlace(matching, named) ? std::vector<int>() : said ? asSaid(matching.outputs) : matching.outputs;
  // Nobody has said that it is right: the next time it is doubted again.
  if (matching.basis == ClassBasis::Position && !matching.doubt.empty()) source.classes.reset();
  data.train = relabelled(data.train, matching, named);
  data.test = relabelled(data.test, matching, named);
  data.validation = relabelled(data.validation, matching, named);
  result.trainLeftOut = leftOut(data.train);
  result.testLeftOut = leftOut(data.test);
  result.notice = noticeOf(result);
  return result;
}

std::vector<TaskClasses> settleClasses(Recipe& recipe, const std::vector<MobileNetSpec>& specs,
                                       std::vector<TaskData>& data, const std::vector<std::string>& wishes) {
  std::vector<TaskClasses> result;
  for (std::size_t t = 0; t < data.size(); ++t) {
    try {
      result.push_back(settleClasses(recipe.sources.at(t), specs.at(t), data[t], t < wishes.size() ? wishes[t] : ""));
    } catch (const Error& error) {
      fail("task ", taskName(int(t)), ": ", error.what());
    }
  }
  return result;
}

}  // namespace zipper
