// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace zipper {

/// An icon of resources/icons (name without extension) in this colour, dimmed where it is disabled, at all pixel
/// densities.
QIcon themedIcon(const QString& name, const QColor& color);

}  // namespace zipper
