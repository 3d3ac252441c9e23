// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QString>
#include <memory>

#include "core/analysis/feature_maps.h"
#include "core/zippering/zippering.h"

namespace zipper {

/// A deep copy: the pixels of an image may belong to a data set's cache. 8 bits, grey or RGB.
QImage toQImage(const cv::Mat& image);

/// A probe image inside a task's networks.
struct ProbeLook {
  std::shared_ptr<const FeatureMaps> maps;
  QImage image;
  QString description;
};

/// Feature maps of the image with this number in the task's test set. Throws Error.
ProbeLook lookAtTestImage(const Session& session, int step, int task, int layer, const TaskData& data, qint64 index);
/// Feature maps of an image file. Throws Error.
ProbeLook lookAtImageFile(const Session& session, int step, int task, int layer, const QString& path);

}  // namespace zipper
