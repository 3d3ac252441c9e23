// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/session/comparison_list.h"

#include <utility>

#include "core/session/comparison_validation.h"
#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

void keepComparison(Session& session, std::shared_ptr<const KeptComparison> comparison,
                    std::optional<std::size_t> place) {
  if (!place && session.comparisons.size() >= mostComparisons)
    fail("the session holds ", mostComparisons, " comparisons, more aren't kept; remove some of them");
  ComparisonOutline outline{*comparison, {}};
  for (const ComparisonRun& run : comparison->comparison.runs)
    outline.iterations.push_back(std::int64_t(run.losses.size()));
  checkComparison(outline, session, "the comparison");
  if (place)
    session.comparisons.at(*place) = std::move(comparison);
  else
    session.comparisons.push_back(std::move(comparison));
}

void renameComparison(Session& session, std::size_t place, const std::string& name) {
  KeptComparison kept = *session.comparisons.at(place);
  kept.name = validUtf8(name);
  if (kept.name.size() > longestComparisonName)
    fail("the name of a comparison has ", kept.name.size(), " bytes, at most ", longestComparisonName, " expected");
  if (kept.name.find_first_of("\r\n") != std::string::npos)
    fail("the name of a comparison has more than one line: ", inQuotes(kept.name));
  session.comparisons[place] = std::make_shared<const KeptComparison>(std::move(kept));
}

}  // namespace zipper
