// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/mergeability.h"

#include <algorithm>
#include <numeric>

#include "core/analysis/tensor_numbers.h"
#include "core/data/batch_loader.h"
#include "core/merging/alignment.h"
#include "core/merging/least_squares.h"
#include "core/network/merge_cost.h"
#include "core/session/network_values.h"
#include "core/session/session_network.h"
#include "core/support/random.h"
#include "core/training/image_sample.h"

namespace zipper {

namespace {

constexpr int batchSize = 64;

std::vector<int> inPlace(std::size_t channels) {
  std::vector<int> order(channels);
  std::iota(order.begin(), order.end(), 0);
  return order;
}

double meanOf(const std::vector<float>& values) {
  double sum = 0;
  for (const float value : values) sum += double(value) / double(values.size());
  return sum;
}

/// Scores the layers one after another; the channels of the other tasks are put in A's order on the way.
class Scorer {
 public:
  Scorer(const Session& session, const std::vector<DatasetPtr>& datasets, const MergeabilityOptions& options,
         const Work& work)
      : session_(session), options_(options), work_(work) {
    for (std::size_t t = 0; t < datasets.size(); ++t) {
      images_.push_back({datasets[t], options.images, mixSeed({options.seed, t})});
      networks_.push_back(teacherNetwork(session.teachers.at(t)));
    }
  }

  std::vector<LayerMergeability> run() {
    torch::NoGradGuard noGrad;
    for (std::size_t t = 0; t < networks_.size(); ++t) collect(t);
    alignStems();
    std::vector<LayerMergeability> layers;
    for (int layer = 1; layer <= session_.layers(); ++layer) layers.push_back(score(layer));
    return layers;
  }

 private:
  /// Moments of all layers of a teacher from one pass.
  void collect(std::size_t task) {
    MobileNet& network = networks_[task];
    std::vector<LayerMoments> moments;
    for (int layer = 1; layer <= network->layers(); ++layer) {
      const auto& shape = network->pointwise(layer)->options();
      moments.emplace_back(shape.inputChannels, shape.outputChannels);
    }
    LoaderOptions loading;
    loading.batchSize = batchSize;
    BatchLoader loader(imageSample(images_[task].dataset, options_.images, images_[task].seed), network->spec(),
                       loading);
    const int batches = int(loader.batchesPerEpoch());
    for (int done = 1; const auto batch = loader.next(); ++done) {
      work_.stop.throwIfStopped();
      pass(network, batch->images, mixSeed({images_[task].seed, std::uint64_t(done)}), moments);
      work_.tell(int(task) * batches + done, int(networks_.size()) * batches);
    }
    moments_.push_back(std::move(moments));
  }

  /// Adds what the pointwise convolutions see and put out to the moments of their layers.
  static void pass(MobileNet& network, const torch::Tensor& images, std::uint64_t seed,
                   std::vector<LayerMoments>& moments) {
    const NetworkPlan& plan = network->plan();
    const auto apply = [&](int index, const torch::Tensor& x) {
      ConvUnit& unit = network->unit(index);
      const auto z = unit->bn->forward(unit->convolve(x));
      const UnitPlan& planned = plan.units[std::size_t(index)];
      if (planned.merges) moments[std::size_t(planned.layer) - 1].add(x, z, seed);
      return unit->activate(z);
    };
    walkUnits(plan, 0, int(network->units().size()), images, apply, [](int, const torch::Tensor&) {});
  }

  void alignStems() {
    if (!options_.align) return;
    for (std::size_t t = 1; t < networks_.size(); ++t)
      moments_[t][0].permuteInputs(
          matchByActivations(networks_[0], networks_[t], 0, {images_[0], images_[t]}, {work_.stop}));
  }

  LayerMergeability score(int layer) {
    work_.stop.throwIfStopped();
    const auto index = std::size_t(layer) - 1;
    LayerMergeability result;
    result.layer = layer;
    for (std::size_t t = 1; t < networks_.size(); ++t) pairWithFirst(index, t, result);
    result.channelCosts = result.partnerCosts.front();
    if (networks_.size() > 2) addOtherTasks(index, result);
    result.cost = meanOf(result.channelCosts);
    const MergeCost cost = mergeCost(session_.specs(), Sharing(std::vector<int>{layer}, session_.recipe.bnPolicy));
    result.savedParameters = cost.separateParameters - cost.mergedParameters;
    return result;
  }

  /// Puts the channels of a task in A's order, here and where the next layer reads them.
  void pairWithFirst(std::size_t index, std::size_t task, LayerMergeability& result) {
    const auto costs = pairingCosts(moments_[0][index], moments_[task][index], options_.ridge);
    const std::vector<int> order = options_.align ? matchByCosts(costs) : inPlace(std::size_t(costs.size(0)));
    if (index + 1 < moments_[task].size()) moments_[task][index + 1].permuteInputs(order);
    moments_[task][index].permuteOutputs(order);
    const auto values = costs.accessor<double, 2>();
    std::vector<float> own;
    for (std::size_t i = 0; i < order.size(); ++i) own.push_back(float(values[std::int64_t(i)][order[i]]));
    result.pairs.push_back({0, int(task), meanOf(own)});
    result.partnerCosts.push_back(std::move(own));
    result.partners.push_back(order);
  }

  /// What takes more than A and one other task: all of them together, and the pairs of the others.
  void addOtherTasks(std::size_t index, LayerMergeability& result) {
    std::vector<OwnFit> fits;
    for (const auto& task : moments_) fits.push_back(ownFit(task[index], options_.ridge));
    result.channelCosts = numbersOf(sharingCosts(fits));
    for (std::size_t first = 1; first < fits.size(); ++first)
      for (std::size_t second = first + 1; second < fits.size(); ++second) {
        work_.stop.throwIfStopped();
        const double cost = sharingCosts({fits[first], fits[second]}).mean().item<double>();
        result.pairs.push_back({int(first), int(second), cost});
      }
  }

  const Session& session_;
  const MergeabilityOptions& options_;
  const Work& work_;
  std::vector<CalibrationImages> images_;
  std::vector<MobileNet> networks_;
  std::vector<std::vector<LayerMoments>> moments_;  ///< [task][layer - 1]
};

}  // namespace

std::vector<LayerMergeability> mergeability(const Session& session, const std::vector<DatasetPtr>& datasets,
                                            const MergeabilityOptions& options, const Work& work) {
  return Scorer(session, datasets, options, work).run();
}

std::vector<int> suggestLayers(const std::vector<LayerMergeability>& layers, const std::vector<MobileNetSpec>& tasks,
                               BnPolicy policy, double compression, const std::vector<int>& merged) {
  std::vector<LayerMergeability> sorted = layers;
  std::stable_sort(sorted.begin(), sorted.end(), [](const LayerMergeability& a, const LayerMergeability& b) {
    return a.cost * double(b.savedParameters) < b.cost * double(a.savedParameters);
  });
  std::vector<int> chosen = merged;
  for (const LayerMergeability& next : sorted) {
    if (std::find(merged.begin(), merged.end(), next.layer) != merged.end()) continue;
    if (mergeCost(tasks, Sharing(chosen, policy)).compression >= compression) break;
    chosen.push_back(next.layer);
  }
  return chosen;
}

}  // namespace zipper
