// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/welcome/classes_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <set>

#include "core/support/error.h"
#include "core/support/printable.h"
#include "widgets/style/colors.h"
#include "widgets/style/dialogs.h"
#include "widgets/style/engine_texts.h"
#include "widgets/style/terms.h"

namespace zipper {

namespace {

constexpr int outputRole = Qt::UserRole;

QString plain(const std::string& name) { return QString::fromStdString(printable(name)); }

QString outputText(const MobileNetSpec& spec, int output) {
  if (output == noOutput) return ClassesDialog::tr("none: its images are left out");
  if (spec.classNames.empty()) return ClassesDialog::tr("output %1").arg(output);
  return QStringLiteral("%1: %2").arg(output).arg(plain(spec.classNames[std::size_t(output)]));
}

/// A box with all outputs where one is edited.
class OutputDelegate : public QStyledItemDelegate {
 public:
  OutputDelegate(const MobileNetSpec& spec, QObject* parent) : QStyledItemDelegate(parent), spec_(spec) {}

  QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const override {
    auto* box = new QComboBox(parent);
    box->addItem(outputText(spec_, noOutput), noOutput);
    for (int output = spec_.classOffset; output < spec_.classes; ++output)
      box->addItem(outputText(spec_, output), output);
    return box;
  }
  void setEditorData(QWidget* editor, const QModelIndex& index) const override {
    auto* box = static_cast<QComboBox*>(editor);
    box->setCurrentIndex(box->findData(index.data(outputRole)));
  }
  void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override {
    const auto* box = static_cast<QComboBox*>(editor);
    model->setData(index, box->currentData(), outputRole);
    model->setData(index, box->currentText(), Qt::DisplayRole);
  }

 private:
  MobileNetSpec spec_;
};

}  // namespace

QString classesText(const ClassView& view) {
  const ClassMatching& found = view.matching;
  if (!found.problem.empty()) return style::engineText(found.problem);
  if (!found.doubt.empty()) return style::engineText(found.doubt);
  const int count = int(view.classNames.size());
  switch (found.basis) {
    case ClassBasis::Names:
      return ClassesDialog::tr("%n class(es), matched by name", nullptr, count);
    case ClassBasis::Numbers:
      return ClassesDialog::tr("%n class(es), matched by number", nullptr, count);
    case ClassBasis::Given:
      return ClassesDialog::tr("%n class(es), matched as you said", nullptr, count);
    case ClassBasis::Position:
      break;
  }
  return ClassesDialog::tr("%n class(es), taken in order: the network's outputs have no names", nullptr, count);
}

bool needsAttention(const ClassView& view) { return !view.matching.problem.empty() || !view.matching.doubt.empty(); }

ClassesDialog::ClassesDialog(int task, const ClassView& view, QWidget* parent)
    : QDialog(parent),
      view_(view),
      table_(new QTableWidget(int(view.classNames.size()), 2, this)),
      problem_(new QLabel(this)) {
  setObjectName("classesDialog");
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Classes of task %1").arg(taskLetter(task)));
  auto* intro = new QLabel(tr("Which output of the network is each class of the images? A wrong one makes all figures "
                              "wrong and trains on wrong labels. Double-click an output to change it."),
                           this);
  intro->setWordWrap(true);
  table_->setObjectName("classes");
  table_->setHorizontalHeaderLabels({tr("Class of the images"), tr("Output of the network")});
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  table_->verticalHeader()->hide();
  table_->setItemDelegateForColumn(1, new OutputDelegate(view.spec, table_));
  table_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                          QAbstractItemView::SelectedClicked);
  problem_->setObjectName("problem");
  problem_->setTextFormat(Qt::PlainText);
  problem_->setWordWrap(true);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(intro);
  layout->addWidget(table_, 1);
  layout->addWidget(problem_);
  addButtons();
  fill(view.matching.outputs);
  connect(table_, &QTableWidget::itemChanged, this, &ClassesDialog::check);
  resize(560, 480);
}

void ClassesDialog::addButtons() {
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
  accept_ = buttons->addButton(tr("&Match so"), QDialogButtonBox::AcceptRole);
  accept_->setDefault(true);
  const auto add = [&](const QString& text, const QString& help, auto action) {
    QPushButton* button = buttons->addButton(text, QDialogButtonBox::ActionRole);
    button->setAutoDefault(false);
    button->setToolTip(help);
    connect(button, &QPushButton::clicked, this, action);
  };
  add(tr("By &name"), tr("Looks for the output of the same name; case, spaces and hyphens don't matter."),
      [this] { take(matchClasses(view_.spec, view_.classNames)); });
  add(tr("By &position"), tr("The first class is the first output, and so on."),
      [this] { take(matchByPosition(view_.spec, view_.classNames)); });
  add(tr("From a &file…"),
      tr("A text file with a line per class, “class = output”, or with a name per output of the network."), [this] {
        style::askOpenName(this, tr("Classes and outputs"), tr("Text files (*.txt *.csv *.tsv);;All files (*)"),
                           [this](const QString& path) { readFile(path); });
      });
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  layout()->addWidget(buttons);
}

void ClassesDialog::readFile(const QString& path) {
  try {
    MobileNetSpec spec = view_.spec;
    const ClassMatching matching = matchAsWished(spec, view_.classNames, path.toStdString());
    view_.spec = spec;
    table_->setItemDelegateForColumn(1, new OutputDelegate(spec, table_));
    take(matching);
  } catch (const Error& error) {
    problem_->setText(style::engineText(error.what()));
  }
}

void ClassesDialog::take(const ClassMatching& matching) {
  fill(matching.outputs);
  // Where nothing was matched, why.
  if (!matching.problem.empty() && !accept_->isEnabled()) problem_->setText(style::engineText(matching.problem));
}

void ClassesDialog::fill(const std::vector<int>& outputs) {
  const QSignalBlocker blocker(table_);
  for (int row = 0; row < table_->rowCount(); ++row) {
    const int output = outputs[std::size_t(row)];
    auto* name = new QTableWidgetItem(plain(view_.classNames[std::size_t(row)]));
    name->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    auto* item = new QTableWidgetItem(outputText(view_.spec, output));
    item->setData(outputRole, output);
    table_->setItem(row, 0, name);
    table_->setItem(row, 1, item);
  }
  check();
}

std::vector<int> ClassesDialog::outputs() const {
  std::vector<int> outputs;
  for (int row = 0; row < table_->rowCount(); ++row) outputs.push_back(table_->item(row, 1)->data(outputRole).toInt());
  return outputs;
}

void ClassesDialog::check() {
  const std::vector<int> chosen = outputs();
  const auto without = int(std::count(chosen.begin(), chosen.end(), noOutput));
  const bool none = without == int(chosen.size());
  std::set<int> once, twice;
  for (const int output : chosen)
    if (output != noOutput && !once.insert(output).second) twice.insert(output);
  QStringList sentences;
  if (none) sentences << tr("No class has an output: nothing would be left to be scored or trained on.");
  if (without > 0 && !none)
    sentences << tr("%n class(es) without an output: all images of it are left out.", nullptr, without);
  if (once.size() == 1) sentences << tr("A single class can be scored, but not trained on.");
  if (!twice.empty())
    sentences << tr("%n output(s) of several classes: these count as one class.", nullptr, int(twice.size()));
  problem_->setText(sentences.join(' '));
  accept_->setEnabled(!none);
}

}  // namespace zipper
