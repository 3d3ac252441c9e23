// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/session/comparison_validation.h"

#include <cmath>
#include <set>
#include <utility>

#include "core/session/score_checks.h"
#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

/// Seconds since 1970: up to the year 9999.
constexpr std::int64_t latestTime = 253402300799;

class ComparisonCheck {
 public:
  ComparisonCheck(const ComparisonOutline& outline, const Session& session, const std::string& where)
      : outline_(outline),
        kept_(outline.kept),
        comparison_(outline.kept.comparison),
        session_(session),
        where_(where) {}

  void check() {
    if (kept_.name.size() > longestComparisonName)
      fail(where_, ": a name of ", kept_.name.size(), " bytes found, at most ", longestComparisonName, " expected");
    if (kept_.written < 0 || kept_.written > latestTime)
      fail(where_, ": 'written' holds ", kept_.written, ", seconds since 1970 expected");
    if (comparison_.recipe.sources.size() != session_.teachers.size())
      fail(where_, ": its recipe names ", comparison_.recipe.sources.size(), " sources for ", session_.teachers.size(),
           " teachers");
    checkScores(comparison_.teacherScores, session_.teachers.size(), true, where_ + ": the teachers");
    checkStrategies();
    checkSeeds();
    checkSpeedups();
    checkRuns();
  }

 private:
  void checkStrategies() {
    if (comparison_.strategies.size() > mostStrategies)
      fail(where_, ": ", comparison_.strategies.size(), " strategies found, at most ", mostStrategies, " expected");
    for (const Strategy& strategy : comparison_.strategies) {
      if (strategy.name.empty() || strategy.name.size() > longestComparisonName)
        fail(where_, ": a strategy's name of ", strategy.name.size(), " bytes found, 1 to ", longestComparisonName,
             " expected");
      if (!names_.insert(strategy.name).second)
        fail(where_, ": the strategy ", inQuotes(strategy.name), " is there twice");
    }
  }

  void checkSeeds() {
    if (comparison_.seeds.size() > mostSeeds)
      fail(where_, ": ", comparison_.seeds.size(), " seeds found, at most ", mostSeeds, " expected");
    for (const std::uint64_t seed : comparison_.seeds)
      if (!seeds_.insert(seed).second) fail(where_, ": the seed ", seed, " is there twice");
  }

  void checkSpeedups() const {
    const std::size_t steps = comparison_.recipe.steps.size();
    if (!comparison_.speedups.empty() && comparison_.speedups.size() != steps)
      fail(where_, ": ", comparison_.speedups.size(), " speedups found, ", steps,
           " expected: one after each step of the plan, or none");
    for (const double speedup : comparison_.speedups)
      if (!(speedup > 0) || !std::isfinite(speedup))
        fail(where_, ": a speedup of ", speedup, " found, a positive number expected");
  }

  void checkRuns() const {
    std::set<std::pair<std::string, std::uint64_t>> seen;
    for (std::size_t i = 0; i < comparison_.runs.size(); ++i) {
      const ComparisonRun& run = comparison_.runs[i];
      if (names_.count(run.strategy) == 0 || seeds_.count(run.seed) == 0)
        fail(where_, ": a run of ", inQuotes(run.strategy), " with seed ", run.seed, " found, which isn't compared");
      if (!seen.insert({run.strategy, run.seed}).second)
        fail(where_, ": two runs of ", inQuotes(run.strategy), " with seed ", run.seed);
      checkRun(run, outline_.iterations[i], where_ + ": run " + printable(run.strategy));
    }
  }

  void checkRun(const ComparisonRun& run, std::int64_t iterations, const std::string& where) const {
    if (run.parameters < 0) fail(where, ": ", run.parameters, " parameters found, 0 or more expected");
    if (iterations < 0) fail(where, ": ", iterations, " iterations found, 0 or more expected");
    checkSeconds(run.seconds, where);
    const std::size_t most = 2 * comparison_.recipe.steps.size() + 2;
    if (run.points.size() > most)
      fail(where, ": ", run.points.size(), " scored moments found, at most ", most, " expected: two for each step");
    std::int64_t last = 0;
    for (const ComparisonPoint& point : run.points) {
      if (point.target.mergesLayer() && point.target.layerNumber() > session_.layers())
        fail(where, ": there is no layer ", point.target.layerNumber());
      if (point.mergedLayers < 0 || point.mergedLayers > session_.layers())
        fail(where, ": ", point.mergedLayers, " merged layers found, 0 to ", session_.layers(), " expected");
      if (point.iterations < last || point.iterations > iterations)
        fail(where, ": a moment after ", point.iterations, " iterations found, ", last, " to ", iterations,
             " expected");
      last = point.iterations;
      checkSeconds(point.seconds, where);
      checkScores(point.scores, session_.teachers.size(), true, where);
    }
  }

  static void checkSeconds(double seconds, const std::string& where) {
    if (!(seconds > -1e-3) || !std::isfinite(seconds)) fail(where, ": ", seconds, " seconds found, 0 or more expected");
  }

  const ComparisonOutline& outline_;
  const KeptComparison& kept_;
  const Comparison& comparison_;
  const Session& session_;
  const std::string& where_;
  std::set<std::string> names_;
  std::set<std::uint64_t> seeds_;
};

}  // namespace

void checkComparison(const ComparisonOutline& outline, const Session& session, const std::string& where) {
  ComparisonCheck(outline, session, where).check();
}

}  // namespace zipper
