// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;
class QTabWidget;

namespace zipper {

class SizesPage;
class TrunksPage;

/// Accuracy against size and against speedup, a page each. It computes nothing: whoever owns it listens to the wishes
/// of its pages and hands the results in.
class SizesDialog : public QDialog {
  Q_OBJECT

 public:
  explicit SizesDialog(QWidget* parent = nullptr);

  void setEnabledToStart(bool on);
  /// Measuring begins, and is over; the text says how.
  void begin(const QString& text);
  void end(const QString& text);
  void setStatus(const QString& text);
  void setProgress(double share);
  bool isRunning() const { return running_; }

  SizesPage& sizes() { return *sizes_; }
  TrunksPage& trunks() { return *trunks_; }

 Q_SIGNALS:
  void cancelRequested();

 private:
  void updateButtons();

  SizesPage* sizes_;
  TrunksPage* trunks_;
  QLabel* status_;
  QProgressBar* progress_;
  QPushButton* cancel_;
  bool running_ = false, canStart_ = false;
};

}  // namespace zipper
