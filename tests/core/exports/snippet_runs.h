// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/support/files.h"
#include "snippet_subjects.h"

namespace zipper::test {

/// How a program ended.
struct ProgramRun {
  std::string output;
  std::string problem;  ///< empty: with status 0
};

inline ProgramRun runProgram(const QString& program, const QStringList& arguments, const std::string& folder,
                             const std::map<QString, QString>& variables = {}) {
  QProcess process;
  process.setWorkingDirectory(QString::fromStdString(folder));
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  for (const auto& [name, value] : variables) environment.insert(name, value);
  process.setProcessEnvironment(environment);
  process.start(program, arguments);
  if (!process.waitForFinished(200000)) return {{}, program.toStdString() + " was not started or did not end"};
  const bool fine = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
  const std::string output = process.readAllStandardOutput().toStdString();
  const std::string errors = process.readAllStandardError().toStdString();
  return {output, fine ? std::string() : program.toStdString() + ": " + errors + output};
}

/// The texts of a JSON list.
inline std::vector<std::string> listOf(const std::string& json) {
  std::vector<std::string> texts;
  for (const QJsonValue& text : QJsonDocument::fromJson(QByteArray::fromStdString(json)).array())
    texts.push_back(text.toString().toStdString());
  return texts;
}

/// A snippet and the exported file that it is for, in a folder of their own.
class PlacedSnippet {
 public:
  PlacedSnippet(const std::string& root, const std::string& target, const ExportChoice& choice,
                const SnippetSubject& subject)
      : choice_(choice),
        subject_(subject),
        folder_(root + "/" + subject.name + "-" + target + "-" + choice.format + "-" + toString(choice.precision)),
        model_("net's \"1\" \xc3\xb6." + exportFormat(choice.format).extension),
        snippet_(exportSnippet(exportTarget(target), choice, model_, subject.network)) {
    std::filesystem::create_directories(folder_);
    writeFileAtomically(file(snippet_.fileName), snippet_.text);
    for (const SnippetFile& one : snippet_.files) writeFileAtomically(file(one.name), one.text);
  }

  void writeModel() const { subject_.write(choice_, file(model_)); }

  const ExportSnippet& snippet() const { return snippet_; }
  const std::string& folder() const { return folder_; }
  std::string file(const std::string& name) const { return folder_ + "/" + name; }
  QString program() const { return QString::fromStdString(file(snippet_.fileName)); }

  std::vector<torch::Tensor> expected(const std::string& image) const {
    return subject_.logits(engineInputs(image, subject_.network), choice_.precision);
  }

  /// Empty if the program said of each task what the engine says of that image; otherwise what it said. Rounding of the
  /// pixels differs by one step here and there: probabilities may be `points` percentage points off.
  std::string differenceOf(const std::string& output, const std::string& image, double points) const {
    return differenceOf(output, expected(image), points);
  }

  std::string differenceOf(const std::string& output, const std::vector<torch::Tensor>& logits, double points) const {
    const QStringList lines = QString::fromStdString(output).split('\n', Qt::SkipEmptyParts);
    if (lines.size() != qsizetype(logits.size())) return "said: " + output;
    for (std::size_t t = 0; t < logits.size(); ++t) {
      const torch::Tensor percent = 100 * torch::softmax(logits[t].flatten(), 0);
      const std::string problem = differenceOf(lines[qsizetype(t)], t, percent, points);
      if (!problem.empty()) return problem;
    }
    return {};
  }

 private:
  /// "NAME: CLASS 97.3 %"
  std::string differenceOf(const QString& line, std::size_t task, const torch::Tensor& percent, double points) const {
    const std::string said = "said: " + line.toStdString();
    const std::vector<std::string> shownNames = namesOfTasks();
    const QString begin = QString::fromStdString(shownNames[task] + ": "), end = " %";
    if (!line.startsWith(begin) || !line.endsWith(end)) return said;
    const QString rest = line.mid(begin.size(), line.size() - begin.size() - end.size());
    const auto gap = rest.lastIndexOf(' ');
    const std::int64_t found = outputCalled(rest.left(gap).toStdString(), task);
    if (found < 0 || found >= percent.numel()) return said;
    const double likely = percent[found].item<double>(), most = percent.max().item<double>();
    const bool isBest = likely >= most - points;
    const bool isRight = std::abs(rest.mid(gap + 1).toDouble() - likely) <= points + 0.05;
    return isBest && isRight ? std::string()
                             : concat(said, ", expected ", percent.argmax().item<std::int64_t>(), " with ", most);
  }

  std::vector<std::string> namesOfTasks() const {
    std::vector<std::string> names;
    for (const SnippetTask& task : subject_.network.tasks)
      names.push_back(!task.name.empty()    ? task.name
                      : task.letter.empty() ? "answer"
                                            : QString::fromStdString(task.letter).toUpper().toStdString());
    return names;
  }

  std::int64_t outputCalled(const std::string& name, std::size_t task) const {
    const std::vector<std::string> labels = labelsOf(subject_.network.tasks[task].spec);
    if (labels.empty() && name.rfind("output ", 0) == 0) return QString::fromStdString(name.substr(7)).toLongLong();
    const auto found = std::find(labels.begin(), labels.end(), name);
    return found == labels.end() ? -1 : found - labels.begin();
  }

  ExportChoice choice_;
  const SnippetSubject& subject_;
  std::string folder_, model_;
  ExportSnippet snippet_;
};

/// Folders of the modules that stand in for runtimes: see stand_ins/.
class StandIn {
 public:
  explicit StandIn(const PlacedSnippet& placed) : folder_(placed.file("stand_in")) {
    std::filesystem::create_directories(folder_);
  }

  std::map<QString, QString> variables(const QString& modules) const {
    return {{"PYTHONPATH", modules},
            {"STAND_IN", QString::fromStdString(folder_)},
            {"PYTHONUTF8", "1"},
            {"PYTHONDONTWRITEBYTECODE", "1"}};
  }

  void answer(const std::string& output, const torch::Tensor& values) const {
    writeFileAtomically(folder_ + "/" + output + ".answer", bytesOf(values));
  }

  void writeDetails(const QJsonObject& details) const {
    writeFileAtomically(folder_ + "/details.json", QJsonDocument(details).toJson().toStdString());
  }

  /// What came in, of that kind of numbers, as float32; another number of them than `shape` has: undefined.
  torch::Tensor fed(const std::string& input, torch::ScalarType type, at::IntArrayRef shape) const {
    const std::string bytes = readTextFile(folder_ + "/" + input + ".fed");
    if (std::int64_t(bytes.size()) != c10::multiply_integers(shape) * std::int64_t(c10::elementSize(type))) return {};
    return torch::from_blob(const_cast<char*>(bytes.data()), shape, type).to(torch::kFloat).clone();
  }

 private:
  static std::string bytesOf(const torch::Tensor& values) {
    const torch::Tensor all = values.contiguous();
    return std::string(static_cast<const char*>(all.data_ptr()), std::size_t(all.nbytes()));
  }

  std::string folder_;
};

}  // namespace zipper::test
