// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/merged_file.h"

#include <algorithm>

#include "core/models/export_metadata.h"
#include "core/network/mobilenet_spec.h"
#include "core/support/error.h"
#include "core/support/json_reader.h"
#include "core/support/printable.h"
#include "core/support/text_ends.h"

namespace zipper {

namespace {

/// The specs of the tasks, by name.
Json specsOf(const TensorFile& file) {
  Json specs = parseShallow(file.metadata.at(exportSpecsKey), 9, "specs of the tasks");
  if (!specs.is_object() || specs.empty()) fail("specs of the tasks: not a JSON object with an entry per task");
  return specs;
}

std::string namesOf(const Json& specs) {
  std::string names;
  for (const auto& entry : specs.items()) names += (names.empty() ? "" : ", ") + printable(entry.key());
  return names;
}

/// How many tasks stand before it.
std::size_t placeOfTask(const Json& specs, const std::string& task) {
  std::size_t place = 0;
  for (auto entry = specs.begin(); entry.key() != task; ++entry) ++place;
  return place;
}

/// A task by itself would compute its shared normalization, where it isn't folded, with its own epsilon.
void checkEpsilons(const TensorFile& file, const Json& specs, const std::string& task) {
  const bool sharesNormalization = std::any_of(file.tensors.begin(), file.tensors.end(), [](const auto& entry) {
    return beginsWith(entry.first, "shared.") && endsWith(entry.first, ".bn.running_var");
  });
  const auto epsilon = [](const Json& spec) { return specFromJson(dumpJson(spec)).bnEpsilon; };
  if (sharesNormalization && epsilon(specs.at(task)) != epsilon(*specs.begin()))
    fail("task ", task, " shares normalization whose epsilon isn't its own; export it alone from its session");
}

}  // namespace

bool holdsMergedNetwork(const TensorFile& file) {
  return file.metadata.count(exportSpecsKey) > 0 && file.metadata.count(exportSpecKey) == 0;
}

TensorFile taskOfMerged(const TensorFile& file, const std::string& wanted) {
  const Json specs = specsOf(file);
  const std::string task = wanted.empty() ? specs.begin().key() : wanted;
  if (!specs.contains(task))
    fail("holds a merged network of the tasks ", namesOf(specs), "; there is no part '", printable(task), "'");
  const std::string note = concat("task ", printable(task), " of a merged network with the tasks ", namesOf(specs),
                                  wanted.empty() ? ": the first, as no part was chosen" : "");
  if (file.readTask) {
    TensorFile one = file.readTask(placeOfTask(specs, task), dumpJson(specs.at(task)));
    one.notes.push_back(note);
    return one;
  }
  checkEpsilons(file, specs, task);
  TensorFile one;
  one.metadata = file.metadata;
  one.metadata.erase(exportSpecsKey);
  one.metadata[exportSpecKey] = dumpJson(specs.at(task));
  one.notes = file.notes;
  one.notes.push_back(note);
  for (const auto& [key, tensor] : file.tensors)
    for (const std::string& owner : {task + ".", std::string("shared.")})
      if (key.rfind(owner, 0) == 0) one.tensors.emplace_back(key.substr(owner.size()), tensor);
  const auto isStem = [](const auto& entry) { return entry.first == "stem.conv.weight"; };
  if (std::none_of(one.tensors.begin(), one.tensors.end(), isStem))
    fail(
        "holds a merged network whose tasks can't be told apart in this format; export each task alone: zipper export "
        "SESSION --task ",
        task, " --out MODEL.safetensors");
  return one;
}

}  // namespace zipper
