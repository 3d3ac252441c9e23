// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sizes/trade_plot.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>
#include <algorithm>
#include <cmath>
#include <set>

#include "widgets/plots/crosshair.h"
#include "widgets/plots/custom_plot.h"
#include "widgets/plots/figure_export.h"
#include "widgets/plots/plot_cursor.h"
#include "widgets/plots/series_style.h"
#include "widgets/style/colors.h"

namespace zipper {

using namespace plots;

namespace {

/// The cursor goes from one whole number to the next: the axis counts hundredths.
constexpr double perUnit = 100;
constexpr int keysAcross = 50;

/// Hundredths with a point in front of them, in the language's digits.
class HundredthsTicker : public QCPAxisTicker {
 protected:
  QString getTickLabel(double tick, const QLocale& locale, QChar /*format*/, int /*precision*/) override {
    return locale.toString(tick / perUnit, 'f', 2);
  }
};

SeriesStyle looksOf(std::size_t series, const QPalette& palette) {
  SeriesStyle style;
  style.color = style::seriesColor(int(series), palette);
  style.faint = faintColor(style.color, palette);
  style.marker = int(series);
  return style;
}

SeriesStyle expectedLooks(const QPalette& palette) {
  SeriesStyle style;
  style.color = style::mutedText(palette);
  style.dashes = {5, 3};
  return style;
}

}  // namespace

/// Markers, lines and intervals of the series, which QCustomPlot's own graphs don't draw in the shapes of the house.
class TradeMarks : public QCPLayerable {
 public:
  explicit TradeMarks(QCustomPlot* plot) : QCPLayerable(plot, "main") {}
  void set(const TradeData& data, const std::set<QString>& hidden, const QPalette& palette) {
    data_ = data;
    hidden_ = hidden;
    palette_ = palette;
  }

 protected:
  QRect clipRect() const override { return parentPlot()->axisRect()->rect().adjusted(-8, -8, 8, 8); }
  void applyDefaultAntialiasingHint(QCPPainter* painter) const override { painter->setAntialiasing(true); }
  void draw(QCPPainter* painter) override {
    for (std::size_t i = 0; i < data_.series.size(); ++i)
      if (hidden_.count(data_.series[i].name) == 0) drawSeries(*painter, i);
  }

 private:
  QPointF pixel(double x, double percent) const {
    return {parentPlot()->xAxis->coordToPixel(perUnit * x), parentPlot()->yAxis->coordToPixel(percent)};
  }

  void drawSeries(QCPPainter& painter, std::size_t index) const {
    const TradeSeries& series = data_.series[index];
    const SeriesStyle style = looksOf(index, palette_);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(linePen(style.faint, 2.4, {}, false));
    for (const TradeMark& mark : series.marks)
      painter.drawLine(QLineF(pixel(mark.x, mark.low), pixel(mark.x, mark.high)));
    painter.setPen(linePen(style.color, 1.6, {}, false));
    for (std::size_t i = 1; i < series.marks.size(); ++i)
      painter.drawLine(QLineF(pixel(series.marks[i - 1].x, series.marks[i - 1].percent),
                              pixel(series.marks[i].x, series.marks[i].percent)));
    for (const TradeMark& mark : series.marks) drawMark(painter, mark, style);
  }

  void drawMark(QCPPainter& painter, const TradeMark& mark, const SeriesStyle& style) const {
    const QPointF center = pixel(mark.x, mark.percent);
    drawMarker(painter, style.marker, center, 4, style.color, true, palette_.color(QPalette::Base));
    if (!mark.recommended) return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette_.color(QPalette::Text), 1.6));
    painter.drawEllipse(center, 9, 9);
  }

  TradeData data_;
  std::set<QString> hidden_;
  QPalette palette_;
};

struct TradePlot::Parts {
  Legend* legend = nullptr;
  TradeMarks* marks = nullptr;
  QCPGraph* expected = nullptr;
  QCPItemStraightLine* chosen = nullptr;
  TradeData data;
  std::set<QString> hidden;  ///< names of series that the user has hidden
  std::function<std::string()> csv;

  bool shows(const QString& name) const { return hidden.count(name) == 0; }
};

TradePlot::TradePlot(const Words& words, QWidget* parent)
    : PlotPanel("tradePlot",
                {words.title,
                 tr("Left and Right show the values of the measured networks, Enter or a click chooses one, Escape "
                    "hides them. Strokes are 95 % intervals, a ring marks what is recommended."),
                 words.xLabel, words.hint},
                parent),
      words_(words),
      parts_(std::make_unique<Parts>()) {
  plot().setMinimumSize(320, 160);
  plot().xAxis->setTicker(QSharedPointer<HundredthsTicker>::create());
  plot().yAxis->setLabel(tr("mean top-1, %"));
  parts_->expected = plot().addGraph();
  parts_->marks = new TradeMarks(&plot());
  parts_->chosen = new QCPItemStraightLine(&plot());
  parts_->chosen->setLayer("background");
  buildControls(words.baseName);
  connect(&cursor(), &PlotCursor::chosen, this, [this](int place) { Q_EMIT placeChosen(place / perUnit); });
  showContent();
}

TradePlot::~TradePlot() = default;

QString TradePlot::expectedName() { return tr("expected"); }

