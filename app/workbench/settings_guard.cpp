// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/settings_guard.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSettings>
#include <QStandardPaths>
#include <filesystem>

#include "core/support/printable.h"

namespace zipper {

namespace {

struct SettingsGuard {
  Q_DECLARE_TR_FUNCTIONS(SettingsGuard)
};

constexpr qint64 largestFile = qint64(16) << 20;

bool holdsObjects(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return false;
  const QByteArray bytes = file.read(largestFile);
  return bytes.contains("@Variant(") || bytes.contains("@DateTime(");
}

bool isUsable(const std::filesystem::path& path, const QString& name) {
  std::error_code code;
  const auto status = std::filesystem::status(path, code);
  if (!std::filesystem::exists(status))
    return !std::filesystem::is_symlink(std::filesystem::symlink_status(path, code));
  return std::filesystem::is_regular_file(status) && qint64(std::filesystem::file_size(path, code)) <= largestFile &&
         !code && !holdsObjects(name);
}

QString shown(const QString& path) { return QString::fromStdString(printable(path.toStdString())); }

}  // namespace

QString guardSettingsFile(const QString& path) {
  const std::filesystem::path file = QFile::encodeName(path).toStdString();
  if (isUsable(file, path)) return {};
  std::error_code code;
  std::filesystem::rename(file, file.string() + ".unusable", code);
  return code ? SettingsGuard::tr("The settings in %1 can't be used, and can't be put aside.").arg(shown(path))
              : SettingsGuard::tr("The settings in %1 can't be used; they were put aside as %2.")
                    .arg(shown(path), shown(path + ".unusable"));
}

QString guardSettings() {
  const QDir folder(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation));
  const QString organization = QCoreApplication::organizationName();
  QString told;
  for (const QString& name : {organization + "/" + QCoreApplication::applicationName(), organization}) {
    const QString path = folder.filePath(name + ".conf"), text = guardSettingsFile(path);
    if (text.isEmpty()) continue;
    told = text;
    if (!isUsable(QFile::encodeName(path).toStdString(), path))
      QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, "/nonexistent");
  }
  return told;
}

}  // namespace zipper
