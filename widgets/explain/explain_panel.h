// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QString>
#include <QTimer>
#include <QWidget>

#include "widgets/explain/explain_subject.h"

class QTextBrowser;
class QToolButton;

namespace zipper {

/// Says in three short paragraphs what the current moment does and why, in a type that can be made large for a
/// projector.
class ExplainPanel : public QWidget {
  Q_OBJECT

 public:
  static constexpr double smallestScale = 0.75, largestScale = 3.0;

  explicit ExplainPanel(QWidget* parent = nullptr);
  /// Repaints only if this changes a word, and no more often than people could read.
  void setSubject(const ExplainSubject& subject);
  /// The three paragraphs, a line each.
  QString text() const;
  /// Size of the text relative to the font of the application; to be remembered by the application.
  double textScale() const { return scale_; }
  void setTextScale(double scale);

 public Q_SLOTS:
  void enlargeText();
  void shrinkText();

 Q_SIGNALS:
  void textScaleChanged(double scale);
  /// A word of the glossary was pressed: its place in the handbook, see wordLink().
  void wordRequested(const QString& link);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void present();
  void render();

  Explanation explanation_;
  double scale_ = 1.15;
  QElapsedTimer shown_;  ///< since the words changed last
  QTimer next_;
  QTextBrowser* view_;
  QToolButton* smaller_;
  QToolButton* larger_;
};

}  // namespace zipper
