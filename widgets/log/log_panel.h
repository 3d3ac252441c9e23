// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>
#include <QWidget>
#include <deque>

#include "widgets/log/log_view.h"

class QComboBox;

namespace zipper {

enum class LogLevel { Info, Warning, Error };

/// What happened, line by line, to read and to copy from. Keeps the last 5,000 lines.
class LogPanel : public QWidget {
  Q_OBJECT

 public:
  static constexpr int maximumLines = 5000;

  explicit LogPanel(QWidget* parent = nullptr);

  /// Appends a message with the time of now. Its text is shown as it is: nothing in it is taken for markup. The view
  /// follows only if it stands at the bottom.
  void append(LogLevel level, const QString& text);
  /// The whole log, also what the filter hides: "2026-01-31 12:34:56  Warning  text", a line each; further lines of a
  /// message are indented.
  QString plainText() const;
  /// Hides messages below this level.
  void setMinimumLevel(LogLevel level);
  LogLevel minimumLevel() const { return minimumLevel_; }
  /// Writes plainText() atomically; throws Error if that can't be done.
  void saveText(const QString& path) const;

 public Q_SLOTS:
  void copyAll() const;
  void clear();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct Entry {
    QDateTime time;
    LogLevel level;
    QString text;
    int lines;
  };

  void build();
  void dropOldest();
  QList<LogView::Span> lineOf(const Entry& entry) const;
  void showAll();
  void askForSaving();

  std::deque<Entry> entries_;
  int lines_ = 0;
  LogLevel minimumLevel_ = LogLevel::Info;
  LogView* view_;
  QComboBox* filter_;
};

}  // namespace zipper
