// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/zippering/agreement.h"

#include "core/session/network_values.h"
#include "core/training/state_digest.h"

namespace zipper {

void checkSameSession(const Session& session, bool evaluates, const ProcessGroupPtr& group) {
  if (!group) return;
  Recipe recipe = session.recipe;
  recipe.threads = 0;
  for (TaskSource& source : recipe.sources) source.model = source.data = "";
  std::string text = concat(recipeToJson(recipe), session.path().size(), evaluates, session.teacherScores.size());
  if (session.current >= 0) {
    const StepResult& step = *session.steps[std::size_t(session.current)];
    text += digestOf(step.values->state) + std::to_string(step.calibrated.size());
  }
  const int other = rankThatDiffers(text, *group);
  if (other >= 0)
    fail("rank ", other, " of ", group->size(),
         " has other options, networks, data or finished steps than rank 0; start all processes with the same "
         "command line, on the same files or copies of them");
}

void checkSameWeights(MergedNetwork& network, StepTarget target, const ProcessGroupPtr& group) {
  if (!group) return;
  const int other = rankThatDiffers(digestOf(network.state()), *group);
  if (other >= 0)
    fail(titleOfStep(target), ": the weights of rank ", other, " of ", group->size(),
         " differ from those of rank 0 after the step; all processes must run the same build of zipper on "
         "processors of the same kind");
}

void checkBatchDivides(const StepPlan& plan, const ProcessGroupPtr& group) {
  const int batch = plan.settings.calibration.batchSize;
  if (!group || batch % group->size() == 0) return;
  const int smaller = batch / group->size() * group->size();
  fail("a batch of ", batch, " images can't be divided evenly among ", group->size(), " processes; choose --batch ",
       smaller > 0 ? concat(smaller, " or ") : "", smaller + group->size());
}

}  // namespace zipper
