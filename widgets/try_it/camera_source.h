// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QObject>
#include <memory>

namespace zipper {

/// Pictures from the camera of this computer, by Qt Multimedia where the program was built with it. The camera runs
/// between start() and stop() only, and nothing of it is kept.
class CameraSource : public QObject {
  Q_OBJECT

 public:
  explicit CameraSource(QObject* parent = nullptr);
  ~CameraSource() override;

  /// Whether the program was built with Qt Multimedia.
  static bool isBuiltIn();
  /// Returns why it can't be started, in a sentence; an empty text if it starts.
  QString start();
  void stop();

 Q_SIGNALS:
  /// A few times a second.
  void pictureTaken(const QImage& picture);
  /// It ran, and can't go on; it has stopped.
  void failed(const QString& why);

 private:
  struct Device;

  std::unique_ptr<Device> device_;  ///< null while it doesn't run
};

}  // namespace zipper
