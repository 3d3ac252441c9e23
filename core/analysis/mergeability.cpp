// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/mergeability.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "core/analysis/tensor_numbers.h"
#include "core/data/batch_loader.h"
#include "core/merging/alignment.h"
#include "core/merging/channel_fisher.h"
#include "core/merging/least_squares.h"
#include "core/merging/tap_store.h"
#include "core/network/merge_cost.h"
#include "core/session/network_values.h"
#include "core/session/session_network.h"
#include "core/support/random.h"
#include "core/training/image_sample.h"
#include "core/training/network_device.h"

namespace zipper {

namespace {

constexpr int batchSize = 64;
/// Bytes of what the teachers hand on from layer to layer, of all tasks together.
constexpr std::size_t tapBudget = std::size_t(512) << 20;

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
      images_.push_back({datasets[t], options.images, mixSeed({options.seed, t}),
                         std::make_shared<TapStore>(tapBudget / datasets.size()), options.images, options.device});
      networks_.push_back(teacherNetwork(session.teachers.at(t)));
    }
  }

  std::vector<LayerMergeability> run() {
    torch::NoGradGuard noGrad;
    for (std::size_t t = 0; t < networks_.size(); ++t)
      withNetworksOn(options_.device, {networks_[t]}, [&](const torch::Device& place) { collect(t, place); });
    orders_.resize(networks_.size());
    alignStems();
    std::vector<LayerMergeability> layers;
    for (int layer = 1; layer <= session_.layers(); ++layer) {
      layers.push_back(score(layer));
      work_.tell(batches_ + layer, batches_ + session_.layers());
    }
    return layers;
  }

 private:
  using Moments = std::map<int, LayerMoments>;

  /// Moments of all units that can be merged of a teacher, from one pass.
  void collect(std::size_t task, const torch::Device& place) {
    MobileNet& network = networks_[task];
    Moments moments;
    for (const Site& site : network->plan().sites)
      for (const int unit : site.merged) {
        const auto& shape = network->unit(unit)->options();
        moments.emplace(unit, LayerMoments(shape.inputChannels, shape.outputChannels));
      }
    LoaderOptions loading;
    loading.batchSize = batchSize;
    BatchLoader loader(imageSample(images_[task].dataset, options_.images, images_[task].seed), network->spec(),
                       loading);
    const int batches = int(loader.batchesPerEpoch());
    for (int done = 1; const auto batch = loader.next(); ++done) {
      work_.stop.throwIfStopped();
      pass(network, batchOn(place, *batch).images, mixSeed({images_[task].seed, std::uint64_t(done)}), moments);
      work_.tell(int(task) * batches + done, int(networks_.size()) * batches + session_.layers());
    }
    batches_ = int(networks_.size()) * batches;
    moments_.push_back(std::move(moments));
  }

  /// Adds what the units see and put out to their moments.
  static void pass(MobileNet& network, const torch::Tensor& images, std::uint64_t seed, Moments& moments) {
    const NetworkPlan& plan = network->plan();
    const auto apply = [&](int index, const torch::Tensor& x) {
      ConvUnit& unit = network->unit(index);
      const auto z = unit->beforeActivation(x);
      const auto found = moments.find(index);
      if (found != moments.end()) found->second.add(unit->seen(x), z, seed);
      return unit->activate(z);
    };
    walkUnits(plan, 0, int(network->units().size()), images, apply, [](int, const torch::Tensor&) {});
  }

  const NetworkPlan& plan() const { return networks_.front()->plan(); }
  Behind behind(int unit) const {
    return plan().units[std::size_t(unit)].normalizes() ? Behind::BatchNorm : Behind::Bias;
  }
  /// Of what has one sample an image, few samples would explain everything otherwise.
  double ridgeOf(int unit) const { return behind(unit) == Behind::BatchNorm ? options_.ridge : pooledRidge; }

  void alignStems() {
    if (!options_.align) return;
    for (std::size_t t = 1; t < networks_.size(); ++t)
      orders_[t][plan().outputSpace(0)] =
          matchByActivations(networks_[0], networks_[t], plan().tap(0), {images_[0], images_[t]}, {work_.stop});
  }

  LayerMergeability score(int layer) {
    std::vector<LayerMergeability> units;
    std::vector<float> costs;
    for (const int unit : plan().site(layer).merged) {
      work_.stop.throwIfStopped();
      units.push_back(scoreUnit(unit));
      const std::vector<float>& own = units.back().channelCosts;
      costs.insert(costs.end(), own.begin(), own.end());
    }
    LayerMergeability result = units.back();
    result.layer = layer;
    result.cost = meanOf(costs);
    result.loss = 0;
    for (const LayerMergeability& unit : units) result.loss += unit.loss;
    for (std::size_t i = 0; i < result.pairs.size(); ++i) {
      result.pairs[i].cost = 0;
      for (const LayerMergeability& unit : units)
        result.pairs[i].cost += unit.pairs[i].cost * (double(unit.channelCosts.size()) / double(costs.size()));
    }
    result.savedParameters =
        parametersSaved(session_.specs(), Sharing(std::vector<int>{layer}, session_.recipe.bnPolicy));
    return result;
  }

  LayerMergeability scoreUnit(int unit) {
    LayerMergeability result;
    for (std::size_t t = 0; t < networks_.size(); ++t) weigh(unit, t);
    for (std::size_t t = 1; t < networks_.size(); ++t) pairWithFirst(unit, t, result);
    result.channelCosts = result.partnerCosts.front();
    if (networks_.size() > 2) addOtherTasks(unit, result);
    for (const Moments& task : moments_)
      result.loss += lossOf(task.at(unit), unit, result.channelCosts) / double(moments_.size());
    return result;
  }

  /// By how much a task's answers depend on each output, of errors relative to its variance.
  void weigh(int unit, std::size_t task) {
    const torch::AutoGradMode withGradients(true);
    LayerMoments& own = moments_[task].at(unit);
    own.importance = channelFisher(networks_[task], unit, images_[task], {work_.stop}) * own.outputVariance();
  }

  /// What errors of these sizes, relative to the variance of each output, do to the answers of a task.
  double lossOf(const LayerMoments& task, int unit, const std::vector<float>& costs) const {
    const UnitPlan& planned = plan().units[std::size_t(unit)];
    const double positions = planned.normalizes() ? double(planned.outputSize) * planned.outputSize : 1;
    const auto errors = torch::tensor(costs, torch::kFloat64);
    return 0.5 * positions * (errors * task.importance).sum().item<double>();
  }

  /// Puts the channels of a task in A's order: what the unit reads, in the order that was found for it, and what it
  /// writes, unless a unit before has settled that.
  void pairWithFirst(int unit, std::size_t task, LayerMergeability& result) {
    const UnitPlan& planned = plan().units[std::size_t(unit)];
    LayerMoments &first = moments_[0].at(unit), &own = moments_[task].at(unit);
    std::map<int, std::vector<int>>& orders = orders_[task];
    if (const auto found = orders.find(planned.inputSpace); found != orders.end()) own.permuteInputs(found->second);
    const auto costs = pairingCosts(first, own, ridgeOf(unit), behind(unit));
    const auto known = orders.find(planned.outputSpace);
    const std::vector<int> order = !options_.align         ? inPlace(std::size_t(costs.size(0)))
                                   : known != orders.end() ? known->second
                                                           : matchByCosts(costs);
    orders[planned.outputSpace] = order;
    own.permuteOutputs(order);
    const auto values = costs.accessor<double, 2>();
    std::vector<float> ofPairs;
    for (std::size_t i = 0; i < order.size(); ++i) ofPairs.push_back(float(values[std::int64_t(i)][order[i]]));
    result.pairs.push_back({0, int(task), meanOf(ofPairs)});
    result.partnerCosts.push_back(std::move(ofPairs));
    result.partners.push_back(order);
  }

  /// What takes more than A and one other task: all of them together, and the pairs of the others.
  void addOtherTasks(int unit, LayerMergeability& result) {
    std::vector<OwnFit> fits;
    for (const auto& task : moments_) fits.push_back(ownFit(task.at(unit), ridgeOf(unit), behind(unit)));
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
  int batches_ = 0;  ///< of all tasks
  std::vector<CalibrationImages> images_;
  std::vector<MobileNet> networks_;
  std::vector<Moments> moments_;                         ///< [task], by unit
  std::vector<std::map<int, std::vector<int>>> orders_;  ///< [task], by space: the channels in A's order
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
    return a.loss * double(b.savedParameters) < b.loss * double(a.savedParameters);
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
