// SPDX-License-Identifier: GPL-3.0-or-later

// Built where Qt Multimedia is installed.

#include <QCamera>
#include <QElapsedTimer>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QVideoFrame>
#include <QVideoSink>

#include "widgets/style/plain_text.h"
#include "widgets/try_it/camera_source.h"

namespace zipper {

namespace {

constexpr int pictureMilliseconds = 250;

}  // namespace

struct CameraSource::Device {
  QCamera camera{QMediaDevices::defaultVideoInput()};
  QVideoSink sink;
  QMediaCaptureSession session;  ///< ends before what it connects
  QElapsedTimer lastPicture;
};

CameraSource::CameraSource(QObject* parent) : QObject(parent) {}

CameraSource::~CameraSource() = default;

bool CameraSource::isBuiltIn() { return true; }

QString CameraSource::start() {
  if (device_) return {};
  if (QMediaDevices::defaultVideoInput().isNull()) return tr("No camera was found.");
  device_ = std::make_unique<Device>();
  device_->session.setCamera(&device_->camera);
  device_->session.setVideoSink(&device_->sink);
  connect(&device_->sink, &QVideoSink::videoFrameChanged, this, [this](const QVideoFrame& frame) {
    if (!device_ || (device_->lastPicture.isValid() && device_->lastPicture.elapsed() < pictureMilliseconds)) return;
    const QImage picture = frame.toImage();
    if (picture.isNull()) return;
    device_->lastPicture.start();
    Q_EMIT pictureTaken(picture);
  });
  // Queued: the camera can't go while it tells.
  connect(
      &device_->camera, &QCamera::errorOccurred, this,
      [this](QCamera::Error error, const QString& text) {
        if (error == QCamera::NoError || !device_) return;
        stop();
        Q_EMIT failed(tr("The camera can't be used: %1").arg(style::shown(text)));
      },
      Qt::QueuedConnection);
  device_->camera.start();
  return {};
}

void CameraSource::stop() { device_.reset(); }

}  // namespace zipper
