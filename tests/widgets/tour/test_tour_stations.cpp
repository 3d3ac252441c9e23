// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tour/tour_stations.h"

#include <QtTest>
#include <set>

#include "support/test_program.h"

using namespace zipper;

namespace {

/// A sample that was just opened.
TourSituation atTheBeginning() {
  TourSituation now;
  now.open = now.ofSample = now.seen = true;
  now.tasks = "A · fashion, B · digits";
  now.layers = 13;
  now.teachers = 0.9512;
  now.parametersBefore = 431284;
  now.parametersNow = 431284;
  return now;
}

std::vector<TourStation> allStations() {
  std::vector<TourStation> stations;
  for (int i = 0; i < tourStationCount; ++i) stations.push_back(TourStation(i));
  return stations;
}

bool asks(const TourMoment& moment, TourTarget target, const QString& words) {
  return !moment.done && moment.target == target && moment.ask.contains(words) && moment.offer == TourOffer::None;
}

}  // namespace

class TestTourStations : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void namesAreRemembered() {
    std::set<QString> names;
    for (const TourStation station : allStations()) {
      QCOMPARE(tourStationFromName(nameOf(station)), station);
      names.insert(nameOf(station));
    }
    QCOMPARE(int(names.size()), tourStationCount);
    QCOMPARE(tourStationFromName("nowhere"), TourStation::Why);
    QCOMPARE(tourStationFromName(""), TourStation::Why);
  }

  /// Everywhere there is something to read, and either something to do or nothing but to go on.
  void everyStationSaysSomething() {
    std::set<QString> titles;
    for (const TourStation station : allStations()) {
      const TourMoment moment = tourMoment(station, atTheBeginning());
      QVERIFY(moment.text.size() > 60);
      QVERIFY2(moment.done == moment.ask.isEmpty(), qPrintable(moment.ask));
      QVERIFY2(!moment.text.contains('%') || moment.text.contains("95.12"), qPrintable(moment.text));
      titles.insert(moment.title);
    }
    QCOMPARE(int(titles.size()), tourStationCount);
  }

  void offersWhatIsMissing() {
    for (const TourStation station : allStations()) {
      const bool first = station == TourStation::Why;
      TourSituation now;
      TourMoment moment = tourMoment(station, now);
      QCOMPARE(moment.offer, first ? TourOffer::None : TourOffer::OpenSample);
      QCOMPARE(moment.target, first ? TourTarget::OpenSample : TourTarget::None);
      now.open = now.seen = true;  // somebody's own networks
      moment = tourMoment(station, now);
      QCOMPARE(moment.offer, TourOffer::OpenSample);
      QVERIFY(moment.ask.contains("asked") && !moment.offerText.isEmpty() && !moment.done);
      now = atTheBeginning();
      now.seen = false;
      moment = tourMoment(station, now);
      QCOMPARE(moment.offer, first ? TourOffer::None : TourOffer::ShowSession);
    }
    for (const TourStation station : {TourStation::Shared, TourStation::Cost, TourStation::Export})
      QCOMPARE(tourMoment(station, atTheBeginning()).offer, TourOffer::GoToRun);
  }

  void theFirstStepIsTriedFromTheTeachers() {
    TourSituation now = atTheBeginning();
    const auto random = [&] { return tourMoment(TourStation::Random, now); };
    QVERIFY(asks(random(), TourTarget::Preset, "Lesson"));
    now.lesson = true;
    QVERIFY(asks(random(), TourTarget::Initialization, "random"));
    now.initialization = Initialization::Random;
    QVERIFY(asks(random(), TourTarget::Step, "F10"));
    now.working = true;
    QVERIFY(asks(random(), TourTarget::Curves, "Wait"));
    now.working = false;
    now.steps = now.mergedLayers = 1;
    QVERIFY(asks(random(), TourTarget::TryAgain, "F9"));  // a step of another kind
    now.tried[0] = StartScores{0.1234, 0.5678};
    QVERIFY(random().done && random().ask.isEmpty() && !random().goesOn);
    for (const char* figure : {"12.34", "56.78", "95.12"}) QVERIFY2(random().text.contains(figure), figure);
    QVERIFY(asks(tourMoment(TourStation::Mean, now), TourTarget::TryAgain, "history"));
    now.steps = now.mergedLayers = 3;
    QCOMPARE(tourMoment(TourStation::Mean, now).offer, TourOffer::GoToTeachers);
  }

  void theRunIsGuessedFirst() {
    TourSituation now = atTheBeginning();
    now.lesson = true;
    now.steps = now.mergedLayers = 1;
    const auto run = [&] { return tourMoment(TourStation::Run, now); };
    QVERIFY(run().asksGuess && asks(run(), TourTarget::Zipper, "guess"));
    now.guessed = true;
    now.initialization = Initialization::Mean;
    QVERIFY(asks(run(), TourTarget::Initialization, "least squares"));
    now.initialization = Initialization::LeastSquares;
    now.secondsLeft = "50 s";
    QVERIFY(asks(run(), TourTarget::RunAll, "50 s") && !run().asksGuess);
    now.working = true;
    QVERIFY(asks(run(), TourTarget::Curves, "50 s"));
    now.working = false;
    now.allDone = true;
    now.mergedLayers = 13;
    now.now = 0.9333;
    QVERIFY(run().done && run().text.contains("93.33"));
    QVERIFY(tourMoment(TourStation::Cost, now).showsGuess);
    now.guessed = false;
    QVERIFY(!tourMoment(TourStation::Cost, now).showsGuess);
  }

  void gainAndPriceAreTold() {
    TourSituation now = atTheBeginning();
    now.mergedLayers = 13;
    now.now = 0.95;
    now.testImages = 400;
    now.parametersNow = 235060;
    const TourMoment cost = tourMoment(TourStation::Cost, now);
    for (const char* figure : {"235,060", "431,284", "1.83", "95.00", "95.12", "400"})
      QVERIFY2(cost.text.contains(figure), figure);
    QVERIFY(asks(cost, TourTarget::ChangesTab, "What Changed"));
    now.changesSeen = true;
    QVERIFY(tourMoment(TourStation::Cost, now).done);
    QVERIFY(asks(tourMoment(TourStation::Export, now), TourTarget::FileMenu, "Export"));
    now.exporting = true;
    QVERIFY(tourMoment(TourStation::Export, now).done);
  }

  void onlyWhatNeedsNoReadingGoesOn() {
    TourSituation now = atTheBeginning();
    now.lesson = now.layerChosen = now.layersSeen = now.changesSeen = now.exporting = now.allDone = true;
    now.mergedLayers = 13;
    now.tried = {StartScores{}, StartScores{}, StartScores{}};
    for (const TourStation station : allStations()) {
      const TourMoment moment = tourMoment(station, now);
      QVERIFY2(moment.done, qPrintable(moment.title));
      QCOMPARE(moment.goesOn, station == TourStation::Why || station == TourStation::Zipper);
    }
  }
};

ZIPPER_TEST(TestTourStations)
#include "test_tour_stations.moc"
