// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QWidget>
#include <map>
#include <string>
#include <vector>

#include "widgets/export/export_names.h"

class QFormLayout;
class QLineEdit;

namespace zipper {

/// The names of inputs and outputs of an export, a line each; an empty line means the usual name, which it shows. What
/// was typed for an input or output stays when other tasks are chosen meanwhile.
class NamesEditor : public QWidget {
  Q_OBJECT

 public:
  explicit NamesEditor(QWidget* parent = nullptr);

  /// `task`: "all", "a", "b", ...
  void setParts(const ExportSubject& subject, const std::string& task, bool softmax);
  /// All of them, the usual ones where nothing was typed.
  GraphNames names() const;
  /// What was chosen: no names of inputs, or of outputs, where all of them are the usual ones.
  GraphNames chosenNames() const;
  /// Why the names can't be used; empty if they can.
  QString problem() const { return problemOfNames(names()); }

 Q_SIGNALS:
  void changed();

 private:
  /// An input or output that has a name.
  struct Part {
    QString key;  ///< "input.all", "input.a", "output.a"
    QString label, tip;
    QString usual;
  };
  struct Line {
    QString key;
    QLineEdit* edit;
  };
  std::vector<Part> partsOf(const ExportSubject& subject, const std::string& task, const GraphNames& usual) const;
  void addLine(const Part& part);

  QFormLayout* form_;
  std::vector<Line> lines_;
  std::map<QString, QString> typed_;  ///< by key
  GraphNames usual_;
};

}  // namespace zipper
