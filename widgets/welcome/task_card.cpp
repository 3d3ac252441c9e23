// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/welcome/task_card.h"

#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <algorithm>

#include "widgets/style/colors.h"
#include "widgets/style/flow_layout.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/terms.h"
#include "widgets/welcome/chosen_task.h"
#include "widgets/welcome/classes_dialog.h"
#include "widgets/welcome/data_text.h"
#include "widgets/welcome/elided_label.h"
#include "widgets/welcome/glyphs.h"
#include "widgets/welcome/model_text.h"

namespace zipper {

namespace {

constexpr int margin = 12;
constexpr int longestName = 60;  ///< characters: panels and reports show it in a line

}  // namespace

TaskCard::TaskCard(int task, QWidget* parent) : QWidget(parent), task_(task) {
  auto* grid = new QGridLayout(this);
  grid->setHorizontalSpacing(8);
  grid->setVerticalSpacing(6);
  grid->setColumnStretch(2, 1);
  setAccessibleName(tr("Task %1").arg(taskLetter(task)));
  addName(grid, 0);
  model_ = addLine(grid, 1, tr("Model"), tr("Choose model %1").arg(taskLetter(task)));
  addReading(grid, 2);
  data_ = addLine(grid, 4, tr("Data"), tr("Choose data %1").arg(taskLetter(task)));
  addDataReading(grid, 5);
  addClasses(grid, 7);
  addButtons(grid, 8);
  grid->setRowStretch(9, 1);  // of two cards beside each other one may be taller than it needs to be
  connect(model_.button, &QPushButton::clicked, this, &TaskCard::modelRequested);
  connect(data_.button, &QPushButton::clicked, this, &TaskCard::dataRequested);
  setChosen(ChosenTask());
  setRemovable(false);
  makeRoomForBadge();
}

int TaskCard::badgeSide() const { return fontMetrics().height() * 8 / 5; }

void TaskCard::makeRoomForBadge() { layout()->setContentsMargins(2 * margin + badgeSide(), margin, margin, margin); }

/// One width for all, whatever they say, with air around the longest text.
void TaskCard::fitButtons() {
  const int text =
      std::max(fontMetrics().horizontalAdvance(tr("Change…")), fontMetrics().horizontalAdvance(tr("Choose…")));
  for (QPushButton* button : {model_.button, data_.button, remove_})
    button->setMinimumWidth(text + 2 * fontMetrics().height());
}

void TaskCard::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && dataNotes_ != nullptr) recolor();
  if (event->type() != QEvent::FontChange || layout() == nullptr) return;
  makeRoomForBadge();
  fitButtons();
}

void TaskCard::addName(QGridLayout* grid, int row) {
  const QString help = tr("What panels and reports call this task. Empty: what its model's file is called.");
  name_ = new QLineEdit(this);
  name_->setObjectName("taskName");
  name_->setMaxLength(longestName);
  name_->setAcceptDrops(false);  // files may be dropped anywhere: the window takes them
  name_->setAccessibleName(tr("Name of task %1").arg(taskLetter(task_)));
  name_->setToolTip(help);
  name_->setWhatsThis(help);
  remove_ = new QPushButton(tr("Remove"), this);
  remove_->setObjectName("removeTask");
  remove_->setAccessibleName(tr("Remove task %1").arg(taskLetter(task_)));
  remove_->setToolTip(remove_->accessibleName());
  remove_->setWhatsThis(remove_->accessibleName());
  connect(name_, &QLineEdit::textEdited, this, &TaskCard::nameChanged);
  connect(remove_, &QPushButton::clicked, this, &TaskCard::removeRequested);
  grid->addWidget(new QLabel(tr("Name"), this), row, 0);
  grid->addWidget(name_, row, 1, 1, 2);
  grid->addWidget(remove_, row, 3);
}

TaskCard::Line TaskCard::addLine(QGridLayout* grid, int row, const QString& label, const QString& accessibleName) {
  Line line{new ElidedLabel(this), new QPushButton(this)};
  line.button->setAccessibleName(accessibleName);
  line.button->setToolTip(accessibleName);
  line.button->setWhatsThis(accessibleName);
  grid->addWidget(new QLabel(label, this), row, 0);
  grid->addWidget(line.text, row, 1, 1, 2);
  grid->addWidget(line.button, row, 3);
  return line;
}

QLabel* TaskCard::addText(const QString& name) {
  auto* label = new QLabel(this);
  label->setObjectName(name);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  return label;
}

void TaskCard::addDataReading(QGridLayout* grid, int row) {
  dataReading_ = addText("dataReading");
  dataReading_->setAccessibleName(tr("What data %1 holds").arg(taskLetter(task_)));
  dataNotes_ = addText("dataNotes");
  dataNotes_->setAccessibleName(tr("Notes on data %1").arg(taskLetter(task_)));
  grid->addWidget(dataReading_, row, 0, 1, 4);
  grid->addWidget(dataNotes_, row + 1, 0, 1, 4);
}

void TaskCard::showDataReading(const DataSummary* summary) {
  const bool any = summary != nullptr;
  dataReading_->setText(any ? dataText(*summary) : QString());
  dataNotes_->setText(any ? dataNotesText(*summary) : QString());
  dataReading_->setVisible(any);
  images_->setVisible(any);
  dataNotes_->setVisible(!dataNotes_->text().isEmpty());
  recolor();
}

void TaskCard::addReading(QGridLayout* grid, int row) {
  reading_ = addText("reading");
  reading_->setAccessibleName(tr("How model %1 was read").arg(taskLetter(task_)));
  notes_ = addText("notes");
  notes_->setAccessibleName(tr("Notes on model %1").arg(taskLetter(task_)));
  // The whole width for what is read: beside a button it would be a narrow column of many lines.
  grid->addWidget(reading_, row, 0, 1, 4);
  grid->addWidget(notes_, row + 1, 0, 1, 4);
}

