// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/session/session_file.h"

#include <map>
#include <nlohmann/json.hpp>

#include "core/containers/input_file.h"
#include "core/containers/safetensors.h"
#include "core/containers/safetensors_header.h"
#include "core/models/file_kind.h"
#include "core/models/model_formats.h"
#include "core/network/state_layout.h"
#include "core/network/task_names.h"
#include "core/recipe/source_files.h"
#include "core/session/kept_comparison.h"
#include "core/session/network_values.h"
#include "core/session/session_checksums.h"
#include "core/session/session_json.h"
#include "core/support/files.h"
#include "core/support/json_reader.h"

namespace zipper {

namespace {

constexpr const char* sessionKey = "zipper.session";
constexpr const char* aliasKey = "zipper.aliases";
constexpr const char* expectedSession = "a session (.zipper)";
constexpr const char* howToMerge =
    "merge it with another one first: zipper merge --a NETWORK --b OTHER --out MERGED.zipper";

std::string teacherPrefix(std::size_t task) { return concat("teacher.", taskName(int(task)), "."); }
std::string stepPrefix(std::size_t step) { return concat("step.", step, "."); }
std::string curveKey(std::size_t step) { return concat("curve.", step); }
std::string lossesKey(std::size_t comparison, std::size_t run) {
  return concat("comparison.", comparison, ".losses.", run);
}

using Aliases = std::map<std::string, std::string>;

/// Collects tensors for a file and writes equal ones only once.
class Collector {
 public:
  void add(const std::string& key, const torch::Tensor& tensor) {
    const auto contiguous = tensor.contiguous();
    const std::string hash = sha256(contiguous.data_ptr(), std::size_t(contiguous.nbytes()));
    const auto [known, isNew] = firstKey_.emplace(concat(hash, contiguous.scalar_type(), contiguous.sizes()), key);
    if (isNew) {
      tensors.emplace_back(key, contiguous);
      hashes[key] = hash;
    } else {
      aliases[key] = known->second;
    }
  }
  void add(const std::string& prefix, const NamedTensors& state) {
    for (const auto& [key, tensor] : state) add(prefix + key, tensor);
  }

  NamedTensors tensors;
  TensorHashes hashes;
  Aliases aliases;

 private:
  std::map<std::string, std::string> firstKey_;
};

torch::Tensor curveTensor(const Curve& curve) {
  return torch::tensor(curve.values()).view({std::int64_t(curve.rows()), std::int64_t(curve.columns().size())});
}

void addLosses(Collector& collector, const Session& session) {
  for (std::size_t c = 0; c < session.comparisons.size(); ++c) {
    const auto& runs = session.comparisons[c]->comparison.runs;
    for (std::size_t run = 0; run < runs.size(); ++run)
      collector.add(lossesKey(c, run), torch::tensor(runs[run].losses, torch::kFloat32));
  }
}

/// The keys that the parts of a session have in its file.
std::vector<StateEntry> withPrefix(const std::string& prefix, std::vector<StateEntry> layout) {
  for (StateEntry& entry : layout) entry.key = prefix + entry.key;
  return layout;
}

std::vector<StateEntry> teacherLayout(const Session& session, std::size_t task) {
  return withPrefix(teacherPrefix(task), stateLayout(session.teachers[task].spec));
}

std::vector<StateEntry> stepLayout(const Session& session, std::size_t index) {
  const StepResult& step = *session.steps[index];
  return withPrefix(stepPrefix(index),
                    stateLayout(session.specs(), Sharing(step.mergedLayers, session.recipe.bnPolicy, step.trunk)));
}

std::string textOf(const std::vector<std::int64_t>& shape) {
  std::string text;
  for (const std::int64_t size : shape) text += concat(text.empty() ? "[" : ",", size);
  return text.empty() ? "[]" : text + "]";
}

/// Says of a file of another kind what it is, where that can be told. Damaged sessions pass.
void refuseOtherKinds(const std::filesystem::path& path) {
  const InputFile file(path, expectedSession);
  if (looksLikeSafetensors(path)) return;
  if (const std::string format = modelFormatOf(path); !format.empty())
    fail(file.name(), ": ", expectedSession, " was expected, found a network (", format, "); ", howToMerge);
  const std::string content = describeContent(path);
  if (content != unknownContent) fail(file.name(), ": ", expectedSession, " was expected, found ", content);
}

/// What the head of a file says, checked as far as it can be without the tensors.
struct Contents {
  SessionOutline outline;
  Aliases aliases;
  TensorHashes hashes;  ///< empty in a file from before there were any
};

Contents contentsOf(const Metadata& metadata) {
  const auto session = metadata.find(sessionKey);
  if (session == metadata.end())
    fail("holds no session (no '", sessionKey, "' in its metadata); if it is a network, ", howToMerge);
  Contents contents;
  contents.outline = sessionFromJson(session->second);
  if (contents.outline.format > 1)
    contents.hashes = checkedHashes(metadata);
  else if (hasChecksums(metadata))
    fail("session format version 1 found, but with checksums, which it didn't have; the file is damaged");
  const auto aliases = metadata.find(aliasKey);
  if (aliases != metadata.end()) contents.aliases = parseTexts(aliases->second, "list of shared tensors");
  return contents;
}

/// Compares what the session's parts need with what the header says that the file holds.
class LayoutCheck {
 public:
  LayoutCheck(const Contents& contents, const std::vector<SafetensorsEntry>& entries) : contents_(contents) {
    for (const SafetensorsEntry& entry : entries) entries_[entry.name] = &entry;
  }

