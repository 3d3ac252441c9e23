// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QScrollArea>
#include <QSet>
#include <QString>

class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace zipper {

/// Something about what is open that must be known before a figure of it is believed.
struct Notice {
  QString id;          ///< names it for actionRequested()
  QString text;        ///< a sentence or two
  QString details;     ///< more of it, in the tool tip; may be empty
  QString action;      ///< what its button says; empty: it has none
  bool stays = false;  ///< true: can't be closed, something has to be done
  bool calm = false;   ///< true: nothing is wrong, it only informs

  bool operator==(const Notice& other) const {
    return id == other.id && text == other.text && details == other.details && action == other.action &&
           stays == other.stays && calm == other.calm;
  }
};

/// A strip of notices above what they are about; hidden when there are none. What the user closed stays closed as long
/// as it says the same. Takes at most two fifths of the height that it shares with them; what doesn't fit is scrolled
/// to.
class NoticeBar : public QScrollArea {
  Q_OBJECT

 public:
  explicit NoticeBar(QWidget* parent = nullptr);
  void setNotices(const QList<Notice>& notices);
  /// Those that can be seen.
  QList<Notice> shown() const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  void actionRequested(const QString& id);

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  /// Of the parent, whose height counts.
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void rebuild();
  QWidget* makeRow(const Notice& notice);
  QPushButton* makeButton(const Notice& notice);
  QToolButton* makeCloser(const Notice& notice, QWidget* row);
  int minimumHeightOfRow() const;

  QWidget* content_;
  QVBoxLayout* rows_;
  QList<Notice> notices_;
  QSet<QString> closed_;  ///< their texts
};

}  // namespace zipper
