// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/zipper_view/zipper_view.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <cmath>

#include "widgets/style/motion.h"
#include "widgets/zipper_view/zipper_export.h"
#include "widgets/zipper_view/zipper_scene.h"
#include "widgets/zipper_view/zipper_texts.h"

namespace zipper {

/// Between which shares the columns move.
struct ZipperMotion {
  ColumnShares from, to;
};

namespace {

constexpr int closingMilliseconds = 700, pulseMilliseconds = 100;
constexpr double pulseStep = 0.07;  ///< of a period, per tick

bool areLayers(const std::vector<LayerOverview>& layers) {
  for (std::size_t i = 0; i < layers.size(); ++i)
    if (layers[i].layer != int(i) + 1) return false;
  return true;
}

}  // namespace

ZipperView::ZipperView(QWidget* parent)
    : QGraphicsView(parent), scene_(new ZipperScene(this)), motion_(std::make_unique<ZipperMotion>()) {
  setScene(scene_);
  setInteractive(false);  // items get no events: columns are found by their place
  setFrameShape(QFrame::NoFrame);
  setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
  setTransformationAnchor(NoAnchor);
  setResizeAnchor(AnchorViewCenter);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::StrongFocus);
  viewport()->setMouseTracking(true);
  viewport()->grabGesture(Qt::PinchGesture);
  setAccessibleName(tr("Zipper view"));
  setWhatsThis(tr(
      "<p>Strands, one per task, run from the input to the output, the first task's at the top. Each has its colour; "
      "of more than two, each also has a marker and a letter at its ends. Layers that are merged lie "
      "in the middle, and the slider stands where the merge has got to. The height of a block is the square root of "
      "its parameters; the bars at the edges are the mean difference between each teacher and the merged network, "
      "all on the scale that stands beside them, those in the middle what merging a layer costs by estimate.</p>"
      "<p>Wheel: zoom. Drag: move. Double click: look at a layer. Left and Right: select a layer. F: fit. "
      "Enter: menu.</p>"));
  closing_.setStartValue(0.0);
  closing_.setEndValue(1.0);
  closing_.setEasingCurve(QEasingCurve::InOutCubic);
  connect(&closing_, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
    ColumnShares now = motion_->from;
    for (std::size_t i = 0; i < now.size(); ++i) now[i] += (motion_->to[i] - now[i]) * value.toDouble();
    scene_->setClosed(now);
  });
  connect(&pulse_, &QTimer::timeout, this, [this] {
    if (style::reducedMotion()) return pulse_.stop();  // chosen while a step runs
    const double phase = scene_->picture().phase + pulseStep;
    scene_->setPhase(phase >= 1 ? phase - 1 : phase);
  });
  refreshTheme();
}

ZipperView::~ZipperView() = default;

void ZipperView::setTaskTitles(const QStringList& titles) {
  scene_->setTitles(titles);
  describe();
}

void ZipperView::setStemsAndHeads(const std::vector<UnitPlan>& stems, const std::vector<std::vector<UnitPlan>>& heads) {
  scene_->setEnds(stems, heads);
  describe();
}

void ZipperView::setLayers(const std::vector<LayerOverview>& layers) {
  const bool wasEmpty = scene_->picture().empty();
  const double scale = scene_->picture().mismatchScale;
  const bool another = scene_->setLayers(areLayers(layers) ? layers : std::vector<LayerOverview>{});
  if (another) fit();
  startMotion(!wasEmpty && !another && !scene_->picture().empty());
  updatePulse();
  describe();
  style::tellPaintedValues(this);
  if (!scene_->picture().scaleIsNew) return;
  const QString sentence = newScaleSentence(scene_->picture(), scale);
  style::announce(this, sentence);
  Q_EMIT mismatchScaleChanged(sentence);
}

void ZipperView::startMotion(bool animated) {
  ColumnShares target(scene_->picture().closed.size());
  for (const LayerOverview& layer : scene_->picture().layers)
    target[std::size_t(layer.layer)] = closedShare(layer.state);
  if (scene_->picture().hasTrunk()) target[0] = closedShare(LayerState::Merged);
  if (target == motion_->to && closing_.state() == QAbstractAnimation::Running) return;  // already on the way
  closing_.stop();
  motion_->from = scene_->picture().closed;
  motion_->to = target;
  if (animated && isVisible() && !style::reducedMotion() && motion_->from != target) {
    closing_.setDuration(closingMilliseconds);
    closing_.start();
  } else {
    scene_->setClosed(target);
  }
}

