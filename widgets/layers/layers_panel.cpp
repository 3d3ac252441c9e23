// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/layers/layers_panel.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "core/network/merge_cost.h"
#include "widgets/layers/layer_filter_model.h"
#include "widgets/layers/layer_table_model.h"
#include "widgets/layers/layer_texts.h"
#include "widgets/layers/layer_totals.h"
#include "widgets/layers/state_delegate.h"
#include "widgets/style/column_fit.h"
#include "widgets/style/plain_text.h"

namespace zipper {

LayersPanel::LayersPanel(QWidget* parent)
    : QWidget(parent),
      model_(new LayerTableModel(this)),
      shown_(new LayerFilterModel(this)),
      words_(new QLineEdit),
      kinds_(new QComboBox),
      view_(new QTableView),
      totals_(new LayerTotals),
      columns_(new style::ColumnFit(view_, view_->horizontalHeader(), style::ColumnFit::none)) {
  shown_->setSourceModel(model_);
  buildControls();
  buildView();
  view_->setColumnHidden(LayerTableModel::MergeCost, true);  // until it is estimated
  buildActions();
  refreshTotals();
}

void LayersPanel::buildControls() {
  words_->setPlaceholderText(tr("Filter by kind, state or number"));
  words_->setToolTip(tr("Shows only rows that match all words: part of a kind or a state, or the number of a layer."));
  words_->setAccessibleName(tr("Filter"));
  words_->setClearButtonEnabled(true);
  offerKinds(unitsOf(MobileNetSpec()));
  kinds_->setToolTip(tr("Shows only layers of this kind."));
  kinds_->setAccessibleName(tr("Kind"));
  connect(words_, &QLineEdit::textChanged, this, &LayersPanel::filterChanged);
  connect(kinds_, &QComboBox::currentIndexChanged, this, &LayersPanel::filterChanged);
}

/// Those that the units have. What is chosen stays if it is one of them.
void LayersPanel::offerKinds(const std::vector<UnitPlan>& units) {
  std::vector<std::string> roles;  // from the end on: the first layer may lack what the others begin with
  for (auto unit = units.rbegin(); unit != units.rend(); ++unit)
    if (std::find(roles.begin(), roles.end(), unit->role()) == roles.end()) roles.insert(roles.begin(), unit->role());
  if (roles == kindsOffered_) return;
  kindsOffered_ = roles;
  const QSignalBlocker blocker(kinds_);
  const QVariant before = kinds_->currentData();
  kinds_->clear();
  kinds_->addItem(tr("All kinds"), QString());
  for (const std::string& role : roles) kinds_->addItem(roleName(role), style::unchanged(role));
  kinds_->setCurrentIndex(std::max(0, kinds_->findData(before)));
}

void LayersPanel::buildView() {
  view_->setModel(shown_);
  view_->setItemDelegateForColumn(LayerTableModel::State, new StateDelegate(view_));
  view_->setAccessibleName(tr("Layers"));
  view_->setWhatsThis(
      tr("The layers of the networks. Click a header to sort by it; select a row to see the layer in the "
         "zipper view and in the inspector."));
  view_->setSelectionBehavior(QAbstractItemView::SelectRows);
  view_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  view_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  view_->setAlternatingRowColors(true);
  view_->setShowGrid(false);
  view_->setWordWrap(false);
  view_->setTabKeyNavigation(false);  // Tab leaves the table
  view_->verticalHeader()->hide();
  view_->verticalHeader()->setDefaultSectionSize(view_->fontMetrics().height() + 8);
  view_->horizontalHeader()->setHighlightSections(false);
  view_->horizontalHeader()->setSortIndicator(LayerTableModel::Number, Qt::AscendingOrder);
  view_->setSortingEnabled(true);
  connect(view_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LayersPanel::currentChanged);
}

void LayersPanel::buildActions() {
  auto* copyRows = new QAction(tr("&Copy selected rows"), view_);
  copyRows->setShortcut(QKeySequence::Copy);
  copyRows->setShortcutContext(Qt::WidgetShortcut);
  connect(copyRows, &QAction::triggered, this, &LayersPanel::copySelection);
  auto* copyAll = new QAction(tr("Copy as CS&V"), view_);
  copyAll->setToolTip(tr("Copies the rows that are shown, as comma-separated values with a header line."));
  connect(copyAll, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(csv()); });
  view_->addActions({copyRows, copyAll});
  view_->setContextMenuPolicy(Qt::ActionsContextMenu);

