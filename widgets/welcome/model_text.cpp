// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/welcome/model_text.h"

#include <QCoreApplication>
#include <QStringList>

#include "core/models/guesses.h"
#include "core/models/naming_schemes.h"
#include "widgets/style/engine_texts.h"
#include "widgets/style/plain_text.h"

namespace zipper {

namespace {

struct ModelText {
  Q_DECLARE_TR_FUNCTIONS(ModelText)
};

QString schemeText(const std::string& name) {
  const NamingScheme* scheme = namingScheme(name);
  return style::shown(scheme == nullptr ? name : scheme->title);
}

QString inputText(const MobileNetSpec& spec) {
  const QString channels = spec.inputChannels == 1 ? ModelText::tr("grey") : channelOrderName(spec.normalization.order);
  return ModelText::tr("Input %1×%1 %2, (pixel − %3) / %4")
      .arg(spec.inputSize)
      .arg(channels, numbersName(spec.normalization.mean), numbersName(spec.normalization.std));
}

QString architectureText(const MobileNetSpec& spec) {
  const QString text = spec.minimalistic ? ModelText::tr("%1 (minimalistic), width %2") : ModelText::tr("%1, width %2");
  return text.arg(style::shown(titleOf(spec.architecture))).arg(spec.width);
}

QString hiddenText(const MobileNetSpec& spec) {
  QStringList channels;
  for (const HiddenLayer& layer : spec.hidden) channels << QString::number(layer.channels);
  return ModelText::tr("%n hidden layer(s) in the head: %1", nullptr, int(spec.hidden.size()))
      .arg(channels.join(QStringLiteral(", ")));
}

}  // namespace

QString activationName(Activation activation) {
  switch (activation) {
    case Activation::ReLU:
      return QStringLiteral("ReLU");
    case Activation::ReLU6:
      return QStringLiteral("ReLU6");
    case Activation::HardSwish:
      return ModelText::tr("hard swish");
    case Activation::HardSigmoid:
      return ModelText::tr("hard sigmoid");
    case Activation::None:
      break;
  }
  return ModelText::tr("no activation");
}

QString activationNames(Architecture architecture, Activation activation, bool minimalistic) {
  if (!hasHardSwish(architecture, minimalistic)) return activationName(activation);
  return ModelText::tr("%1 and hard swish").arg(activationName(activation));
}

QString paddingName(Padding padding) {
  return padding == Padding::Pad1 ? ModelText::tr("pad-1 (PyTorch)") : ModelText::tr("SAME (TensorFlow)");
}

QString channelOrderName(ChannelOrder order) {
  return order == ChannelOrder::RGB ? QStringLiteral("RGB") : QStringLiteral("BGR");
}

QString numbersName(const std::vector<double>& values) { return QString::fromStdString(numbersText(values, " ")); }

QString readingText(const ModelSummary& summary) {
  const MobileNetSpec& spec = summary.spec;
  QStringList facts;
  if (spec.architecture != Architecture::MobileNetV1) facts << architectureText(spec);
  facts << ModelText::tr("%1, names of %2").arg(style::shown(summary.format), schemeText(summary.scheme))
        << inputText(spec)
        << ModelText::tr("Stem stride %1, %2, padding %3, BN ε %4")
               .arg(spec.stemStride)
               .arg(activationNames(spec.architecture, spec.activation, spec.minimalistic), paddingName(spec.padding))
               .arg(spec.bnEpsilon);
  if (!spec.hidden.empty()) facts << hiddenText(spec);
  if (spec.classes > 0)
    facts << ModelText::tr("%n class(es), class offset %1", nullptr, spec.classes).arg(spec.classOffset);
  const QString text = facts.join(QStringLiteral(" · "));
  if (spec.classes > 0) return text;
  return text + QLatin1Char('\n') +
         ModelText::tr(
             "No head: a backbone, which tells no classes apart and can't be merged. Choose the file of "
             "the whole network (its name often lacks “no_top”), or train a head on your images.");
}

QString notesText(const ModelSummary& summary) {
  QStringList lines;
  const std::vector<std::string> guesses = guessesAmong(summary.notes);
  if (!guesses.empty()) lines << ModelText::tr("Guessed: all figures of the network are wrong if one of these is.");
  for (const std::string& guess : guesses) lines << QStringLiteral("⚠ ") + style::engineText(guess);
  for (const std::string& note : summary.notes)
    if (guessesAmong({note}).empty()) lines << QStringLiteral("• ") + style::engineText(note);
  return lines.join(QLatin1Char('\n'));
}

}  // namespace zipper
