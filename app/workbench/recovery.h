// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <memory>

#include "core/support/file_lock.h"

namespace zipper {

/// Autosave: keeps the last finished step of an unsaved session in a file of its own, so that a crash costs at most the
/// step in progress. The file goes when the window closes in order; one that is left without a living program is an
/// orphan.
class Recovery {
 public:
  /// `folder` is created if needed; without one that can be written there is no recovery, file() is empty then. What
  /// killed programs didn't finish writing there is removed.
  explicit Recovery(const QString& folder);
  /// Where this program's session is saved after every step.
  const QString& file() const { return file_; }
  /// Why there is no recovery; empty if there is.
  const QString& trouble() const { return trouble_; }
  /// Tries again if there is none: the disk may have been full.
  void tryAgain();
  /// Forgets the saved step: it is saved elsewhere, or the user doesn't want it.
  void discard() const;
  /// Notes beside the saved step which session file it belongs to; empty: none. Forgotten by discard().
  void setOrigin(const QString& path) const;
  /// Files that crashed programs left, newest first; of very many only the newest. Anything may be in them.
  QStringList orphans() const;
  /// The session file that an orphan belongs to. Empty if there is none, or if it was written after the orphan: what
  /// it holds now isn't to be overwritten.
  static QString originOf(const QString& orphan);
  /// Removes an orphan for good.
  static void removeOrphan(const QString& path);

 private:
  QString folder_;
  QString file_;
  QString trouble_;
  std::unique_ptr<FileLock> lock_;  ///< as long as the program lives
};

}  // namespace zipper
