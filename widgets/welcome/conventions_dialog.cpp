// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/welcome/conventions_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/recipe/field_row.h"
#include "widgets/style/engine_texts.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/terms.h"
#include "widgets/welcome/model_text.h"

namespace zipper {

namespace {

/// What a field says: nothing, a value, or something else than a value.
template <typename Value>
struct Parsed {
  std::optional<Value> value;
  bool wrong = false;
};

Parsed<int> parseWhole(const FieldRow& row) {
  const QString text = row.value().trimmed();
  if (text.isEmpty()) return {};
  bool fine = false;
  const int value = text.toInt(&fine);
  return fine ? Parsed<int>{value, false} : Parsed<int>{{}, true};
}

Parsed<std::vector<double>> parseNumbers(const FieldRow& row) {
  static const QRegularExpression separators(QStringLiteral("[\\s,;]+"));
  const QStringList parts = row.value().split(separators, Qt::SkipEmptyParts);
  std::vector<double> values;
  for (const QString& part : parts) {
    bool fine = false;
    values.push_back(part.toDouble(&fine));
    if (!fine) return {{}, true};
  }
  if (values.empty()) return {};
  return {values, false};
}

Parsed<double> parseNumber(const FieldRow& row) {
  const auto numbers = parseNumbers(row);
  if (numbers.wrong || (numbers.value && numbers.value->size() != 1)) return {{}, true};
  return {numbers.value ? std::optional<double>(numbers.value->front()) : std::nullopt, false};
}

template <typename Enum>
std::pair<QString, QString> choice(Enum value, QString (*nameOf)(Enum)) {
  return {QString::fromStdString(toString(value)), nameOf(value)};
}

template <typename Enum>
void setChoice(FieldRow& row, const std::optional<Enum>& value) {
  if (value) row.setValue(QString::fromStdString(toString(*value)));
}

}  // namespace

ConventionsDialog::ConventionsDialog(int task, const ModelSummary& summary, QWidget* parent)
    : QDialog(parent), summary_(summary), rows_(new QVBoxLayout) {
  setObjectName("conventionsDialog");
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Conventions of model %1").arg(taskLetter(task)));
  auto* intro = new QLabel(tr("What weights don't tell. An empty field keeps what was read."), this);
  intro->setWordWrap(true);
  rows_->setSpacing(6);
  addInputRows();
  addLayerRows();
  addFileRows();
  int width = 0;
  for (const FieldRow* row : findChildren<FieldRow*>()) width = std::max(width, row->naturalLabelWidth());
  for (FieldRow* row : findChildren<FieldRow*>()) row->setLabelWidth(width + 8);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel | QDialogButtonBox::Reset, this);
  accept_ = buttons->addButton(tr("&Read again"), QDialogButtonBox::AcceptRole);
  accept_->setDefault(true);
  accept_->setToolTip(tr("Reads the model once more with these conventions."));
  QPushButton* reset = buttons->button(QDialogButtonBox::Reset);
  reset->setText(tr("&All as read"));
  reset->setToolTip(tr("Empties all fields."));
  connect(reset, &QPushButton::clicked, this, &ConventionsDialog::clear);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(intro);
  layout->addLayout(rows_);
  layout->addStretch(1);
  layout->addWidget(buttons);
  fill(summary.overrides);
  check();
  setMinimumWidth(460);
}

void ConventionsDialog::addRow(FieldRow* row, const QString& name, const QString& help) {
  row->editor()->setObjectName(name);
  row->setHelp(help);
  rows_->addWidget(row);
  connect(row, &FieldRow::edited, this, &ConventionsDialog::check);
}

LineRow* ConventionsDialog::addLine(const QString& name, const QString& label, const QString& asRead,
                                    const QString& help) {
  auto* row = new LineRow(label, this);
  if (!asRead.isEmpty()) qobject_cast<QLineEdit*>(row->editor())->setPlaceholderText(tr("as read: %1").arg(asRead));
  addRow(row, name, help);
  return row;
}

ChoiceRow* ConventionsDialog::addChoice(const QString& name, const QString& label, const QString& asRead,
                                        const std::vector<std::pair<QString, QString>>& choices, const QString& help) {
  ChoiceRow::Choices all{{QString(), tr("as read: %1").arg(asRead)}};
  all.insert(all.end(), choices.begin(), choices.end());
  auto* row = new ChoiceRow(label, all, this);
  addRow(row, name, help);
  return row;
}

void ConventionsDialog::addInputRows() {
  const MobileNetSpec& read = summary_.specAsRead;
  inputSize_ = addLine("inputSize", tr("Input size"), QString::number(read.inputSize),
                       tr("Height and width of the images that the network was trained on."));
  channelOrder_ =
      addChoice("channelOrder", tr("Channel order"), channelOrderName(read.normalization.order),
                {choice(ChannelOrder::RGB, &channelOrderName), choice(ChannelOrder::BGR, &channelOrderName)},
                tr("Networks that were trained with OpenCV or Caffe often expect BGR."));
  mean_ = addLine("mean", tr("Mean"), numbersName(read.normalization.mean),
                  tr("Subtracted from pixels between 0 and 1: one number, or one per channel."));
  std_ = addLine("std", tr("Standard deviation"), numbersName(read.normalization.std),
                 tr("By which they are divided then: one number, or one per channel."));
}

