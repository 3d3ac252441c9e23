// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace zipper {

namespace style {
class WorkBar;
}

class ActionButton;
struct DataSummary;
struct ClassView;
struct ModelSummary;
class RecentList;
class TaskCard;
class ZipperMotif;

/// The start page: the sample, models, sessions. Shows what is chosen and says what is asked for; opens nothing itself
/// and leaves drops to the window.
class WelcomePage : public QWidget {
  Q_OBJECT

 public:
  explicit WelcomePage(QWidget* parent = nullptr);

  /// Recent sessions, the latest first. Looks which of the files exist.
  void setRecent(const QStringList& paths);
  /// What is chosen so far; all empty: nothing, and the recent sessions are shown instead.
  void setPair(const QString& modelA, const QString& dataA, const QString& modelB, const QString& dataB);
  /// What was read of a task's model; null: none is chosen.
  void setReading(int task, const ModelSummary* summary);
  /// What was found in a task's data folder; null: none is chosen.
  void setDataReading(int task, const DataSummary* summary);
  /// How a task's classes are matched; null: model and data weren't looked at together.
  void setClasses(int task, const ClassView* classes);
  /// Why what is chosen can't be started, below the cards; empty: nothing is known that is in the way.
  void setProblem(const QString& problem);
  /// Offers the way back to the session that is open behind this page; empty: there is none.
  void setBack(const QString& session);
  /// Shows that something is being opened and disables the page; empty: enables it again.
  void setBusy(const QString& text);

 Q_SIGNALS:
  void sampleRequested();
  void openModelRequested(int task);
  void openDataRequested(int task);
  void conventionsRequested(int task);
  void imagesRequested(int task);
  void classesRequested(int task);
  void openSessionRequested();
  void sessionChosen(const QString& path);
  void removeRecentRequested(const QString& path);
  void startRequested();
  void backRequested();

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  QWidget* makeTitle();
  QWidget* makeActions();
  QWidget* makeRecent();
  QWidget* makePair();
  QWidget* makeStartBar();
  QWidget* makeFooter();
  ActionButton* addAction(QVBoxLayout* layout, ActionButton* button, const QString& help);
  /// Fonts and distances to the size of the page.
  void applyScale();
  void recolor();
  void updateStart();

  double scale_ = 0;
  ZipperMotif* motif_;
  QScrollArea* scroll_;
  QWidget* page_;
  QWidget* column_;
  QHBoxLayout* columns_ = nullptr;
  QWidget* actions_ = nullptr;
  QWidget* startBar_ = nullptr;
  QLabel* title_ = nullptr;
  QLabel* sentence_ = nullptr;
  QLabel* recentHeading_ = nullptr;
  QLabel* pairHeading_ = nullptr;
  QLabel* problem_ = nullptr;
  ActionButton* sample_ = nullptr;
  ActionButton* start_ = nullptr;
  ActionButton* back_ = nullptr;
  RecentList* recent_ = nullptr;
  TaskCard* cardA_ = nullptr;
  TaskCard* cardB_ = nullptr;
  QStackedWidget* right_ = nullptr;
  QStackedWidget* footer_ = nullptr;
  QLabel* hint_ = nullptr;
  QLabel* busyText_ = nullptr;
  style::WorkBar* busyBar_ = nullptr;
};

}  // namespace zipper
