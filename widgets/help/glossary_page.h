// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <functional>

namespace zipper {

/// All words of the glossary, a heading with an anchor each, as HTML. `titleOf`: of the page that says more.
QString glossaryPage(const std::function<QString(const QString& page)>& titleOf);

}  // namespace zipper
