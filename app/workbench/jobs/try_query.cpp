// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/jobs/try_query.h"

#include <QCoreApplication>
#include <QPainter>

#include "app/workbench/jobs/inspection.h"
#include "core/data/decode_image.h"
#include "core/data/relabelled_dataset.h"
#include "core/report/report_figures.h"
#include "core/support/error.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/terms.h"

namespace zipper {

namespace {

constexpr int largestShown = 512;  ///< pixels: the panel shows it smaller still

QString tryText(const char* source) { return QCoreApplication::translate("TryIt", source); }

const Dataset& testImagesOf(const std::vector<TaskData>& data, const TryPicture& picture) {
  if (picture.task < 0 || picture.task >= int(data.size()) || !data[std::size_t(picture.task)].test)
    fail("the test images of task ", picture.task, " were asked for, they aren't open");
  const Dataset& images = *data[std::size_t(picture.task)].test;
  if (picture.index < 0 || picture.index >= images.size())
    fail("test image ", picture.index, " was asked for, the data set has 0 to ", images.size() - 1);
  return images;
}

cv::Mat readAs(const TryPicture& picture, const std::vector<TaskData>& data, const ImageReading& reading) {
  if (picture.from == TryPicture::From::TestImage) return testImagesOf(data, picture).image(picture.index);
  if (picture.from == TryPicture::From::File) return decodeImageFile(picture.file.toStdString(), reading);
  return toMatrix(picture.image, reading.alpha);
}

/// The picture as each task reads it; once for all tasks that read alike.
std::vector<cv::Mat> readForAll(const Session& session, const std::vector<TaskData>& data, const TryPicture& picture) {
  const std::vector<TaskSource>& sources = session.recipe.sources;
  const auto readingOf = [&](std::size_t task) {
    return task < sources.size() ? sources[task].images : ImageReading();
  };
  std::vector<cv::Mat> pictures;
  for (std::size_t task = 0; task < session.teachers.size(); ++task) {
    std::size_t same = 0;
    while (same < task && readingOf(same) != readingOf(task)) ++same;
    pictures.push_back(same < task ? pictures[same] : readAs(picture, data, readingOf(task)));
  }
  return pictures;
}

QString describeTestImage(const Session& session, const Dataset& images, const TryPicture& picture) {
  const QString title = taskTitle(picture.task, style::shown(nameOf(sourceOf(session, picture.task))));
  const qint64 number = picture.index + 1;  // as panels count
  if (!hasClasses(images) || !whyNotScorable(images).empty())
    return tryText(QT_TRANSLATE_NOOP("TryIt", "Test image %1 of %2")).arg(QString::number(number), title);
  const std::string& name = images.classNames()[std::size_t(images.label(picture.index))];
  return tryText(QT_TRANSLATE_NOOP("TryIt", "Test image %1 of %2, labelled %3"))
      .arg(QString::number(number), title, style::shown(name));
}

QString describePicture(const Session& session, const std::vector<TaskData>& data, const TryPicture& picture) {
  switch (picture.from) {
    case TryPicture::From::Nothing:
      return {};
    case TryPicture::From::File:
      return style::shown(picture.file);
    case TryPicture::From::Pasted:
      return tryText(QT_TRANSLATE_NOOP("TryIt", "A picture from the clipboard"));
    case TryPicture::From::Dropped:
      return tryText(QT_TRANSLATE_NOOP("TryIt", "A picture that was dropped"));
    case TryPicture::From::Drawing:
      return tryText(QT_TRANSLATE_NOOP("TryIt", "A drawing, centred and scaled as the digits of MNIST are"));
    case TryPicture::From::Camera:
      return tryText(QT_TRANSLATE_NOOP("TryIt", "What the camera sees"));
    case TryPicture::From::TestImage:
      return describeTestImage(session, testImagesOf(data, picture), picture);
  }
  return {};
}

QImage smallEnough(const QImage& image) {
  if (std::max(image.width(), image.height()) <= largestShown) return image;
  return image.scaled(largestShown, largestShown, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

}  // namespace

cv::Mat toMatrix(const QImage& image, Alpha alpha) {
  if (image.isNull()) fail("the picture is empty");
  const bool grey = image.pixelFormat().colorModel() == QPixelFormat::Grayscale;
  QImage plain = image;
  if (image.hasAlphaChannel() && alpha == Alpha::White) {
    plain = QImage(image.size(), QImage::Format_RGB888);
    plain.fill(Qt::white);
    QPainter(&plain).drawImage(0, 0, image);
  }
  plain = plain.convertToFormat(grey ? QImage::Format_Grayscale8 : QImage::Format_RGB888);
  const cv::Mat view(plain.height(), plain.width(), grey ? CV_8UC1 : CV_8UC3, const_cast<uchar*>(plain.constBits()),
                     std::size_t(plain.bytesPerLine()));
  return view.clone();
}

const OneImageNetworks& TryAsker::networksOf(const Session& session) {
  std::vector<std::shared_ptr<const NetworkValues>> values;
  for (const Teacher& teacher : session.teachers) values.push_back(teacher.values);
  if (session.current >= 0) values.push_back(session.steps.at(std::size_t(session.current))->values);
  if (!networks_ || values != values_) {
    networks_.reset();  // not both in memory
    networks_ = std::make_unique<OneImageNetworks>(session, session.current);
    values_ = std::move(values);
  }
  return *networks_;
}

TriedPicture TryAsker::ask(const Session& session, const std::vector<TaskData>& data, const TryPicture& picture) {
  const std::vector<cv::Mat> pictures = readForAll(session, data, picture);
  TriedPicture tried;
  tried.answers = std::make_shared<const OneImageAnswers>(networksOf(session).answers(pictures));
  tried.picture = smallEnough(toQImage(pictures.at(0)));
  for (const OneImageTaskAnswers& task : tried.answers->tasks) tried.seen.push_back(toQImage(task.seen));
  tried.description = describePicture(session, data, picture);
  if (session.current >= 0) tried.step = stepTitle(session.steps[std::size_t(session.current)]->plan.target);
  return tried;
}

}  // namespace zipper