  void check() {
    const Session& session = contents_.outline.session;
    for (std::size_t t = 0; t < session.teachers.size(); ++t)
      for (const StateEntry& expected : teacherLayout(session, t)) require(expected);
    for (std::size_t i = 0; i < session.steps.size(); ++i) {
      for (const StateEntry& expected : stepLayout(session, i)) require(expected);
      requireCurve(i, *session.steps[i]);
    }
    for (std::size_t c = 0; c < contents_.outline.comparisonIterations.size(); ++c)
      for (std::size_t run = 0; run < contents_.outline.comparisonIterations[c].size(); ++run)
        require({lossesKey(c, run), {contents_.outline.comparisonIterations[c][run]}});
    for (const auto& [name, entry] : entries_)
      if (used_.count(name) == 0) fail("key '", printable(name), "' belongs to no part of the session");
    for (const auto& [name, target] : contents_.aliases)
      if (usedAliases_.count(name) == 0) fail("key '", printable(name), "' belongs to no part of the session");
    checkHashes();
  }

 private:
  const SafetensorsEntry& find(const std::string& key) {
    auto found = entries_.find(key);
    const auto alias = contents_.aliases.find(key);
    if (alias != contents_.aliases.end()) {
      if (found != entries_.end()) fail("key '", key, "' is there twice");
      found = entries_.find(alias->second);
      if (found == entries_.end()) fail("key '", key, "' refers to a tensor that isn't there");
      usedAliases_.insert(key);
    }
    if (found == entries_.end()) fail("key '", key, "' is missing");
    used_.insert(found->first);
    if (found->second->type != torch::kFloat32) fail("key '", key, "' isn't of type F32");
    return *found->second;
  }

  void require(const StateEntry& expected) {
    const SafetensorsEntry& entry = find(expected.key);
    if (entry.shape != expected.shape)
      fail("key '", expected.key, "' has shape ", textOf(entry.shape), ", expected ", textOf(expected.shape));
  }

  /// A row per iteration; none where nothing was calibrated.
  void requireCurve(std::size_t index, const StepResult& step) {
    const std::string key = curveKey(index);
    const std::vector<std::int64_t> expected{step.plan.settings.calibration.iterations,
                                             std::int64_t(step.curve.columns().size())};
    const SafetensorsEntry& entry = find(key);
    if (entry.shape != expected)
      fail("key '", key, "' has shape ", textOf(entry.shape), ", expected ", textOf(expected),
           ": a row per iteration of the step");
  }

  void checkHashes() const {
    if (contents_.outline.format < 2) return;
    for (const auto& [name, entry] : entries_)
      if (contents_.hashes.count(name) == 0) fail("key '", printable(name), "' has no checksum");
    if (contents_.hashes.size() != entries_.size())
      fail("there are ", contents_.hashes.size(), " checksums of ", entries_.size(), " tensors");
  }

