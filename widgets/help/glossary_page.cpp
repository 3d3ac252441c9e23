// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/help/glossary_page.h"

#include <QCoreApplication>

#include "widgets/style/glossary.h"

namespace zipper {

namespace {

struct GlossaryPage {
  Q_DECLARE_TR_FUNCTIONS(GlossaryPage)
};

}  // namespace

QString glossaryPage(const std::function<QString(const QString& page)>& titleOf) {
  QString html;
  for (const GlossaryEntry& entry : glossary()) {
    const QString link =
        QStringLiteral("<a href=\"%1.html\">%2</a>").arg(entry.page, titleOf(entry.page).toHtmlEscaped());
    html += QStringLiteral("<h3><a name=\"%1\"></a>%2</h3><p>%3 %4</p>")
                .arg(entry.key, entry.title.toHtmlEscaped(), entry.text.toHtmlEscaped(),
                     GlossaryPage::tr("More: %1.").arg(link));
  }
  return html;
}

}  // namespace zipper
