// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/arguments.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QHash>
#include <algorithm>
#include <utility>

#include "core/network/task_names.h"
#include "core/support/error.h"
#include "widgets/style/plain_text.h"

namespace zipper {

namespace {

/// Their context is that of the program's other words on the command line.
QString helpText(const char* source) { return QCoreApplication::translate("main", source); }

struct ValueOption {
  const char* name;
  const char* help;
  const char* value;
};

const ValueOption valueOptions[] = {
    {"model",
     QT_TRANSLATE_NOOP("main", "Network of one more task, repeated for each; what belongs to the task follows it"),
     "MODEL"},
    {"data", QT_TRANSLATE_NOOP("main", "Folder with the images of that task"), "DATASET"},
    {"name", QT_TRANSLATE_NOOP("main", "What that task is called"), "NAME"},
    {"a", QT_TRANSLATE_NOOP("main", "Network of task A"), "MODEL"},
    {"b", QT_TRANSLATE_NOOP("main", "Network of task B"), "MODEL"},
    {"data-a", QT_TRANSLATE_NOOP("main", "Folder with the images of task A"), "DATASET"},
    {"data-b", QT_TRANSLATE_NOOP("main", "Folder with the images of task B"), "DATASET"},
};

/// Whether the word is an option whose value is the next word; those of one letter may have one dash.
bool takesNextWord(const std::string& word) {
  return std::any_of(std::begin(valueOptions), std::end(valueOptions), [&word](const ValueOption& option) {
    const std::string name = option.name;
    return word == "--" + name || (name.size() == 1 && word == "-" + name);
  });
}

void addOptions(QCommandLineParser& parser) {
  parser.setApplicationDescription(
      helpText(QT_TRANSLATE_NOOP("main", "Merge trained MobileNets into one multitask network, and watch.")));
  parser.addHelpOption();
  parser.addVersionOption();
  parser.addPositionalArgument(
      "session", helpText(QT_TRANSLATE_NOOP("main", "A session (.zipper) or lesson (.zipperlesson) to open")),
      "[SESSION]");
  for (const ValueOption& option : valueOptions)
    parser.addOption(QCommandLineOption(option.name, helpText(option.help), option.value));
  parser.addOption(QCommandLineOption(
      "sample",
      helpText(QT_TRANSLATE_NOOP("main", "Open the embedded sample; \"--sample photographs\": the other one"))));
}

/// Takes the name of a sample out of the words, "--sample photographs" or "--sample=photographs": Qt's options have a
/// value always or never. Without one the first sample is meant.
QString takeSampleName(QStringList& words) {
  const std::vector<std::string> names = embeddedSampleNames();
  const QString option = "--sample";
  for (qsizetype i = 1; i < words.size() && words[i] != "--"; ++i) {
    if (words[i].startsWith(option + '=')) return std::exchange(words[i], option).mid(option.size() + 1);
    const bool isNamed = std::find(names.begin(), names.end(), words.value(i + 1).toStdString()) != names.end();
    if (words[i] == option && isNamed) return words.takeAt(i + 1);
  }
  return style::unchanged(names.front());
}

/// Sorts the options by task, in the order in which they were given.
class TaskSorter {
 public:
  explicit TaskSorter(Arguments& arguments) : arguments_(arguments) {}

  /// Returns what is wrong with it; empty if it is an option of another kind.
  QString take(const QString& option, const QString& value) {
    if (option == "model") return put(option, arguments_.models, nextModel(), value);
    if (option == "data") return put(option, arguments_.folders, current_, value);
    if (option == "name") return put(option, arguments_.names, current_, value);
    if (option == "a" || option == "b") return put(option, arguments_.models, option == "a" ? 0 : 1, value);
    if (option == "data-a" || option == "data-b")
      return put(option, arguments_.folders, option == "data-a" ? 0 : 1, value);
    return {};
  }

 private:
  int nextModel() {
    const qsizetype free = arguments_.models.indexOf(QString());
    current_ = int(free >= 0 ? free : arguments_.models.size());
    return current_;
  }

  QString put(const QString& option, QStringList& values, int task, const QString& value) {
    if (task < 0) return QString("--%1 %2: of which task? Give its --model before it").arg(option, value);
    if (task >= mostTasks) return QString("more than %1 tasks are given").arg(mostTasks);
    while (arguments_.models.size() <= task)
      for (QStringList* list : {&arguments_.models, &arguments_.folders, &arguments_.names}) list->append(QString());
    // The short forms are as other options: the last one holds.
    const bool isShort = option != "model" && option != "data" && option != "name";
    if (!values[task].isEmpty() && !isShort)
      return QString("--%1 is given twice for task %2: %3 and %4")
          .arg(option, QString::fromStdString(taskName(task)), values[task], value);
    if (&values == &arguments_.models) current_ = task;
    values[task] = value;
    return {};
  }

  Arguments& arguments_;
  int current_ = -1;  ///< the task of the last network
};

/// The options of tasks, in the order in which they were given.
QString sortTasks(const QCommandLineParser& parser, Arguments& arguments) {
  TaskSorter sorter(arguments);
  QHash<QString, int> seen;
  for (const QString& option : parser.optionNames()) {
    const QString problem = sorter.take(option, parser.values(option).value(seen[option]++));
    if (!problem.isEmpty()) return problem;
  }
  return {};
}

}  // namespace

std::vector<std::string> joinValues(int count, const char* const* words) {
  std::vector<std::string> joined;
  for (int i = 0; i < count; ++i) {
    joined.emplace_back(words[i]);
    if (i == 0) continue;  // the program's name
    if (joined.back() == "--") {
      joined.insert(joined.end(), words + i + 1, words + count);  // no options follow
      break;
    }
    if (i + 1 < count && takesNextWord(joined.back())) joined.back() += '=' + std::string(words[++i]);
  }
  return joined;
}

Arguments readArguments(const QStringList& arguments, QString& problem) {
  QStringList words = arguments;
  const QString sample = takeSampleName(words);
  QCommandLineParser parser;
  addOptions(parser);
  Arguments read;
  if (!parser.parse(words)) {
    problem = parser.errorText();
    return read;
  }
  parser.process(words);  // help and version
  read.session = parser.positionalArguments().value(0);
  problem = sortTasks(parser, read);
  try {
    if (parser.isSet("sample")) read.sample = embeddedSample(sample.toStdString());
  } catch (const Error& error) {
    problem = style::shown(error.what());
    return read;
  }
  const int kinds =
      int(!read.models.isEmpty()) + int(read.sample.has_value()) + int(parser.positionalArguments().size());
  if (parser.positionalArguments().size() > 1)
    problem = "one session at most can be opened";
  else if (kinds > 1)
    problem = "a session, networks with their data or the sample can be opened: name one of the three";
  return read;
}

}  // namespace zipper
