// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace zipper {

struct OneImageTaskAnswers;

/// A class and how probable a network finds it.
struct NamedAnswer {
  QString name;
  double probability = 0;
};

/// The most probable classes, the most probable first. `names`: per output; one without a name is "class 7".
std::vector<NamedAnswer> topAnswers(const std::vector<float>& probabilities, const QStringList& names, int count);

/// "91.2 %"
QString probabilityShown(double probability);

/// "Both answer shirt.", "The teacher answers shirt, the merged network coat."; `merged`: whether anything is merged.
QString answerSentence(const OneImageTaskAnswers& answers, const QStringList& names, bool merged);

}  // namespace zipper
