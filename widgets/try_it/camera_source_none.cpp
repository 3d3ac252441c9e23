// SPDX-License-Identifier: GPL-3.0-or-later

// Built where Qt Multimedia isn't installed.

#include "widgets/try_it/camera_source.h"

namespace zipper {

struct CameraSource::Device {};

CameraSource::CameraSource(QObject* parent) : QObject(parent) {}

CameraSource::~CameraSource() = default;

bool CameraSource::isBuiltIn() { return false; }

QString CameraSource::start() { return tr("This program was built without Qt Multimedia, which the camera needs."); }

void CameraSource::stop() {}

}  // namespace zipper
