// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lesson/lesson_dialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QSpinBox>
#include <QVBoxLayout>

#include "core/support/text_format.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/terms.h"

namespace zipper {

namespace {

constexpr int usualPerClass = 20, mostPerClass = 10'000;
constexpr std::int64_t fewBytes = std::int64_t(16) << 20;  ///< of images: so many go along whole

QLabel* sentence(const char* name) {
  auto* label = new QLabel;
  label->setObjectName(name);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  return label;
}

QRadioButton* choice(const QString& text, const char* name) {
  auto* button = new QRadioButton(text);
  button->setObjectName(name);
  return button;
}

}  // namespace

LessonDialog::LessonDialog(QWidget* parent)
    : QDialog(parent),
      title_(new QLineEdit),
      pages_(new PageEditor),
      part_(choice(tr("A &part, of each class:"), "partOfImages")),
      all_(choice(tr("A&ll"), "allImages")),
      none_(choice(tr("&None"), "noImages")),
      perClass_(new QSpinBox),
      panels_(new QCheckBox(tr("Open it with the panels as they stand &now"))),
      size_(sentence("lessonSize")),
      licences_(sentence("lessonLicences")),
      problem_(sentence("lessonProblem")) {
  setObjectName("lessonDialog");
  setWindowTitle(tr("Save as lesson"));
  title_->setObjectName("lessonTitleEdit");
  title_->setMaxLength(int(longestLessonTitle) / 4);
  panels_->setObjectName("keepPanels");
  panels_->setChecked(true);
  auto* form = new QFormLayout;
  form->addRow(tr("&Title:"), title_);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
  save_ = buttons->addButton(tr("&Save…"), QDialogButtonBox::AcceptRole);
  save_->setObjectName("saveLessonButton");
  auto* column = new QVBoxLayout(this);
  column->addLayout(form);
  column->addWidget(pages_, 1);
  column->addWidget(buildImages());
  column->addWidget(panels_);
  column->addWidget(problem_);
  column->addWidget(buttons);
  connect(buttons, &QDialogButtonBox::accepted, this, &LessonDialog::saveRequested);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(title_, &QLineEdit::textChanged, this, &LessonDialog::update);
  connect(pages_, &PageEditor::changed, this, &LessonDialog::update);
  resize(QSize(820, 600).boundedTo(screen()->availableSize() - QSize(16, 48)));
}

QWidget* LessonDialog::buildImages() {
  auto* box = new QGroupBox(tr("Images in the lesson"));
  perClass_->setObjectName("imagesPerClass");
  perClass_->setRange(1, mostPerClass);
  perClass_->setValue(usualPerClass);
  perClass_->setAccessibleName(tr("Images of each class"));
  perClass_->setToolTip(tr("Of training, validation and test images so many each, at most"));
  part_->setChecked(true);
  auto* row = new QHBoxLayout;
  row->addWidget(part_);
  row->addWidget(perClass_);
  row->addSpacing(16);
  row->addWidget(all_);
  row->addSpacing(16);
  row->addWidget(none_);
  row->addStretch(1);
  auto* column = new QVBoxLayout(box);
  column->addLayout(row);
  column->addWidget(size_);
  column->addWidget(licences_);
  for (QRadioButton* button : {part_, all_, none_})
    connect(button, &QRadioButton::toggled, this, &LessonDialog::update);
  for (QRadioButton* button : {part_, all_, none_})
    connect(button, &QRadioButton::clicked, this, [this] { chosen_ = true; });
  connect(perClass_, &QSpinBox::valueChanged, this, &LessonDialog::update);
  return box;
}

void LessonDialog::setSubject(const Lesson& lesson, const LessonChoices& choices, bool hasImages) {
  title_->setText(style::unchanged(lesson.title));
  pages_->setPages(lesson.pages, choices);
  for (QWidget* widget : {static_cast<QWidget*>(part_), static_cast<QWidget*>(all_)}) widget->setEnabled(hasImages);
  if (!hasImages) none_->setChecked(true);
  chosen_ = !hasImages;
  sizes_.reset();
  sizesError_.clear();
  update();
  title_->setFocus();
}

void LessonDialog::setSizes(const LessonSizes& sizes) {
  sizes_ = sizes;
  const bool areFew = sizes.images({}) <= mostLessonImages && sizes.bytes({}) - sizes.sessionBytes <= fewBytes;
  if (!chosen_ && areFew) all_->setChecked(true);  // their numbers and scores stay as they are
  chosen_ = true;
  update();
}

void LessonDialog::setSizesError(const QString& message) {
  sizesError_ = message;
  update();
}

Lesson LessonDialog::lesson() const {
  Lesson lesson;
  lesson.title = title_->text().trimmed().toStdString();
  lesson.pages = pages_->pages();
  return lesson;
}

ImagesPerClass LessonDialog::imagesPerClass() const {
  if (all_->isChecked()) return std::nullopt;
  return none_->isChecked() ? 0 : perClass_->value();
}

bool LessonDialog::keepsPanels() const { return panels_->isChecked(); }

QString LessonDialog::problem() const {
  if (title_->text().trimmed().isEmpty()) return tr("The lesson needs a title.");
  const std::vector<LessonPage>& pages = pages_->pages();
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (pages[i].title.empty() && pages[i].text.empty())
      return tr("Page %1 is empty: write something, or remove it.").arg(i + 1);
    if (pages[i].text.size() > longestLessonText) return tr("The text of page %1 is too long.").arg(i + 1);
  }
  if (sizes_ && sizes_->images(imagesPerClass()) > mostLessonImages)
    return tr("These are %1 images; a lesson holds %2 at most.")
        .arg(sizes_->images(imagesPerClass()))
        .arg(mostLessonImages);
  return {};
}

QString LessonDialog::sizeText() const {
  if (!sizesError_.isEmpty()) return tr("How large the file will be isn't known: %1").arg(sizesError_);
  if (!sizes_) return tr("Working out how large the file will be…");
  const ImagesPerClass perClass = imagesPerClass();
  const auto text = [](std::int64_t bytes) { return QString::fromStdString(bytesText(bytes)); };
  return tr("%n image(s); the file will have about %1, of which the networks and steps take %2.", nullptr,
            int(sizes_->images(perClass)))
      .arg(text(sizes_->bytes(perClass)), text(sizes_->sessionBytes));
}

void LessonDialog::update() {
  perClass_->setEnabled(part_->isChecked() && part_->isEnabled());
  size_->setText(sizeText());
  QStringList licences;
  for (std::size_t t = 0; sizes_ && t < sizes_->tasks.size(); ++t)
    for (const std::string& name : sizes_->tasks[t].licences)
      licences << tr("%1 of task %2").arg(style::shown(name), taskLetter(int(t)));
  licences_->setText(
      none_->isChecked() || !sizes_ ? QString()
      : licences.isEmpty()
          ? tr("Beside the images there is no file about their licence: ask whether they may be passed on.")
          : tr("The files about their licence go along: %1.").arg(licences.join(", ")));
  licences_->setVisible(!licences_->text().isEmpty());
  problem_->setText(problem());
  problem_->setVisible(!problem_->text().isEmpty());
  save_->setEnabled(problem_->text().isEmpty());
}

}  // namespace zipper
