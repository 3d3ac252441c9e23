// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/data_options.h"
#include "core/session/session.h"

namespace zipper::cli {

/// What can be said on the command line of merge and resume. Options that aren't given leave recipe or session as they
/// are.
struct MergeOptions {
  std::string a, b, dataA, dataB, session, out, report, recipe, progress = "text";
  std::string classesA, classesB;                   ///< see classesHelp in merge_input.h
  std::vector<std::string> overridesA, overridesB;  ///< "key=value", as in a recipe's overrides
  std::optional<std::string> preset, init, align, bn, layers, device, optimizer, schedule, update, precision;
  std::optional<int> steps, finetuneSteps, initImages, validationImages, validationInterval, trunk, batch, threads,
      backTo;
  std::optional<double> ridge, lr, l1Weight, crossEntropyWeight, distillationWeight, temperature, momentum;
  std::optional<std::uint64_t> seed;
  std::optional<bool> statistics, fisherWeights, fitKernels, fitHeads;
  bool noEval = false, noLabels = false, allowChanged = false;
  DataOptions images;
};

/// Adds those that name the two networks and say how their files are to be read.
void addModelOptions(CLI::App& command, const std::shared_ptr<MergeOptions>& options);
/// Adds the options that merge, resume and compare have in common.
void addPlanOptions(CLI::App& command, const std::shared_ptr<MergeOptions>& options);
/// Those, and the ones that only merge and resume have.
void addCommonOptions(CLI::App& command, const std::shared_ptr<MergeOptions>& options);

/// The recipe of `merge`: file or preset, then the options. Error if a source is missing.
Recipe recipeFromOptions(const MergeOptions& options);

/// What the user says about the classes of each task; empty where nothing was said.
std::vector<std::string> classWishes(const MergeOptions& options);

/// Applies the options of `resume` to the steps that are left; steps that are done stay what they are.
void applyToRemaining(const MergeOptions& options, Session& session);

}  // namespace zipper::cli
