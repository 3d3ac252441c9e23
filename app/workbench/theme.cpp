// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

#include "widgets/style/colors.h"

namespace zipper {

namespace {

constexpr auto portalService = "org.freedesktop.portal.Desktop";
constexpr auto portalPath = "/org/freedesktop/portal/desktop";
constexpr auto portalSettings = "org.freedesktop.portal.Settings";
constexpr auto appearance = "org.freedesktop.appearance";
constexpr auto colorScheme = "color-scheme";

/// The roles that differ; Fusion derives the rest.
struct Tones {
  const char *window, *base, *alternate, *button, *text, *disabled, *highlight, *highlightedText, *link, *tip;
};

QPalette paletteOf(const Tones& tones) {
  QPalette palette(QColor(tones.button), QColor(tones.window));
  const QColor text(tones.text), disabled(tones.disabled);
  for (auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
    palette.setColor(role, text);
  palette.setColor(QPalette::BrightText, text);
  palette.setColor(QPalette::Base, QColor(tones.base));
  palette.setColor(QPalette::AlternateBase, QColor(tones.alternate));
  palette.setColor(QPalette::ToolTipBase, QColor(tones.tip));
  palette.setColor(QPalette::Highlight, QColor(tones.highlight));
  palette.setColor(QPalette::HighlightedText, QColor(tones.highlightedText));
  palette.setColor(QPalette::Link, QColor(tones.link));
  palette.setColor(QPalette::LinkVisited, QColor(tones.link));
  palette.setColor(QPalette::PlaceholderText, disabled);
  for (auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
    palette.setColor(QPalette::Disabled, role, disabled);
  palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(tones.alternate));
  return palette;
}

}  // namespace

Theme::Theme(QObject* parent) : QObject(parent) {
  systemDark_ = style::isDark(QApplication::palette());
  QDBusConnection::sessionBus().connect(portalService, portalPath, portalSettings, "SettingChanged", this,
                                        SLOT(onPortalSetting(QString, QString, QDBusVariant)));
  askPortal();
  apply();
}

QPalette Theme::lightPalette() {
  return paletteOf(
      {"#F3F4F6", "#FFFFFF", "#F6F8FA", "#FCFCFD", "#1D2227", "#8A9199", "#0B6BB0", "#FFFFFF", "#0B5FA5", "#FFFFFF"});
}

QPalette Theme::darkPalette() {
  return paletteOf(
      {"#202427", "#191C1F", "#23282C", "#2C3237", "#E7EAED", "#7F868D", "#2F7FC1", "#FFFFFF", "#6CB8F0", "#2C3237"});
}

QString Theme::name(Choice choice) {
  return choice == Choice::Light ? "light" : choice == Choice::Dark ? "dark" : "system";
}

Theme::Choice Theme::choiceFromName(const QString& name) {
  return name == "light" ? Choice::Light : name == "dark" ? Choice::Dark : Choice::System;
}

void Theme::choose(Choice choice) {
  choice_ = choice;
  apply();
}

void Theme::askPortal() {
  const auto bus = QDBusConnection::sessionBus();
  if (!bus.isConnected()) return;
  auto message = QDBusMessage::createMethodCall(portalService, portalPath, portalSettings, "Read");
  message << QString(appearance) << QString(colorScheme);
  auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(message), this);
  connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* call) {
    const QDBusPendingReply<QDBusVariant> reply = *call;
    call->deleteLater();
    if (reply.isError()) return;
    // Read wraps the value once more than SettingChanged does.
    const QVariant value = reply.value().variant();
    setSystemDark(value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value);
  });
}

void Theme::onPortalSetting(const QString& group, const QString& key, const QDBusVariant& value) {
  if (group == appearance && key == colorScheme) setSystemDark(value.variant());
}

void Theme::setSystemDark(const QVariant& scheme) {
  const uint value = scheme.toUInt();  // 0: no preference, 1: dark, 2: light
  if (value == 0) return;
  systemDark_ = value == 1;
  apply();
}

void Theme::apply() {
  const bool dark = choice_ == Choice::Dark || (choice_ == Choice::System && systemDark_);
  QApplication::setPalette(dark ? darkPalette() : lightPalette());
}

}  // namespace zipper
