// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/inference_time.h"
#include "core/network/merge_cost.h"
#include "core/report/html_parts.h"
#include "core/report/report_figures.h"
#include "core/support/error.h"
#include "core/support/text_format.h"

namespace zipper {

namespace {

const char* const arrow = " \u2192 ";

std::string card(const std::string& name, const std::string& figure, const std::string& note) {
  return concat("<div class=\"card\"><dt>", escapeXml(name), "</dt><dd class=\"figure\">", escapeXml(figure),
                "</dd><dd class=\"soft\">", escapeXml(note), "</dd></div>\n");
}

/// Top-1 of a task: teacher and merged, or whichever of them was evaluated.
std::string accuracyCard(const Session& session, int task) {
  const Scores current = currentScores(session);
  const Score* teacher = scoreOf(session.teacherScores, task);
  const Score* merged = scoreOf(current, task);
  const std::string name = concat("Top-1 of ", shortened(taskTitle(session, task), 60));
  if (teacher != nullptr && merged != nullptr)
    return card(name, concat(percentText(teacher->top1), arrow, percentText(merged->top1)),
                concat(pointsText(merged->top1 - teacher->top1), ", teacher to merged"));
  if (teacher != nullptr) return card(name, percentText(teacher->top1), "teacher");
  return merged == nullptr ? "" : card(name, percentText(merged->top1), "merged");
}

std::string costCards(const Session& session) {
  const MergeCost cost = mergeCost(session);
  return card("Compression", fixedNumber(cost.compression, 3) + "\u00d7",
              concat(withThousands(cost.separateParameters), arrow, withThousands(cost.mergedParameters),
                     " parameters")) +
         card("Size of the weights", concat(bytesText(cost.separateBytes), arrow, bytesText(cost.mergedBytes)),
              "float32, batch statistics included");
}

std::string inferenceCard(const InferenceTime& time) {
  const bool trunk = time.trunk > 0;
  return card("Inference, all tasks",
              concat(millisecondsText(time.separate), arrow, millisecondsText(trunk ? time.trunk : time.merged)),
              concat(trunk ? "separate to merged on the same image" : "separate to merged", ", batch ", time.batch,
                     ", ", time.threads, time.threads == 1 ? " thread" : " threads"));
}

std::string effortCard(const Session& session) {
  const auto steps = session.path().size();
  const std::int64_t iterations = iterationsOfPath(session);
  return card("Calibration", concat(withThousands(iterations), iterations == 1 ? " iteration" : " iterations"),
              concat(durationText(secondsOfPath(session)), " for ", steps, steps == 1 ? " step" : " steps"));
}

}  // namespace

std::string summaryCards(const Session& session, const std::vector<InferenceTime>& times) {
  std::string cards;
  for (int t = 0; t < session.taskCount(); ++t) cards += accuracyCard(session, t);
  cards += costCards(session);
  if (!times.empty()) cards += inferenceCard(times.front());
  if (!session.path().empty()) cards += effortCard(session);
  return concat("<dl class=\"cards\">\n", cards, "</dl>\n");
}

}  // namespace zipper
