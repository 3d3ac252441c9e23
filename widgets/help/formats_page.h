// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace zipper {

/// What can be read and written, as HTML made from the program's own tables: formats, naming schemes with their
/// conventions, formats of exports.
QString formatsPage();

}  // namespace zipper