void ZipperView::updatePulse() {
  const auto& layers = scene_->picture().layers;
  const bool working =
      std::any_of(layers.begin(), layers.end(), [](const auto& layer) { return layer.state == LayerState::InWork; });
  if (working && isVisible() && !style::reducedMotion()) {
    if (!pulse_.isActive()) pulse_.start(pulseMilliseconds);
  } else {
    pulse_.stop();
  }
}

void ZipperView::setSelectedLayer(int layer) {
  const ZipperPicture& picture = scene_->picture();
  const bool known = layer >= 0 && (picture.empty() || layer < picture.geometry.columns());  // layers may be to come
  const int column = known ? layer : -1;
  if (column == picture.selected) return;
  scene_->setSelected(column);
  describe();
  style::tellPaintedCell(this);
  keepVisible(column);
}

int ZipperView::selectedLayer() const { return scene_->picture().selected; }

void ZipperView::setMergeCosts(const std::vector<double>& costs) { scene_->setMergeCosts(costs); }

void ZipperView::setMismatch(const std::vector<float>& layerL1) {
  scene_->setMismatch(layerL1);
  describe();
}

void ZipperView::forgetMismatch() { scene_->forgetMismatch(); }

void ZipperView::setStepProgress(double share) {
  // What is drawn are whole percents: more updates than that would be wasted.
  scene_->setProgress(share < 0 ? -1 : int(std::clamp(share, 0.0, 1.0) * 100 + 1e-9) / 100.0);
}

void ZipperView::savePng(const QString& path, double scale) { exportPng(*scene_, path, scale); }

std::function<void(const QString&)> ZipperView::drawn(bool vectors) {
  return vectors ? drawnSvg(*scene_) : drawnPng(*scene_, 2);
}

void ZipperView::saveSvg(const QString& path) { exportSvg(*scene_, path); }

void ZipperView::setMagnification(double factor) {
  magnification_ = std::clamp(factor, 1.0, ZipperGeometry::largestTextScale);
  if (fitted_) fit();
}

double ZipperView::closedShareOf(int layer) const { return scene_->picture().closed.at(std::size_t(layer)); }

QRect ZipperView::columnRect(int layer) const {
  return mapFromScene(scene_->picture().geometry.columnRect(layer)).boundingRect();
}

void ZipperView::refreshTheme() {
  scene_->setTheme(themeOf(palette(), font()));
  if (fitted_) fit();
  describe();
}

void ZipperView::describe() {
  const ZipperPicture& picture = scene_->picture();
  QString text = columnDescription(picture, picture.selected);
  if (picture.hasBars()) text += u' ' + scaleSentence(picture);
  if (text != accessibleDescription()) setAccessibleDescription(text);
}

QString ZipperView::paintedValues() const { return pictureDescription(scene_->picture()); }

int ZipperView::paintedColumns() const { return scene_->picture().empty() ? 0 : scene_->picture().geometry.columns(); }

QString ZipperView::paintedColumnName(int column) const { return columnName(scene_->picture(), column); }

QString ZipperView::paintedCell(int, int column) const { return columnDescription(scene_->picture(), column); }

QRect ZipperView::paintedCellRect(int, int column) const {
  const QRect seen = columnRect(column) & viewport()->rect();
  return seen.isEmpty() ? QRect() : seen.translated(viewport()->pos());
}

void ZipperView::changeEvent(QEvent* event) {
  QGraphicsView::changeEvent(event);
  switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::LanguageChange:
      refreshTheme();
      break;
    default:
      break;
  }
}

void ZipperView::paintEvent(QPaintEvent* event) {
  QGraphicsView::paintEvent(event);
  if (!hasFocus()) return;
  QPainter painter(viewport());
  painter.setPen(QPen(scene_->picture().theme.highlight, 2));
  painter.drawRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1));
}

