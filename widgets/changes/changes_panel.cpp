// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/changes/changes_panel.h"

#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QResizeEvent>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "core/analysis/grad_cam.h"
#include "widgets/changes/changes_headline.h"
#include "widgets/changes/class_bars.h"
#include "widgets/changes/confusion_page.h"
#include "widgets/changes/gallery_page.h"
#include "widgets/changes/image_detail.h"
#include "widgets/inspector/narrow_tabs.h"
#include "widgets/style/colors.h"

namespace zipper {

namespace {

constexpr std::size_t mostCells = 100;  ///< in the list of those that changed most
/// Of the panel, from which numbers and images stand beside each other; where there is little height, earlier, if both
/// have the width that they need.
constexpr int sideBySideWidth = 520, sideBySideWidthWhenLow = 380;
constexpr int lowHeight = 22;  ///< of the panel, in lines of text: less is little height

}  // namespace

ChangesPanel::ChangesPanel(QWidget* parent)
    : QWidget(parent),
      tasks_(new QComboBox),
      subject_(new QLabel),
      note_(new QLabel),
      stack_(new QStackedLayout),
      message_(new QLabel),
      scroller_(new QScrollArea),
      headline_(new ChangesHeadline),
      body_(new QSplitter),
      classes_(new ClassBars),
      confusion_(new ConfusionPage),
      mostChanged_(new QListWidget),
      numbers_(new NarrowTabs(tr("Numbers"))),
      images_(new QStackedWidget),
      gallery_(new GalleryPage),
      detail_(new ImageDetail) {
  buildLayout();
  connectParts();
  setTasks({});
}

/// Parts that lose the focus while the panel goes still emit.
ChangesPanel::~ChangesPanel() {
  for (QWidget* part : findChildren<QWidget*>()) part->disconnect(this);
}

QWidget* ChangesPanel::buildNumbers() {
  mostChanged_->setObjectName(QStringLiteral("mostChangedCells"));
  mostChanged_->setFrameShape(QFrame::NoFrame);
  mostChanged_->setAccessibleName(tr("Most changed cells"));
  mostChanged_->setToolTip(tr("Cells of the confusion matrix, those first whose number of images changed most"));
  mostChanged_->setTextElideMode(Qt::ElideMiddle);
  numbers_->addPage(classes_, tr("Classes"), tr("What changed in each class"));
  numbers_->addPage(confusion_, tr("Confusion"), tr("Which classes are taken for which"));
  numbers_->addPage(mostChanged_, tr("Most changed"), tr("The cells of the confusion matrix that changed most"));
  connect(numbers_, &NarrowTabs::currentChanged, this, &ChangesPanel::fitPages);
  connect(images_, &QStackedWidget::currentChanged, this, &ChangesPanel::fitPages);
  return numbers_;
}

void ChangesPanel::buildLayout() {
  tasks_->setAccessibleName(tr("Task"));
  tasks_->setToolTip(tr("The task whose images are compared"));
  tasks_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  tasks_->setMinimumContentsLength(8);
  tasks_->setObjectName(QStringLiteral("changesTask"));
  subject_->setObjectName(QStringLiteral("changesSubject"));
  note_->setObjectName(QStringLiteral("changesNote"));
  message_->setObjectName(QStringLiteral("changesMessage"));
  for (QLabel* label : {subject_, note_, message_}) {
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
  }
  note_->hide();
  message_->setAlignment(Qt::AlignCenter);
  message_->setMargin(16);
  message_->setMinimumSize(0, 0);
  message_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
  auto* top = new QHBoxLayout;
  top->addWidget(tasks_);
  top->addWidget(subject_, 1);
  images_->addWidget(gallery_);
  images_->addWidget(detail_);
  body_->addWidget(buildNumbers());
  body_->addWidget(images_);
  body_->setChildrenCollapsible(false);
  body_->setStretchFactor(0, 2);
  body_->setStretchFactor(1, 3);
  auto* content = new QWidget;
  content_ = new QVBoxLayout(content);
  content_->setContentsMargins(0, 0, 0, 0);
  content_->setSpacing(8);
  content_->addWidget(headline_);
  content_->addWidget(body_, 1);
  scroller_->setWidget(content);
  scroller_->setWidgetResizable(true);
  scroller_->setFrameShape(QFrame::NoFrame);
  scroller_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  stack_->addWidget(message_);
  stack_->addWidget(scroller_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(8, 6, 8, 6);
  layout->setSpacing(6);
  layout->addLayout(top);
  layout->addWidget(note_);
  layout->addLayout(stack_, 1);
  fitPages();
}

void ChangesPanel::connectParts() {
  connect(tasks_, &QComboBox::activated, this, [this] {
    forgetImages();
    Q_EMIT taskChosen(task());
  });
  connect(headline_, &ChangesHeadline::asked, this, [this](Outcome outcome) { ask(ImagesAsked::with(outcome)); });
  connect(classes_, &ClassBars::chosen, this, [this](int label) { ask(ImagesAsked::ofClass(label)); });
  connect(confusion_, &ConfusionPage::asked, this, &ChangesPanel::ask);
  const auto askForCell = [this](const QListWidgetItem* item) {
    if (item->flags() == Qt::NoItemFlags) return;
    const QPoint cell = item->data(Qt::UserRole).toPoint();
    ask(ImagesAsked::inCell(MatrixShown::Difference, cell.y(), cell.x()));
  };
  connect(mostChanged_, &QListWidget::itemActivated, this, askForCell);
  connect(mostChanged_, &QListWidget::itemClicked, this, askForCell);
  connect(gallery_, &GalleryPage::picturesWanted, this,
          [this](const std::vector<qint64>& images) { Q_EMIT picturesWanted(task(), images); });
  connect(gallery_, &GalleryPage::imageChosen, this, &ChangesPanel::openImage);
  connect(detail_, &ImageDetail::mapsWanted, this,
          [this](qint64 image, int output) { Q_EMIT gradCamWanted(task(), image, output); });
  connect(detail_, &ImageDetail::backRequested, this, &ChangesPanel::leaveImage);
  connect(detail_, &ImageDetail::stepRequested, this, &ChangesPanel::stepImage);
}

void ChangesPanel::setTasks(const QStringList& titles) {
  const QSignalBlocker blocker(tasks_);
  const int before = tasks_->currentIndex();
  tasks_->clear();
  tasks_->addItems(titles);
  tasks_->setCurrentIndex(std::clamp(before, titles.isEmpty() ? -1 : 0, int(titles.size()) - 1));
  tasks_->setEnabled(!titles.isEmpty());
  forgetImages();
}

void ChangesPanel::chooseTask(int task) {
  tasks_->setFocus();
  if (task < 0 || task >= tasks_->count() || task == tasks_->currentIndex()) return;
  tasks_->setCurrentIndex(task);
  Q_EMIT tasks_->activated(task);
}

int ChangesPanel::task() const { return std::max(0, tasks_->currentIndex()); }

void ChangesPanel::forgetImages() {
  changes_ = nullptr;
  hasAsked_ = false;
  gallery_->clear();
  images_->setCurrentWidget(gallery_);
}

void ChangesPanel::showMessage(const QString& message) {
  changes_ = nullptr;
  subject_->clear();
  setNote({});
  message_->setText(message);
  stack_->setCurrentWidget(message_);
}

void ChangesPanel::setNote(const QString& note) {
  note_->setText(note);
  note_->setVisible(!note.isEmpty());
}

void ChangesPanel::setChanges(const ShownChangesPtr& changes, const QString& subject) {
  subject_->setText(tr("Teacher and merged network after %1", "a step: layer 3").arg(subject));
  if (changes == changes_) return;
  changes_ = changes;
  headline_->setChanges(*changes);
  classes_->setChanges(changes);
  confusion_->setChanges(changes);
  showMostChanged();
  if (!hasAsked_) asked_ = firstAsked(changes->changes);
  showImages();
  stack_->setCurrentWidget(scroller_);
  if (!showsImage()) return;
  // The image that is looked at, as it is answered now.
  for (const ImageAnswers& image : changes->answers.images)
    if (image.image == detail_->image().image) return showDetail(image);
  leaveImage();
}

void ChangesPanel::showMostChanged() {
  mostChanged_->clear();
  for (const ConfusionCell& cell : mostChanged(changes_->changes.confusion, mostCells)) {
    auto* item = new QListWidgetItem(cellLine(changes_->answers, cell), mostChanged_);
    item->setData(Qt::UserRole, QPoint(cell.answer, cell.label));
    item->setToolTip(cellSentence(changes_->answers, cell));
  }
  if (mostChanged_->count() > 0) return;
  auto* none = new QListWidgetItem(tr("No cell changed."), mostChanged_);
  none->setFlags(Qt::NoItemFlags);
}

void ChangesPanel::showImages() {
  headline_->setAsked(asked_);
  gallery_->setImages(changes_, asked_);
}

void ChangesPanel::ask(const ImagesAsked& asked) {
  if (!changes_) return;
  asked_ = asked;
  hasAsked_ = true;
  showImages();
  images_->setCurrentWidget(gallery_);
  scroller_->ensureWidgetVisible(images_);
}

bool ChangesPanel::showsImage() const { return images_->currentWidget() == detail_; }

void ChangesPanel::openImage(const ImageAnswers& image) {
  images_->setCurrentWidget(detail_);
  showDetail(image);
  scroller_->ensureWidgetVisible(images_);
  if (!detail_->isAncestorOf(QApplication::focusWidget())) detail_->setFocus();
  Q_EMIT imageOpened(task(), image.image);
}

void ChangesPanel::showDetail(const ImageAnswers& image) {
  detail_->setNeighbours(gallery_->beside(image.image, -1).has_value(), gallery_->beside(image.image, 1).has_value());
  detail_->setImage(changes_, image);
}

void ChangesPanel::stepImage(int by) {
  if (const auto next = gallery_->beside(detail_->image().image, by)) openImage(*next);
}

void ChangesPanel::leaveImage() {
  const bool hadFocus = detail_->isAncestorOf(QApplication::focusWidget());
  images_->setCurrentWidget(gallery_);
  if (hadFocus) gallery_->focusImages();
}

void ChangesPanel::setPictures(int task, const std::vector<Thumbnail>& pictures) {
  if (task == this->task() && changes_) gallery_->setPictures(pictures);
}

void ChangesPanel::setGradCam(qint64 image, const std::shared_ptr<const GradCam>& maps, const QImage& fitted) {
  if (showsImage() && changes_ && image == detail_->image().image) detail_->setMaps(maps, fitted);
}

void ChangesPanel::setGradCamError(qint64 image, const QString& message) {
  if (showsImage() && changes_ && image == detail_->image().image) detail_->setError(message);
}

void ChangesPanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

void ChangesPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) arrange();
}

