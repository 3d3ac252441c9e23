// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <functional>

namespace zipper {

class ZipperScene;

/// The whole scene, without selection, on the background of its theme. `scale`: pixels per scene unit (a scene
/// of up to 18 layers is 1000 wide). What is drawn at once can be written later, in any thread. Throw Error if the file
/// can't be written or the image would be too large.
std::function<void(const QString& path)> drawnPng(ZipperScene& scene, double scale);
std::function<void(const QString& path)> drawnSvg(ZipperScene& scene);
void exportPng(ZipperScene& scene, const QString& path, double scale);
void exportSvg(ZipperScene& scene, const QString& path);

}  // namespace zipper
