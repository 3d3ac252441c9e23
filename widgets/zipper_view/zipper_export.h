// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace zipper {

class ZipperScene;

/// The whole scene, without selection, on the background of its theme. `scale`: pixels per scene unit (the scene is
/// 1000 wide). Throw Error if the file can't be written or the image would be too large.
void exportPng(ZipperScene& scene, const QString& path, double scale);
void exportSvg(ZipperScene& scene, const QString& path);

}  // namespace zipper
