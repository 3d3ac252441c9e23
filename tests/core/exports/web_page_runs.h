// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <opencv2/core.hpp>
#include <string>
#include <vector>

#include "core/data/preprocess.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/libtorch.h"

namespace zipper::test {

/// Opens exported web pages in headless Chromium, by web_page_driver.py.
class WebPageRuns {
 public:
  /// Empty if there is none.
  static QString chromium() {
    for (const char* name : {"chromium", "chromium-browser", "google-chrome"})
      if (const QString found = QStandardPaths::findExecutable(name); !found.isEmpty()) return found;
    return {};
  }

  /// Where to write the file of that name.
  std::string file(const std::string& name) const {
    return folder_.filePath(QString::fromStdString(name)).toStdString();
  }

  /// To be opened. `images`: one per task, [1,C,H,W]; `picture`: RGB, to be dropped onto the page; `more`: what the
  /// driver's job says besides.
  void add(const std::string& page, const std::vector<torch::Tensor>& images, const cv::Mat& picture,
           const QJsonObject& more = {}) {
    QJsonObject job = more;
    QJsonArray inputs;
    for (const torch::Tensor& image : images) {
      const torch::Tensor numbers = image.contiguous(torch::MemoryFormat::Contiguous);
      inputs.append(base64(numbers.data_ptr(), std::size_t(numbers.nbytes())));
    }
    job["page"] = QString::fromStdString(file(page));
    job["images"] = inputs;
    job["picture"] = QJsonObject{
        {"width", picture.cols}, {"height", picture.rows}, {"rgb", base64(picture.data, picture.total() * 3)}};
    jobs_.append(job);
  }

  /// Opens all. Throws Error with what the driver says if one can't be.
  std::vector<QJsonObject> answers(const QString& script) {
    writeFileAtomically(file("jobs.json"), QJsonDocument(jobs_).toJson().toStdString());
    QProcess python;
    python.start("/usr/bin/python3",
                 {script, chromium(), folder_.filePath("jobs.json"), folder_.filePath("answers.json")});
    if (!python.waitForFinished(280000)) fail("python3 was not started or did not end");
    if (python.exitCode() != 0) fail(python.readAllStandardError().toStdString());
    std::vector<QJsonObject> answers;
    const auto text = QByteArray::fromStdString(readTextFile(file("answers.json")));
    for (const QJsonValue answer : QJsonDocument::fromJson(text).array()) answers.push_back(answer.toObject());
    return answers;
  }

  /// A list of lists of numbers: the outputs of one image for each task, [1,n].
  static std::vector<torch::Tensor> outputs(const QJsonValue& lists) {
    std::vector<torch::Tensor> outputs;
    for (const QJsonValue list : lists.toArray()) {
      std::vector<float> numbers;
      for (const QJsonValue number : list.toArray()) numbers.push_back(float(number.toDouble()));
      outputs.push_back(torch::tensor(numbers).unsqueeze(0));
    }
    return outputs;
  }

  /// Noise.
  static cv::Mat picture(int width, int height) {
    cv::Mat picture(height, width, CV_8UC3);
    cv::RNG random(7);
    random.fill(picture, cv::RNG::UNIFORM, 0, 256);
    return picture;
  }

  /// A picture as a network takes it, [1,C,H,W].
  static torch::Tensor prepared(const cv::Mat& picture, const MobileNetSpec& spec) {
    const Preprocessing preprocessing(spec);
    const std::int64_t size = spec.inputSize;
    torch::Tensor image = torch::empty({1, size, size, spec.inputChannels});
    preprocessing.normalize(preprocessing.fit(picture), image.data_ptr<float>());
    return image.permute({0, 3, 1, 2});
  }

 private:
  static QString base64(const void* data, std::size_t bytes) {
    return QString::fromLatin1(QByteArray(static_cast<const char*>(data), qsizetype(bytes)).toBase64());
  }

  QTemporaryDir folder_;
  QJsonArray jobs_;
};

}  // namespace zipper::test
