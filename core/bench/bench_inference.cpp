// SPDX-License-Identifier: GPL-3.0-or-later

#include <memory>

#include "core/bench/bench_work.h"
#include "core/compute/folded_pass.h"
#include "core/network/folded_network.h"
#include "core/support/error.h"

namespace zipper {

namespace {

/// The same networks in both forms.
struct Networks {
  explicit Networks(const BenchOptions& options)
      : separate(randomTeachers(options)),
        merged(randomMerged(options)),
        trunk(randomMerged(options, benchTrunk)),
        foldedTrunk(trunk) {
    for (int t = 0; t < benchTasks; ++t) {
      foldedSeparate.emplace_back(separate[std::size_t(t)]);
      foldedMerged.emplace_back(merged.task(t));
      fusedSeparate.push_back(std::make_unique<FoldedPass>(separate[std::size_t(t)]));
      fusedMerged.push_back(std::make_unique<FoldedPass>(merged.task(t)));
      fusedTrunk.push_back(std::make_unique<FoldedPass>(trunk.task(t)));
    }
  }
  void runTrunk(const torch::Tensor& images) {
    const torch::Tensor maps = trunk.task(0)->trunk(images, benchTrunk);
    for (int t = 0; t < benchTasks; ++t) trunk.task(t)->branch(maps, benchTrunk);
  }

  void runFusedTrunk(const torch::Tensor& images) {
    const PassStart maps(benchTrunk, fusedTrunk.front()->behind(benchTrunk, images));
    for (const auto& task : fusedTrunk) task->logits(maps);
  }

  std::vector<MobileNet> separate;
  MergedNetwork merged, trunk;
  std::vector<FoldedNetwork> foldedSeparate, foldedMerged;
  FoldedTrunk foldedTrunk;
  std::vector<std::unique_ptr<FoldedPass>> fusedSeparate, fusedMerged, fusedTrunk;
};

void run(const std::vector<FoldedNetwork>& networks, const std::vector<torch::Tensor>& images) {
  for (std::size_t t = 0; t < images.size(); ++t) networks[t].forward(images[t]);
}

void run(const std::vector<std::unique_ptr<FoldedPass>>& networks, const std::vector<torch::Tensor>& images) {
  for (std::size_t t = 0; t < images.size(); ++t) networks[t]->logits(images[t]);
}

void addBatch(const BenchBatch& batch, const std::shared_ptr<Networks>& networks,
              const std::vector<torch::Tensor>& images, BenchWorks& works) {
  const auto add = [&](const char* key, const std::string& title, std::function<void()> work) {
    works.push_back(
        {{concat(batch.key, "/", key), concat("inference, ", batch.title, ": ", title), {}, benchTasks * batch.images},
         {[work = std::move(work)] {
           torch::NoGradGuard noGrad;
           work();
         }}});
  };
  const std::string trunk = concat("trunk to layer ", benchTrunk);
  add("separate", "separate", [=] { run(networks->foldedSeparate, images); });
  add("merged", "merged", [=] { run(networks->foldedMerged, images); });
  add("trunk", trunk, [=] { networks->foldedTrunk.forward(images.front()); });
  add("fused/separate", "separate, own loops", [=] { run(networks->fusedSeparate, images); });
  add("fused/merged", "merged, own loops", [=] { run(networks->fusedMerged, images); });
  add("fused/trunk", trunk + ", own loops", [=] { networks->runFusedTrunk(images.front()); });
  add("unfolded/separate", "separate, BN not folded", [=] {
    for (std::size_t t = 0; t < images.size(); ++t) networks->separate[t]->forward(images[t]);
  });
  add("unfolded/merged", "merged, BN not folded", [=] {
    for (std::size_t t = 0; t < images.size(); ++t) networks->merged.task(int(t))->forward(images[t]);
  });
  add("unfolded/trunk", trunk + ", BN not folded", [=] { networks->runTrunk(images.front()); });
}

}  // namespace

void addInference(const BenchOptions& options, BenchWorks& works) {
  const auto networks = std::make_shared<Networks>(options);
  for (const BenchBatch& batch : inferenceBatches(options))
    addBatch(batch, networks, randomImages(options, batch.images), works);
}

}  // namespace zipper
