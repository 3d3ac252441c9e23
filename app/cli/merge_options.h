// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/data_options.h"
#include "app/cli/setting_options.h"
#include "app/cli/task_options.h"
#include "core/session/session.h"

namespace zipper::cli {

/// What can be said on the command line of merge and resume. Options that aren't given leave recipe or session as they
/// are.
struct MergeOptions {
  TaskOptions tasks;
  std::string session, out, report, recipe, progress = "text";
  SettingOptions settings;
  std::optional<std::string> preset, bn, layers, device;
  std::optional<int> steps, finetuneSteps, threads, backTo;
  std::optional<std::uint64_t> seed;
  std::optional<std::string> runName, notes;
  bool noEval = false, noLabels = false, allowChanged = false;
  DataOptions images;
};

/// Adds the options that merge, resume and compare have in common.
void addPlanOptions(CLI::App& command, const std::shared_ptr<MergeOptions>& options);
/// Those, and the ones that only merge and resume have.
void addCommonOptions(CLI::App& command, const std::shared_ptr<MergeOptions>& options);

/// A recipe file; Error that names it.
Recipe recipeFromFile(const std::string& path);

/// The recipe of a session with what the options change of it, for a merge of its networks from the beginning.
Recipe recipeFromSession(const MergeOptions& options, Recipe recipe);

/// Gives the run that the session's next step belongs to, or the one that it stands on if no step is left, the name and
/// the notes of the options. Nothing where none are given.
void nameRun(const MergeOptions& options, Session& session);
/// WrongUsage if a run can't be called so.
void checkRunName(const MergeOptions& options);

/// The recipe of `merge`: file or preset, then the options. WrongUsage if a source is missing.
Recipe recipeFromOptions(const MergeOptions& options);

/// What is wrong with --layers, without the field's own name, which the option has said already.
std::string withoutField(const std::string& message);

/// Applies the options of `resume` to the steps that are left; steps that are done stay what they are.
void applyToRemaining(const MergeOptions& options, Session& session);

}  // namespace zipper::cli
