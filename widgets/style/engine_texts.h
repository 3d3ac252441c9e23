// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <string>
#include <vector>

#include "widgets/style/engine_template.h"

namespace zipper::style {

/// A text of the engine (a note, a warning, an error's message), which it makes in English, as a line that may be shown
/// anywhere (see shown()), in the user's language. What stands before it (a path, a task, a layer) may come along. A
/// text that isn't known, or is very long, stays as it is, and in English all do. For people only: what is compared,
/// stored or goes back into the engine isn't to pass here.
QString engineText(const std::string& text);
QString engineText(const QString& text);
QString engineText(const char* text);  // an exception's what()
/// The same where it stands for itself: with a capital letter and a full stop.
QString engineSentence(const std::string& text);

/// All that are known.
std::vector<EngineTemplate> engineTemplates();

}  // namespace zipper::style
