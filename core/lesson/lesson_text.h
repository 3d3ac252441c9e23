// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/lesson/lesson.h"

namespace zipper {

/// The pages of a lesson as a text file that a person writes:
///
///     # Two networks            a line that begins with "# " begins a page, and is its title
///     @step 0                   what the page brings forward, directly below: a step of the session (0: the networks
///     @panel explain            before the first), and a panel; both may be missing
///
///     Text, as it is to be shown.
///
/// A line of the text that begins with "# ", "@" or a backslash is written with a backslash before it. What stands
/// before the first title is a page without one.
std::vector<LessonPage> pagesFromText(const std::string& text);

/// The reverse.
std::string pagesToText(const std::vector<LessonPage>& pages);

}  // namespace zipper
