// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <atomic>
#include <cmath>
#include <filesystem>
#include <thread>
#include <vector>

#include "core/analysis/export_preview.h"
#include "core/report/made_up_session.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

ExportRequest requestFor(const std::string& format, const std::string& task = "all") {
  ExportRequest request;
  request.format = format;
  request.task = task;
  return request;
}

}  // namespace

class TestExportPreview : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// The measured size is that of the file that the same request writes, metadata included.
  void measuresWhatIsWritten() {
    QTemporaryDir folder;
    const Session session = madeUpSession({2, {1, 2}, 0});
    for (const char* format : {"safetensors", "onnx"}) {
      const ExportRequest request = requestFor(format);
      const ExportPreview preview = previewExport(session, request);
      const std::filesystem::path path = folder.filePath(QString::fromStdString(preview.files.at(0))).toStdString();
      QCOMPARE(path.filename().string(), std::string("merged.") + format);
      exportSession(session, request, path);
      QCOMPARE(preview.bytes, std::int64_t(std::filesystem::file_size(path)));
      QCOMPARE(preview.tasks, 2);
      QVERIFY(preview.threads >= 1);
      for (const double time : {preview.milliseconds, preview.separateMilliseconds})
        QVERIFY(std::isfinite(time) && time > 0);
      QVERIFY(preview.range.fastest <= preview.milliseconds && preview.milliseconds <= preview.range.slowest);
      QVERIFY(preview.separateRange.fastest <= preview.separateMilliseconds);
      QVERIFY(preview.separateRange.slowest >= preview.separateMilliseconds);
    }
  }

  /// Two networks that share layers take less than both by themselves, and those take what they take.
  void comparesWithSeparateNetworks() {
    QTemporaryDir folder;
    Session session = madeUpSession({2, {1, 2, 3}, 0});
    const ExportPreview preview = previewExport(session, requestFor("safetensors"));
    QVERIFY2(preview.bytes < preview.separateBytes,
             qPrintable(QString("%1, %2").arg(preview.bytes).arg(preview.separateBytes)));
    session.current = -1;
    std::int64_t separate = 0;
    for (const char* task : {"a", "b"}) {
      const std::filesystem::path path = folder.filePath(task).toStdString();
      exportSession(session, requestFor("safetensors", task), path);
      separate += std::int64_t(std::filesystem::file_size(path));
    }
    QCOMPARE(preview.separateBytes, separate);
  }

  /// Equal networks take equal times, even while other programs take the processors.
  void timesAreFairUnderLoad() {
    Session session = madeUpSession({2, {1}, 0});
    session.current = -1;
    std::atomic<bool> over{false};
    std::vector<std::thread> others;
    for (unsigned i = 0; i < 2 * std::max(1u, std::thread::hardware_concurrency()); ++i)
      others.emplace_back([&over] {
        while (!over) {
        }
      });
    const ExportPreview preview = previewExport(session, requestFor("safetensors"));
    over = true;
    for (std::thread& other : others) other.join();
    const double ratio = preview.milliseconds / preview.separateMilliseconds;
    QVERIFY2(ratio > 0.6 && ratio < 1 / 0.6,
             qPrintable(QString("%1 ms, %2 ms").arg(preview.milliseconds).arg(preview.separateMilliseconds)));
  }

  /// Integers need no images of anybody to be weighed.
  void weighsEveryPrecision() {
    const Session session = madeUpSession({2, {1, 2}, 0});
    ExportRequest request = requestFor("onnx");
    const std::int64_t floats = previewExport(session, request).bytes;
    request.options.precision = ExportPrecision::Int8;
    const ExportPreview integers = previewExport(session, request);
    QVERIFY2(integers.bytes < floats && integers.separateBytes > integers.bytes / 2,
             qPrintable(QString("%1, %2, %3").arg(floats).arg(integers.bytes).arg(integers.separateBytes)));
  }

  void knowsTheLabelFiles() {
    Session session = madeUpSession({2, {1}, 0});
    session.teachers[0].spec.classNames.clear();
    session.teachers[1].spec.classNames = {"cat", "dog"};
    QCOMPARE(labelFilesOfExport(session, requestFor("tflite"), "m/x.tflite"),
             std::vector<std::string>{"x_labels_b.txt"});
    QCOMPARE(labelFilesOfExport(session, requestFor("tflite", "b"), "x.tflite"),
             std::vector<std::string>{"x_labels.txt"});
    QVERIFY(labelFilesOfExport(session, requestFor("tflite", "a"), "x.tflite").empty());
    QVERIFY(labelFilesOfExport(session, requestFor("safetensors"), "x.safetensors").empty());
  }

  void measuresOneTask() {
    const Session session = madeUpSession({3, {1}, 0});
    const ExportPreview preview = previewExport(session, requestFor("safetensors", "c"));
    QCOMPARE(preview.files.at(0), std::string("merged-c.safetensors"));
    QCOMPARE(preview.tasks, 1);
    QCOMPARE(preview.separateBytes, std::int64_t(0));
    QVERIFY(!preview.sharesTrunk && preview.milliseconds > 0);
  }

  /// Names of the user's own are for all tasks; those of the separate networks are the usual ones.
  void takesNames() {
    ExportRequest request = requestFor("tflite");
    request.options.names.outputs = {"clothes", "digits"};
    const ExportPreview preview = previewExport(madeUpSession({2, {1, 2}, 0}), request);
    QVERIFY(preview.bytes > 0 && preview.separateBytes > preview.bytes / 2);
  }

  void stopsAndRefuses() {
    const Session session = madeUpSession({2, {1}, 0});
    StopSource stop;
    stop.requestStop();
    QVERIFY_THROWS_EXCEPTION(Cancelled, previewExport(session, requestFor("safetensors"), {stop.token()}));
    ZIPPER_EXPECT_ERROR(previewExport(session, requestFor("papyrus")), "papyrus");
    ZIPPER_EXPECT_ERROR(previewExport(session, requestFor("safetensors", "d")), "task 'd' found");
  }
};

ZIPPER_TEST(TestExportPreview)
#include "test_export_preview.moc"
