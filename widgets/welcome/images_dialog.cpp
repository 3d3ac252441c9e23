// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/welcome/images_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/style/terms.h"
#include "widgets/welcome/data_text.h"

namespace zipper {

ImagesDialog::ImagesDialog(int task, const ImageReading& reading, QWidget* parent)
    : QDialog(parent), alpha_(new QComboBox(this)), exif_(new QComboBox(this)) {
  setObjectName("imagesDialog");
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Images of data %1").arg(taskLetter(task)));
  auto* intro =
      new QLabel(tr("Choose what the network was trained with. The first of each is what most loaders do."), this);
  intro->setWordWrap(true);
  for (const Alpha value : {Alpha::Drop, Alpha::White}) alpha_->addItem(alphaName(value));
  for (const Exif value : {Exif::Ignore, Exif::Apply}) exif_->addItem(exifName(value));
  alpha_->setObjectName("alpha");
  exif_->setObjectName("exif");
  alpha_->setCurrentIndex(int(reading.alpha));
  exif_->setCurrentIndex(int(reading.exif));
  auto* form = new QFormLayout;
  form->addRow(tr("&Transparency"), alpha_);
  form->addRow(tr("&Orientation (EXIF)"), exif_);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
  QPushButton* accept = buttons->addButton(tr("&Read again"), QDialogButtonBox::AcceptRole);
  accept->setDefault(true);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(intro);
  layout->addLayout(form);
  layout->addStretch(1);
  layout->addWidget(buttons);
}

ImageReading ImagesDialog::reading() const { return {Alpha(alpha_->currentIndex()), Exif(exif_->currentIndex())}; }

}  // namespace zipper
