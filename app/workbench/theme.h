// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPalette>
#include <QVariant>

class QDBusVariant;

namespace zipper {

/// Light or dark palette of the whole application. Follows the desktop, also while running: its colour-scheme setting
/// (the org.freedesktop.appearance portal) where there is one, else the palette that Qt started with.
class Theme : public QObject {
  Q_OBJECT

 public:
  enum class Choice { System, Light, Dark };

  explicit Theme(QObject* parent = nullptr);
  void choose(Choice choice);
  Choice choice() const { return choice_; }
  /// Text form for settings: "system", "light", "dark".
  static QString name(Choice choice);
  static Choice choiceFromName(const QString& name);

  static QPalette lightPalette();
  static QPalette darkPalette();

 private Q_SLOTS:
  void onPortalSetting(const QString& group, const QString& key, const QDBusVariant& value);

 private:
  void askPortal();
  void setSystemDark(const QVariant& scheme);
  void apply();

  Choice choice_ = Choice::System;
  bool systemDark_ = false;
};

}  // namespace zipper
