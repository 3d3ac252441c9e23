// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRect>
#include <QWidget>

#include "widgets/tour/tour_situation.h"

class QDockWidget;
class QMainWindow;
class QTabBar;

namespace zipper {

class Actions;
struct Panels;

/// Where in the window the things are that stations of the tour point at.
class TourPlaces {
 public:
  TourPlaces(QMainWindow& window, Actions& actions, Panels& panels)
      : window_(window), actions_(actions), panels_(panels) {}

  /// In coordinates of the window; empty if it can't be seen there.
  QRect placeOf(TourTarget target) const;
  /// Opens and scrolls what stands in the way of seeing it.
  void bringIntoView(TourTarget target) const;
  /// Gives it the keyboard.
  void focus(TourTarget target) const;
  /// Whether the panel of the dock is in front.
  bool isInFront(const QWidget* panel) const;

 private:
  QWidget* widgetOf(TourTarget target) const;
  /// The bar that the dock's tab is in, and which it is; null for one that isn't in any.
  QTabBar* tabBarOf(const QDockWidget& dock, int& tab) const;
  void showTab(QDockWidget& dock) const;
  QRect tabOf(const QDockWidget& dock) const;
  QRect placeOf(const QWidget* widget) const;

  QMainWindow& window_;
  Actions& actions_;
  Panels& panels_;
};

}  // namespace zipper
