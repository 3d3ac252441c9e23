// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/bias_correction.h"

#include "core/exports/graph_paths.h"
#include "core/exports/quantized_run.h"
#include "core/exports/quantized_weights.h"

namespace zipper {

namespace {

/// A value for the images of one task.
struct TwoValues {
  torch::Tensor exact, rounded;
};

class BiasCorrector {
 public:
  BiasCorrector(QuantizedGraph& graph, const std::vector<torch::Tensor>& images)
      : graph_(graph), exact_(graph.graph), lastReader_(graph.graph.values.size(), 0) {
    for (GraphNode& node : exact_.nodes) node.activation = Activation::None;
    for (std::size_t i = 0; i < exact_.nodes.size(); ++i)
      for (const int input : exact_.nodes[i].inputs) lastReader_[std::size_t(input)] = i;
    for (std::size_t t = 0; t < exact_.tasks.size(); ++t) {
      const auto input = std::size_t(exact_.tasks[t].input);
      values_.emplace_back(exact_.values.size());
      values_[t][input] = {images.at(t), roundedInput(graph.ranges[input], images.at(t))};
      isNeeded_.push_back(nodesOfTask(exact_, t));
    }
  }

  void run(const Work& work) {
    rounded_ = dequantized(graph_);
    for (GraphNode& node : rounded_.nodes) node.activation = Activation::None;
    for (std::size_t i = 0; i < exact_.nodes.size(); ++i) {
      work.stop.throwIfStopped();
      std::vector<TwoValues> sums = sumsOf(i);
      if (exact_.nodes[i].weight >= 0) correct(i, sums);
      handOn(i, sums);
    }
  }

 private:
  using Shape = std::vector<std::int64_t>;

  /// For each task that needs the node what it computes before its activation.
  std::vector<TwoValues> sumsOf(std::size_t index) const {
    std::vector<TwoValues> sums(values_.size());
    for (std::size_t t = 0; t < values_.size(); ++t) {
      if (!isNeeded_[t][index]) continue;
      std::vector<torch::Tensor> exact, rounded;
      for (const int input : exact_.nodes[index].inputs) {
        exact.push_back(values_[t][std::size_t(input)].exact);
        rounded.push_back(values_[t][std::size_t(input)].rounded);
      }
      sums[t] = {outputOf(exact_, exact_.nodes[index], exact), outputOf(rounded_, rounded_.nodes[index], rounded)};
    }
    return sums;
  }

  void correct(std::size_t index, std::vector<TwoValues>& sums) {
    torch::Tensor error = torch::zeros({std::int64_t(graph_.nodes[index].weightScales.size())}, torch::kDouble);
    double count = 0;
    for (const TwoValues& sum : sums) {
      if (!sum.exact.defined()) continue;
      const Shape others = sum.exact.dim() == 4 ? Shape{0, 2, 3} : Shape{0};
      error += (sum.rounded - sum.exact).sum(others, false, torch::kDouble);
      count += double(sum.exact.numel() / sum.exact.size(1));
    }
    if (count == 0) return;
    torch::Tensor& bias = graph_.nodes[index].bias;
    const torch::Tensor before = bias;
    const torch::Tensor scales = biasScales(graph_, index);
    bias = quantizedBias(graph_, index, before.to(torch::kDouble) * scales - error / count);
    const torch::Tensor change = ((bias.to(torch::kDouble) - before.to(torch::kDouble)) * scales).to(torch::kFloat);
    for (TwoValues& sum : sums)
      if (sum.exact.defined()) sum.rounded += change.view(sum.exact.dim() == 4 ? Shape{1, -1, 1, 1} : Shape{1, -1});
  }

  void handOn(std::size_t index, std::vector<TwoValues>& sums) {
    const GraphNode& node = graph_.graph.nodes[index];
    for (std::size_t t = 0; t < values_.size(); ++t) {
      if (sums[t].exact.defined())
        values_[t][std::size_t(node.output)] = {activate(sums[t].exact, node.activation),
                                                activatedAndRounded(graph_, index, sums[t].rounded)};
      for (const int input : node.inputs)
        if (lastReader_[std::size_t(input)] == index) values_[t][std::size_t(input)] = {};
    }
  }

  QuantizedGraph& graph_;
  InferenceGraph exact_, rounded_;              ///< without activations
  std::vector<std::size_t> lastReader_;         ///< of each value
  std::vector<std::vector<TwoValues>> values_;  ///< [task][value]
  std::vector<std::vector<bool>> isNeeded_;     ///< [task][node]
};

}  // namespace

void correctBiases(QuantizedGraph& graph, const std::vector<torch::Tensor>& images, const Work& work) {
  torch::NoGradGuard noGrad;
  BiasCorrector(graph, images).run(work);
}

}  // namespace zipper
