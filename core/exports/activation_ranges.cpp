// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/activation_ranges.h"

#include <algorithm>
#include <cmath>

#include "core/exports/graph_paths.h"
#include "core/exports/graph_run.h"
#include "core/support/error.h"

namespace zipper {

namespace {

constexpr int bins = 2048;
constexpr double leastScale = 1e-12;

struct Bounds {
  double low = 0, high = 0;  ///< zero is always between them
  void add(double least, double most) { low = std::min(low, least), high = std::max(high, most); }
};

/// Of pixels in [0,1], normalized. One number may stand for all channels, in either of the two.
Bounds boundsOfPixels(const Normalization& normalization) {
  const std::vector<double>&mean = normalization.mean, &std = normalization.std;
  Bounds bounds;
  for (std::size_t c = 0; c < std::max(mean.size(), std.size()); ++c)
    for (const double pixel : {0.0, 1.0}) {
      const double value = (pixel - mean.at(c % mean.size())) / std.at(c % std.size());
      bounds.add(value, value);
    }
  return bounds;
}

double squareErrorOf(const ValueCounts& histogram, const ValueRange& range) {
  const double width = (histogram.high - histogram.low) / double(histogram.counts.size()), scale = range.scale;
  double sum = 0;
  for (std::size_t i = 0; i < histogram.counts.size(); ++i) {
    if (histogram.counts[i] == 0) continue;
    const double value = histogram.low + (double(i) + 0.5) * width;
    const double step = std::clamp(std::nearbyint(value / scale) + range.zeroPoint, -128.0, 127.0);
    const double error = (step - range.zeroPoint) * scale - value;
    sum += histogram.counts[i] * error * error;
  }
  return sum;
}

/// What a graph's values are: bounds, then histograms between them.
class Meter {
 public:
  Meter(const InferenceGraph& graph, const std::vector<torch::Tensor>& images, int batchSize, const Work& work)
      : graph_(graph), images_(images), batchSize_(batchSize), work_(work), swish_(graph.values.size(), -1) {
    std::size_t swishes = 0;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
      if (graph.nodes[i].activation == Activation::HardSwish)
        swish_[std::size_t(graph.nodes[i].output)] = int(graph.values.size() + swishes++);
    bounds_.resize(graph.values.size() + swishes);
    for (const GraphTask& task : graph.tasks) {
      const Bounds pixels = boundsOfPixels(task.spec.normalization);
      bounds_[std::size_t(task.input)].add(pixels.low, pixels.high);
    }
    for (const torch::Tensor& batch : images) total_ += 2 * int((batch.size(0) + batchSize - 1) / batchSize);
  }

  ActivationRanges measure() {
    observe([&](int place, const torch::Tensor& x) { addBounds(place, x); });
    for (const Bounds& bounds : bounds_)
      histograms_.push_back({bounds.low, bounds.high, std::vector<double>(std::size_t(bins), 0.0)});
    observe([&](int place, const torch::Tensor& x) { count(histograms_[std::size_t(place)], x); });
    return ranges();
  }

 private:
  using See = std::function<void(int place, const torch::Tensor&)>;

  /// Each batch of each task. What goes into a hard swish is seen because it is left out of the graph and computed
  /// here.
  void observe(const See& see) {
    for (std::size_t t = 0; t < graph_.tasks.size(); ++t) {
      InferenceGraph path = graphOfTask(graph_, t);
      for (GraphNode& node : path.nodes)
        if (node.activation == Activation::HardSwish) node.activation = Activation::None;
      for (const torch::Tensor& batch : images_[t].split(batchSize_)) {
        work_.stop.throwIfStopped();
        runGraph(path, {batch}, [&](int value, const torch::Tensor& x) {
          torch::Tensor y = x;
          const int swish = swish_[std::size_t(value)];
          if (swish >= 0) see(swish, x), y = activate(x, Activation::HardSwish);
          see(value, y);
          return y;
        });
        work_.tell(++done_, total_);
      }
    }
  }

