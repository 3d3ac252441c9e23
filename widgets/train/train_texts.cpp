// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/train/train_texts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include "core/zippering/work_estimate.h"
#include "widgets/style/plain_text.h"
#include "widgets/welcome/model_text.h"

namespace zipper {

namespace {

struct TrainText {
  Q_DECLARE_TR_FUNCTIONS(TrainText)
};

}  // namespace

QString networkText(const ModelSummary& summary) {
  if (summary.spec.classes > 0) return readingText(summary);
  return readingText(summary).section(QLatin1Char('\n'), 0, 0) + QLatin1Char('\n') +
         TrainText::tr("A backbone: it gets a head for the classes of the images.");
}

QString plannedNetworkText(const MobileNetSpec& spec) {
  return TrainText::tr("To be trained: %1, width %2, input %3×%3, %n class(es).", nullptr, spec.classes)
      .arg(style::shown(titleOf(spec.architecture)), QLocale().toString(spec.width), QString::number(spec.inputSize));
}

QString trainingStateText(const TrainingState& state) {
  const QLocale locale;
  if (state.epoch == 0)
    return TrainText::tr("Images go through the layers that stay as they are: batch %1 of %2")
        .arg(locale.toString(state.prepared), locale.toString(state.toPrepare));
  if (state.toScore > 0 && !state.epochEnded)
    return TrainText::tr("Epoch %1 of %2, validation: batch %3 of %4")
        .arg(locale.toString(state.epoch), locale.toString(state.epochs), locale.toString(state.scored),
             locale.toString(state.toScore));
  return TrainText::tr("Epoch %1 of %2, batch %3 of %4, %5 images/s")
      .arg(locale.toString(state.epoch), locale.toString(state.epochs), locale.toString(state.batch),
           locale.toString(state.batches), locale.toString(qint64(state.imagesPerSecond)));
}

QString trainingTimeText(double seconds, bool keepsFeatures) {
  if (seconds < 0) return {};
  const QString time = style::shown(roughDuration(seconds));
  if (keepsFeatures)
    return TrainText::tr("About %1 on this machine, most of it once for all epochs; an estimate from a few batches.")
        .arg(time);
  return TrainText::tr("About %1 on this machine; an estimate from a few batches.").arg(time);
}

QString suggestedTrainingName(const TrainingChoice& choice) {
  const QFileInfo images(style::unchanged(choice.data)), network(style::unchanged(choice.start.from));
  const QString base = images.fileName().isEmpty() ? QStringLiteral("trained") : images.fileName();
  const QDir place(choice.start.from.empty() ? images.absolutePath() : network.absolutePath());
  const QString kind = choice.headOnly ? QStringLiteral("-head") : QString();
  for (int number = 1;; ++number) {
    const QString path = place.absoluteFilePath(
        base + kind + (number == 1 ? QString() : QStringLiteral("-%1").arg(number)) + QStringLiteral(".safetensors"));
    if (!QFileInfo::exists(path)) return path;
  }
}

}  // namespace zipper
