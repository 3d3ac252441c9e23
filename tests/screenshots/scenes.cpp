// SPDX-License-Identifier: GPL-3.0-or-later

// Takes a picture of every part of the window, in the language, theme and size that are asked for, to be looked at. Not
// a test.
//
//   xvfb-run -s "-screen 0 WIDTHxHEIGHTx24" scenes SESSION LANGUAGE THEME WIDTHxHEIGHT FONT_FACTOR OUT_FOLDER [name of
//   a scene ...]
//
// SESSION: of the photographs, all layers merged: `zipper sample` and `zipper merge --preset lesson` make one. It is
// shown where seven of them are. LANGUAGE: en, de or zh_TW. THEME: light or dark. Files are called
// OUT_FOLDER/SCENE.png.

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QLibraryInfo>
#include <QListView>
#include <QMenuBar>
#include <QPainter>
#include <QPushButton>
#include <QTabWidget>
#include <QTranslator>
#include <QtTest>
#include <cstdio>
#include <functional>

#include "app/workbench/window_fixture.h"
#include "core/support/passive_waiting.h"
#include "widgets/changes/changes_panel.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/inspector/narrow_tabs.h"
#include "widgets/style/indicator_style.h"
#include "widgets/try_it/try_panel.h"

using namespace zipper;
using namespace zipper::test;

