// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include "widgets/summary/summary.h"

namespace zipper::summary {

/// The sentences of the summary card.

/// "After layer 3: 1.12× fewer parameters"
QString headline(const Summary& summary);
/// The same where there is more room: "After layer 3: 1.12× fewer parameters (3 of 13 layers merged)".
QString longHeadline(const Summary& summary);
/// What stands behind the headline where the card is one line: accuracies, and what comes next.
QString shortText(const Summary& summary, const SummaryWork& work);
/// What became of the tasks: which of them lost most, or that none did. Empty: nothing is known.
QString resultText(const Summary& summary);
/// "Time: 4.1 s for layer 3, 12.3 s for all 3 steps." Empty: nothing was done.
QString timeText(const Summary& summary);
/// "Next: layer 4 (least squares), about 5 s; all 10 steps that are left: about 40 s."
QString nextText(const Summary& summary, const SummaryWork& work);
/// What is to be known about the numbers: that they are of a sample, that there are no images. Empty: nothing.
QString noteText(const Summary& summary);
/// "before: 412,345 parameters, 1.65 MB"
QString memoryBefore(const MergeCost& cost);
/// The same of the merged network. `planned`: it is what the plan will come to.
QString memoryAfter(const MergeCost& cost, bool planned);

/// "89.3–92.8": the ends of a 95 % interval in percent.
QString interval(const Proportion& proportion);
/// "−1.2", in percentage points, with a true minus sign.
QString points(double difference);
QString count(qint64 number);
/// "1.83"
QString factor(double compression);
/// As the locale writes numbers: "1,65 MB".
QString bytes(qint64 bytes);
/// "4.1 s", as the locale writes numbers.
QString duration(double seconds);
/// Of an estimate: "9 min".
QString roughly(double seconds);
/// A task's row in a sentence, for tool tips and for those who don't see the table.
QString taskSentence(const TaskSummary& task);

}  // namespace zipper::summary
