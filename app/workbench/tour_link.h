// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

#include "app/workbench/tour_places.h"
#include "widgets/tour/tour_situation.h"

class QMainWindow;
class QShortcut;

namespace zipper {

class Document;
class GuessAnswerView;
class GuessForm;
class GuessLink;
class RunController;
class TourCard;
class TourOverlay;

/// The guided tour: shows a card beside what is to be pressed, looks at the window's real state, and goes on when that
/// was done. It presses nothing itself but what it offers and the person agrees to. Left at a station, it is taken up
/// there again, after a restart, too.
class TourLink : public QObject {
  Q_OBJECT

 public:
  /// `samples`: the folder of the embedded samples, by which their sessions are known.
  TourLink(Document& document, RunController& run, GuessLink& guess, Actions& actions, Panels& panels,
           QMainWindow& window, const QString& samples);
  ~TourLink() override;

  /// Begins, or goes on where it was left.
  void begin();
  void leave();
  bool isOn() const { return on_; }
  TourStation station() const { return station_; }
  /// What the station says now.
  const TourMoment& moment() const { return moment_; }

 Q_SIGNALS:
  /// To be opened, after asking about what isn't saved.
  void sampleWanted();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void build();
  void connectState();
  void goTo(TourStation station);
  void next();
  void back();
  void accept(TourOffer offer);
  TourSituation situation() const;
  void addSteps(TourSituation& situation) const;
  bool isOfSample() const;
  /// Looks at the state; says what has changed, and goes on where that was all to be done.
  void refresh();
  void showExtra();
  /// Card and frame to where the target is now.
  void place();
  void swapFocus();

  Document& document_;
  RunController& run_;
  GuessLink& guess_;
  Actions& actions_;
  Panels& panels_;
  QMainWindow& window_;
  const QString samples_;
  const TourPlaces places_;
  TourOverlay* overlay_ = nullptr;  ///< these belong to the window; null until the tour begins
  TourCard* card_ = nullptr;
  GuessForm* form_ = nullptr;
  GuessAnswerView* answer_ = nullptr;
  std::vector<QShortcut*> keys_;
  QTimer watch_;  ///< for what tells nobody: places of widgets, time that is left
  bool on_ = false;
  bool entered_ = false;  ///< the station was shown, so that what is done now was done at it
  bool layerChosen_ = false, exportSeen_ = false;
  TourStation station_ = TourStation::Why;
  TourMoment moment_;
};

}  // namespace zipper