void TradePlot::buildControls(const QString& baseName) {
  parts_->legend = new Legend(this);
  connect(parts_->legend, &Legend::toggled, this, [this](const QString& key, bool shown) {
    if (shown)
      parts_->hidden.erase(key);
    else
      parts_->hidden.insert(key);
    showContent();
  });
  auto* row = new QHBoxLayout;
  row->addWidget(parts_->legend, 1);
  row->addWidget(makeExportButton(baseName), 0, Qt::AlignTop);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  column->addLayout(row);
  column->addWidget(&plot(), 1);
}

void TradePlot::setData(const TradeData& data, std::function<std::string()> csv) {
  parts_->data = data;
  parts_->csv = std::move(csv);
  showContent();
}

void TradePlot::setChosen(double x) {
  parts_->data.chosen = x;
  showContent();
}

int TradePlot::pointCount() const {
  int count = 0;
  for (const TradeSeries& series : parts_->data.series) count += int(series.marks.size());
  return count;
}

void TradePlot::showContent() {
  showContentIn(palette());
  parts_->legend->setEntries(legendIn(palette()));
  const TradeData& data = parts_->data;
  const int first = int(std::floor(perUnit * data.least)), last = int(std::ceil(perUnit * data.most));
  cursor().setPlaces(first, pointCount() > 0 ? last : first - 1, std::max(1, (last - first) / keysAcross));
  replot();
}

void TradePlot::showContentIn(const QPalette& palette) {
  Parts& p = *parts_;
  p.marks->set(p.data, p.hidden, palette);
  showExpectedIn(palette);
  showRanges();
  applyStyle(palette, p.data.series.empty() && p.data.expected.empty());
  QPen line(palette.color(QPalette::Highlight), 1.4);
  p.chosen->setPen(line);
  p.chosen->setVisible(p.data.chosen > 0);
  p.chosen->point1->setCoords(perUnit * p.data.chosen, 0);
  p.chosen->point2->setCoords(perUnit * p.data.chosen, 1);
}

void TradePlot::showExpectedIn(const QPalette& palette) {
  Parts& p = *parts_;
  QVector<double> keys, values;
  for (const auto& [x, percent] : p.data.expected) keys << perUnit * x, values << percent;
  const SeriesStyle style = expectedLooks(palette);
  p.expected->setPen(linePen(style.color, 1.6, style.dashes, false));
  p.expected->setData(keys, values, true);
  p.expected->setVisible(p.shows(expectedName()));
}

void TradePlot::showRanges() {
  const TradeData& data = parts_->data;
  const double room = 0.05 * std::max(0.1, data.most - data.least);
  plot().xAxis->setRange(perUnit * (data.least - room), perUnit * (data.most + room));
  double lowest = 100, highest = 0;
  const auto include = [&](double percent) {
    lowest = std::min(lowest, percent);
    highest = std::max(highest, percent);
  };
  for (const TradeSeries& series : data.series)
    for (const TradeMark& mark : series.marks) include(mark.low), include(mark.high);
  for (const auto& [x, percent] : data.expected) include(percent);
  if (highest < lowest) return plot().yAxis->setRange(0, 100);
  const double margin = std::max(0.5, 0.06 * (highest - lowest));
  plot().yAxis->setRange(std::max(0.0, lowest - margin), highest + margin);
}

std::vector<LegendEntry> TradePlot::legendIn(const QPalette& palette) const {
  std::vector<LegendEntry> entries;
  const TradeData& data = parts_->data;
  for (std::size_t i = 0; i < data.series.size(); ++i) {
    LegendEntry entry;
    entry.key = entry.text = data.series[i].name;
    entry.description = tr("Measured on the test images, with 95 % intervals");
    entry.style = looksOf(i, palette);
    entry.shown = parts_->shows(entry.key);
    entries.push_back(entry);
  }
  if (data.expected.empty()) return entries;
  LegendEntry entry;
  entry.key = entry.text = expectedName();
  entry.description = tr("An estimate from the teachers, scaled by what was measured");
  entry.style = expectedLooks(palette);
  entry.shown = parts_->shows(entry.key);
  entries.push_back(entry);
  return entries;
}

/// Of the measured networks nearest to the place.
Readout TradePlot::readoutAt(int place) const {
  const TradeMark* nearest = nullptr;
  QString kind;
  const auto distance = [place](const TradeMark& mark) { return std::abs(perUnit * mark.x - place); };
  for (const TradeSeries& series : parts_->data.series) {
    if (!parts_->shows(series.name)) continue;
    for (const TradeMark& mark : series.marks) {
      if (nearest != nullptr && distance(mark) >= distance(*nearest)) continue;
      nearest = &mark;
      kind = series.name;
    }
  }
  Readout readout;
  readout.x = place;
  if (nearest == nullptr) return readout;
  readout.x = perUnit * nearest->x;
  readout.title = QStringLiteral("%1 · %2").arg(nearest->title, kind);
  for (int i = 0; i < int(std::min(nearest->cells.size(), parts_->data.headings.size())); ++i) {
    ReadoutRow row;
    row.line = false;
    row.name = parts_->data.headings[i];
    row.value = nearest->cells[i];
    readout.rows.push_back(row);
  }
  return readout;
}

Figure TradePlot::figure() {
  return {plot(), words_.title, [this](const QPalette& palette) { showContentIn(palette); },
          [this](const QPalette& palette) { return legendIn(palette); }};
}

std::string TradePlot::csv() const { return parts_->csv ? parts_->csv() : std::string(); }

}  // namespace zipper
