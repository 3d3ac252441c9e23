// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/enlarged_look.h"

#include <QApplication>

#include "widgets/plots/stroke_scale.h"

namespace zipper {

namespace {

/// Those that desktops give fonts of their own, see QPlatformTheme. Setting the application's font drops them.
constexpr const char* classesWithFonts[] = {"QMenu",
                                            "QMenuBar",
                                            "QMenuItem",
                                            "QMessageBoxLabel",
                                            "QLabel",
                                            "QTipLabel",
                                            "QStatusBar",
                                            "QTitleBar",
                                            "QPushButton",
                                            "QCheckBox",
                                            "QRadioButton",
                                            "QToolButton",
                                            "QAbstractItemView",
                                            "QListView",
                                            "QHeaderView",
                                            "QListBox",
                                            "QComboMenuItem",
                                            "QComboLineEdit",
                                            "QSmallFont",
                                            "QMiniFont",
                                            "QDockWidgetTitle",
                                            "QMdiSubWindowTitleBar"};

QFont enlarged(QFont font, double factor) {
  if (font.pointSizeF() > 0)
    font.setPointSizeF(font.pointSizeF() * factor);
  else
    font.setPixelSize(qRound(font.pixelSize() * factor));
  return font;
}

}  // namespace

EnlargedLook::EnlargedLook(double factor) : font_(QApplication::font()), strokes_(plots::strokeScale()) {
  for (const char* name : classesWithFonts)
    if (const QFont font = QApplication::font(name); font != font_) ofClasses_.emplace_back(name, font);
  plots::setStrokeScale(strokes_ * factor);  // before the fonts, with which plots are drawn anew
  QApplication::setFont(enlarged(font_, factor));
  for (const auto& [name, font] : ofClasses_) QApplication::setFont(enlarged(font, factor), name);
}

EnlargedLook::~EnlargedLook() {
  plots::setStrokeScale(strokes_);
  QApplication::setFont(font_);
  for (const auto& [name, font] : ofClasses_) QApplication::setFont(font, name);
}

}  // namespace zipper
