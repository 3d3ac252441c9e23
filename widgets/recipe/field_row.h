// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QWidget>
#include <utility>
#include <vector>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;

namespace zipper {

/// A line of a form: label, editor, and below them a note or what is wrong. Values are texts, as in RecipeDraft.
class FieldRow : public QWidget {
  Q_OBJECT

 public:
  virtual QString value() const = 0;
  /// Shows a value without telling anybody.
  virtual void setValue(const QString& value) = 0;
  /// A value as people read it.
  virtual QString displayText(const QString& value) const { return value; }
  virtual QWidget* editor() const = 0;

  /// What is wrong, with an icon and in the colour of errors; nothing if empty.
  void setProblem(const QString& problem);
  QString problem() const { return problem_; }
  /// A remark in a small, muted type; nothing if empty. A problem takes its place.
  void setNote(const QString& note);
  /// That the field was changed by a choice made elsewhere, above the note; nothing if empty.
  void setChange(const QString& change);
  QString change() const { return change_; }
  /// Tooltip and What's This of label and editor.
  void setHelp(const QString& help);

  /// Labels of one form share a width; 0 for rows without one.
  int naturalLabelWidth() const;
  void setLabelWidth(int width);

 Q_SIGNALS:
  /// The user changed the value.
  void edited(const QString& value);
  /// The user is done with the field: the next edit is one of its own for undo.
  void editingFinished();

 protected:
  explicit FieldRow(QWidget* parent);
  /// To be called once by the constructors of the kinds of rows. Without a label the editor takes the whole width.
  void build(const QString& label, QWidget* editor);
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void updateRemark();

  QGridLayout* layout_ = nullptr;
  QLabel* label_ = nullptr;
  QLabel* remark_ = nullptr;
  QString problem_;
  QString note_;
  QString change_;
};

/// A line to type into.
class LineRow : public FieldRow {
  Q_OBJECT

 public:
  LineRow(const QString& label, QWidget* parent);
  QString value() const override;
  void setValue(const QString& value) override;
  QWidget* editor() const override;

 Q_SIGNALS:
  /// Keys for undo and redo: they belong to the whole form, not to the line.
  void undoRequested();
  void redoRequested();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QLineEdit* line_;
};

/// One of several named values.
class ChoiceRow : public FieldRow {
  Q_OBJECT

 public:
  /// Pairs of value and display text.
  using Choices = std::vector<std::pair<QString, QString>>;
  ChoiceRow(const QString& label, const Choices& choices, QWidget* parent);
  QString value() const override;
  void setValue(const QString& value) override;
  QString displayText(const QString& value) const override;
  QWidget* editor() const override;
  QComboBox* comboBox() const { return combo_; }

 private:
  QComboBox* combo_;
};

/// "on" or "off".
class SwitchRow : public FieldRow {
  Q_OBJECT

 public:
  SwitchRow(const QString& label, QWidget* parent);
  QString value() const override;
  void setValue(const QString& value) override;
  QString displayText(const QString& value) const override;
  QWidget* editor() const override;

 private:
  QCheckBox* box_;
};

}  // namespace zipper