namespace {

struct Scene {
  const char* name;
  std::function<void(WindowFixture&)> show;
};

void waitUntilIdle(WindowFixture& fixture) {
  QTest::qWait(300);
  if (!QTest::qWaitFor(
          [&] { return fixture.run().state() == RunState::Idle && !fixture.part<JobRunner>()->isRunning(); }, 120000))
    qWarning("it is still at work");
  QTest::qWait(300);
}

/// The window and what lies on it: dialogs, menus.
QImage pictureOf(QWidget& window) {
  QImage picture = window.grab().toImage();
  QPainter painter(&picture);
  for (QWidget* other : QApplication::topLevelWidgets()) {
    if (other == &window || !other->isVisible()) continue;
    const QRect place = other->geometry().translated(-window.geometry().topLeft());
    if (place.right() >= picture.width() || place.bottom() >= picture.height() || place.left() < 0 || place.top() < 0)
      std::printf("  %s leaves the window: %dx%d at %d, %d\n", qPrintable(other->objectName()), place.width(),
                  place.height(), place.left(), place.top());
    painter.drawPixmap(place.topLeft(), other->grab());
    painter.setPen(Qt::red);
    painter.drawRect(place.adjusted(-1, -1, 0, 0));
  }
  return picture;
}

void closeOthers(QWidget& window) {
  for (QWidget* other : QApplication::topLevelWidgets())
    if (other != &window && other->isVisible()) other->close();
}

void reveal(WindowFixture& fixture, QWidget* panel) {
  for (QDockWidget* dock : fixture.window().findChildren<QDockWidget*>())
    if (dock->isAncestorOf(panel)) {
      dock->show();
      dock->raise();
    }
}

template <typename Panel>
Panel& revealed(WindowFixture& fixture) {
  Panel* panel = fixture.part<Panel>();
  reveal(fixture, panel);
  QTest::qWait(300);
  return *panel;
}

void showDock(WindowFixture& fixture, const char* name) {
  auto* dock = fixture.window().findChild<QDockWidget*>(name);
  if (dock == nullptr) qFatal("there is no dock %s", name);
  dock->show();
  dock->raise();
}

void showInspectorPage(WindowFixture& fixture, int index) {
  fixture.chooseLayer(5);
  auto& inspector = revealed<InspectorPanel>(fixture);
  inspector.findChild<NarrowTabs*>()->setCurrentIndex(index);
}

/// Station by station, as far as the session has come.
void walkTour(WindowFixture& fixture, int stations) {
  fixture.actions().guidedTour->trigger();
  for (int station = 0; station < stations; ++station) {
    QTest::qWait(200);
    if (auto* next = fixture.window().findChild<QPushButton*>("tourNext"); next != nullptr && next->isEnabled())
      next->click();
  }
}

void showImage(WindowFixture& fixture, ImagesAsked asked) {
  auto& changes = revealed<ChangesPanel>(fixture);
  waitUntilIdle(fixture);
  changes.ask(asked);
  QTest::qWait(500);
  auto* gallery = changes.findChild<QListView*>("gallery");
  if (gallery->model()->rowCount() > 0) Q_EMIT gallery->clicked(gallery->model()->index(0, 0));
}

std::function<void(WindowFixture&)> dockOf(const char* name) {
  return [name](WindowFixture& fixture) { showDock(fixture, name); };
}

std::function<void(WindowFixture&)> command(QAction* Actions::*action) {
  return [action](WindowFixture& fixture) {
    if (!(fixture.actions().*action)->isEnabled())
      std::printf("  %s is disabled\n", qPrintable((fixture.actions().*action)->objectName()));
    (fixture.actions().*action)->trigger();
  };
}

std::function<void(WindowFixture&)> menu(int index) {
  return [index](WindowFixture& fixture) {
    QMenu* opened = fixture.window().menuBar()->actions()[index]->menu();
    opened->popup(fixture.window().mapToGlobal(QPoint(60 * index, fixture.window().menuBar()->height())));
  };
}

std::vector<Scene> scenesOfSession() {
  return {{"session", [](WindowFixture&) {}},
          {"changes", [](WindowFixture& f) { revealed<ChangesPanel>(f); }},
          {"changes-image", [](WindowFixture& f) { showImage(f, ImagesAsked::with(Outcome::Lost)); }},
          {"changes-class", [](WindowFixture& f) { revealed<ChangesPanel>(f).ask(ImagesAsked::ofClass(1)); }},
          {"changes-cell",
           [](WindowFixture& f) { revealed<ChangesPanel>(f).ask(ImagesAsked::inCell(MatrixShown::Difference, 0, 0)); }},
          {"try", [](WindowFixture& f) { revealed<TryPanel>(f); }},
          {"accuracy", dockOf("accuracyDock")},
          {"costs", dockOf("costsDock")},
          {"layers", dockOf("layersDock")},
          {"history", dockOf("historyDock")},
          {"queue", dockOf("queueDock")},
          {"log", dockOf("logDock")},
          {"explain", dockOf("explainDock")},
          {"maps", [](WindowFixture& f) { showInspectorPage(f, 0); }},
          {"kernels", [](WindowFixture& f) { showInspectorPage(f, 1); }},
          {"weights", [](WindowFixture& f) { showInspectorPage(f, 2); }},
          {"distributions", [](WindowFixture& f) { showInspectorPage(f, 3); }},
          {"channels", [](WindowFixture& f) { showInspectorPage(f, 4); }},
          {"errors", [](WindowFixture& f) { showInspectorPage(f, 5); }},
          {"beside",
           [](WindowFixture& f) {
             showInspectorPage(f, 5);
             auto* step = f.window().findChild<QComboBox*>("besideStep");
             step->setCurrentIndex(2);
             Q_EMIT step->activated(2);
           }},
          {"tour-1", [](WindowFixture& f) { walkTour(f, 0); }},
          {"tour-3", [](WindowFixture& f) { walkTour(f, 2); }},
          {"tour-cost", [](WindowFixture& f) { walkTour(f, 8); }},
          {"guess", command(&Actions::guessFirst)},
          {"compare", command(&Actions::compare)},
          {"sizes", command(&Actions::sizes)},
          {"trunks",
           [](WindowFixture& f) {
             f.actions().sizes->trigger();
             QTest::qWait(300);
             f.window().findChild<QTabWidget*>("sizesTabs")->setCurrentIndex(1);
           }},
          {"suggest", command(&Actions::suggestLayers)},
          {"recipes", command(&Actions::compareRecipes)},
          {"train-head", command(&Actions::trainHead)},
          {"fine-tune", command(&Actions::fineTune)},
          {"lesson", command(&Actions::saveLesson)},
          {"export", command(&Actions::exportModel)},
          {"handbook", command(&Actions::handbook)},
          {"glossary", command(&Actions::glossary)},
          {"shortcuts", command(&Actions::shortcuts)},
          {"formats", command(&Actions::fileFormats)},
          {"about", command(&Actions::about)},
          {"presentation", command(&Actions::presentation)},
          {"menu-file", menu(0)},
          {"menu-edit", menu(1)},
          {"menu-run", menu(2)},
          {"menu-view", menu(3)},
          {"menu-help", menu(4)},
          {"start", command(&Actions::newSession)}};
}

/// Says which texts of the program the language hasn't.
class Translator : public QTranslator {
 public:
  using QTranslator::QTranslator;
  QString translate(const char* context, const char* source, const char* comment, int number) const override {
    const QString text = QTranslator::translate(context, source, comment, number);
    if (text.isEmpty() && context[0] != 'Q') std::printf("  no text for %s: %s\n", context, source);
    return text;
  }
};

void prepareLook(const QString& language, double factor) {
  QApplication::setStyle(new style::IndicatorStyle);
  auto* qtTexts = new QTranslator(QCoreApplication::instance());
  if (qtTexts->load("qtbase_" + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
    QCoreApplication::installTranslator(qtTexts);
  QTranslator* texts = language == "en" ? new QTranslator : new Translator;
  texts->setParent(QCoreApplication::instance());
  if (!texts->load(":/i18n/zipper-workbench_" + language + ".qm")) qFatal("no such language");
  QCoreApplication::installTranslator(texts);
  QLocale::setDefault(QLocale(QLocale::English));
  QFont font = QApplication::font();
  font.setPointSizeF(font.pointSizeF() * factor);
  QApplication::setFont(font);
}

/// A window of its own for each: what one did is not in the picture of the next.
void take(const Scene& scene, const QStringList& given) {
  const QStringList size = given[4].split('x');
  WindowFixture fixture;
  (given[3] == "dark" ? fixture.actions().themeDark : fixture.actions().themeLight)->trigger();
  fixture.actions().reducedMotion->setChecked(true);
  fixture.window().setGeometry(0, 0, size[0].toInt(), size[1].toInt());
  fixture.window().openSession(given[1]);
  waitUntilIdle(fixture);
  while (fixture.document().session().path().size() > 7) fixture.run().stepBack();
  waitUntilIdle(fixture);
  scene.show(fixture);
  waitUntilIdle(fixture);
  if (!pictureOf(fixture.window()).save(given[6] + "/" + scene.name + ".png")) qFatal("can't be written");
  std::printf("%s\n", scene.name);
  closeOthers(fixture.window());
}

}  // namespace

int main(int argc, char** argv) {
  waitPassively(argv);
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  QApplication app(argc, argv);
  const QStringList given = QApplication::arguments();
  if (given.size() < 7) qFatal("usage: scenes SESSION LANGUAGE THEME WIDTHxHEIGHT FONT_FACTOR OUT_FOLDER [scene ...]");
  prepareLook(given[2], given[5].toDouble());
  QDir().mkpath(given[6]);
  for (const Scene& scene : scenesOfSession())
    if (given.size() == 7 || given.mid(7).contains(scene.name)) take(scene, given);
  return 0;
}
