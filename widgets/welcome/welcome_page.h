// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

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
struct ChosenTask;
class RecentList;
class StartBar;
class TaskCards;
class ZipperMotif;

/// The start page: samples, models, sessions. Shows what is chosen and says what is asked for; opens nothing itself
/// and leaves drops to the window.
class WelcomePage : public QWidget {
  Q_OBJECT

 public:
  explicit WelcomePage(QWidget* parent = nullptr);

  /// Recent sessions, the latest first. Looks which of the files exist.
  void setRecent(const QStringList& paths);
  /// What is chosen so far, a card for each task. Nothing chosen for two tasks: the recent sessions are shown instead.
  void setTasks(const std::vector<ChosenTask>& tasks);
  /// Why what is chosen can't be started, below the cards; empty: nothing but what tasks lack, which is said there
  /// then.
  void setProblem(const QString& problem);
  /// How many layers, of how many, are the same in all networks, bit for bit: sharing those exactly is offered. 0:
  /// none.
  void setAdjustments(const QStringList& lines);
  void setIdentical(int depth, int layers);
  /// Offers the way back to the session that is open behind this page; empty: there is none.
  void setBack(const QString& session);
  /// Shows that something is being opened and disables the page; empty: enables it again.
  void setBusy(const QString& text);

 Q_SIGNALS:
  void sampleRequested();
  void photographsRequested();
  void tourRequested();
  void addTaskRequested();
  void removeTaskRequested(int task);
  void taskNameChanged(int task, const QString& name);
  void openModelRequested(int task);
  void openDataRequested(int task);
  void conventionsRequested(int task);
  void imagesRequested(int task);
  void classesRequested(int task);
  void trainRequested(int task, bool headOnly);
  void openSessionRequested();
  void sessionChosen(const QString& path);
  void removeRecentRequested(const QString& path);
  void startRequested();
  void exactRequested();
  void backRequested();

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  /// Keeps the start bar below the columns when they move.
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget* makeTitle();
  QWidget* makeActions();
  QWidget* makeRecent();
  QWidget* makeTasks();
  StartBar* makeStartBar();
  QWidget* makeFooter();
  ActionButton* addAction(QVBoxLayout* layout, ActionButton* button, const QString& help);
  bool showsCards() const;
  /// Cards or the recent sessions, and what else depends on which of them.
  void showCards(bool cards);
  int cardColumns() const;
  /// Fonts and distances to the size of the page.
  void applyScale();
  void applyFonts(double scale);
  void recolor();

  double scale_ = 0;
  ZipperMotif* motif_;
  QScrollArea* scroll_;
  QWidget* page_;
  QWidget* column_;
  QHBoxLayout* columns_ = nullptr;
  QWidget* actions_ = nullptr;
  QLabel* title_ = nullptr;
  QLabel* sentence_ = nullptr;
  QLabel* recentHeading_ = nullptr;
  QLabel* tasksHeading_ = nullptr;
  ActionButton* sample_ = nullptr;
  ActionButton* photographs_ = nullptr;
  ActionButton* tour_ = nullptr;
  std::vector<ActionButton*> models_;  ///< while there are no cards
  ActionButton* back_ = nullptr;
  RecentList* recent_ = nullptr;
  TaskCards* cards_ = nullptr;
  StartBar* startBar_ = nullptr;
  bool goesToNewCard_ = false;  ///< the next card is one that was asked for here
  QStackedWidget* right_ = nullptr;
  QStackedWidget* footer_ = nullptr;
  QLabel* hint_ = nullptr;
  QLabel* busyText_ = nullptr;
  style::WorkBar* busyBar_ = nullptr;
};

}  // namespace zipper
