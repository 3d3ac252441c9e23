// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/probe_controls.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <algorithm>
#include <limits>

#include "widgets/style/dialogs.h"
#include "widgets/style/plain_text.h"

namespace zipper {

namespace {

constexpr int oneLineWidth = 520;
constexpr int longestName = 150;  ///< of a file, in pixels: it must not widen the panel

QToolButton* arrowButton(Qt::ArrowType arrow, const QString& name) {
  auto* button = new QToolButton;
  button->setArrowType(arrow);
  button->setAutoRepeat(true);
  button->setFocusPolicy(Qt::StrongFocus);
  button->setToolTip(name);
  button->setAccessibleName(name);
  return button;
}

}  // namespace

ProbeControls::ProbeControls(QWidget* parent)
    : QWidget(parent),
      task_(new QComboBox),
      previous_(arrowButton(Qt::LeftArrow, tr("Previous image"))),
      index_(new QSpinBox),
      next_(arrowButton(Qt::RightArrow, tr("Next image"))),
      open_(new QPushButton(tr("&Open image…"))),
      rows_(new QBoxLayout(QBoxLayout::TopToBottom, this)) {
  addWidgets();
  connect(task_, &QComboBox::activated, this, [this](int task) { setChoice({task, choice_.index, choice_.file}); });
  connect(index_, &QSpinBox::valueChanged, this, [this](int number) { setChoice({choice_.task, number - 1, {}}); });
  connect(previous_, &QToolButton::clicked, this, [this] { step(-1); });
  connect(next_, &QToolButton::clicked, this, [this] { step(1); });
  connect(open_, &QPushButton::clicked, this, &ProbeControls::openImage);
  showChoice();
}

void ProbeControls::addWidgets() {
  task_->setToolTip(tr("The task whose networks look at the image"));
  task_->setAccessibleName(tr("Task"));
  task_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  task_->setMinimumContentsLength(6);
  index_->setAccessibleName(tr("Number of the test image"));
  index_->setKeyboardTracking(false);
  index_->setWrapping(true);
  index_->setPrefix(tr("Image "));
  open_->setToolTip(tr("Look at an image from a file instead of one of the test set"));
  open_->setAutoDefault(false);
  auto* first = new QHBoxLayout;
  first->addWidget(task_, 1);
  first->addWidget(open_);
  auto* second = new QHBoxLayout;
  second->addWidget(previous_);
  second->addWidget(index_, 1);
  second->addWidget(next_);
  rows_->setContentsMargins(0, 0, 0, 0);
  rows_->setSpacing(6);
  rows_->addLayout(first, 1);
  rows_->addLayout(second, 1);
}

qint64 ProbeControls::imagesOf(int task) const {
  return task >= 0 && task < int(imageCounts_.size()) ? imageCounts_[std::size_t(task)] : 0;
}

ProbeChoice ProbeControls::possible(ProbeChoice choice) const {
  choice.task = std::clamp(choice.task, 0, std::max(0, int(imageCounts_.size()) - 1));
  choice.index = std::clamp<qint64>(choice.index, 0, std::max<qint64>(0, imagesOf(choice.task) - 1));
  return choice;
}

void ProbeControls::setTasks(const QStringList& titles, const std::vector<qint64>& imageCounts) {
  imageCounts_ = imageCounts;
  imageCounts_.resize(std::size_t(titles.size()), 0);
  const QSignalBlocker blocker(task_);
  task_->clear();
  task_->addItems(titles);
  choice_ = titles.isEmpty() ? ProbeChoice() : possible(choice_);
  showChoice();
}

void ProbeControls::setChoice(const ProbeChoice& choice) {
  const ProbeChoice next = possible(choice);
  if (next.task == choice_.task && next.index == choice_.index && next.file == choice_.file) return;
  choice_ = next;
  showChoice();
  Q_EMIT changed();
}

void ProbeControls::showChoice() {
  const QSignalBlocker taskBlocker(task_), indexBlocker(index_);
  const qint64 images = imagesOf(choice_.task);
  const bool any = !imageCounts_.empty();
  task_->setCurrentIndex(any ? choice_.task : -1);
  const bool file = !choice_.file.isEmpty();
  // People count from 1; 0 stands for a file.
  index_->setRange(file ? 0 : 1, int(std::clamp<qint64>(images, 1, std::numeric_limits<int>::max())));
  index_->setSuffix(images > 0 ? tr(" of %L1").arg(images) : QString());
  index_->setSpecialValueText(file ? index_->fontMetrics().elidedText(style::shown(QFileInfo(choice_.file).fileName()),
                                                                      Qt::ElideMiddle, longestName)
                                   : QString());
  index_->setValue(file ? 0 : int(choice_.index) + 1);
  index_->setToolTip(file ? style::shown(choice_.file)
                          : tr("The number of the image in the task's test set, counted from 1"));
  for (QWidget* widget : {static_cast<QWidget*>(task_), static_cast<QWidget*>(open_)}) widget->setEnabled(any);
  for (QWidget* widget :
       {static_cast<QWidget*>(previous_), static_cast<QWidget*>(index_), static_cast<QWidget*>(next_)})
    widget->setEnabled(images > 0);
}

void ProbeControls::step(int by) {
  const qint64 images = imagesOf(choice_.task);
  // From a file back to the test set: the image that was shown before.
  if (!choice_.file.isEmpty()) return setChoice({choice_.task, choice_.index, {}});
  setChoice({choice_.task, (choice_.index + by + images) % images, {}});
}

void ProbeControls::openImage() {
  style::askOpenName(this, tr("Open image"), tr("Images (*.png *.jpg *.jpeg *.webp *.bmp)"),
                     [this](const QString& file) {
                       setChoice({choice_.task, choice_.index, file});
                     });
}

QSize ProbeControls::minimumSizeHint() const {
  int width = 0;
  for (int i = 0; i < rows_->count(); ++i) width = std::max(width, rows_->itemAt(i)->minimumSize().width());
  return {width, rows_->minimumSize().height()};
}

void ProbeControls::resizeEvent(QResizeEvent* event) {
  rows_->setDirection(event->size().width() >= oneLineWidth ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

}  // namespace zipper