  const Contents& contents_;
  std::map<std::string, const SafetensorsEntry*> entries_;
  std::set<std::string> used_, usedAliases_;
};

/// All tensors of the session by key, aliases resolved.
std::map<std::string, torch::Tensor> tensorsByKey(const NamedTensors& stored, const Aliases& aliases) {
  std::map<std::string, torch::Tensor> tensors(stored.begin(), stored.end());
  std::map<std::string, torch::Tensor> all = tensors;
  for (const auto& [key, target] : aliases) all[key] = tensors.at(target);
  return all;
}

std::shared_ptr<const NetworkValues> valuesFrom(const std::map<std::string, torch::Tensor>& tensors,
                                                const std::string& prefix, const std::vector<StateEntry>& layout) {
  auto values = std::make_shared<NetworkValues>();
  for (const StateEntry& entry : layout)
    values->state.emplace_back(entry.key.substr(prefix.size()), tensors.at(entry.key));
  return values;
}

void fillLosses(Session& session, const std::map<std::string, torch::Tensor>& tensors) {
  for (std::size_t c = 0; c < session.comparisons.size(); ++c) {
    KeptComparison kept = *session.comparisons[c];
    for (std::size_t run = 0; run < kept.comparison.runs.size(); ++run) {
      const torch::Tensor& losses = tensors.at(lossesKey(c, run));
      const float* values = losses.data_ptr<float>();
      kept.comparison.runs[run].losses.assign(values, values + losses.numel());
    }
    session.comparisons[c] = std::make_shared<const KeptComparison>(std::move(kept));
  }
}

void fillValues(Session& session, const std::map<std::string, torch::Tensor>& tensors) {
  for (std::size_t t = 0; t < session.teachers.size(); ++t)
    session.teachers[t].values = valuesFrom(tensors, teacherPrefix(t), teacherLayout(session, t));
  for (std::size_t i = 0; i < session.steps.size(); ++i) {
    StepResult step = *session.steps[i];
    step.values = valuesFrom(tensors, stepPrefix(i), stepLayout(session, i));
    const torch::Tensor& curve = tensors.at(curveKey(i));
    const float* values = curve.data_ptr<float>();
    step.curve = Curve(step.curve.columns(), {values, values + curve.numel()});
    session.steps[i] = std::make_shared<const StepResult>(std::move(step));
  }
  fillLosses(session, tensors);
}

/// A curve may hold NaN where nothing was measured; without checksums the rest is looked at for what damage leaves.
NamedTensors toCheck(const NamedTensors& stored, const TensorHashes& hashes) {
  if (!hashes.empty()) return stored;
  NamedTensors networks;
  for (const auto& entry : stored)
    if (entry.first.rfind("curve.", 0) != 0) networks.push_back(entry);
  return networks;
}

}  // namespace

void saveSession(const std::filesystem::path& path, const Session& session) {
  Collector collector;
  for (std::size_t t = 0; t < session.teachers.size(); ++t)
    collector.add(teacherPrefix(t), session.teachers[t].values->state);
  for (std::size_t i = 0; i < session.steps.size(); ++i) {
    collector.add(stepPrefix(i), session.steps[i]->values->state);
    collector.add(curveKey(i), curveTensor(session.steps[i]->curve));
  }
  addLosses(collector, session);
  Metadata metadata{{sessionKey, sessionToJson(session)}, {aliasKey, dumpJson(collector.aliases)}};
  addChecksums(metadata, collector.hashes);
  writeSafetensors(path, collector.tensors, metadata);
}

Session loadSession(const std::filesystem::path& path, std::vector<std::string>* notes) {
  refuseOtherKinds(path);
  Contents contents;
  const TensorFile file = readSafetensors(path, [&](const SafetensorsHeader& header) {
    contents = contentsOf(header.metadata);
    LayoutCheck(contents, header.entries).check();
  });
  try {
    checkValues(toCheck(file.tensors, contents.hashes), contents.hashes);
  } catch (const Error& error) {
    fail(wholePrintable(path.string()), ": ", error.what());
  }
  Session session = std::move(contents.outline.session);
  fillValues(session, tensorsByKey(file.tensors, contents.aliases));
  findSources(session.recipe, path.parent_path());
  if (notes != nullptr && contents.hashes.empty())
    notes->push_back(wholePrintable(path.string()) +
                     ": was written by a version without checksums, so that damage to it can't be told; saving it "
                     "again adds them");
  return session;
}

Session loadSessionOutline(const std::filesystem::path& path) {
  refuseOtherKinds(path);
  const Metadata metadata = readSafetensorsMetadata(path);
  try {
    return contentsOf(metadata).outline.session;
  } catch (const Error& error) {
    fail(wholePrintable(path.string()), ": ", error.what());
  }
}

bool isSessionFile(const std::filesystem::path& path) {
  std::error_code code;
  if (!std::filesystem::is_regular_file(path, code)) return false;
  return looksLikeSafetensors(path) && readSafetensorsMetadata(path).count(sessionKey) > 0;
}

}  // namespace zipper
