// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMenu>
#include <functional>

namespace zipper {

struct Exportable;
class InspectorPage;

/// Offers what a page of the inspector shows to be saved, as a picture or as numbers. It is filled when it opens.
class SaveMenu : public QMenu {
  Q_OBJECT

 public:
  explicit SaveMenu(QWidget* parent = nullptr);
  /// `page` is to outlive the menu; `layer` becomes part of the names that are proposed.
  void setSource(InspectorPage* page, int layer);

 private:
  using Write = std::function<void(const QString& path, const Exportable& item)>;

  void fill();
  void addFormat(const QString& title, const QString& extension, const QString& filter, const Write& write);
  void save(const QString& path, int number, const Write& write);

  InspectorPage* page_ = nullptr;
  int layer_ = -1;
};

}  // namespace zipper
