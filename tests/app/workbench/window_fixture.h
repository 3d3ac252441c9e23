// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QMessageBox>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>
#include <memory>

#include "app/workbench/main_window.h"
#include "core/support/text_format.h"
#include "resources/samples/sample_files.h"
#include "support/fewer_images.h"
#include "widgets/curves/curves_panel.h"
#include "widgets/recipe/recipe_panel.h"
#include "widgets/zipper_view/zipper_view.h"

namespace zipper::test {

/// A real main window in folders of its own, with the sample and steps that take moments.
class WindowFixture {
 public:
  WindowFixture() {
    QApplication::setOrganizationName("Zipper Workbench tests");
    QApplication::setApplicationName("tests");
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, path("settings"));
    open();
  }

  QString path(const QString& name) const { return folder_.filePath(name); }
  MainWindow& window() { return *window_; }
  /// Parts of the window by their class: panels, controllers, dialogs.
  template <typename Part>
  Part* part() {
    return window_->findChild<Part*>();
  }
  Document& document() { return *part<Document>(); }
  RunController& run() { return *part<RunController>(); }
  SessionController& files() { return *part<SessionController>(); }
  DraftController& drafts() { return *part<DraftController>(); }
  Actions& actions() { return *part<Actions>(); }
  /// As if it were clicked in the zipper.
  void chooseLayer(int layer) { Q_EMIT part<ZipperView>()->layerSelected(layer); }

  /// Another window, as after a restart; the one before is gone without having been closed in order.
  void open() {
    window_.reset();
    window_ = std::make_unique<MainWindow>(Places{path("sample"), path("recovery")});
    window_->show();
  }

  /// The sample, but for most of its test images, on which networks are scored all the time.
  void openSample() {
    Recipe recipe = presetRecipe("fast");
    if (!QFile::exists(path("sample"))) {
      writeSamples(path("sample").toStdString());
      for (const char* name : {"fashion", "digits"})
        keepImages(path("sample").toStdString() + "/" + name, Split::Test, 200);
    }
    for (const QString name : {"fashion", "digits"}) {
      TaskSource source;
      source.model = path("sample/" + name + ".safetensors").toStdString();
      source.data = path("sample/" + name).toStdString();
      recipe.sources.push_back(source);
    }
    files().openSources(recipe);
    useQuickRecipeWhenOpen();
  }

  /// All of it, by the command of the window.
  void openWholeSample() {
    actions().openSample->trigger();
    useQuickRecipeWhenOpen();
  }

  /// Few iterations, small batches, few images for the statistics.
  void useQuickRecipe(const std::string& layers, int iterations = 4) {
    Recipe recipe = document().session().recipe;
    recipe.defaults.initializationImages = recipe.defaults.statisticsImages = 32;
    recipe.defaults.calibration.batchSize = 8;
    recipe.defaults.calibration.iterations = iterations;
    planSteps(recipe, parseLayers(layers, document().session().layers()));
    part<RecipePanel>()->setRecipe(recipe, document().session().layers());
    document().setRecipe(recipe);
  }

  bool waitUntil(RunState state, int milliseconds = 60000) {
    return QTest::qWaitFor([&] { return run().state() == state; }, milliseconds);
  }

  /// Triggers the command and waits until nothing runs any more.
  bool runToEnd(QAction* action) {
    action->trigger();
    return run().state() != RunState::Idle && waitUntil(RunState::Idle);
  }

  /// Waits for a dialog of this name and returns it.
  QMessageBox* dialog(const char* name) {
    QMessageBox* box = nullptr;
    (void)QTest::qWaitFor([&] { return (box = window_->findChild<QMessageBox*>(name)) != nullptr; }, 20000);
    return box;
  }

  /// What an error dialog says; closes it. Empty if there is none.
  QString errorText() {
    QMessageBox* box = dialog("errorDialog");
    if (box == nullptr) return {};
    const QString text = box->text() + "\n" + box->informativeText();
    delete box;
    return text;
  }

 private:
  void useQuickRecipeWhenOpen() {
    QVERIFY(QTest::qWaitFor([this] { return run().state() == RunState::Idle && document().isOpen(); }, 20000));
    useQuickRecipe("1-3");
  }

  QTemporaryDir folder_;
  std::unique_ptr<MainWindow> window_;
};

}  // namespace zipper::test
