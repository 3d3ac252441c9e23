// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <functional>
#include <vector>

class QProgressDialog;

namespace zipper {

class JobRunner;

/// A figure that is to be written.
struct PlannedFigure {
  QString file;  ///< its name, without folder
  /// Draws it, in the window's thread; what it returns encodes and writes the file, in any.
  std::function<std::function<void(const QString& path)>()> draw;
};

/// Writes figures one after the other, also while steps run: draws each in a turn of its own of the window's thread,
/// which handles everything else in between, and encodes and writes it in the worker's. What takes long can be
/// cancelled.
class FigureWriter : public QObject {
  Q_OBJECT

 public:
  /// `window`: the parent of the dialog that shows progress.
  FigureWriter(JobRunner& jobs, QWidget& window);
  ~FigureWriter() override;
  bool isRunning() const { return !files_.empty(); }
  /// Replaces files that are there. Ignored while others are being written.
  void write(const QString& folder, std::vector<PlannedFigure> figures);
  /// Files that are written already stay.
  void cancel();

 Q_SIGNALS:
  void written(const QString& folder);
  void failed(const QString& message);
  void cancelled();

 private:
  void next();
  void finish();

  JobRunner& jobs_;
  QWidget& window_;
  QString folder_;
  std::vector<PlannedFigure> files_;  ///< all of the round at hand; empty: none
  std::size_t done_ = 0;
  QPointer<QProgressDialog> progress_;  ///< null once it is done
};

}  // namespace zipper
