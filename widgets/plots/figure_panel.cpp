// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/figure_panel.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>

#include "widgets/plots/export_button.h"
#include "widgets/plots/figure_export.h"

namespace zipper::plots {

std::function<void(const QString&)> FigurePanel::drawn(bool vectors) {
  return vectors ? drawnSvg(figure()) : drawnPng(figure());
}

void FigurePanel::savePng(const QString& path) { plots::savePng(figure(), path); }

void FigurePanel::savePdf(const QString& path) { plots::savePdf(figure(), path); }

void FigurePanel::saveSvg(const QString& path) { plots::saveSvg(figure(), path); }

void FigurePanel::saveCsv(const QString& path) {
  saveText([this] { return csv(); }, path);
}

void FigurePanel::copyImage() { QApplication::clipboard()->setImage(imageOf(figure())); }

QToolButton* FigurePanel::makeExportButton(const QString& baseName) {
  return plots::makeExportButton(
      this, {baseName, [this](const QString& path) { savePng(path); }, [this](const QString& path) { savePdf(path); },
             [this](const QString& path) { saveSvg(path); }, [this](const QString& path) { saveCsv(path); },
             [this] { copyImage(); }});
}

void FigurePanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) showContent();
}

}  // namespace zipper::plots
