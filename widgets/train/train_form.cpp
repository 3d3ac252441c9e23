// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/train/train_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/style/colors.h"
#include "widgets/style/engine_texts.h"
#include "widgets/style/flow_layout.h"
#include "widgets/style/plain_text.h"
#include "widgets/train/file_line.h"
#include "widgets/train/train_settings.h"
#include "widgets/train/train_texts.h"
#include "widgets/welcome/conventions_dialog.h"
#include "widgets/welcome/data_text.h"
#include "widgets/welcome/images_dialog.h"
#include "widgets/welcome/model_text.h"

namespace zipper {

namespace {

enum StartPlace { fromFile, fromNothing };
enum HeadPlace { newHead, ownHead };

QLabel* textLabel(const char* name) {
  auto* label = new QLabel;
  label->setObjectName(name);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  label->hide();
  return label;
}

QPushButton* smallButton(const QString& text, const char* name, const QString& help) {
  auto* button = new QPushButton(text);
  button->setObjectName(name);
  button->setToolTip(help);
  button->setWhatsThis(help);
  button->setAutoDefault(false);
  button->hide();
  return button;
}

/// A box that doesn't grow with its longest entry.
QComboBox* entryBox(const char* name, const QString& help) {
  auto* box = new QComboBox;
  box->setObjectName(name);
  box->setToolTip(help);
  box->setWhatsThis(help);
  box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  box->setMinimumContentsLength(14);
  return box;
}

void say(QLabel* label, const QString& text) {
  label->setText(text);
  label->setVisible(!text.isEmpty());
}

}  // namespace

TrainForm::TrainForm(QWidget* parent)
    : QWidget(parent),
      head_(new QRadioButton(tr("&Head only"))),
      all_(new QRadioButton(tr("&All layers (fine-tuning)"))),
      start_(entryBox("start", tr("What the weights are to begin with"))),
      headKind_(entryBox("headKind", tr("Which classes the network tells apart"))),
      architecture_(entryBox("architecture", tr("Which MobileNet is made"))),
      network_(new FileLine("chooseNetwork", tr("Choose the file of the network to start from"),
                            tr("no network chosen yet"))),
      images_(new FileLine("chooseImages", tr("Choose the folder of images to train on"), tr("no images chosen yet"))),
      out_(new FileLine("chooseOut", tr("Choose where the trained network is written"), tr("asked for at the start"))),
      networkText_(textLabel("networkText")),
      networkNotes_(textLabel("networkNotes")),
      imagesText_(textLabel("imagesText")),
      imagesNotes_(textLabel("imagesNotes")),
      conventions_(smallButton(tr("Change conventions…"), "conventions",
                               tr("Says how the network is to be read where the file doesn't tell, or tells it "
                                  "wrong."))),
      readingButton_(smallButton(tr("Read images…"), "reading",
                                 tr("Says what becomes of transparency and of the orientation that cameras note."))),
      width_(new QDoubleSpinBox),
      inputSize_(new QSpinBox),
      stemStride_(new QSpinBox),
      minimalistic_(new QCheckBox(tr("M&inimalistic"))),
      settings_(new TrainSettings) {
  auto* column = new QVBoxLayout(this);
  for (QWidget* group : std::initializer_list<QWidget*>{buildKind(), buildNetwork(), buildImages(), buildResult()})
    column->addWidget(group);
  column->addWidget(settings_);
  column->addStretch(1);
  connect(settings_, &TrainSettings::changed, this, &TrainForm::changed);
  setChoice({});
}

QGroupBox* TrainForm::buildKind() {
  auto* group = new QGroupBox(tr("What is trained"));
  auto* column = new QVBoxLayout(group);
  head_->setObjectName("headOnly");
  head_->setToolTip(
      tr("All other layers stay as they are, bit for bit: quick, and enough where the network was trained "
         "on many images like these."));
  all_->setObjectName("allLayers");
  all_->setToolTip(tr("All layers learn: slower, mostly better with some hundred images of each class or more."));
  for (QRadioButton* button : {head_, all_}) {
    button->setWhatsThis(button->toolTip());
    column->addWidget(button);
  }
  connect(head_, &QRadioButton::toggled, this, &TrainForm::kindChosen);
  return group;
}

QGroupBox* TrainForm::buildNetwork() {
  auto* group = new QGroupBox(tr("The network"));
  auto* column = new QVBoxLayout(group);
  start_->addItems({tr("From the file of a network"), tr("From random weights")});
  start_->setAccessibleName(start_->toolTip());
  headKind_->addItems({tr("New head for the classes of the images"), tr("The network's own head and classes")});
  headKind_->setAccessibleName(headKind_->toolTip());
  column->addWidget(start_);
  column->addWidget(network_);
  column->addWidget(networkText_);
  column->addWidget(networkNotes_);
  auto* buttons = new style::FlowLayout(nullptr, 8, 4);
  buttons->addWidget(conventions_);
  column->addLayout(buttons);
  column->addWidget(headKind_);
  column->addWidget(buildFresh());
  connect(start_, &QComboBox::currentIndexChanged, this, [this] {
    if (isFresh()) all_->setChecked(true);
    change();
  });
  connect(headKind_, &QComboBox::currentIndexChanged, this, &TrainForm::change);
  connect(network_, &FileLine::chooseRequested, this, &TrainForm::networkWanted);
  connect(conventions_, &QPushButton::clicked, this, &TrainForm::editConventions);
  return group;
}

QWidget* TrainForm::buildFresh() {
  fresh_ = new QWidget;
  auto* form = new QFormLayout(fresh_);
  form->setContentsMargins(0, 0, 0, 0);
  for (const Architecture architecture : {Architecture::MobileNetV1, Architecture::MobileNetV2,
                                          Architecture::MobileNetV3Large, Architecture::MobileNetV3Small})
    architecture_->addItem(style::shown(titleOf(architecture)), int(architecture));
  width_->setRange(0.125, 2);
  width_->setDecimals(3);
  width_->setSingleStep(0.125);
  inputSize_->setRange(32, 4096);
  inputSize_->setSingleStep(32);
  stemStride_->setRange(1, 2);
  const auto add = [&](const QString& label, QWidget* field, const char* name, const QString& help) {
    field->setObjectName(name);
    field->setToolTip(help);
    field->setWhatsThis(help);
    auto* text = new QLabel(label);
    text->setBuddy(field);
    form->addRow(text, field);
  };
  add(tr("Archite&cture:"), architecture_, "architecture", architecture_->toolTip());
  add(tr("W&idth:"), width_, "width", tr("Width multiplier: 1 is the published network"));
  add(tr("Input &size:"), inputSize_, "inputSize", tr("Height and width of the images that the network sees"));
  add(tr("Stem stri&de:"), stemStride_, "stemStride", tr("Of the first convolution: 1 for small images"));
  minimalistic_->setObjectName("minimalistic");
  minimalistic_->setToolTip(tr("A MobileNet V3 with 3×3 kernels alone, without squeeze-and-excite and hard swish"));
  form->addRow(minimalistic_);
  connect(architecture_, &QComboBox::currentIndexChanged, this, &TrainForm::change);
  connect(width_, &QDoubleSpinBox::valueChanged, this, &TrainForm::change);
  connect(inputSize_, &QSpinBox::valueChanged, this, &TrainForm::change);
  connect(stemStride_, &QSpinBox::valueChanged, this, &TrainForm::change);
  connect(minimalistic_, &QCheckBox::toggled, this, &TrainForm::change);
  return fresh_;
}

QGroupBox* TrainForm::buildImages() {
  auto* group = new QGroupBox(tr("The images"));
  auto* column = new QVBoxLayout(group);
  column->addWidget(images_);
  column->addWidget(imagesText_);
  column->addWidget(imagesNotes_);
  auto* buttons = new style::FlowLayout(nullptr, 8, 4);
  buttons->addWidget(readingButton_);
  column->addLayout(buttons);
  connect(images_, &FileLine::chooseRequested, this, &TrainForm::imagesWanted);
  connect(readingButton_, &QPushButton::clicked, this, &TrainForm::editReading);
  return group;
}

QGroupBox* TrainForm::buildResult() {
  auto* group = new QGroupBox(tr("The result"));
  auto* column = new QVBoxLayout(group);
  column->addWidget(out_);
  connect(out_, &FileLine::chooseRequested, this, &TrainForm::outWanted);
  return group;
}

bool TrainForm::isFresh() const { return start_->currentIndex() == fromNothing; }

/// A head alone is quick if images don't change, which is what one wants of it; all layers learn more if they do.
void TrainForm::kindChosen() {
  TrainingChoice settings = choice();
  settings.augments = !settings.headOnly;
  settings_->setChoice(settings);
  change();
}

void TrainForm::editConventions() {
  if (!look_.model) return;
  auto* dialog = new ConventionsDialog(0, *look_.model, window());
  dialog->setWindowTitle(tr("Conventions of the network to start from"));
  connect(dialog, &QDialog::accepted, this, [this, dialog] {
    overrides_ = dialog->overrides();
    change();
  });
  dialog->open();
}

void TrainForm::editReading() {
  auto* dialog = new ImagesDialog(0, reading_, window());
  dialog->setWindowTitle(tr("Images to train on"));
  connect(dialog, &QDialog::accepted, this, [this, dialog] {
    reading_ = dialog->reading();
    change();
  });
  dialog->open();
}

void TrainForm::setChoice(const TrainingChoice& choice) {
  {
    const QSignalBlocker ofHead(head_), ofStart(start_), ofKind(headKind_), ofSettings(settings_), own(this);
    overrides_ = choice.start.overrides;
    reading_ = choice.images;
    network_->setPath(style::unchanged(choice.start.from));
    images_->setPath(style::unchanged(choice.data));
    out_->setPath(style::unchanged(choice.out));
    headKind_->setCurrentIndex(choice.start.keepsHead ? ownHead : newHead);
    (choice.headOnly ? head_ : all_)->setChecked(true);
    architecture_->setCurrentIndex(
        std::max(0, architecture_->findData(int(choice.start.architecture.value_or(Architecture::MobileNetV1)))));
    width_->setValue(choice.start.width);
    inputSize_->setValue(choice.start.overrides.inputSize.value_or(usualInputSize));
    stemStride_->setValue(choice.start.overrides.stemStride.value_or(usualStemStride));
    minimalistic_->setChecked(choice.start.minimalistic);
    settings_->setChoice(choice);
  }
  change();
}

TrainingChoice TrainForm::choice() const {
  TrainingChoice choice;
  choice.data = images_->path().toStdString();
  choice.images = reading_;
  choice.out = out_->path().toStdString();
  choice.headOnly = head_->isChecked() && !isFresh();
  settings_->fill(choice);
  TrainingStart& start = choice.start;
  if (!isFresh()) {
    start.from = network_->path().toStdString();
    start.overrides = overrides_;
    start.keepsHead = headKind_->currentIndex() == ownHead;
    return choice;
  }
  start.architecture = Architecture(architecture_->currentData().toInt());
  start.width = width_->value();
  start.minimalistic = minimalistic_->isChecked() && isV3(*start.architecture);
  if (inputSize_->value() != usualInputSize) start.overrides.inputSize = inputSize_->value();
  if (stemStride_->value() != usualStemStride) start.overrides.stemStride = stemStride_->value();
  return choice;
}

void TrainForm::setNetwork(const QString& path, const SpecOverrides& overrides) {
  network_->setPath(path);
  overrides_ = overrides;
  const QSignalBlocker blocker(start_);
  start_->setCurrentIndex(fromFile);
  change();
}

void TrainForm::setImages(const QString& folder, const ImageReading& reading) {
  images_->setPath(folder);
  reading_ = reading;
  change();
}

void TrainForm::setOut(const QString& path) {
  out_->setPath(path);
  Q_EMIT changed();
}

void TrainForm::change() {
  look_ = {};
  show();
  Q_EMIT changed();
}

void TrainForm::setLook(const TrainingLook& look) {
  look_ = look;
  show();
}

bool TrainForm::isEmpty() const { return images_->path().isEmpty() && (isFresh() || network_->path().isEmpty()); }

QString TrainForm::problem() const {
  if (!isFresh() && network_->path().isEmpty()) return tr("Choose the network to start from.");
  if (images_->path().isEmpty()) return tr("Choose the images to train on.");
  for (const std::string& problem : {look_.modelProblem, look_.dataProblem, look_.problem})
    if (!problem.empty()) return style::engineText(problem);
  return settings_->problem();
}

void TrainForm::show() {
  const bool fresh = isFresh();
  network_->setVisible(!fresh);
  headKind_->setVisible(!fresh);
  fresh_->setVisible(fresh);
  head_->setEnabled(!fresh);
  minimalistic_->setEnabled(isV3(Architecture(architecture_->currentData().toInt())));
  showNetwork();
  showImages();
  recolor();
}

void TrainForm::showNetwork() {
  const bool shown = look_.model && !isFresh();
  say(networkText_, shown ? networkText(*look_.model) : QString());
  say(networkNotes_, shown ? notesText(*look_.model) : QString());
  conventions_->setVisible(shown);
}

void TrainForm::showImages() {
  say(imagesText_, look_.data ? dataText(*look_.data) : QString());
  QString notes = look_.data ? dataNotesText(*look_.data) : QString();
  if (headKind_->currentIndex() == ownHead && !isFresh() && !look_.headDoubt.empty())
    notes += (notes.isEmpty() ? "" : "\n") + QStringLiteral("⚠ ") + style::engineText(look_.headDoubt);
  say(imagesNotes_, notes);
  readingButton_->setVisible(look_.data.has_value());
}

void TrainForm::recolor() {
  QPalette colors = palette();
  colors.setColor(QPalette::WindowText, style::mutedText(colors));
  for (QLabel* label : {networkNotes_, imagesNotes_}) label->setPalette(colors);
}

void TrainForm::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && networkNotes_ != nullptr) recolor();
}

}  // namespace zipper
