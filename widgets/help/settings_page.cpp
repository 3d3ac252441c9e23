// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/help/settings_page.h"

#include <QCoreApplication>

#include "core/recipe/fields.h"
#include "widgets/style/plain_text.h"

namespace zipper {

namespace {

struct SettingsPage {
  Q_DECLARE_TR_FUNCTIONS(SettingsPage)
};

/// The table of fields holds the texts in English; lupdate finds them there.
QString ofField(const char* text) { return QCoreApplication::translate("RecipeField", text).toHtmlEscaped(); }

QString optionOf(const RecipeFieldInfo& info) {
  if (info.option == nullptr) return {};
  return QStringLiteral("<code>%1</code>").arg(style::shown(info.option).toHtmlEscaped());
}

}  // namespace

QString settingsPage() {
  QString rows =
      QStringLiteral("<tr><th align=\"left\">%1</th><th align=\"left\">%2</th><th align=\"left\">%3</th></tr>")
          .arg(SettingsPage::tr("Setting"), SettingsPage::tr("What it means"), SettingsPage::tr("Option"));
  for (const RecipeFieldInfo& info : recipeFields())
    rows += QStringLiteral("<tr><td><b>%1</b></td><td>%2</td><td>%3</td></tr>")
                .arg(ofField(info.label), ofField(info.meaning), optionOf(info));
  return QStringLiteral("<table cellspacing=\"0\" cellpadding=\"4\">%1</table>").arg(rows);
}

}  // namespace zipper