  void addBounds(int place, const torch::Tensor& x) {
    const double least = x.min().item<double>(), most = x.max().item<double>();
    if (!std::isfinite(least) || !std::isfinite(most)) fail(nameOf(place), ": its numbers are not finite");
    bounds_[std::size_t(place)].add(least, most);
  }

  static void count(ValueCounts& histogram, const torch::Tensor& x) {
    if (histogram.high <= histogram.low) return;
    const torch::Tensor found =
        torch::histc(x.flatten(), bins, histogram.low, histogram.high).to(torch::kDouble).contiguous();
    for (std::size_t i = 0; i < histogram.counts.size(); ++i) histogram.counts[i] += found.data_ptr<double>()[i];
  }

  std::string nameOf(int place) const {
    for (std::size_t value = 0; value < swish_.size(); ++value)
      if (swish_[value] == place) return graph_.values[value].name;
    return graph_.values[std::size_t(place)].name;
  }

  ActivationRanges ranges() const {
    ActivationRanges found;
    std::vector<bool> isWhole(graph_.values.size(), false);
    for (const GraphTask& task : graph_.tasks)
      isWhole[std::size_t(task.input)] = isWhole[std::size_t(task.output)] = true;
    for (const GraphNode& node : graph_.nodes)
      if (node.op == GraphOp::Softmax) isWhole[std::size_t(node.inputs.front())] = true;
    for (std::size_t value = 0; value < graph_.values.size(); ++value)
      found.values.push_back(isWhole[value] ? rangeBetween(bounds_[value].low, bounds_[value].high)
                                            : rangeOfLeastError(histograms_[value]));
    for (const GraphNode& node : graph_.nodes) {
      const auto output = std::size_t(node.output);
      if (node.op == GraphOp::Softmax) found.values[output] = {1.0f / 256, -128};
      if (node.activation == Activation::HardSigmoid) found.values[output] = {hardSigmoidScale, -128};
      found.beforeSwish.emplace_back();
      if (swish_[output] >= 0) found.beforeSwish.back() = rangeOfLeastError(histograms_[std::size_t(swish_[output])]);
    }
    return found;
  }

  const InferenceGraph& graph_;
  const std::vector<torch::Tensor>& images_;
  int batchSize_;
  const Work& work_;
  std::vector<int> swish_;  ///< by value: behind the values, the place of what goes into its hard swish, or -1
  std::vector<Bounds> bounds_;
  std::vector<ValueCounts> histograms_;
  int done_ = 0, total_ = 0;
};

}  // namespace

ValueRange rangeBetween(double low, double high) {
  low = std::min(low, 0.0);
  high = std::max(high, 0.0);
  const double scale = high > low ? std::max((high - low) / 255, leastScale) : 1.0;
  return {float(scale), std::int32_t(std::clamp(std::round(-128 - low / scale), -128.0, 127.0))};
}

ValueRange rangeOfLeastError(const ValueCounts& histogram) {
  constexpr int steps = 20, rounds = 2;
  constexpr double smallest = 0.3;  ///< of the measured bound
  ValueRange best = rangeBetween(histogram.low, histogram.high);
  if (histogram.high <= histogram.low) return best;
  double least = squareErrorOf(histogram, best);
  Bounds bounds{histogram.low, histogram.high};
  const auto move = [&](double Bounds::*end) {
    const double measured = end == &Bounds::low ? histogram.low : histogram.high;
    if (measured == 0) return;
    Bounds tried = bounds;
    for (int step = 0; step <= steps; ++step) {
      tried.*end = measured * (1 - (1 - smallest) * step / steps);
      const ValueRange range = rangeBetween(tried.low, tried.high);
      const double error = squareErrorOf(histogram, range);
      if (error < least) least = error, best = range, bounds = tried;
    }
  };
  for (int i = 0; i < rounds; ++i) {
    move(&Bounds::high);
    move(&Bounds::low);
  }
  return best;
}

ActivationRanges measureRanges(const InferenceGraph& graph, const std::vector<torch::Tensor>& images, int batchSize,
                               const Work& work) {
  return Meter(graph, images, batchSize, work).measure();
}

}  // namespace zipper
