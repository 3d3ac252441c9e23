// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include "core/models/model_summary.h"

namespace zipper {

/// The conventions of a network in words, as cards, dialogs and help show them.

QString activationName(Activation activation);
/// All activations of the convolutions of such a network: "ReLU6", "ReLU and hard swish".
QString activationNames(Architecture architecture, Activation activation, bool minimalistic = false);
QString paddingName(Padding padding);
QString channelOrderName(ChannelOrder order);
/// "0.485 0.456 0.406", as it can be typed too.
QString numbersName(const std::vector<double>& values);

/// Format, naming scheme and conventions of a model, one after the other; that it has no head stands on its own line.
QString readingText(const ModelSummary& summary);
/// Guesses and oddities, a line each.
QString notesText(const ModelSummary& summary);

}  // namespace zipper
