// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/try_it/try_picture.h"

class QMimeData;

namespace zipper {

/// Whether offeredPicture() may find a picture: quick, decodes nothing.
bool offersPicture(const QMimeData& offer);

/// The picture that is dropped or pasted: of several files the first one that looks like an image, else the first one;
/// without a file of this computer the pixels that come along. `from`: where pixels come from. Nothing if there is no
/// picture.
TryPicture offeredPicture(const QMimeData& offer, TryPicture::From from);

}  // namespace zipper