  auto* button = new QToolButton;
  button->setDefaultAction(copyAll);
  button->setObjectName("copyCsv");
  auto* controls = new QHBoxLayout;
  controls->addWidget(words_, 1);
  controls->addWidget(kinds_);
  controls->addWidget(button);
  auto* layout = new QVBoxLayout(this);
  layout->addLayout(controls);
  layout->addWidget(view_, 1);
  layout->addWidget(totals_);
}

void LayersPanel::setLayers(const NetworkPlan& plan, const std::vector<LayerOverview>& overview, const Sharing& sharing,
                            const std::vector<LayerSimilarity>& similarity) {
  const QScopedValueRollback<bool> guard(updating_, true);
  if (!plan.units.empty()) offerKinds(plan.units);
  model_->setRows(layerRows(plan, overview, sharing, similarity));
  shown_->setKind(kinds_->currentData().toString());
  columns_->fit();
  restoreSelection();
  refreshTotals();
}

void LayersPanel::setMismatch(const std::vector<float>& layerL1) { model_->setMismatch(layerL1); }

void LayersPanel::setMergeCosts(const std::vector<double>& costs) {
  const QScopedValueRollback<bool> guard(updating_, true);
  model_->setMergeCosts(costs);
  view_->setColumnHidden(LayerTableModel::MergeCost, costs.empty());
  shown_->refresh();
  columns_->fit();
  restoreSelection();
}

void LayersPanel::setTotals(const MergeCost& cost) { totals_->setCost(cost); }

void LayersPanel::setSelectedLayer(int layer) {
  const QScopedValueRollback<bool> guard(updating_, true);
  selectedLayer_ = layer;
  restoreSelection();
}

QString LayersPanel::csv() const { return style::csvOf(*shown_); }

void LayersPanel::filterChanged() {
  const QScopedValueRollback<bool> guard(updating_, true);
  shown_->setKind(kinds_->currentData().toString());
  shown_->setWords(words_->text());
  restoreSelection();
  refreshTotals();
}

void LayersPanel::currentChanged(const QModelIndex& current) {
  if (updating_ || !current.isValid()) return;
  const int layer = current.data(LayerTableModel::LayerRole).toInt();
  if (layer == selectedLayer_) return;
  selectedLayer_ = layer;
  Q_EMIT layerSelected(layer);
}

/// Brings the view's selection in line with the selected layer. A row of that layer that is current already stays, so
/// that going to a depthwise row doesn't jump to the pointwise one.
void LayersPanel::restoreSelection() {
  QItemSelectionModel* selection = view_->selectionModel();
  const QModelIndex current = selection->currentIndex();
  const bool fits = current.isValid() && current.data(LayerTableModel::LayerRole).toInt() == selectedLayer_;
  if (fits && selection->isRowSelected(current.row(), {})) return;
  const int row = fits ? current.row() : rowToSelect(selectedLayer_);
  if (row < 0) return selection->clear();
  const QModelIndex index = shown_->index(row, LayerTableModel::Number);
  selection->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
  view_->scrollTo(index);
}

int LayersPanel::rowToSelect(int layer) const {
  int found = -1;
  for (int row = 0; layer >= 0 && row < shown_->rowCount(); ++row) {
    const QModelIndex index = shown_->index(row, 0);
    if (index.data(LayerTableModel::LayerRole).toInt() != layer) continue;
    const bool ends = model_->rows()[std::size_t(shown_->mapToSource(index).row())].endsLayer;
    if (found < 0 || ends) found = row;  // another row of the layer only if that one is filtered out
  }
  return found;
}

void LayersPanel::refreshTotals() {
  RowTotals totals;
  for (int row = 0; row < shown_->rowCount(); ++row) {
    const int source = shown_->mapToSource(shown_->index(row, 0)).row();
    const UnitPlan& unit = model_->rows()[std::size_t(source)].unit;
    ++totals.rows;
    totals.parameters += unit.parameters;
    totals.macs += unit.macs;
  }
  totals_->setShown(totals, model_->rowCount());
}

void LayersPanel::copySelection() const {
  QList<int> rows;
  for (const QModelIndex& index : view_->selectionModel()->selectedRows()) rows << index.row();
  if (rows.isEmpty()) return;
  std::sort(rows.begin(), rows.end());
  QGuiApplication::clipboard()->setText(style::csvOf(*shown_, rows));
}

}  // namespace zipper
