// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <array>
#include <cstdint>
#include <optional>

#include "core/recipe/choices.h"

namespace zipper {

/// The stations of the guided tour, in their order.
enum class TourStation { Why, Networks, Zipper, Random, Mean, LeastSquares, Shared, Run, Cost, Export };
inline constexpr int tourStationCount = int(TourStation::Export) + 1;

/// What a station points at.
enum class TourTarget {
  None,
  OpenSample,      ///< on the start page
  Zipper,          ///< the picture
  Preset,          ///< in the recipe
  Initialization,  ///< in the recipe
  Step,            ///< in the tool bar, as the next two
  TryAgain,
  RunAll,
  Curves,
  LayersTab,
  ChangesTab,
  FileMenu
};

/// What the tour can do where the session isn't in the state that a station is about.
enum class TourOffer {
  None,
  OpenSample,    ///< closes the session at hand, after asking
  ShowSession,   ///< from the start page back to it
  GoToTeachers,  ///< steps stay in the history
  GoToRun        ///< the station that merges the layers
};

/// Mean top-1 of the tasks, as far as it is known.
struct StartScores {
  std::optional<double> initialized, calibrated;
};

/// All of the window's state that stations look at.
struct TourSituation {
  bool open = false;                             ///< there is a session
  bool ofSample = false;                         ///< of one of the samples, whose images are there
  bool seen = false;                             ///< it is what the window shows, not the start page
  bool working = false;                          ///< a step runs, or something else that takes the worker
  bool lesson = false;                           ///< the recipe comes from the preset for lessons
  bool exporting = false;                        ///< the export page is open
  bool layerChosen = false;                      ///< by the person, since the station began
  bool layersSeen = false, changesSeen = false;  ///< these panels are in front
  QString tasks;                                 ///< "A · fashion and B · digits"
  int layers = 0;                                ///< of the networks
  int mergedLayers = 0;                          ///< at the current step
  int steps = 0;                                 ///< on the way to it
  bool allDone = false;                          ///< the plan has no step left
  Initialization initialization = Initialization::LeastSquares;  ///< that the recipe has now
  std::optional<double> teachers;                                ///< mean top-1
  std::array<std::optional<StartScores>, 3> tried;               ///< first steps by random, mean, least squares
  std::optional<double> now;                                     ///< mean top-1 at the current step
  std::int64_t testImages = 0;                                   ///< of all tasks, that `now` was measured on
  std::int64_t parametersBefore = 0, parametersNow = 0;
  QString secondsLeft;   ///< of the run, or of what is planned, "40 s"; empty: unknown
  bool guessed = false;  ///< which layer hurts most
};

/// What a station says and wants in a situation.
struct TourMoment {
  QString title;
  QString text;  ///< plain, paragraphs with an empty line between them
  QString ask;   ///< what the person is to do; empty: nothing but to go on
  bool done = false;
  bool goesOn = false;  ///< done, and there is nothing here to read before the next station
  TourTarget target = TourTarget::None;
  TourOffer offer = TourOffer::None;
  QString offerText;  ///< for its button
  bool asksGuess = false, showsGuess = false;
};

}  // namespace zipper