void TaskCard::addClasses(QGridLayout* grid, int row) {
  classes_ = addText("classes");
  classes_->setAccessibleName(tr("Classes of task %1").arg(taskLetter(task_)));
  grid->addWidget(classes_, row, 0, 1, 4);
}

QPushButton* TaskCard::addButton(const QString& text, const QString& name, const QString& accessibleName,
                                 const QString& help) {
  auto* button = new QPushButton(text, this);
  button->setObjectName(name);
  button->setAccessibleName(accessibleName);
  button->setToolTip(help);
  button->setWhatsThis(help);
  return button;
}

void TaskCard::addButtons(QGridLayout* grid, int row) {
  const QString letter = taskLetter(task_);
  conventions_ =
      addButton(tr("Change conventions…"), "conventions", tr("Change the conventions of model %1").arg(letter),
                tr("Says how the model is to be read where the file doesn't tell, or tells it wrong."));
  images_ = addButton(tr("Read images…"), "images", tr("Change how the images of data %1 are read").arg(letter),
                      tr("Says what becomes of transparency and of the orientation that cameras note."));
  matchClasses_ =
      addButton(tr("Match classes…"), "matchClasses", tr("Match the classes of task %1").arg(letter),
                tr("Shows which output of the network each class of the images is, and lets it be changed."));
  connect(conventions_, &QPushButton::clicked, this, &TaskCard::conventionsRequested);
  connect(images_, &QPushButton::clicked, this, &TaskCard::imagesRequested);
  connect(matchClasses_, &QPushButton::clicked, this, &TaskCard::classesRequested);
  train_ = addButton(tr("Train…"), "train", tr("Train a network for task %1").arg(letter),
                     tr("Trains the head of this network, or all of it, on images of yours."));
  connect(train_, &QPushButton::clicked, this, [this] { Q_EMIT trainRequested(trainsHead_); });
  auto* buttons = new style::FlowLayout(nullptr, 8, 4);
  for (QPushButton* button : {train_, conventions_, images_, matchClasses_}) buttons->addWidget(button);
  grid->addLayout(buttons, row, 0, 1, 4);
}

void TaskCard::showClasses(const ClassView* classes) {
  const bool any = classes != nullptr;
  classesDoubtful_ = any && needsAttention(*classes);
  classes_->setText(!any               ? QString()
                    : classesDoubtful_ ? QStringLiteral("⚠ ") + classesText(*classes)
                                       : classesText(*classes));
  classes_->setVisible(any);
  matchClasses_->setVisible(any);
  recolor();
}

/// What is said of a network without a fitting head is no use without the button that helps.
void TaskCard::showTraining(const ChosenTask& chosen) {
  const bool headless = chosen.summary != nullptr && chosen.summary->spec.classes == 0;
  const bool misfit = chosen.classes != nullptr && !chosen.classes->matching.problem.empty();
  trainsHead_ = headless || misfit || chosen.summary == nullptr;
  train_->setText(headless || misfit ? tr("Train a head…") : tr("Train…"));
  train_->setVisible(!chosen.model.isEmpty() || !chosen.data.isEmpty());
}

void TaskCard::showReading(const ModelSummary* summary) {
  const bool any = summary != nullptr;
  reading_->setText(any ? readingText(*summary) : QString());
  notes_->setText(any ? notesText(*summary) : QString());
  reading_->setVisible(any);
  conventions_->setVisible(any);
  notes_->setVisible(!notes_->text().isEmpty());
  recolor();
}

void TaskCard::recolor() {
  QPalette colors = palette();
  colors.setColor(QPalette::WindowText, style::mutedText(colors));
  for (QLabel* label : {notes_, dataNotes_})
    if (label != nullptr) label->setPalette(colors);
  if (classes_ != nullptr) classes_->setPalette(classesDoubtful_ ? palette() : colors);
}

void TaskCard::setChosen(const ChosenTask& chosen) {
  fill(model_, chosen.model);
  fill(data_, chosen.data);
  showName(chosen);
  showReading(chosen.summary);
  showDataReading(chosen.dataSummary);
  showClasses(chosen.classes);
  showTraining(chosen);
  lack_ = lackOf(chosen);
  complete_ = !chosen.model.isEmpty() && !chosen.data.isEmpty();
  update();
}

void TaskCard::showName(const ChosenTask& chosen) {
  if (name_->text() != chosen.name) name_->setText(chosen.name);  // setting moves the cursor
  name_->setPlaceholderText(chosen.usualName.isEmpty() ? tr("like the model's file") : style::shown(chosen.usualName));
}

void TaskCard::setRemovable(bool removable) { remove_->setVisible(removable); }

void TaskCard::fill(const Line& line, const QString& path) {
  const bool chosen = !path.isEmpty();
  const QString name = QFileInfo(path).fileName();
  line.text->setText(chosen ? QStringLiteral("✓ ") + style::shown(name.isEmpty() ? path : name) : tr("not chosen yet"),
                     !chosen);
  line.text->setToolTip(style::shown(path));
  line.button->setText(chosen ? tr("Change…") : tr("Choose…"));
  fitButtons();
}

void TaskCard::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QColor frame = complete_ && isEnabled() ? style::taskColor(task_, palette()) : style::gridColor(palette());
  painter.setBrush(style::cardColor(palette()));
  painter.setPen(QPen(frame, complete_ ? 1.5 : 1.0));
  painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
  const double side = badgeSide();
  painter.setOpacity(isEnabled() ? 1.0 : 0.4);
  drawSign(painter, QRectF(margin, (height() - side) / 2, side, side), {Glyph::Task, task_}, palette());
}

}  // namespace zipper
