// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/zippering/session_file.h"

#include <map>
#include <nlohmann/json.hpp>

#include "core/formats/safetensors.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/zippering/network_values.h"
#include "core/zippering/session_json.h"

namespace zipper {

namespace {

constexpr const char* sessionKey = "zipper.session";
constexpr const char* aliasKey = "zipper.aliases";

std::string teacherPrefix(std::size_t task) { return concat("teacher.", taskName(int(task)), "."); }
std::string stepPrefix(std::size_t step) { return concat("step.", step, "."); }
std::string curveKey(std::size_t step) { return concat("curve.", step); }

/// Collects tensors for a file and writes equal ones only once.
class Collector {
 public:
  void add(const std::string& key, const torch::Tensor& tensor) {
    const auto contiguous = tensor.contiguous();
    const std::string digest =
        concat(sha256(contiguous.data_ptr(), contiguous.nbytes()), contiguous.scalar_type(), contiguous.sizes());
    const auto [known, isNew] = firstKey_.emplace(digest, key);
    if (isNew)
      tensors.emplace_back(key, contiguous);
    else
      aliases[key] = known->second;
  }
  void add(const std::string& prefix, const NamedTensors& state) {
    for (const auto& [key, tensor] : state) add(prefix + key, tensor);
  }

  NamedTensors tensors;
  std::map<std::string, std::string> aliases;

 private:
  std::map<std::string, std::string> firstKey_;
};

torch::Tensor curveTensor(const Curve& curve) {
  return torch::tensor(curve.values()).view({std::int64_t(curve.rows()), std::int64_t(curve.columns().size())});
}

/// All tensors of the file by key, aliases resolved.
std::map<std::string, torch::Tensor> tensorsByKey(const TensorFile& file) {
  std::map<std::string, torch::Tensor> tensors(file.tensors.begin(), file.tensors.end());
  const auto found = file.metadata.find(aliasKey);
  if (found == file.metadata.end()) return tensors;
  const auto json = nlohmann::json::parse(found->second, nullptr, false);
  if (!json.is_object()) fail("the list of shared tensors is damaged");
  for (const auto& [key, target] : json.items()) {
    const auto original = target.is_string() ? tensors.find(target.get<std::string>()) : tensors.end();
    if (original == tensors.end()) fail("key '", key, "' refers to a tensor that isn't there");
    tensors[key] = original->second;
  }
  return tensors;
}

std::shared_ptr<const NetworkValues> valuesFrom(const std::map<std::string, torch::Tensor>& tensors,
                                                const std::string& prefix, const NamedTensors& expected) {
  auto values = std::make_shared<NetworkValues>();
  for (const auto& [key, like] : expected) {
    const auto found = tensors.find(prefix + key);
    if (found == tensors.end()) fail("key '", prefix, key, "' is missing");
    if (found->second.sizes() != like.sizes() || found->second.scalar_type() != like.scalar_type())
      fail("key '", prefix, key, "' has shape ", shapeText(found->second), ", expected ", shapeText(like));
    values->state.emplace_back(key, found->second);
  }
  return values;
}

Curve curveFrom(const std::map<std::string, torch::Tensor>& tensors, std::size_t step, const Curve& empty) {
  const auto found = tensors.find(curveKey(step));
  if (found == tensors.end()) fail("key '", curveKey(step), "' is missing");
  const torch::Tensor values = found->second.contiguous();
  if (values.scalar_type() != torch::kFloat32) fail("key '", curveKey(step), "' isn't of type F32");
  return Curve(empty.columns(), {values.data_ptr<float>(), values.data_ptr<float>() + values.numel()});
}

void fillValues(Session& session, const std::map<std::string, torch::Tensor>& tensors) {
  for (std::size_t t = 0; t < session.teachers.size(); ++t) {
    MobileNet expected(session.teachers[t].spec);
    session.teachers[t].values = valuesFrom(tensors, teacherPrefix(t), expected->state());
  }
  for (std::size_t i = 0; i < session.steps.size(); ++i) {
    StepResult step = *session.steps[i];
    MergedNetwork expected = networkAt(session, -1);
    shareAsAt(step, expected);
    step.values = valuesFrom(tensors, stepPrefix(i), expected.state());
    step.curve = curveFrom(tensors, i, step.curve);
    session.steps[i] = std::make_shared<const StepResult>(std::move(step));
  }
}

Session outlineFrom(const std::map<std::string, std::string>& metadata, const std::filesystem::path& path) {
  const auto found = metadata.find(sessionKey);
  if (found == metadata.end())
    fail(path.string(), ": holds no session (no '", sessionKey, "' in its metadata); is it a model?");
  try {
    return sessionFromJson(found->second);
  } catch (const Error& error) {
    fail(path.string(), ": ", error.what());
  }
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
  writeSafetensors(path, collector.tensors,
                   {{sessionKey, sessionToJson(session)}, {aliasKey, nlohmann::json(collector.aliases).dump()}});
}

Session loadSession(const std::filesystem::path& path) {
  const TensorFile file = readSafetensors(path);
  Session session = outlineFrom(file.metadata, path);
  try {
    fillValues(session, tensorsByKey(file));
    return session;
  } catch (const Error& error) {
    fail(path.string(), ": ", error.what());
  }
}

Session loadSessionOutline(const std::filesystem::path& path) {
  return outlineFrom(readSafetensorsMetadata(path), path);
}

bool isSessionFile(const std::filesystem::path& path) {
  return looksLikeSafetensors(path) && readSafetensorsMetadata(path).count(sessionKey) > 0;
}

}  // namespace zipper
