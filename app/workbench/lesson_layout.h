// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <vector>

#include "core/lesson/lesson.h"

class QDockWidget;
class QMainWindow;

namespace zipper {

struct Panels;

/// The dock of a panel by its name in a lesson, see lessonPanels(); null if this window has none.
QDockWidget* dockOfName(const Panels& panels, const std::string& name);
/// The reverse; empty for docks that a lesson can't name.
std::string nameOfDock(const QDockWidget& dock);

/// How the docks stand now, those that are closed or stand apart left out. Of nested places only what a lesson can say
/// stays: groups that follow each other along an area.
std::vector<PanelPlace> layoutOf(const QMainWindow& window, const Panels& panels);

/// Puts the docks there. Panels that the window doesn't know are passed over; the one with the lesson is always shown,
/// on top of the left side where it isn't named. Nothing but names, areas and shares is taken from the lesson: what Qt
/// keeps of a window can't be read safely when it comes from a stranger.
void applyLayout(QMainWindow& window, Panels& panels, const std::vector<PanelPlace>& layout);

}  // namespace zipper