void ConventionsDialog::addLayerRows() {
  const MobileNetSpec& read = summary_.specAsRead;
  stemStride_ = addChoice("stemStride", tr("Stem stride"), QString::number(read.stemStride), {{"1", "1"}, {"2", "2"}},
                          tr("2 in the paper on MobileNets; 1 in many networks for images of 32×32."));
  activation_ = addChoice("activation", tr("Activation"), activationName(read.activation),
                          {choice(Activation::ReLU, &activationName), choice(Activation::ReLU6, &activationName)},
                          hasHardSwish(read.architecture, read.minimalistic)
                              ? tr("What follows batch normalization in the layers that have no hard swish.")
                              : tr("What follows each batch normalization."));
  padding_ = addChoice("padding", tr("Padding"), paddingName(read.padding),
                       {choice(Padding::Pad1, &paddingName), choice(Padding::Same, &paddingName)},
                       tr("Where convolutions of stride 2 put the zeros around an image."));
  bnEpsilon_ = addLine("bnEpsilon", tr("BN ε"), QString::number(read.bnEpsilon),
                       tr("What batch normalization adds to a variance before its root is taken."));
  classOffset_ = addLine("classOffset", tr("Class offset"), QString::number(read.classOffset),
                         tr("Number of the first output that is a class of the data: 1 behind a background class."));
}

void ConventionsDialog::addFileRows() {
  part_ = addLine("part", tr("Part of the file"), QString(),
                  tr("Which of several networks: what its names begin with, or its task. Empty if there is one."));
  ema_ = new SwitchRow(tr("Moving averages of the weights"), this);
  addRow(ema_, "ema", tr("Takes the averages that some checkpoints hold beside the weights."));
}

void ConventionsDialog::fill(const SpecOverrides& o) {
  if (o.inputSize) inputSize_->setValue(QString::number(*o.inputSize));
  if (o.mean) mean_->setValue(numbersName(*o.mean));
  if (o.std) std_->setValue(numbersName(*o.std));
  if (o.bnEpsilon) bnEpsilon_->setValue(QString::number(*o.bnEpsilon));
  if (o.classOffset) classOffset_->setValue(QString::number(*o.classOffset));
  if (o.stemStride) stemStride_->setValue(QString::number(*o.stemStride));
  setChoice(*channelOrder_, o.channelOrder);
  setChoice(*activation_, o.activation);
  setChoice(*padding_, o.padding);
  part_->setValue(style::unchanged(o.part));
  ema_->setValue(o.useEma ? "on" : "off");
}

void ConventionsDialog::clear() {
  for (FieldRow* row : findChildren<FieldRow*>()) row->setValue(row == ema_ ? "off" : "");
  check();
}

SpecOverrides ConventionsDialog::overrides() const {
  SpecOverrides o;
  o.inputSize = parseWhole(*inputSize_).value;
  o.mean = parseNumbers(*mean_).value;
  o.std = parseNumbers(*std_).value;
  o.bnEpsilon = parseNumber(*bnEpsilon_).value;
  o.classOffset = parseWhole(*classOffset_).value;
  o.stemStride = parseWhole(*stemStride_).value;
  if (const QString text = channelOrder_->value(); !text.isEmpty())
    o.channelOrder = channelOrderFromString(text.toStdString());
  if (const QString text = activation_->value(); !text.isEmpty())
    o.activation = activationFromString(text.toStdString());
  if (const QString text = padding_->value(); !text.isEmpty()) o.padding = paddingFromString(text.toStdString());
  o.part = part_->value().trimmed().toStdString();
  o.useEma = ema_->value() == QLatin1String("on");
  return o;
}

void ConventionsDialog::check() {
  const SpecOverrides all = overrides();
  bool fine = true;
  const auto judge = [&](FieldRow* row, bool wrong, const QString& expected, auto SpecOverrides::*field) {
    SpecOverrides alone;
    alone.*field = all.*field;
    const QString problem = wrong ? expected : style::engineText(whyRefused(alone, summary_.specAsRead));
    row->setProblem(problem);
    fine = fine && problem.isEmpty();
  };
  const QString whole = tr("a whole number expected"), number = tr("a number such as 0.001 expected"),
                list = tr("numbers such as 0.5, or 0.485 0.456 0.406, expected");
  judge(inputSize_, parseWhole(*inputSize_).wrong, whole, &SpecOverrides::inputSize);
  judge(mean_, parseNumbers(*mean_).wrong, list, &SpecOverrides::mean);
  judge(std_, parseNumbers(*std_).wrong, list, &SpecOverrides::std);
  judge(bnEpsilon_, parseNumber(*bnEpsilon_).wrong, number, &SpecOverrides::bnEpsilon);
  judge(classOffset_, parseWhole(*classOffset_).wrong, whole, &SpecOverrides::classOffset);
  accept_->setEnabled(fine);
}

}  // namespace zipper
