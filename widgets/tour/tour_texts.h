// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QString>

#include "widgets/tour/tour_situation.h"

namespace zipper {

/// What the stations of the tour say; whole sentences, with the figures of the situation.
class TourTexts {
  Q_DECLARE_TR_FUNCTIONS(Tour)

 public:
  /// `situation` is to outlive it.
  explicit TourTexts(const TourSituation& situation) : s_(situation) {}

  QString title(TourStation station) const;
  QString text(TourStation station) const;

  // What is to be done.
  QString openSample() const;
  QString chooseLayer() const;
  QString chooseLesson() const;
  QString chooseStart(Initialization initialization) const;
  QString step() const;
  QString tryAgain() const;
  QString wait() const;
  QString watch() const;
  QString openLayers() const;
  QString guess() const;
  QString runAll() const;
  QString openChanges() const;
  QString openExport() const;

  // Why a station can't begin, and the buttons that help.
  QString noSession() const;
  QString needsSample() const;
  QString notSeen() const;
  QString tooFar() const;
  QString nothingMerged() const;
  QString offer(TourOffer offer) const;

 private:
  QString why() const;
  QString networks() const;
  QString zipper() const;
  QString random() const;
  QString mean() const;
  QString leastSquares() const;
  QString shared() const;
  QString run() const;
  QString cost() const;
  QString exporting() const;
  /// What the first step scored with a start; empty if it wasn't tried or not scored.
  QString result(std::size_t start) const;

  const TourSituation& s_;
};

}  // namespace zipper
