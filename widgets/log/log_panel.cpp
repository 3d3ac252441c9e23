// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/log/log_panel.h"

#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/support/error.h"
#include "core/support/files.h"
#include "widgets/log/log_view.h"
#include "widgets/style/colors.h"
#include "widgets/style/dialogs.h"
#include "widgets/style/engine_texts.h"
#include "widgets/style/flow_layout.h"
#include "widgets/style/plain_text.h"

namespace zipper {

namespace {

QString levelName(LogLevel level) {
  switch (level) {
    case LogLevel::Info:
      return LogPanel::tr("Info");
    case LogLevel::Warning:
      return LogPanel::tr("Warning");
    case LogLevel::Error:
      return LogPanel::tr("Error");
  }
  return {};
}

QColor levelColor(LogLevel level, const QPalette& palette) {
  switch (level) {
    case LogLevel::Info:
      return style::mutedText(palette);
    case LogLevel::Warning:
      return style::workColor(palette);
    case LogLevel::Error:
      return style::errorColor(palette);
  }
  return {};
}

/// Every kind of line end as \n; control characters, which a view would swallow or take for a new page, as a visible
/// sign.
QString cleaned(QString text) {
  text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
  for (QChar& c : text) {
    const char16_t code = c.unicode();
    if (code == u'\r' || code == u'\u2028' || code == u'\u2029' || code == u'\v' || code == u'\f') c = u'\n';
    if (code == u'\t') c = u' ';
    if (c != u'\n' && (c.unicode() < 0x20 || code == 0x7f)) c = QChar(0xfffd);
  }
  while (text.endsWith(u'\n')) text.chop(1);
  return style::shownLines(text.section(u'\n', 0, LogPanel::maximumLines - 1));
}

QPushButton* makeButton(const QString& text, const QString& help, QWidget* parent) {
  auto* button = new QPushButton(text, parent);
  button->setToolTip(help);
  button->setWhatsThis(help);
  button->setAutoDefault(false);
  return button;
}

}  // namespace

LogPanel::LogPanel(QWidget* parent) : QWidget(parent), view_(new LogView(this)), filter_(new QComboBox(this)) {
  view_->setMaximumBlockCount(maximumLines);
  view_->setAccessibleName(tr("Log"));
  view_->setToolTip(tr("What happened, the newest line last."));
  view_->setWhatsThis(view_->toolTip());
  view_->setPlaceholderText(tr("Nothing has happened yet."));
  build();
}

void LogPanel::build() {
  filter_->addItem(tr("All messages"), int(LogLevel::Info));
  filter_->addItem(tr("Warnings and errors"), int(LogLevel::Warning));
  filter_->addItem(tr("Errors"), int(LogLevel::Error));
  filter_->setToolTip(tr("Which messages are shown."));
  filter_->setWhatsThis(filter_->toolTip());
  filter_->setAccessibleName(tr("Level"));
  auto* copy = makeButton(tr("&Copy All"), tr("Copies the whole log, also what isn't shown."), this);
  auto* clearAll = makeButton(tr("C&lear"), tr("Empties the log."), this);
  auto* save = makeButton(tr("Save &As…"), tr("Writes the whole log to a text file."), this);
  auto* bar = new style::FlowLayout(nullptr, 6, 4);
  bar->setContentsMargins(8, 6, 8, 6);
  bar->addWidget(filter_);
  for (QPushButton* button : {copy, clearAll, save}) bar->addWidget(button);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addLayout(bar);
  layout->addWidget(view_, 1);
  connect(filter_, &QComboBox::currentIndexChanged, this,
          [this] { setMinimumLevel(LogLevel(filter_->currentData().toInt())); });
  connect(copy, &QPushButton::clicked, this, &LogPanel::copyAll);
  connect(clearAll, &QPushButton::clicked, this, &LogPanel::clear);
  connect(save, &QPushButton::clicked, this, &LogPanel::askForSaving);
}

void LogPanel::append(LogLevel level, const QString& text) {
  const QString clean = cleaned(text);
  entries_.push_back({QDateTime::currentDateTime(), level, clean, int(clean.count(u'\n')) + 1});
  lines_ += entries_.back().lines;
  dropOldest();
  if (level >= minimumLevel_) view_->appendLine(lineOf(entries_.back()));
}

void LogPanel::dropOldest() {
  while (lines_ > maximumLines && entries_.size() > 1) {
    lines_ -= entries_.front().lines;
    entries_.pop_front();
  }
}

QList<LogView::Span> LogPanel::lineOf(const Entry& entry) const {
  QList<LogView::Span> spans;
  const bool info = entry.level == LogLevel::Info;
  spans.append({entry.time.toString(QStringLiteral("HH:mm:ss  ")), style::mutedText(palette()), false});
  spans.append({levelName(entry.level) + QStringLiteral("  "), levelColor(entry.level, palette()), !info});
  QString text = entry.text;
  spans.append({text.replace(u'\n', QStringLiteral("\n    ")), palette().color(QPalette::Text), false});
  return spans;
}

void LogPanel::showAll() {
  QList<LogView::Line> lines;
  for (const Entry& entry : entries_)
    if (entry.level >= minimumLevel_) lines.append(lineOf(entry));
  view_->clear();
  view_->appendLines(lines);
}

QString LogPanel::plainText() const {
  QString result;
  for (const Entry& entry : entries_) {
    QString text = entry.text;
    result += entry.time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss  ")) + levelName(entry.level) +
              QStringLiteral("  ") + text.replace(u'\n', QStringLiteral("\n    ")) + u'\n';
  }
  return result;
}

void LogPanel::setMinimumLevel(LogLevel level) {
  filter_->setCurrentIndex(filter_->findData(int(level)));
  if (level == minimumLevel_) return;
  minimumLevel_ = level;
  showAll();
}

void LogPanel::copyAll() const { QGuiApplication::clipboard()->setText(plainText()); }

void LogPanel::clear() {
  entries_.clear();
  lines_ = 0;
  view_->clear();
}

void LogPanel::saveText(const QString& path) const {
  writeFileAtomically(path.toStdString(), plainText().toStdString());
}

void LogPanel::askForSaving() {
  style::askSaveName(this, tr("Save Log"), QStringLiteral("zipper-workbench.log"), tr("Logs (*.log *.txt)"),
                     QStringLiteral("log"), [this](const QString& path) {
                       try {
                         saveText(path);
                         style::rememberFolder(path);
                       } catch (const Error& error) {
                         style::showError(this, tr("The log could not be saved."), style::engineText(error.what()));
                       }
                     });
}

void LogPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && !entries_.empty()) showAll();
}

}  // namespace zipper
