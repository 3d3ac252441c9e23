// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/help_link.h"

#include <QApplication>
#include <QMainWindow>
#include <QMenuBar>
#include <QStatusBar>

#include "app/workbench/actions.h"
#include "app/workbench/panels.h"
#include "widgets/explain/explain_panel.h"
#include "widgets/help/command_tables.h"
#include "widgets/help/handbook_window.h"
#include "widgets/notices/notice_bar.h"
#include "widgets/summary/summary_card.h"
#include "widgets/welcome/welcome_page.h"
#include "widgets/zipper_view/zipper_view.h"

namespace zipper {

namespace {

/// Pages about windows beside the main one, by their object names.
QString pageOfWindow(const QWidget& window) {
  const QString name = window.objectName();
  if (name == QLatin1String("compareDialog")) return QStringLiteral("compare");
  if (name == QLatin1String("recipeDifference")) return QStringLiteral("sessions.html#difference");
  if (name == QLatin1String("runNote")) return QStringLiteral("sessions.html#notes");
  if (name == QLatin1String("sizesDialog")) return QStringLiteral("sizes");
  if (name == QLatin1String("exportDialog")) return QStringLiteral("export");
  if (name == QLatin1String("trainDialog")) return QStringLiteral("train");
  if (name == QLatin1String("lessonDialog")) return QStringLiteral("lessons.html#make");
  if (name == QLatin1String("formatsDialog")) return QStringLiteral("formats");
  if (name == QLatin1String("handbook")) return QStringLiteral("keys.html#handbook");
  return QStringLiteral("start");
}

}  // namespace

HelpLink::HelpLink(Actions& actions, Panels& panels, QMainWindow& window)
    : QObject(nullptr), actions_(actions), panels_(panels), window_(window) {
  connectActions();
  describePanels();
  describeDocks();
}

HelpLink::~HelpLink() { delete handbook_; }

void HelpLink::connectActions() {
  connect(actions_.handbook, &QAction::triggered, this, [this] { open(linkHere()); });
  connect(actions_.glossary, &QAction::triggered, this, [this] { open(QStringLiteral("glossary")); });
  connect(actions_.shortcuts, &QAction::triggered, this, [this] { open(QStringLiteral("keys")); });
  connect(actions_.whatsThis, &QAction::triggered, &whatsThis_, &WhatsThis::ask);
  connect(&whatsThis_, &WhatsThis::pageRequested, this, &HelpLink::open);
  connect(panels_.explain, &ExplainPanel::wordRequested, this, &HelpLink::open);
}

void HelpLink::open(const QString& link) {
  if (handbook_ == nullptr) {
    const auto commands = [this] { return commandTables(*window_.menuBar(), {actions_.recentMenu}); };
    handbook_ = new HandbookWindow(commands, &window_);
  }
  handbook_->open(link);
}

QString HelpLink::linkHere() const {
  const QWidget* focus = QApplication::focusWidget();
  const QString link = handbookPageOf(focus);
  if (!link.isEmpty()) return link;
  return focus == nullptr ? QStringLiteral("start") : pageOfWindow(*focus->window());
}

void HelpLink::describePanels() {
  panels_.welcome->setWhatsThis(
      tr("Here it is chosen what is merged: the sample, a saved session, or a network and its images for each task."));
  setHandbookPage(panels_.welcome, "start.html");
  panels_.notices->setWhatsThis(
      tr("Notices say what must be known before a figure is believed, and offer what helps."));
  setHandbookPage(panels_.notices, "open.html#notices");
  setHandbookPage(panels_.zipper, "zipper.html");
  panels_.summary->setWhatsThis(
      tr("What the merge is worth at the step that is shown: memory, accuracy, images lost and won, time, and what "
         "comes next."));
  setHandbookPage(panels_.summary, "zipper.html#summary");
  window_.statusBar()->setWhatsThis(tr("What the program does now, how far it has got, and how long it will take."));
  setHandbookPage(window_.statusBar(), "zipper.html#steps");
}

void HelpLink::describeDocks() {
  struct Description {
    const char *dock, *link;
    QString text;
  };
  const Description descriptions[]{
      {"recipeDock", "settings.html",
       tr("All settings of the merge: how layers are initialized and calibrated, which are merged, and when. Changes "
          "count for the steps to come.")},
      {"explainDock", "zipper.html", tr("What the current step does, and why, in a few sentences.")},
      {"inspectorDock", "inspector.html",
       tr("Looks inside the selected layer: kernels, weights, distributions, feature maps of an image, and which "
          "channels correspond.")},
      {"curvesDock", "curves.html", tr("How the losses fall while the merged network is calibrated.")},
      {"accuracyDock", "curves.html#accuracy",
       tr("How many test images each task gets right, by the number of merged layers, beside its teacher.")},
      {"changesDock", "changes.html",
       tr("Which test images the merge lost and won, by class and by pair of classes, with the pictures behind each "
          "number.")},
      {"tryDock", "changes.html#try",
       tr("Any picture, and what teachers and merged network say it is: drop or paste one, draw a digit, or hold "
          "something in front of the camera.")},
      {"costsDock", "costs.html",
       tr("What sharing each layer costs at least, estimated from the teachers before anything is merged.")},
      {"layersDock", "inspector.html#layers", tr("All layers as a table: shape, size, state and mismatch.")},
      {"historyDock", "sessions.html#history", tr("All steps and runs of the session. Nothing of it is ever lost.")},
      {"queueDock", "compare.html#queue",
       tr("Recipes that are run one after the other, with how long each will take; each becomes a run of the "
          "session.")},
      {"lessonDock", "lessons.html", tr("The texts of the lesson that is open; each page shows what belongs to it.")},
      {"logDock", "sessions.html#log", tr("What happened, the newest line last.")}};
  for (QDockWidget* dock : panels_.docks) {
    for (const auto& [name, link, text] : descriptions) {
      if (dock->objectName() != QLatin1String(name)) continue;
      dock->setWhatsThis(text);
      setHandbookPage(dock, QLatin1String(link));
    }
  }
}

}  // namespace zipper
