// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/try_it/picture_sources.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QRandomGenerator>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <numeric>

#include "widgets/style/dialogs.h"
#include "widgets/style/flow_layout.h"
#include "widgets/try_it/camera_source.h"
#include "widgets/try_it/centred_drawing.h"
#include "widgets/try_it/drawing_canvas.h"
#include "widgets/try_it/offered_picture.h"
#include "widgets/try_it/picture_well.h"

namespace zipper {

PictureSources::PictureSources(QWidget* parent)
    : QWidget(parent),
      stack_(new QStackedWidget),
      well_(new PictureWell),
      canvas_(new DrawingCanvas),
      buttons_(new QWidget),
      open_(addButton("tryOpen", tr("Open…"), tr("Open a picture from a file"))),
      paste_(addButton("tryPaste", tr("Paste"), tr("Take the picture on the clipboard (Ctrl+V)"))),
      testImage_(addButton("tryTestImage", tr("Test image"), tr("Take one of the test images by chance"))),
      draw_(addButton("tryDraw", tr("Draw"),
                      tr("Draw a digit, white on black. It is centred and scaled as the digits of MNIST are."))),
      clear_(addButton("tryClear", tr("Clear"), tr("Begin the drawing anew"))),
      film_(addButton("tryCamera", tr("Camera"),
                      CameraSource::isBuiltIn()
                          ? tr("Show the networks what the camera sees, until you press this again")
                          : tr("This program was built without Qt Multimedia, which the camera needs."))),
      description_(new QLabel),
      note_(new QLabel),
      camera_(new CameraSource(this)) {
  buildLayout();
  connectParts();
  setTestImages({});
}

QPushButton* PictureSources::addButton(const char* name, const QString& text, const QString& tip) {
  auto* button = new QPushButton(text, buttons_);
  button->setObjectName(QLatin1String(name));
  button->setAutoDefault(false);
  button->setToolTip(tip);
  button->setWhatsThis(tip);
  return button;
}

void PictureSources::buildLayout() {
  draw_->setCheckable(true);
  film_->setCheckable(true);
  clear_->hide();
  stack_->addWidget(well_);
  stack_->addWidget(canvas_);
  auto* flow = new style::FlowLayout(buttons_, 6, 4);
  for (QPushButton* button : {open_, paste_, testImage_, draw_, clear_, film_}) flow->addWidget(button);
  description_->setObjectName(QStringLiteral("tryDescription"));
  note_->setObjectName(QStringLiteral("tryNote"));
  for (QLabel* label : {description_, note_}) {
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    label->hide();
  }
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(6);
  column->addWidget(stack_);
  column->addWidget(description_);
  column->addWidget(buttons_);
  column->addWidget(note_);
  column->addStretch(1);
}

void PictureSources::connectParts() {
  connect(open_, &QPushButton::clicked, this, &PictureSources::openFile);
  connect(paste_, &QPushButton::clicked, this, &PictureSources::paste);
  connect(testImage_, &QPushButton::clicked, this, &PictureSources::chooseTestImage);
  connect(draw_, &QPushButton::toggled, this, &PictureSources::setDraws);
  connect(clear_, &QPushButton::clicked, canvas_, &DrawingCanvas::clear);
  connect(film_, &QPushButton::toggled, this, &PictureSources::setFilms);
  connect(canvas_, &DrawingCanvas::changed, this, &PictureSources::takeDrawing);
  connect(camera_, &CameraSource::pictureTaken, this, [this](const QImage& picture) {
    if (!awaiting_) choose(TryPicture::ofImage(TryPicture::From::Camera, picture));
  });
  connect(camera_, &CameraSource::failed, this, [this](const QString& why) {
    film_->setChecked(false);
    say(why);
  });
}

void PictureSources::setTestImages(const std::vector<qint64>& counts) {
  testImages_ = counts;
  testImage_->setEnabled(hasTestImages());
  if (picture_.from != TryPicture::From::TestImage) return;
  const auto task = std::size_t(picture_.task);
  if (task >= counts.size() || picture_.index >= counts[task]) picture_ = TryPicture();
}

bool PictureSources::hasTestImages() const {
  return std::accumulate(testImages_.begin(), testImages_.end(), qint64(0)) > 0;
}

void PictureSources::say(const QString& note) {
  note_->setText(note);
  note_->setVisible(!note.isEmpty());
}

void PictureSources::choose(const TryPicture& picture) {
  say({});
  picture_ = picture;
  if (picture.from != TryPicture::From::Drawing && picture.isThere()) draw_->setChecked(false);
  if (picture.from != TryPicture::From::Camera) film_->setChecked(false);
  Q_EMIT chosen();
}

void PictureSources::chooseTestImage() {
  if (!hasTestImages()) return;
  std::vector<int> tasks;
  for (std::size_t task = 0; task < testImages_.size(); ++task)
    if (testImages_[task] > 0) tasks.push_back(int(task));
  QRandomGenerator* chance = QRandomGenerator::global();
  const int task = tasks[chance->bounded(quint32(tasks.size()))];
  choose(TryPicture::ofTestSet(task, chance->bounded(testImages_[std::size_t(task)])));
}

void PictureSources::openFile() {
  style::askOpenName(this, tr("Open picture"), tr("Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff)"),
                     [this](const QString& file) { choose(TryPicture::ofFile(file)); });
}

void PictureSources::paste() {
  const QMimeData* offer = QGuiApplication::clipboard()->mimeData();
  const bool any = offer != nullptr && offersPicture(*offer);
  if (!any) return say(tr("There is no picture on the clipboard."));
  takeOffer(*offer, TryPicture::From::Pasted);
}

void PictureSources::takeOffer(const QMimeData& offer, TryPicture::From from) {
  const TryPicture picture = offeredPicture(offer, from);
  if (!picture.isThere()) return say(tr("That is no picture."));
  choose(picture);
}

void PictureSources::setInviting(bool inviting) { well_->setInviting(inviting); }

void PictureSources::setDraws(bool draws) {
  clear_->setVisible(draws);
  stack_->setCurrentWidget(draws ? static_cast<QWidget*>(canvas_) : well_);
  if (!draws) return;
  canvas_->setFocus();
  if (!canvas_->isEmpty()) return takeDrawing();
  film_->setChecked(false);
  say({});
  if (picture_.isThere())
    choose(TryPicture());  // what was answered to another picture doesn't belong to an empty canvas
}

void PictureSources::takeDrawing() {
  if (canvas_->isEmpty()) return choose(TryPicture());
  choose(TryPicture::ofImage(TryPicture::From::Drawing, centredDrawing(canvas_->drawing())));
}

void PictureSources::setFilms(bool films) {
  if (!films) return camera_->stop();
  draw_->setChecked(false);
  const QString why = camera_->start();
  if (why.isEmpty()) return say({});
  film_->setChecked(false);
  say(why);
}

void PictureSources::showPicture(const QImage& picture, const QString& description) {
  well_->setPicture(picture);
  well_->setAccessibleDescription(description);
  description_->setText(description);
  description_->setVisible(!description.isEmpty());
}

/// Nobody is filmed by a panel that isn't seen.
void PictureSources::hideEvent(QHideEvent* event) {
  film_->setChecked(false);
  QWidget::hideEvent(event);
}

}  // namespace zipper
