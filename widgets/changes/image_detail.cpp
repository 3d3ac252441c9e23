// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/changes/image_detail.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QStringList>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/analysis/grad_cam.h"
#include "widgets/changes/change_reason.h"
#include "widgets/changes/grad_cam_view.h"
#include "widgets/inspector/color_bar.h"

namespace zipper {

namespace {

QToolButton* detailButton(Qt::ArrowType arrow, const QString& name) {
  auto* button = new QToolButton;
  button->setArrowType(arrow);
  button->setToolTip(name);
  button->setAccessibleName(name);
  button->setFocusPolicy(Qt::StrongFocus);
  return button;
}

}  // namespace

ImageDetail::ImageDetail(QWidget* parent)
    : QWidget(parent),
      back_(new QToolButton),
      before_(detailButton(Qt::LeftArrow, tr("Previous image"))),
      after_(detailButton(Qt::RightArrow, tr("Next image"))),
      title_(new QLabel),
      reason_(new QLabel),
      classes_(new QComboBox),
      view_(new GradCamView),
      colorBar_(new ColorBar),
      note_(new QLabel) {
  buildLayout();
  setFocusProxy(back_);
  connect(back_, &QToolButton::clicked, this, &ImageDetail::backRequested);
  connect(before_, &QToolButton::clicked, this, [this] { Q_EMIT stepRequested(-1); });
  connect(after_, &QToolButton::clicked, this, [this] { Q_EMIT stepRequested(1); });
  connect(classes_, &QComboBox::activated, this, &ImageDetail::askForMaps);
}

void ImageDetail::buildLayout() {
  back_->setText(tr("Back"));
  back_->setToolTip(tr("Back to the images (Escape)"));
  back_->setFocusPolicy(Qt::StrongFocus);
  back_->setObjectName(QStringLiteral("backToImages"));
  for (QLabel* label : {title_, reason_, note_}) {
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
  }
  title_->setObjectName(QStringLiteral("imageTitle"));
  reason_->setObjectName(QStringLiteral("imageReason"));
  note_->setObjectName(QStringLiteral("imageNote"));
  classes_->setObjectName(QStringLiteral("camClass"));
  classes_->setAccessibleName(tr("Class to find"));
  classes_->setToolTip(tr("The class that is looked for: the maps show what speaks for it"));
  classes_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  classes_->setMinimumContentsLength(8);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(back_);
  buttons->addWidget(before_);
  buttons->addWidget(after_);
  buttons->addWidget(classes_, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  layout->addLayout(buttons);
  layout->addWidget(title_);
  layout->addWidget(reason_);
  layout->addWidget(view_, 1);
  layout->addWidget(note_);
  layout->addWidget(colorBar_);
}

int ImageDetail::output() const { return classes_->count() == 0 ? -1 : classes_->currentData().toInt(); }

void ImageDetail::fillClasses() {
  const QSignalBlocker blocker(classes_);
  const int before = output();
  classes_->clear();
  const TaskAnswers& answers = changes_->answers;
  const auto add = [&](int output, const QString& text) {
    if (classes_->findData(output) < 0) classes_->addItem(text.arg(nameOfOutput(answers, output)), output);
  };
  add(image_.label, tr("%1 (label)"));
  add(image_.teacher, tr("%1 (teacher's answer)"));
  add(image_.merged, tr("%1 (merged network's answer)"));
  if (const int kept = classes_->findData(before); kept >= 0) classes_->setCurrentIndex(kept);
}

void ImageDetail::setImage(const ShownChangesPtr& changes, const ImageAnswers& image) {
  const bool other = !changes_ || changes_->answers.task != changes->answers.task || image.image != image_.image;
  changes_ = changes;
  image_ = image;
  if (other) {
    const QSignalBlocker blocker(classes_);
    classes_->clear();
    view_->clear();
  }
  fillClasses();
  title_->setText(imageSentence(changes_->answers, image_));
  const QString reason = reasonSentence(changes_->answers, image_);
  reason_->setText(reason);
  reason_->setVisible(!reason.isEmpty());
  askForMaps();
}

void ImageDetail::askForMaps() {
  say(tr("Asking both networks where they look…"));
  Q_EMIT mapsWanted(image_.image, output());
}

void ImageDetail::setMaps(const std::shared_ptr<const GradCam>& maps, const QImage& fitted) {
  if (!maps || !changes_ || maps->output != output() || maps->task != changes_->answers.task) return;
  view_->setMaps(fitted, maps->teacher, maps->merged, maps->task);
  colorBar_->setRows({{tr("What speaks for it"), view_->scale()}});
  const QString name = nameOfOutput(changes_->answers, maps->output);
  QStringList sentences{
      tr("%1: teacher %2, merged %3.")
          .arg(name, shareText(double(maps->teacherProbability)), shareText(double(maps->mergedProbability)))};
  if (maps->teacher.values.size() == 1)
    sentences << tr(
        "The last layer sees the image as one place: the maps say how much speaks for the class, not where.");
  say(sentences.join(u' '));
  view_->setAccessibleDescription(note_->text());
}

void ImageDetail::setError(const QString& message) {
  view_->clear();
  colorBar_->setRows({});
  say(tr("Where the networks look could not be computed.") + u'\n' + message);
}

void ImageDetail::say(const QString& text) { note_->setText(text); }

void ImageDetail::setNeighbours(bool before, bool after) {
  before_->setEnabled(before);
  after_->setEnabled(after);
}

void ImageDetail::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) return Q_EMIT backRequested();
  if (event->key() == Qt::Key_PageUp && before_->isEnabled()) return Q_EMIT stepRequested(-1);
  if (event->key() == Qt::Key_PageDown && after_->isEnabled()) return Q_EMIT stepRequested(1);
  QWidget::keyPressEvent(event);
}

}  // namespace zipper
