// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTemporaryDir>
#include <string>
#include <vector>

#include "core/models/model_file.h"
#include "core/session/session_network.h"
#include "core/zippering/session_export.h"
#include "exported_networks.h"
#include "flower_photographs.h"
#include "support/run_python.h"

namespace zipper::test {

inline constexpr int askedImages = 50;

/// Networks that were merged, what they are asked, and what they answer by a reading that isn't this project's.
struct MergedSession {
  std::string name;
  Session session;
  std::vector<TaskData> data;
  std::vector<torch::Tensor> images;  ///< one batch a task; of tasks with a trunk the same
  std::vector<torch::Tensor> logits;  ///< by PyTorch in Python

  MergedNetwork network() const { return networkAt(session, session.current); }
};

inline DatasetPtr evenly(const DatasetPtr& dataset, std::int64_t count) {
  std::vector<std::int64_t> chosen;
  for (std::int64_t i = 0; i < count; ++i) chosen.push_back(i * dataset->size() / count);
  return subset(dataset, chosen);
}

/// What a network of this spec is fed with for the images of a data set.
inline torch::Tensor preparedImages(const DatasetPtr& dataset, const MobileNetSpec& spec) {
  LoaderOptions options;
  options.labels = false;
  options.batchSize = int(dataset->size());
  BatchLoader loader(dataset, spec, options);
  return loader.next().value().images;
}

inline Session mergedBy(const Recipe& recipe, const std::vector<Teacher>& teachers, const std::vector<TaskData>& data) {
  Session session = startSession(recipe, teachers, data);
  RunOptions options;
  options.evaluate = false;
  runSteps(session, remainingSteps(session), data, options);
  return session;
}

/// Two models that people made with Teachable Machine, merged exactly and without images, and asked about photographs
/// of flowers. What they answer is computed from the weights that h5py reads in the two files. Keeps the photographs,
/// which are read when they are needed.
class TeachableMachines {
 public:
  static QString folderOf(const char* model) {
    return QString(ZIPPER_TESTS "/../../shared/data/teachable_machine/") + model;
  }
  static bool areThere() { return FlowerPhotographs::areThere() && QFileInfo::exists(folderOf(models[0])); }

  MergedSession merged() const {
    std::vector<Teacher> teachers;
    for (const char* model : models) {
      LoadedModel loaded = loadModel(fileOf(model).toStdString());
      teachers.push_back(makeTeacher(loaded.network, loaded.source));
    }
    MergedSession merged{"tm", mergedBy(presetRecipe(exactPreset), teachers, std::vector<TaskData>(2)), {}, {}, {}};
    merged.images.assign(2, preparedImages(photographs_.opened(Split::Test), teachers[0].spec));
    // The classes of the photographs aren't those of the networks: there is nothing to score.
    merged.data.assign(2, TaskData{photographs_.opened(Split::Train), nullptr});
    for (const char* model : models) merged.logits.push_back(logitsByPython(model, merged.images[0]));
    return merged;
  }

 private:
  static constexpr const char* models[] = {"ducks", "masks"};

  static QString fileOf(const char* model) { return folderOf(model) + "/keras_model.h5"; }

  static torch::Tensor logitsByPython(const char* model, const torch::Tensor& images) {
    const QTemporaryDir folder;
    const QString in = folder.filePath("in.safetensors"), out = folder.filePath("out.safetensors");
    writeSafetensors(in.toStdString(), {{"images", images}}, {});
    const std::string problem = runScript("teachable_machine.py", {fileOf(model), out, in});
    if (!problem.empty()) fail(problem);
    return find(readSafetensors(out.toStdString()).tensors, "logits");
  }

  FlowerPhotographs photographs_;
};

/// The sample's two networks of V1 and one derived from the first, zippered without training. What they answer is
/// computed in Python from the weights after the merge.
class MergedSamples {
 public:
  MergedSession pair() const {
    return merged("pair", {"fashion", "digits"}, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13});
  }
  /// Both are asked about clothes and digits.
  MergedSession pairWithTrunk() const { return merged("trunk", {"fashion", "digits"}, {1, 2, 3, 4}, 3); }
  MergedSession three() const { return merged("three", {"fashion", "digits", "third"}, {1, 2, 3, 4}); }

 private:
  MergedSession merged(const std::string& name, const std::vector<std::string>& tasks, const std::vector<int>& layers,
                       int trunk = 0) const {
    std::vector<Teacher> teachers;
    std::vector<TaskData> data;
    for (const std::string& task : tasks) {
      MobileNet network = networkOf(task);
      ModelSource source;
      source.path = task;
      teachers.push_back(makeTeacher(network, source));
      const std::string images = task == "digits" ? "digits" : "fashion";
      data.push_back({evenly(opened(images, Split::Train), 64), evenly(opened(images, Split::Test), askedImages)});
    }
    MergedSession merged{name, mergedBy(recipeFor(layers, trunk), teachers, data), data, {}, {}};
    for (std::size_t t = 0; t < tasks.size(); ++t)
      merged.images.push_back(preparedImages(data[t].test, teachers[t].spec));
    if (trunk > 0) mix(merged.images);
    computeInPython(merged);
    return merged;
  }

  /// A few images are enough to end up with networks that aren't at a loss.
  static Recipe recipeFor(const std::vector<int>& layers, int trunk) {
    Recipe recipe = presetRecipe("fast");
    recipe.defaults.start = {};
    recipe.defaults.start.initialization = Initialization::LeastSquares;
    recipe.defaults.initializationImages = 64;
    recipe.defaults.reestimateStatistics = false;
    recipe.defaults.calibration.iterations = 0;
    recipe.defaults.trunk = trunk;
    planSteps(recipe, layers);
    return recipe;
  }

  /// The third has a head of its own: twelve classes, the first ten of which are those of the first in reverse order.
  MobileNet networkOf(const std::string& task) const {
    MobileNet network = loadModel(samples_.file((task == "third" ? "fashion" : task) + ".safetensors")).network;
    if (task != "third") return network;
    MobileNetSpec spec = network->spec();
    spec.classNames.clear();
    spec.classes = 12;
    MobileNet third = withNewHead(network, spec, 3);
    torch::NoGradGuard noGrad;
    third->head->weight.narrow(0, 0, 10).copy_(network->head->weight.flip(0));
    third->head->bias.narrow(0, 0, 10).copy_(network->head->bias.flip(0));
    return third;
  }

  DatasetPtr opened(const std::string& folder, Split split) const {
    OpenOptions options;
    options.split = split;
    return openDataset(samples_.file(folder), options);
  }

  /// Every second image of the first, and every second of the second.
  static void mix(std::vector<torch::Tensor>& images) {
    const torch::Tensor both =
        torch::cat({images[0].slice(0, 0, askedImages, 2), images[1].slice(0, 1, askedImages, 2)});
    std::fill(images.begin(), images.end(), both);
  }

  static void computeInPython(MergedSession& merged) {
    MergedNetwork network = merged.network();
    for (int t = 0; t < network.taskCount(); ++t) {
      NamedTensors input{{"images", merged.images[std::size_t(t)]}};
      for (const auto& [key, tensor] : network.task(t)->state()) input.emplace_back("net." + key, tensor);
      const std::string spec = specToJson(network.task(t)->spec());
      merged.logits.push_back(find(runReference("forward", input, {{"spec", spec}}), "logits"));
    }
  }

  ExportedNetworks samples_;
};

}  // namespace zipper::test
