// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/explain/explain_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QTextBrowser>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/style/colors.h"
#include "widgets/style/glossary.h"
#include "widgets/style/painted_values.h"

namespace zipper {

namespace {

constexpr double scaleStep = 1.15;
constexpr qint64 leastPause = 300;  ///< milliseconds between two explanations

QToolButton* makeButton(const QString& text, const QString& name, QWidget* parent) {
  auto* button = new QToolButton(parent);
  button->setText(text);
  button->setAccessibleName(name);
  button->setToolTip(name);
  button->setWhatsThis(name);
  button->setAutoRaise(true);
  button->setFocusPolicy(Qt::StrongFocus);
  return button;
}

}  // namespace

ExplainPanel::ExplainPanel(QWidget* parent)
    : QWidget(parent),
      explanation_(explain({})),
      view_(new QTextBrowser(this)),
      smaller_(makeButton(QStringLiteral("A−"), tr("Smaller text"), this)),
      larger_(makeButton(QStringLiteral("A+"), tr("Larger text"), this)) {
  view_->setFrameShape(QFrame::NoFrame);
  view_->setOpenLinks(false);
  view_->viewport()->setAutoFillBackground(false);
  view_->document()->setDocumentMargin(12);
  view_->setAccessibleName(tr("Explanation"));
  view_->setWhatsThis(tr("What the current step does, and why, in a few sentences."));
  auto* bar = new QHBoxLayout;
  bar->setContentsMargins(8, 4, 8, 0);
  bar->setSpacing(2);
  bar->addStretch(1);
  bar->addWidget(smaller_);
  bar->addWidget(larger_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addLayout(bar);
  layout->addWidget(view_, 1);
  next_.setSingleShot(true);
  connect(&next_, &QTimer::timeout, this, &ExplainPanel::present);
  connect(smaller_, &QToolButton::clicked, this, &ExplainPanel::shrinkText);
  connect(larger_, &QToolButton::clicked, this, &ExplainPanel::enlargeText);
  connect(view_, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) { Q_EMIT wordRequested(url.toString()); });
  render();
}

void ExplainPanel::setSubject(const ExplainSubject& subject) {
  Explanation next = explain(subject);
  if (next.title == explanation_.title && next.paragraphs == explanation_.paragraphs &&
      next.formula == explanation_.formula)
    return;
  explanation_ = std::move(next);
  if (next_.isActive()) return;
  const qint64 rest = shown_.isValid() ? leastPause - shown_.elapsed() : 0;
  rest > 0 ? next_.start(int(rest)) : present();
}

void ExplainPanel::present() {
  shown_.start();
  view_->verticalScrollBar()->setValue(0);
  render();
  style::announce(view_, explanation_.title + QStringLiteral(". ") + explanation_.paragraphs[0]);
}

QString ExplainPanel::text() const {
  const auto& paragraphs = explanation_.paragraphs;
  return paragraphs[0] + u'\n' + paragraphs[1] + u'\n' + paragraphs[2];
}

void ExplainPanel::setTextScale(double scale) {
  scale = std::clamp(scale, smallestScale, largestScale);
  if (scale == scale_) return;
  scale_ = scale;
  render();
  Q_EMIT textScaleChanged(scale_);
}

void ExplainPanel::enlargeText() { setTextScale(scale_ * scaleStep); }

void ExplainPanel::shrinkText() { setTextScale(scale_ / scaleStep); }

void ExplainPanel::render() {
  const QColor formulaColor = style::mergedColor(palette()), titleColor = style::mutedText(palette());
  QString html = QStringLiteral("<p style='font-size:large; font-weight:600; color:%1'>%2</p>")
                     .arg(titleColor.name(), explanation_.title.toHtmlEscaped());
  QString paragraphs;
  for (const QString& paragraph : explanation_.paragraphs)
    paragraphs += QStringLiteral("<p style='line-height:125%'>%1</p>").arg(paragraph.toHtmlEscaped());
  html += linkWords(paragraphs, palette().color(QPalette::Text));
  if (!explanation_.formula.isEmpty())
    html += QStringLiteral("<p align='center' style='color:%1; margin-top:12px'>%2</p>")
                .arg(formulaColor.name(), explanation_.formula);
  QFont font = this->font();
  if (font.pointSizeF() > 0) font.setPointSizeF(font.pointSizeF() * scale_);
  view_->document()->setDefaultFont(font);
  view_->setHtml(html);
  smaller_->setEnabled(scale_ > smallestScale);
  larger_->setEnabled(scale_ < largestScale);
}

void ExplainPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) render();
}

}  // namespace zipper
