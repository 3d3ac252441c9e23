// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/terms.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

#include "core/network/task_names.h"
#include "core/support/error.h"
#include "widgets/style/plain_text.h"

namespace zipper {

namespace {

struct Terms {
  Q_DECLARE_TR_FUNCTIONS(Terms)
};

}  // namespace

QString initializationName(Initialization initialization) {
  switch (initialization) {
    case Initialization::FromA:
      return Terms::tr("from A");
    case Initialization::FromB:
      return Terms::tr("from B");
    case Initialization::Random:
      return Terms::tr("random");
    case Initialization::Mean:
      return Terms::tr("mean");
    case Initialization::LeastSquares:
      return Terms::tr("least squares");
  }
  return {};
}

QString alignmentName(Alignment alignment) {
  switch (alignment) {
    case Alignment::None:
      return Terms::tr("none");
    case Alignment::Weights:
      return Terms::tr("weights");
    case Alignment::Activations:
      return Terms::tr("activations");
    case Alignment::Mergeability:
      return Terms::tr("mergeability");
  }
  return {};
}

QString besidesText(const Start& start, BnPolicy policy) {
  QStringList fits;
  if (usesFisherWeights(start, policy)) fits << Terms::tr("Fisher weights");
  if (start.fitKernels) fits << Terms::tr("kernels fitted");
  if (start.fitHeads) fits << Terms::tr("heads fitted");
  const QString rest = fits.isEmpty() ? Terms::tr("nothing fitted") : fits.join(QStringLiteral(", "));
  return Terms::tr("alignment: %1; %2").arg(alignmentName(start.alignment), rest);
}

QString factorName(StartFactor factor) {
  switch (factor) {
    case StartFactor::Alignment:
      return Terms::tr("alignment");
    case StartFactor::FisherWeights:
      return Terms::tr("Fisher weights");
    case StartFactor::KernelFit:
      return Terms::tr("fit of the kernels");
    case StartFactor::HeadFit:
      return Terms::tr("fit of the heads");
  }
  return {};
}

QString optimizerName(OptimizerKind optimizer) {
  return optimizer == OptimizerKind::Adam ? Terms::tr("Adam") : Terms::tr("SGD");
}

QString scheduleName(ScheduleKind schedule) {
  switch (schedule) {
    case ScheduleKind::Constant:
      return Terms::tr("constant");
    case ScheduleKind::Exponential:
      return Terms::tr("exponential");
    case ScheduleKind::Cosine:
      return Terms::tr("cosine");
  }
  return {};
}

QString strategyTitle(const std::string& name) {
  if (name == "naive") return Terms::tr("naive");
  const auto plus = name.find('+');
  try {
    const QString initialization = initializationName(initializationFromString(name.substr(0, plus)));
    if (plus == std::string::npos) return initialization;
    return Terms::tr("%1, alignment: %2")
        .arg(initialization, alignmentName(alignmentFromString(name.substr(plus + 1))));
  } catch (const Error&) {
    return style::shown(name);
  }
}

QString stepTitle(StepTarget target) {
  return target.isFineTuning() ? Terms::tr("fine-tuning") : Terms::tr("layer %1").arg(target.layerNumber());
}

bool areBlocks(const std::vector<UnitPlan>& units) {
  return std::any_of(units.begin(), units.end(),
                     [](const UnitPlan& unit) { return unit.merges && unit.role() != "pointwise"; });
}

QString layerStateName(LayerState state) {
  switch (state) {
    case LayerState::Separate:
      return Terms::tr("separate");
    case LayerState::Merged:
      return Terms::tr("merged");
    case LayerState::InWork:
      return Terms::tr("in work");
    case LayerState::LeftOut:
      return Terms::tr("left out");
  }
  return {};
}

QString taskLetter(int task) { return QString::fromStdString(taskCapital(task)); }

QString taskTitle(int task, const QString& name) {
  return name.isEmpty() ? taskLetter(task) : QStringLiteral("%1 · %2").arg(taskLetter(task), name);
}

QString taskLetters(int first, int end) {
  QStringList letters;
  for (int task = first; task < end; ++task) letters << taskLetter(task);
  if (letters.size() < 2) return letters.join(QString());
  const QString last = letters.takeLast();
  return Terms::tr("%1 and %2").arg(letters.join(QStringLiteral(", ")), last);
}

}  // namespace zipper
