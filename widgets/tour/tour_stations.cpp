// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tour/tour_stations.h"

#include "widgets/tour/tour_texts.h"

namespace zipper {

namespace {

constexpr std::array<const char*, tourStationCount> stationNames{
    "why", "networks", "zipper", "random", "mean", "least-squares", "shared", "run", "cost", "export"};

constexpr std::array<Initialization, 3> triedStarts{Initialization::Random, Initialization::Mean,
                                                    Initialization::LeastSquares};

/// Builds what a station says, a station per function.
class Moments {
 public:
  explicit Moments(const TourSituation& situation) : s_(situation), texts_(situation) {}

  TourMoment of(TourStation station) {
    moment_.title = texts_.title(station);
    moment_.text = texts_.text(station);
    if (station == TourStation::Why) {
      why();
    } else if (isAtHand()) {
      atSample(station);
    }
    return moment_;
  }

 private:
  void why() {
    moment_.done = s_.open && s_.ofSample;
    moment_.goesOn = moment_.done;
    if (moment_.done) {
      moment_.target = TourTarget::Zipper;
    } else if (s_.open) {
      offer(TourOffer::OpenSample, texts_.needsSample());
    } else {
      ask(texts_.openSample(), TourTarget::OpenSample);
    }
  }

  /// Whether the window shows a session of a sample; what is to be done about it otherwise.
  bool isAtHand() {
    if (!s_.open) return offer(TourOffer::OpenSample, texts_.noSession()), false;
    if (!s_.ofSample) return offer(TourOffer::OpenSample, texts_.needsSample()), false;
    if (!s_.seen) return offer(TourOffer::ShowSession, texts_.notSeen()), false;
    return true;
  }

  void atSample(TourStation station) {
    switch (station) {
      case TourStation::Why:
        return;
      case TourStation::Networks:
        moment_.done = s_.layerChosen;
        return ask(texts_.chooseLayer(), TourTarget::Zipper);
      case TourStation::Zipper:
        moment_.done = moment_.goesOn = s_.lesson;
        return ask(texts_.chooseLesson(), TourTarget::Preset);
      case TourStation::Random:
        return tryStart(0);
      case TourStation::Mean:
        return tryStart(1);
      case TourStation::LeastSquares:
        return tryStart(2);
      case TourStation::Shared:
        return shared();
      case TourStation::Run:
        return run();
      case TourStation::Cost:
        return cost();
      case TourStation::Export:
        return exportIt();
    }
  }

  /// A first step with that start: from the teachers on, by the recipe, with the button.
  void tryStart(std::size_t start) {
    moment_.done = s_.tried[start].has_value() && !s_.working;
    if (moment_.done) {
      moment_.target = TourTarget::Zipper;
    } else if (s_.working) {
      ask(texts_.wait(), TourTarget::Curves);
    } else if (s_.steps > 1) {
      offer(TourOffer::GoToTeachers, texts_.tooFar());
    } else if (s_.steps == 1) {
      ask(texts_.tryAgain(), TourTarget::TryAgain);
    } else if (!s_.lesson) {
      ask(texts_.chooseLesson(), TourTarget::Preset);
    } else if (s_.initialization != triedStarts[start]) {
      ask(texts_.chooseStart(triedStarts[start]), TourTarget::Initialization);
    } else {
      ask(texts_.step(), TourTarget::Step);
    }
  }

  void shared() {
    moment_.done = s_.layersSeen && s_.mergedLayers > 0;
    if (s_.mergedLayers == 0) return offer(TourOffer::GoToRun, texts_.nothingMerged());
    ask(texts_.openLayers(), TourTarget::LayersTab);
  }

  void run() {
    moment_.done = s_.allDone && s_.mergedLayers > 0 && !s_.working;
    if (moment_.done) {
      moment_.target = TourTarget::Zipper;
    } else if (s_.working) {
      ask(texts_.watch(), TourTarget::Curves);
    } else if (!s_.lesson) {
      ask(texts_.chooseLesson(), TourTarget::Preset);
    } else if (!s_.guessed) {
      moment_.asksGuess = true;
      ask(texts_.guess(), TourTarget::Zipper);
    } else if (s_.initialization != Initialization::LeastSquares) {
      ask(texts_.chooseStart(Initialization::LeastSquares), TourTarget::Initialization);
    } else {
      ask(texts_.runAll(), TourTarget::RunAll);
    }
  }

  void cost() {
    moment_.done = s_.changesSeen && s_.mergedLayers > 0;
    moment_.showsGuess = s_.guessed && s_.mergedLayers > 0;
    if (s_.mergedLayers == 0) return offer(TourOffer::GoToRun, texts_.nothingMerged());
    ask(texts_.openChanges(), TourTarget::ChangesTab);
  }

  void exportIt() {
    moment_.done = s_.exporting;
    if (s_.mergedLayers == 0) return offer(TourOffer::GoToRun, texts_.nothingMerged());
    if (s_.working && !s_.exporting) return ask(texts_.wait(), TourTarget::Curves);  // its page measures, too
    ask(texts_.openExport(), TourTarget::FileMenu);
  }

  /// Nothing is asked for any more where it is done.
  void ask(const QString& text, TourTarget target) {
    if (!moment_.done) moment_.ask = text;
    moment_.target = target;
  }

  void offer(TourOffer offer, const QString& why) {
    moment_.done = false;
    moment_.ask = why;
    moment_.offer = offer;
    moment_.offerText = texts_.offer(offer);
  }

  const TourSituation& s_;
  const TourTexts texts_;
  TourMoment moment_;
};

}  // namespace

QString nameOf(TourStation station) { return QLatin1String(stationNames[std::size_t(station)]); }

TourStation tourStationFromName(const QString& name) {
  for (int i = 0; i < tourStationCount; ++i)
    if (name == nameOf(TourStation(i))) return TourStation(i);
  return TourStation::Why;
}

TourMoment tourMoment(TourStation station, const TourSituation& situation) { return Moments(situation).of(station); }

}  // namespace zipper
