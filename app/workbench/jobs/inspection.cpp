// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/jobs/inspection.h"

#include <QCoreApplication>

#include "core/data/decode_image.h"
#include "core/support/error.h"
#include "widgets/style/plain_text.h"

namespace zipper {

namespace {

ProbeLook look(const Session& session, int step, int task, int layer, const cv::Mat& image) {
  ProbeLook result;
  result.maps = std::make_shared<const FeatureMaps>(featureMaps(session, step, task, layer, image));
  result.image = toQImage(image);
  return result;
}

}  // namespace

QImage toQImage(const cv::Mat& image) {
  const auto format = image.channels() == 1 ? QImage::Format_Grayscale8 : QImage::Format_RGB888;
  return QImage(image.data, image.cols, image.rows, qsizetype(image.step), format).copy();
}

ProbeLook lookAtTestImage(const Session& session, int step, int task, int layer, const TaskData& data, qint64 index) {
  if (index < 0 || index >= data.test->size())
    fail("test image ", index, " was asked for, the data set has 0 to ", data.test->size() - 1);
  ProbeLook result = look(session, step, task, layer, data.test->image(index));
  const std::string& name = data.test->classNames()[std::size_t(data.test->label(index))];
  result.description = QCoreApplication::translate("Inspection", "Test image %1, labelled %2")
                           .arg(index + 1)  // as the panel counts
                           .arg(style::shown(name));
  return result;
}

ProbeLook lookAtImageFile(const Session& session, int step, int task, int layer, const QString& path) {
  ProbeLook result = look(session, step, task, layer,
                          decodeImageFile(path.toStdString(), session.recipe.sources.at(std::size_t(task)).images));
  result.description = style::shown(path);
  return result;
}

}  // namespace zipper
