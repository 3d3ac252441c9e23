// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>

namespace zipper {

/// A drawing as the images of MNIST were made: 28×28, white on black, what is drawn fitted into 20×20 with its shape
/// kept, its centre of mass in the middle. Source: LeCun et al., "Gradient-Based Learning Applied to Document
/// Recognition", 1998, section III.A. `drawing`: grey, any size. An empty drawing gives a black image.
QImage centredDrawing(const QImage& drawing);

}  // namespace zipper
