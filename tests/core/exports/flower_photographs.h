// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFileInfo>
#include <QMap>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include "core/data/dataset.h"
#include "core/support/error.h"

namespace zipper::test {

/// Some photographs of flowers of ../shared/data, evenly chosen, of each of the five classes as many: 50 for testing
/// and 20 for training. They may not be there.
class FlowerPhotographs {
 public:
  static bool areThere() { return QFileInfo::exists(archive()); }

  FlowerPhotographs() {
    QMap<QString, QStringList> classes;
    for (const QString& file : QString::fromUtf8(outputOfTar({"tf", archive()})).split('\n'))
      if (file.endsWith(".jpg")) classes[file.section('/', 1, 1)].append(file);
    QStringList unpack{"xf", archive(), "-C", folder_.path()};
    for (const QStringList& files : std::as_const(classes))
      for (int i = 0; i < eachClass; ++i) unpack << files[i * files.size() / eachClass];
    outputOfTar(unpack);
  }

  DatasetPtr opened(Split split) const {
    OpenOptions options;
    options.split = split;
    options.testShare = 10.0 / eachClass;
    return openDataset(folder_.filePath("flowers").toStdString(), options);
  }

 private:
  static constexpr int eachClass = 14;

  static QString archive() { return ZIPPER_TESTS "/../../shared/data/flower_photos_128.tar"; }

  static QByteArray outputOfTar(const QStringList& arguments) {
    QProcess tar;
    tar.start("tar", arguments);
    if (!tar.waitForFinished(60000) || tar.exitCode() != 0) fail("tar: ", tar.readAllStandardError().toStdString());
    return tar.readAllStandardOutput();
  }

  QTemporaryDir folder_;
};

}  // namespace zipper::test
