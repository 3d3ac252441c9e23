// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tour/tour_card.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/style/colors.h"
#include "widgets/style/painted_values.h"
#include "widgets/style/small_font.h"

namespace zipper {

namespace {

constexpr int margin = 14, charactersPerLine = 46;

QLabel* makeLabel(QWidget* parent, const char* name) {
  auto* label = new QLabel(parent);
  label->setObjectName(QLatin1String(name));
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  return label;
}

}  // namespace

TourCard::TourCard(QWidget* window)
    : QFrame(window),
      place_(makeLabel(this, "tourPlace")),
      title_(makeLabel(this, "tourTitle")),
      text_(makeLabel(this, "tourText")),
      ask_(makeLabel(this, "tourAsk")),
      body_(new QWidget),
      scroll_(new QScrollArea(this)),
      offer_(new QPushButton),
      back_(new QPushButton(tr("Back"))),
      next_(new QPushButton(tr("Next"))),
      startOver_(new QToolButton),
      leave_(new QToolButton) {
  setObjectName(QStringLiteral("tourCard"));
  setFocusPolicy(Qt::StrongFocus);
  setAutoFillBackground(false);
  buildTexts();
  buildButtons();
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(margin, margin, margin, margin);
  layout->setSpacing(8);
  auto* top = new QHBoxLayout;
  top->addWidget(place_, 1);
  top->addWidget(startOver_);
  top->addWidget(leave_);
  layout->addLayout(top);
  layout->addWidget(title_);
  layout->addWidget(scroll_, 1);
  layout->addWidget(buttons_);
  applyFonts();
  hide();
}

void TourCard::buildTexts() {
  bodyLayout_ = new QVBoxLayout(body_);
  bodyLayout_->setContentsMargins(0, 0, 0, 0);
  bodyLayout_->setSpacing(10);
  bodyLayout_->addWidget(text_);
  bodyLayout_->addWidget(ask_);
  bodyLayout_->addStretch(1);
  scroll_->setWidget(body_);
  scroll_->setWidgetResizable(true);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->setFocusPolicy(Qt::NoFocus);
  scroll_->viewport()->setAutoFillBackground(false);
  body_->setAutoFillBackground(false);
}

void TourCard::buildButtons() {
  const auto setUp = [](QAbstractButton* button, const char* name, const QString& help) {
    button->setObjectName(QLatin1String(name));
    button->setToolTip(help);
    button->setWhatsThis(help);
  };
  setUp(offer_, "tourOffer", tr("Brings the session into the state that this station is about"));
  setUp(back_, "tourBack", tr("Goes to the station before this one (Alt+Left)"));
  setUp(next_, "tourNext", tr("Goes to the next station (Alt+Right)"));
  setUp(startOver_, "tourStartOver", tr("Begins the tour anew"));
  setUp(leave_, "tourLeave", tr("Leaves the tour (Esc). Help › Guided Tour takes it up again at this station."));
  startOver_->setText(tr("Start over"));
  leave_->setText(tr("Leave"));
  for (QToolButton* button : {startOver_, leave_}) {
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
  }
  for (QPushButton* button : {offer_, back_, next_}) button->setAutoDefault(true);
  startOver_->hide();
  buttons_ = new QWidget(this);
  auto* row = new QHBoxLayout(buttons_);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(back_);
  row->addStretch(1);
  row->addWidget(offer_);
  row->addWidget(next_);
  connect(back_, &QPushButton::clicked, this, &TourCard::backRequested);
  connect(next_, &QPushButton::clicked, this, &TourCard::nextRequested);
  connect(leave_, &QToolButton::clicked, this, &TourCard::leaveRequested);
  connect(startOver_, &QToolButton::clicked, this, &TourCard::startOverRequested);
  connect(offer_, &QPushButton::clicked, this, [this] { Q_EMIT offerAccepted(moment_.offer); });
}

void TourCard::setMoment(TourStation station, const TourMoment& moment) {
  station_ = station;
  moment_ = moment;
  const bool last = int(station) + 1 == tourStationCount;
  place_->setText(tr("Station %1 of %2").arg(int(station) + 1).arg(tourStationCount));
  title_->setText(moment.title);
  text_->setText(moment.text);
  ask_->setText(moment.ask.isEmpty() ? tr("✓ Done.") : tr("▸ %1").arg(moment.ask));
  offer_->setText(moment.offerText);
  offer_->setVisible(moment.offer != TourOffer::None);
  back_->setEnabled(station != TourStation::Why);
  next_->setText(last ? tr("End the tour") : moment.done ? tr("Next") : tr("Skip"));
  next_->setDefault(moment.done);
  applyFonts();
  announce();
}

void TourCard::announce() {
  if (text() == said_) return;
  said_ = text();
  setAccessibleName(tr("Guided tour, %1: %2").arg(place_->text(), title_->text()));
  setAccessibleDescription(text_->text() + QLatin1Char('\n') + ask_->text());
  style::announce(this, text_->text() + QLatin1Char('\n') + ask_->text());
}

QString TourCard::text() const {
  return QStringList{place_->text(), title_->text(), text_->text(), ask_->text()}.join(QLatin1Char('\n'));
}

void TourCard::setExtra(QWidget* extra) {
  if (extra == extra_) return;
  if (extra_ != nullptr) {
    bodyLayout_->removeWidget(extra_);
    extra_->hide();
  }
  extra_ = extra;
  if (extra_ == nullptr) return;
  bodyLayout_->insertWidget(2, extra_);
  extra_->show();
}

void TourCard::setStartOver(bool offered) { startOver_->setVisible(offered); }

/// What is highlighted is pressed from anywhere in the card.
void TourCard::keyPressEvent(QKeyEvent* event) {
  const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (enters && moment_.offer != TourOffer::None) return offer_->click();
  if (enters && moment_.done) return next_->click();
  QFrame::keyPressEvent(event);
}

void TourCard::focusAction() {
  QPushButton* button = moment_.offer != TourOffer::None ? offer_ : moment_.done ? next_ : nullptr;
  button != nullptr ? button->setFocus() : setFocus();
}

/// Of its texts, without the frame around them.
int TourCard::leastWidth() const {
  return std::max(buttons_->minimumSizeHint().width(), bodyLayout_->minimumSize().width());
}

/// As high as its texts need at this width of theirs.
QSize TourCard::sizeAt(int width) const {
  const int frame = 2 * margin;
  int body = text_->heightForWidth(width) + ask_->heightForWidth(width) + 2 * bodyLayout_->spacing();
  body +=
      2 * fontMetrics().lineSpacing();  // rounding must not bring a scroll bar, which would take room from all lines
  if (extra_ != nullptr) {
    const int needed = extra_->hasHeightForWidth() ? extra_->heightForWidth(width) : extra_->sizeHint().height();
    body += std::max(needed, extra_->minimumSizeHint().height()) + bodyLayout_->spacing();
  }
  const int top = std::max(leave_->sizeHint().height(), place_->heightForWidth(width / 2));
  const int height =
      frame + top + title_->heightForWidth(width) + body + buttons_->sizeHint().height() + 3 * layout()->spacing();
  return {width + frame, height};
}

QSize TourCard::sizeWithin(const QSize& most) const {
  const int usual = std::max(fontMetrics().averageCharWidth() * charactersPerLine, leastWidth());
  const QSize size = sizeAt(std::min(usual, most.width() - 2 * margin));
  if (size.height() <= most.height()) return size;
  // It scrolls then, which takes room from the lines.
  const int bar = scroll_->verticalScrollBar()->sizeHint().width();
  return {std::min(size.width() + bar, most.width()), most.height()};
}

std::vector<QSize> TourCard::shapesWithin(const QSize& most) const {
  std::vector<QSize> shapes{sizeWithin(most)};
  for (const double share : {0.87, 0.75, 1.25, 1.6, 2.0, 2.5}) {
    const int wanted = int(share * fontMetrics().averageCharWidth() * charactersPerLine);
    const QSize shape = sizeAt(std::max(wanted, leastWidth()));
    if (shape.width() <= most.width() && shape.height() <= most.height()) shapes.push_back(shape);
  }
  return shapes;
}

void TourCard::applyFonts() {
  QFont large = font(), bold = font();
  if (large.pointSizeF() > 0) large.setPointSizeF(large.pointSizeF() * 1.3);
  large.setBold(true);
  bold.setBold(true);
  title_->setFont(large);
  ask_->setFont(bold);
  place_->setFont(style::smallFont(font()));
  QPalette muted = palette();
  muted.setColor(QPalette::WindowText, style::mutedText(palette()));
  place_->setPalette(muted);
}

void TourCard::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(style::workColor(palette()), 2));
  painter.setBrush(palette().color(QPalette::Base));
  painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
  if (!hasFocus()) return;
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(palette().color(QPalette::Highlight), 1.5, Qt::DashLine));
  painter.drawRoundedRect(QRectF(rect()).adjusted(5, 5, -5, -5), 5, 5);
}

void TourCard::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  const bool look = event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange;
  if (look && buttons_ != nullptr) applyFonts();
}

}  // namespace zipper
