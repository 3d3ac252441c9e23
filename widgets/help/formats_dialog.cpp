// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/help/formats_dialog.h"

#include <QDialogButtonBox>
#include <QScreen>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "widgets/help/formats_page.h"

namespace zipper {

FormatsDialog::FormatsDialog(QWidget* parent) : QDialog(parent) {
  setObjectName("formatsDialog");
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("File formats"));
  auto* page = new QTextBrowser(this);
  page->setAccessibleName(windowTitle());
  page->setHtml(formatsPage());
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(page);
  layout->addWidget(buttons);
  resize(QSize(980, 640).boundedTo(screen()->availableSize() - QSize(16, 48)));  // with the frame
}

}  // namespace zipper
