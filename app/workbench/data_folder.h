// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QTemporaryDir>
#include <memory>

namespace zipper {

/// Where the program keeps files of its own: the unpacked sample, copies for recovery. A home that can't be written is
/// no reason not to show the sample: then it is a temporary folder, which is gone at the end of this object's life (the
/// one that was wanted where there is no place for a temporary one either).
class DataFolder {
 public:
  /// `settings`: the folder of the settings, of which only `doubt` speaks.
  DataFolder(const QString& wanted, const QString& settings);

  QString path() const { return path_; }
  /// What isn't kept, and what to do, in sentences; empty if both folders can be written.
  QString doubt() const { return doubt_; }

 private:
  QString path_, doubt_;
  std::unique_ptr<QTemporaryDir> temporary_;
};

}  // namespace zipper
