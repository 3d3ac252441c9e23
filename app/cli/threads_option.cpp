// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/threads_option.h"

#include "core/recipe/fields.h"

namespace zipper::cli {

void addThreads(CLI::App& command, int& threads) {
  const RecipeFieldInfo& info = infoOf(RecipeField::Threads);
  command.add_option(info.option, threads, info.help)->check(CLI::Range(0, 1024))->capture_default_str();
}

}  // namespace zipper::cli