void ZipperView::scrollContentsBy(int dx, int dy) {
  QGraphicsView::scrollContentsBy(dx, dy);
  const QRectF header = scene_->picture().geometry.headerRect(0);
  scene_->setNumbered(viewportTransform().map(header.center()).y() < 0);
  viewport()->update();  // the ring of the focus doesn't scroll
}

void ZipperView::resizeEvent(QResizeEvent* event) {
  QGraphicsView::resizeEvent(event);
  if (fitted_ || transform().m11() <= fitScale()) fit();
}

void ZipperView::showEvent(QShowEvent* event) {
  QGraphicsView::showEvent(event);
  updatePulse();
}

void ZipperView::hideEvent(QHideEvent* event) {
  QGraphicsView::hideEvent(event);
  updatePulse();
}

double ZipperView::fitScale() const {
  const QSizeF place = viewport()->size(), whole = scene_->sceneRect().size();
  return std::max(0.05, std::min(place.width() / whole.width(), place.height() / whole.height()));
}

/// As large as the rest of the window's writing, as far as there is room.
double ZipperView::textScale(double viewScale) const {
  constexpr double writing = 14, share = 0.9;  // in scene units; of the window's font
  const double wanted = share * QFontInfo(font()).pixelSize() / (writing * viewScale);
  const double scale = std::clamp(wanted, magnification_, ZipperGeometry::largestTextScale);
  // In tenths: while the window is resized, the picture shouldn't be laid out anew all the time.
  return (magnification_ > 1 ? std::ceil(10 * scale - 1e-6) : std::round(10 * scale)) / 10;
}

void ZipperView::fit() {
  fitted_ = true;
  const double width = std::max(1, viewport()->width()), aspect = viewport()->height() / width;
  const ZipperGeometry& geometry = scene_->picture().geometry;
  // Many strands in a flat view are drawn smaller. A view that is too flat for any picture gets no larger writing.
  const double flat = std::max(aspect, ZipperGeometry::leastAspect(ZipperGeometry::fewestTasks)) /
                      ZipperGeometry::leastAspect(geometry.tasks());
  scene_->setShape(aspect, textScale(width / geometry.width() * std::min(1.0, flat)));
  const double scale = fitScale();
  setTransform(QTransform::fromScale(scale, scale));
  centerOn(scene_->sceneRect().center());
  scene_->setNumbered(false);
}

void ZipperView::fitToColumn(int column) {
  constexpr double pitches = 3;  // to both sides, so that the neighbours can be seen
  fit();
  const ZipperGeometry& geometry = scene_->picture().geometry;
  const double across = 2 * pitches * geometry.pitch();
  const double scale = std::min(viewport()->width() / across, viewport()->height() / geometry.bodyRect().height());
  zoomBy(scale / transform().m11(), QRectF(viewport()->rect()).center());
  centerOn(geometry.columnX(column), geometry.axisY());
}

void ZipperView::zoomBy(double factor, const QPointF& viewPoint) {
  constexpr double largestZoom = 10;  // against the fitted picture
  const double least = fitScale(), scale = std::min(transform().m11() * factor, least * largestZoom);
  if (scale <= least * 1.001) {
    fit();
    return;
  }
  const QPointF scenePoint = viewportTransform().inverted().map(viewPoint);
  fitted_ = false;
  setTransform(QTransform::fromScale(scale, scale));
  const QPointF moved = viewportTransform().map(scenePoint) - viewPoint;
  horizontalScrollBar()->setValue(horizontalScrollBar()->value() + qRound(moved.x()));
  verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(moved.y()));
}

void ZipperView::zoomIn() { zoomBy(1.25, QRectF(viewport()->rect()).center()); }

void ZipperView::zoomOut() { zoomBy(1 / 1.25, QRectF(viewport()->rect()).center()); }

void ZipperView::keepVisible(int column) {
  if (column < 0 || fitted_) return;
  const QRectF rect = scene_->picture().geometry.columnRect(column);
  // Only sideways: the height of a column may be more than the view shows.
  const QPointF middle = mapToScene(viewport()->rect().center());
  ensureVisible(QRectF(rect.left(), middle.y() - 1, rect.width(), 2), 24, 0);
}

}  // namespace zipper