/// What is told first must be seen without scrolling: accuracies, images lost and won, and the first of the images.
void ChangesPanel::arrange() {
  if (layout() == nullptr) return;  // it is being built
  const bool low = height() < lowHeight * fontMetrics().lineSpacing();
  headline_->setShort(low);
  content_->setSpacing(low ? 4 : 8);
  const int needed = numbers_->minimumSizeHint().width() + images_->minimumSizeHint().width() + body_->handleWidth();
  const QMargins margins = layout()->contentsMargins();
  const bool fit = low && width() >= sideBySideWidthWhenLow && needed <= width() - margins.left() - margins.right();
  body_->setOrientation(width() >= sideBySideWidth || fit ? Qt::Horizontal : Qt::Vertical);
}

/// Pages that aren't shown take no room: the tallest of them would have the others scroll.
void ChangesPanel::fitPages() {
  const auto fit = [](QWidget* page, bool shown) {
    const QSizePolicy::Policy policy = shown ? QSizePolicy::Preferred : QSizePolicy::Ignored;
    page->setSizePolicy(policy, policy);
  };
  for (QWidget* page :
       {static_cast<QWidget*>(classes_), static_cast<QWidget*>(confusion_), static_cast<QWidget*>(mostChanged_)})
    fit(page, page == numbers_->currentPage());
  for (QWidget* page : {static_cast<QWidget*>(gallery_), static_cast<QWidget*>(detail_)})
    fit(page, page == images_->currentWidget());
  arrange();
}

}  // namespace zipper
