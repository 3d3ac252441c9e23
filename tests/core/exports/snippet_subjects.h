// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTemporaryDir>
#include <algorithm>
#include <functional>
#include <memory>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/data/decode_image.h"
#include "core/data/preprocess.h"
#include "core/exports/class_labels.h"
#include "core/exports/export_snippet.h"
#include "core/exports/inference_graph.h"
#include "core/exports/quantization.h"
#include "core/exports/quantized_run.h"
#include "exported_networks.h"
#include "support/lively_networks.h"

namespace zipper::test {

/// A network that snippets are made for.
struct SnippetSubject {
  std::string name;
  SnippetNetwork network;
  bool isOneTask = false;
  std::function<void(const ExportChoice&, const std::string& path)> write;
  /// Of one image a task, [1,C,H,W]: of each task [1,classes], by the engine or, in int8, by what was quantized.
  std::function<std::vector<torch::Tensor>(const std::vector<torch::Tensor>& images, ExportPrecision)> logits;
};

/// An image file as the engine puts it into a network: [1,C,H,W].
inline torch::Tensor engineInput(const std::string& image, const MobileNetSpec& spec) {
  const Preprocessing preprocessing(spec);
  const std::int64_t size = spec.inputSize;
  torch::Tensor values = torch::empty({1, size, size, spec.inputChannels});
  preprocessing.normalize(preprocessing.fit(decodeImageFile(image)), values.data_ptr<float>());
  return values.permute({0, 3, 1, 2}).contiguous();
}

/// One a task.
inline std::vector<torch::Tensor> engineInputs(const std::string& image, const SnippetNetwork& network) {
  std::vector<torch::Tensor> images;
  for (const SnippetTask& task : network.tasks) images.push_back(engineInput(image, task.spec));
  return images;
}

/// Coloured spots with noise, a PNG file.
inline void writeSpots(const std::string& path, int width, int height, int seed) {
  cv::RNG random(std::uint64_t(seed) + 1);
  cv::Mat spots(7, 9, CV_8UC3), image, noise(height, width, CV_8UC3);
  random.fill(spots, cv::RNG::UNIFORM, 0, 200);
  random.fill(noise, cv::RNG::UNIFORM, 0, 40);
  cv::resize(spots, image, {width, height}, 0, 0, cv::INTER_CUBIC);
  cv::imwrite(path, image + noise);
}

/// A network whose logits for an image lie in a range of 4, so that no probability is near 0 or 1, and which depend on
/// the image.
inline MobileNet outspokenNetwork(const MobileNetSpec& spec, std::uint64_t seed, const std::string& image) {
  MobileNet network = livelyNetwork(spec, seed);
  torch::NoGradGuard noGrad;
  const torch::Tensor logits = network->forward(engineInput(image, spec)).logits;
  const double factor = 4.0 / (logits.max() - logits.min()).item<double>();
  network->head->weight.mul_(factor);
  network->head->bias.mul_(factor);
  return network;
}

/// Names that would end a literal, start a template or close a script, and letters of other alphabets.
inline std::vector<std::string> trickyNames() {
  return {"caf\xc3\xa9 \"x\" '%s'",
          "back\\slash ?"
          "?= $a ${b} {c} \\n",
          "</script><b>&amp;`", "\xe6\x97\xa5\xe6\x9c\xac \xf0\x9f\x99\x82"};
}

inline std::vector<std::string> manyNames(int count) {
  std::vector<std::string> names;
  for (int i = 0; i < count; ++i) names.push_back(concat("class \xc3\xa9 no. ", i, i % 2 == 0 ? " of </script>" : ""));
  return names;
}

template <typename Network>
void writeChoice(const ExportChoice& choice, const std::string& path, Network& network,
                 const std::vector<torch::Tensor>& images) {
  const ExportFormat& format = exportFormat(choice.format);
  const ExportMetadata metadata = withNetworkMetadata({{"zipper.recipe", "{}"}}, network);
  if (choice.precision == ExportPrecision::Float32) return writeUnchecked(format, path, network, metadata);
  const InferenceGraph graph = inferenceGraph(network);
  if (choice.precision == ExportPrecision::Int8)
    format.writeQuantized(path, quantize(graph, images), metadata);
  else
    format.writeGraph(path, graph, metadata, choice.precision);
}

inline std::vector<torch::Tensor> engineLogits(MergedNetwork& network, const std::vector<torch::Tensor>& images) {
  return ExportedNetworks::logits(network, images);
}

inline std::vector<torch::Tensor> engineLogits(MobileNet& network, const std::vector<torch::Tensor>& images) {
  torch::NoGradGuard noGrad;
  return {network->forward(images.at(0)).logits};
}

/// `image`: what int8 is calibrated on.
template <typename Network>
SnippetSubject subjectOf(const std::string& name, std::shared_ptr<Network> network,
                         const std::vector<std::string>& names, const std::string& image) {
  SnippetSubject subject{name, snippetNetwork(inferenceGraph(*network), names), false, {}, {}};
  const std::vector<torch::Tensor> images = engineInputs(image, subject.network);
  subject.write = [network, images](const ExportChoice& choice, const std::string& path) {
    writeChoice(choice, path, *network, images);
  };
  const auto integers = std::make_shared<std::optional<QuantizedGraph>>();
  subject.logits = [network, images, integers](const std::vector<torch::Tensor>& inputs, ExportPrecision precision) {
    if (precision != ExportPrecision::Int8) return engineLogits(*network, inputs);
    if (!*integers) *integers = quantize(inferenceGraph(*network), images);
    return runQuantized(**integers, inputs);
  };
  return subject;
}

/// Three tasks that read images in ways of their own.
inline SnippetSubject threeTasks(const std::string& image) {
  std::vector<MobileNetSpec> specs(3, smallSpec(0.125, 40, 4));
  specs[0].normalization = {{0.485, 0.456, 0.406}, {0.229, 0.224, 0.225}, ChannelOrder::RGB};
  specs[0].classNames = trickyNames();
  specs[1].inputSize = 64;
  specs[1].normalization = {{0.2, 0.3, 0.4}, {0.5}, ChannelOrder::BGR};
  specs[1].classNames = {"one", "two", "three", ""};
  specs[2].inputChannels = 1;
  specs[2].normalization = {{0.5}, {0.25}, ChannelOrder::RGB};
  std::vector<MobileNet> tasks;
  for (const MobileNetSpec& spec : specs) tasks.push_back(outspokenNetwork(spec, tasks.size() + 1, image));
  auto network = std::make_shared<MergedNetwork>(tasks, BnPolicy::PerTask);
  for (const int layer : {2, 7}) network->merge(layer);
  network->train(false);
  return subjectOf("three", network, {"T\xc3\xa4sk \"A\"", "", "C: x"}, image);
}

/// Two tasks that see one image. Photographs are turned upright.
inline SnippetSubject twoWithTrunk(const std::string& image) {
  std::vector<MobileNet> tasks;
  for (const int classes : {4, 5}) {
    MobileNetSpec spec = smallSpec(0.125, 40, classes);
    if (classes == 4) spec.classNames = trickyNames();
    tasks.push_back(outspokenNetwork(spec, std::uint64_t(classes), image));
  }
  auto network = std::make_shared<MergedNetwork>(tasks, BnPolicy::PerTask);
  for (const int layer : {1, 2}) network->merge(layer);
  network->shareTrunk(2);
  network->train(false);
  SnippetSubject subject = subjectOf("trunk", network, {"first", "second"}, image);
  subject.network.upright = true;
  return subject;
}

/// One task with more classes than a snippet lists, of torchvision's kind.
inline SnippetSubject oneTask(const std::string& image) {
  MobileNetSpec spec = smallSpec(0.35, 64, 50);
  spec.architecture = Architecture::MobileNetV2;
  spec.bnEpsilon = 1e-5;
  spec.normalization = {{0.485, 0.456, 0.406}, {0.229, 0.224, 0.225}, ChannelOrder::RGB};
  spec.classNames = manyNames(spec.classes);
  auto network = std::make_shared<MobileNet>(outspokenNetwork(spec, 7, image));
  SnippetSubject subject = subjectOf("one", network, {}, image);
  subject.isOneTask = true;
  return subject;
}

/// Networks, and image files that become smaller and larger on their way into them.
class SnippetSubjects {
 public:
  SnippetSubjects() {
    writeSpots(images_[0], 197, 121, 1);
    writeSpots(images_[1], 20, 31, 2);
    all_ = {threeTasks(images_[0]), twoWithTrunk(images_[0]), oneTask(images_[0])};
  }

  std::string path(const std::string& name) const {
    return folder_.filePath(QString::fromStdString(name)).toStdString();
  }
  const std::vector<std::string>& images() const { return images_; }
  const std::vector<SnippetSubject>& all() const { return all_; }

  const SnippetSubject& called(const std::string& name) const {
    return *std::find_if(all_.begin(), all_.end(), [&](const auto& subject) { return subject.name == name; });
  }

  /// Whether the format can hold the network.
  static bool fits(const ExportChoice& choice, const SnippetSubject& subject) {
    if (choice.format == "torchvision") return subject.isOneTask;
    return choice.format != "torchscript-frozen" || subject.name != "trunk";
  }

  /// Calls check(target, choice, subject) for all that fit.
  template <typename Check>
  void forEach(const Check& check) const {
    for (const ExportTarget& target : exportTargets())
      for (const ExportChoice& choice : target.choices)
        for (const SnippetSubject& subject : all_)
          if (fits(choice, subject)) check(target, choice, subject);
  }

 private:
  QTemporaryDir folder_;
  std::vector<std::string> images_{path("wide.png"), path("small.png")};
  std::vector<SnippetSubject> all_;
};

}  // namespace zipper::test
