// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/legend.h"

#include <QPainter>
#include <algorithm>

#include "widgets/plots/plot_style.h"
#include "widgets/plots/stroke_scale.h"
#include "widgets/style/colors.h"
#include "widgets/style/flow_layout.h"
#include "widgets/style/plain_text.h"

namespace zipper::plots {

namespace {

constexpr int legendGap = 6, sidePadding = 6, groupGap = 10;

/// Width of a sample, in pixels: broader lines need longer ones to show their dashes.
int legendSample() { return int(24 * strokeScale()); }

class LegendButton : public QAbstractButton {
 public:
  explicit LegendButton(QWidget* parent) : QAbstractButton(parent) {
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  }

  void setEntry(const LegendEntry& entry) {
    entry_ = entry;
    label_ = style::shown(entry.text);
    setText(style::shownOnButton(entry.text));
    setChecked(entry.shown);
    setObjectName("legend:" + entry.key);
    setAccessibleName(entry.text);
    setAccessibleDescription(entry.description);
    setToolTip(entry.description);
    updateGeometry();
    update();
  }

  QSize sizeHint() const override {
    const QFontMetrics metrics(smallFont(font()));
    return QSize(leading() + 2 * sidePadding + legendSample() + legendGap + metrics.horizontalAdvance(label_),
                 metrics.height() + 8);
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF face = QRectF(rect()).adjusted(leading() + 0.5, 0.5, -0.5, -0.5);
    if (underMouse() || hasFocus()) {
      painter.setPen(hasFocus() ? QPen(palette().color(QPalette::Highlight), 1) : QPen(Qt::NoPen));
      painter.setBrush(underMouse() ? style::gridColor(palette()) : QColor(Qt::transparent));
      painter.drawRoundedRect(face, 4, 4);
    }
    SeriesStyle sample = entry_.style;
    if (!isChecked()) sample.color = faintColor(sample.color, palette());
    drawSample(painter, QRectF(face.left() + sidePadding, 0, legendSample(), height()), sample, entry_.line,
               entry_.filled && isChecked(), palette().color(QPalette::Base));
    QFont font = smallFont(this->font());
    font.setStrikeOut(!isChecked());
    painter.setFont(font);
    painter.setPen(isChecked() ? palette().color(QPalette::WindowText) : style::mutedText(palette()));
    painter.drawText(face.adjusted(sidePadding + legendSample() + legendGap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     label_);
  }

 private:
  int leading() const { return entry_.beginsGroup ? groupGap : 0; }

  LegendEntry entry_;
  QString label_;  ///< as it is painted: what the button has as its text tells an '&' from a mnemonic
};

}  // namespace

Legend::Legend(QWidget* parent) : QWidget(parent) {
  new style::FlowLayout(this, 2, 0);
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

void Legend::setEntries(const std::vector<LegendEntry>& entries) {
  entries_ = entries;
  while (buttons_.size() > qsizetype(entries.size())) {
    QWidget* button = buttons_.takeLast();
    layout()->removeWidget(button);
    button->hide();
    button->setObjectName(QString());
    button->deleteLater();  // its click, or a layout that shows it, may be what led here
  }
  while (buttons_.size() < qsizetype(entries.size())) {
    auto* button = new LegendButton(this);
    layout()->addWidget(button);
    const qsizetype index = buttons_.size();
    connect(button, &QAbstractButton::clicked, this,
            [this, index](bool shown) { Q_EMIT toggled(entries_[std::size_t(index)].key, shown); });
    buttons_.append(button);
  }
  for (qsizetype i = 0; i < buttons_.size(); ++i)
    static_cast<LegendButton*>(buttons_[i])->setEntry(entries[std::size_t(i)]);
}

double drawLegend(QPainter* painter, const std::vector<LegendEntry>& entries, const QRectF& room, const QFont& font,
                  const QPalette& palette) {
  const QFont small = smallFont(font);
  const QFontMetricsF metrics(small);
  const double line = metrics.height() + 6;
  double x = room.left(), y = room.top();
  for (const LegendEntry& entry : entries) {
    if (!entry.shown) continue;
    const double width = legendSample() + legendGap + metrics.horizontalAdvance(entry.text) + 18;
    if (x > room.left() && x + width > room.right()) {
      x = room.left();
      y += line;
    }
    if (painter != nullptr) {
      drawSample(*painter, QRectF(x, y, legendSample(), line), entry.style, entry.line, entry.filled,
                 palette.color(QPalette::Base));
      painter->setFont(small);
      painter->setPen(palette.color(QPalette::Text));
      painter->drawText(QRectF(x + legendSample() + legendGap, y, width, line), Qt::AlignLeft | Qt::AlignVCenter,
                        entry.text);
    }
    x += width;
  }
  return x > room.left() ? y + line - room.top() : 0;
}

}  // namespace zipper::plots
