// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include "core/support/files.h"
#include "tflite_models.h"

namespace zipper::test {

/// Runs written models in a program that isn't this project's, by a script that reads jobs.json of their folder and
/// writes "<model>.<output>.<runtime>".
class TfliteRuntime {
 public:
  TfliteRuntime(const TfliteModels& models, const char* runtime, bool isArmNn)
      : models_(models), runtime_(runtime), isArmNn_(isArmNn) {}

  enum class Ended { Fine, NotThere, Failed };

  /// `arguments`: those of the script. What it says is in `said()`.
  Ended run(const QStringList& arguments) {
    QJsonArray jobs;
    for (const WrittenTflite& model : models_.all())
      if (isRun(model)) jobs.append(jobOf(model));
    writeFileAtomically(models_.file("jobs.json"), QJsonDocument(jobs).toJson().toStdString());
    QProcess python;
    python.start("/usr/bin/python3", arguments);
    if (!python.waitForFinished(200000) || python.exitStatus() != QProcess::NormalExit) {
      said_ = "python3 was not started or did not end";
      return Ended::Failed;
    }
    said_ = python.readAllStandardError().toStdString();
    return python.exitCode() == 0 ? Ended::Fine : python.exitCode() == 3 ? Ended::NotThere : Ended::Failed;
  }

  const std::string& said() const { return said_; }

  /// Empty, or what the first model differs by that differs: by more than 1e-4 of the largest number, in int8 by more
  /// than is said at IntegerSteps.
  std::string differenceOfAll() const {
    for (const WrittenTflite& model : models_.all()) {
      const std::string different = isRun(model) ? differenceOf(model) : std::string();
      if (!different.empty()) return model.name + ": " + different;
    }
    return {};
  }

  int outputs() const {
    int count = 0;
    for (const WrittenTflite& model : models_.all())
      if (isRun(model)) count += int(model.expected.size());
    return count;
  }

  /// Whether the runtime can do it.
  bool isRun(const WrittenTflite& model) const { return model.runsInArmNn || !isArmNn_; }

  /// Of the images that were run, as real numbers; without any if that isn't what the runtime gave.
  torch::Tensor outputOf(const WrittenTflite& model, std::size_t task) const {
    std::string bytes = readTextFile(models_.file(model.name + "." + model.outputName(task) + "." + runtime_));
    const torch::Tensor like = partOf(model, model.expected[task]);
    const std::size_t size = model.quantized ? 1 : 4;
    if (bytes.size() != std::size_t(like.numel()) * size) return torch::empty(0);
    const auto found = torch::from_blob(bytes.data(), like.sizes(), model.quantized ? torch::kChar : torch::kFloat);
    if (!model.quantized) return found.clone();
    const ValueRange range = model.outputRange(task);
    return (found.to(torch::kFloat) - range.zeroPoint) * range.scale;
  }

 private:
  std::string differenceOf(const WrittenTflite& model) const {
    std::vector<torch::Tensor> found;
    for (std::size_t t = 0; t < model.expected.size(); ++t) {
      found.push_back(outputOf(model, t));
      if (model.quantized) continue;
      const std::string different = difference(found[t], model.expected[t]);
      if (!different.empty()) return "task " + std::to_string(t) + ": " + different;
    }
    if (!model.quantized) return {};
    const bool hasHardSwish = isV3(model.graph.tasks.front().spec.architecture);
    const IntegerSteps steps = stepsOf(model, found);
    return hasHardSwish && !isArmNn_ ? steps.differenceWithOtherHardSwish() : steps.differenceOfRuntime();
  }

  /// Of the images those that are run.
  torch::Tensor partOf(const WrittenTflite& model, const torch::Tensor& batch) const {
    return isArmNn_ ? batch.narrow(0, 0, std::min(batch.size(0), model.mostInArmNn)) : batch;
  }

  /// Of a network with several inputs each gets the images of its task.
  QJsonObject jobOf(const WrittenTflite& model) const {
    QJsonObject inputs;
    for (std::size_t t = 0; t < (model.hasOneInput() ? 1 : model.images.size()); ++t) {
      const int value = model.graph.tasks[t].input;
      const std::string& name = model.graph.values[std::size_t(value)].name;
      torch::Tensor numbers = partOf(model, model.images[t]).permute({0, 2, 3, 1});
      if (model.quantized) {
        const ValueRange& range = model.quantized->ranges[std::size_t(value)];
        numbers = (numbers / range.scale).round().add(range.zeroPoint).clamp(-128, 127).to(torch::kChar);
      }
      inputs[QString::fromStdString(name)] = described(model.name + "." + name + ".in", numbers.contiguous());
    }
    return {{"model", QString::fromStdString(model.name)}, {"inputs", inputs}};
  }

  QJsonObject described(const std::string& file, const torch::Tensor& numbers) const {
    writeFileAtomically(models_.file(file),
                        std::string(static_cast<const char*>(numbers.data_ptr()), std::size_t(numbers.nbytes())));
    QJsonArray shape;
    for (const auto size : numbers.sizes()) shape.append(qint64(size));
    return {{"file", QString::fromStdString(file)},
            {"shape", shape},
            {"type", numbers.scalar_type() == torch::kChar ? "int8" : "float32"}};
  }

  const TfliteModels& models_;
  std::string runtime_;
  bool isArmNn_;
  std::string said_;
};

}  // namespace zipper::test
