// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QTextBrowser>

#include "widgets/help/handbook.h"

namespace zipper {

/// Shows pages of a handbook. It reads nothing but what is compiled into the program: no files, no network.
class HandbookView : public QTextBrowser {
  Q_OBJECT

 public:
  /// `handbook` must outlive it.
  explicit HandbookView(const Handbook& handbook, QWidget* parent = nullptr);

  /// The name of the page that is shown.
  QString page() const;
  static QString pageOf(const QUrl& url);
  /// "curves" and "loss", or no anchor for the top of the page.
  void showPage(const QString& page, const QString& anchor = {});
  /// Marks words in the page, until another one is shown.
  void mark(const QStringList& words);
  /// Scrolls on from the anchor, which is shown, to the first marked word after it, unless that is in sight already.
  void showFirstMark(const QString& anchor);

  QVariant loadResource(int type, const QUrl& name) override;

 Q_SIGNALS:
  /// A link that leads out of the program was pressed.
  void outsideRequested(const QUrl& url);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void follow(const QUrl& url);
  void layOutAll();
  int positionOf(const QString& anchor) const;
  void applyColors();

  const Handbook& handbook_;
};

}  // namespace zipper
