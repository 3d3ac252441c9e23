// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/welcome_link.h"

#include "app/workbench/document.h"
#include "app/workbench/draft_controller.h"
#include "app/workbench/panels.h"
#include "app/workbench/session_controller.h"
#include "core/network/plan.h"
#include "widgets/style/dialogs.h"
#include "widgets/style/engine_texts.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/terms.h"
#include "widgets/welcome/chosen_task.h"
#include "widgets/welcome/classes_dialog.h"
#include "widgets/welcome/conventions_dialog.h"
#include "widgets/welcome/images_dialog.h"
#include "widgets/welcome/welcome_page.h"

namespace zipper {

namespace {

const char* const modelFilter =
    QT_TRANSLATE_NOOP("zipper::WelcomeLink",
                      "Models (*.safetensors *.pt *.pth *.pth.tar *.ckpt *.bin *.onnx *.tflite "
                      "*.h5 *.hdf5 *.keras *.json *.index);;All files (*)");

template <typename Value>
const Value* pointerTo(const std::optional<Value>& value) {
  return value ? &*value : nullptr;
}

}  // namespace

WelcomeLink::WelcomeLink(Document& document, DraftController& drafts, SessionController& files, Panels& panels,
                         QWidget& window)
    : QObject(&window), document_(document), drafts_(drafts), files_(files), panels_(panels), window_(window) {
  const WelcomePage* page = panels_.welcome;
  connect(page, &WelcomePage::addTaskRequested, &drafts_, &DraftController::addTask);
  connect(page, &WelcomePage::removeTaskRequested, &drafts_, &DraftController::removeTask);
  connect(page, &WelcomePage::taskNameChanged, &drafts_, &DraftController::setName);
  connect(page, &WelcomePage::openModelRequested, this, &WelcomeLink::chooseModel);
  connect(page, &WelcomePage::openDataRequested, this, &WelcomeLink::chooseData);
  connect(page, &WelcomePage::conventionsRequested, this, &WelcomeLink::changeConventions);
  connect(page, &WelcomePage::imagesRequested, this, &WelcomeLink::changeImages);
  connect(page, &WelcomePage::classesRequested, this, &WelcomeLink::matchClasses);
  connect(page, &WelcomePage::backRequested, this, &WelcomeLink::backToSession);
  connect(&drafts_, &DraftController::changed, this, &WelcomeLink::showDraft);
  connect(&document_, &Document::opened, &drafts_, &DraftController::drop);
}

bool WelcomeLink::showsSession() const {
  return document_.isOpen() && panels_.center->currentWidget() != panels_.welcome;
}

int WelcomeLink::taskCount() const {
  const bool ofSession = document_.isOpen() && drafts_.draft().isEmpty();
  return ofSession ? document_.session().taskCount() : int(drafts_.draft().tasks.size());
}

void WelcomeLink::chooseModel(int task) {
  style::askOpenName(&window_, tr("Model of task %1").arg(taskLetter(task)), tr(modelFilter),
                     [this, task](const QString& path) {
                       if (document_.isOpen() && drafts_.draft().isEmpty())
                         drafts_.takeFrom(document_.session(), document_.classes());
                       drafts_.chooseModel(task, path);
                     });
}

void WelcomeLink::chooseData(int task) {
  style::askFolder(&window_, tr("Images of task %1").arg(taskLetter(task)), [this, task](const QString& folder) {
    showsSession() ? files_.replaceData(task, folder) : drafts_.chooseData(task, folder);
  });
}

void WelcomeLink::backToSession() {
  drafts_.drop();
  panels_.showSession();
}

void WelcomeLink::changeConventions(int task) {
  const bool ofSession = document_.isOpen() && drafts_.draft().isEmpty();
  if (ofSession) drafts_.takeFrom(document_.session(), document_.classes());
  const auto& summary = drafts_.draft().tasks[std::size_t(task)].summary;
  if (!summary) return;
  auto* dialog = new ConventionsDialog(task, *summary, &window_);
  if (ofSession) connect(dialog, &QDialog::rejected, this, &WelcomeLink::backToSession);
  connect(dialog, &QDialog::accepted, this,
          [this, task, dialog] { drafts_.changeConventions(task, dialog->overrides()); });
  dialog->open();
}

void WelcomeLink::changeImages(int task) {
  const auto& summary = drafts_.draft().tasks[std::size_t(task)].dataSummary;
  if (!summary) return;
  auto* dialog = new ImagesDialog(task, summary->reading, &window_);
  connect(dialog, &QDialog::accepted, this, [this, task, dialog] { drafts_.changeReading(task, dialog->reading()); });
  dialog->open();
}

void WelcomeLink::matchClasses(int task) {
  const auto place = std::size_t(task);
  const bool ofSession = showsSession();
  const ClassView* view = nullptr;
  if (!ofSession)
    view = pointerTo(drafts_.draft().tasks[place].classes);
  else if (place < document_.classes().size())
    view = &document_.classes()[place];
  if (view == nullptr) return;
  auto* dialog = new ClassesDialog(task, *view, &window_);
  connect(dialog, &QDialog::accepted, this, [this, task, dialog, ofSession] {
    ofSession ? files_.matchClasses(task, dialog->outputs()) : drafts_.chooseClasses(task, dialog->outputs());
  });
  dialog->open();
}

QString WelcomeLink::problem() const {
  const QString misfit = style::engineText(drafts_.draft().misfit());
  const int unlabelled = drafts_.draft().taskWithoutLabels();
  if (!misfit.isEmpty() || unlabelled < 0) return misfit;
  return tr("The classes of task %1 don't fit the outputs of its network: see its card.").arg(taskLetter(unlabelled));
}

void WelcomeLink::showDraft() {
  std::vector<ChosenTask> chosen;
  const std::vector<std::string> usual = drafts_.draft().usualNames();
  for (const TaskDraft& task : drafts_.draft().tasks)
    chosen.push_back({task.name, task.model, task.data, pointerTo(task.summary), pointerTo(task.dataSummary),
                      pointerTo(task.classes), style::unchanged(usual[chosen.size()])});
  panels_.welcome->setTasks(chosen);
  panels_.welcome->setProblem(problem());
  QStringList adjustments;
  for (const std::string& note : drafts_.draft().adjustments()) adjustments << style::engineSentence(note);
  panels_.welcome->setAdjustments(adjustments);
  const auto& first = drafts_.draft().tasks.front().summary;
  panels_.welcome->setIdentical(drafts_.draft().identicalLayers(), first ? layersOf(first->spec) : 0);
  panels_.welcome->setBack(document_.title());
  if (!drafts_.draft().isEmpty()) panels_.showWelcome();
  Q_EMIT taskCountChanged();
}

}  // namespace zipper
