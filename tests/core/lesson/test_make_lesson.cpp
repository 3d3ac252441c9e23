// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <fstream>
#include <memory>

#include "core/data/fingerprint.h"
#include "core/lesson/lesson_file.h"
#include "core/lesson/lesson_names.h"
#include "core/lesson/make_lesson.h"
#include "core/lesson/unpacked_lesson.h"
#include "core/session/kept_comparison.h"
#include "core/session/session_file.h"
#include "core/support/compute_threads.h"
#include "core/support/files.h"
#include "sample_lesson.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;
namespace fs = std::filesystem;

class TestMakeLesson : public QObject {
  Q_OBJECT

  std::unique_ptr<SampleLesson> sample_;

  fs::path make(const std::string& name, ImagesPerClass perClass) {
    makeLesson(sample_->place(name), sample_->session, sample_->lesson, perClass);
    return sample_->place(name);
  }

 private Q_SLOTS:
  void initTestCase() {
    setComputeThreads(1);
    sample_ = std::make_unique<SampleLesson>();
  }
  void cleanupTestCase() { sample_.reset(); }

  void aWholeLessonHoldsTheSameImagesAndScores() {
    const UnpackedLessonPtr lesson = unpackLesson(make("whole.zipperlesson", std::nullopt));
    QCOMPARE(lesson->lesson.title, sample_->lesson.title);
    QCOMPARE(lesson->lesson.pages.at(1).text, std::string("One network."));
    QVERIFY(!lesson->lesson.images.at(0).isPart());
    QVERIFY(noteOnImages(lesson->lesson.images[0]).empty());
    const Session session = sessionOf(*lesson);
    QCOMPARE(session.teacherScores.at(1).loss, sample_->session.teacherScores.at(1).loss);
    QVERIFY(equalValues(*session.steps.at(0)->values, *sample_->session.steps.at(0)->values));
    for (std::size_t t = 0; t < 2; ++t) {
      const TaskData data = openImages(session.recipe.sources[t], TaskImages::TrainingAndTest);
      QCOMPARE(fingerprint(*data.train), fingerprint(*sample_->data[t].train));
      QCOMPARE(fingerprint(*data.test), fingerprint(*sample_->data[t].test));
      QCOMPARE(session.recipe.sources[t].dataFingerprint, fingerprint(*data.train));
    }
  }

  void itTellsLicencesAndNoPlaces() {
    const fs::path file = make("places.zipperlesson", 1);
    const UnpackedLessonPtr lesson = unpackLesson(file);
    QCOMPARE(lesson->lesson.licences.size(), std::size_t(1));
    QCOMPARE(lesson->lesson.licences[0].task, 0);
    QCOMPARE(lesson->lesson.licences[0].text, std::string("CC BY 2.0, by somebody\n"));
    const std::string bytes = readTextFile(file);
    for (const std::string& secret :
         {std::string("/home/somebody"), sample_->place("").string(), std::string("private")})
      QVERIFY2(bytes.find(secret) == std::string::npos, secret.c_str());
    const Session session = sessionOf(*lesson);
    QCOMPARE(nameOf(session.recipe.sources[0]), std::string("one"));
  }

  /// Nor do comparisons, or what `zipper train` noted of its images.
  void whatElseNamesPlacesDoesNot() {
    Session session = sample_->session;
    session.teachers[0].source.metadata["zipper.trained_on"] = "/home/somebody/private";
    KeptComparison kept;
    kept.comparison.recipe = session.recipe;
    for (TaskSource& source : kept.comparison.recipe.sources) source.data = "/home/somebody/private";
    session.comparisons = {std::make_shared<const KeptComparison>(kept)};
    const std::string told = session.recipe.sources[0].data;
    makeLesson(sample_->place("compared.zipperlesson"), session, sample_->lesson, 0);
    QVERIFY(readTextFile(sample_->place("compared.zipperlesson")).find("/home/somebody") == std::string::npos);
    QCOMPARE(session.recipe.sources[0].data, told);
  }

  /// Whatever lies where the program works: a session's relative places could mean that.
  void theImagesAreItsOwn() {
    QTemporaryDir elsewhere;
    QVERIFY(QDir(elsewhere.path()).mkpath("data/a") && QDir(elsewhere.path()).mkpath("data/b"));
    const fs::path file = fs::absolute(make("own.zipperlesson", 1));
    const QString before = QDir::currentPath();
    QDir::setCurrent(elsewhere.path());
    const UnpackedLessonPtr lesson = unpackLesson(file);
    QDir::setCurrent(before);
    const Session session = sessionOf(*lesson);
    for (std::size_t t = 0; t < session.recipe.sources.size(); ++t)
      QCOMPARE(fs::path(session.recipe.sources[t].data), lesson->folder.path() / lessonDataFolder(int(t)));
  }

  void ofAPartScoresAreMeasuredAnew() {
    const UnpackedLessonPtr lesson = unpackLesson(make("part.zipperlesson", 2));
    const LessonImages& images = lesson->lesson.images.at(0);
    QCOMPARE(images.train.held, std::int64_t(8));
    QCOMPARE(images.train.all, std::int64_t(40));
    QCOMPARE(images.test.held, std::int64_t(8));
    QCOMPARE(noteOnImages(images),
             std::string("the lesson holds 8 of 40 training images and 8 of 24 test images; its finished steps were "
                         "made with all of them and scored anew on these"));
    Session session = sessionOf(*lesson);
    QCOMPARE(session.teacherScores.at(0).images, std::int64_t(8));
    QCOMPARE(session.steps.at(0)->calibrated.at(1).images, std::int64_t(6));
    QVERIFY(session.steps.at(0)->initialized.empty());
    // As the engine scores these images by itself.
    std::vector<TaskData> data;
    for (const TaskSource& source : session.recipe.sources)
      data.push_back(openImages(source, TaskImages::TrainingAndTest));
    const auto findings = settleTasks(session, data);
    QVERIFY(findings.at(0).changed.empty());
    QCOMPARE(evaluateStep(session, 0, data).at(1).loss, session.steps.at(0)->calibrated.at(1).loss);
    QCOMPARE(data[0].test->classNames().at(2), sample_->data[0].test->classNames().at(2));
  }

  void withoutImagesScoresStay() {
    const UnpackedLessonPtr lesson = unpackLesson(make("none.zipperlesson", 0));
    const Session session = sessionOf(*lesson);
    QVERIFY(session.recipe.sources.at(0).data.empty());
    QCOMPARE(session.teacherScores.at(0).images, std::int64_t(24));
  }

  void theSameLessonIsMadeTwice() {
    QCOMPARE(sha256OfFile(make("x.zipperlesson", 3)), sha256OfFile(make("y.zipperlesson", 3)));
  }

  void sizesAreEstimated() {
    const LessonSizes sizes = measureLesson(sample_->session);
    QCOMPARE(sizes.images(std::nullopt), std::int64_t(112));
    QCOMPARE(sizes.images(3), std::int64_t(42));
    QCOMPARE(sizes.images(0), std::int64_t(0));
    QCOMPARE(sizes.tasks.at(0).licences, std::vector<std::string>{"LICENSE"});
    for (const ImagesPerClass perClass : {ImagesPerClass(3), ImagesPerClass()}) {
      const auto bytes = double(fs::file_size(make("size.zipperlesson", perClass)));
      QVERIFY2(std::abs(double(sizes.bytes(perClass)) - bytes) < 0.2 * bytes,
               qPrintable(QString("%1 estimated, %2 found").arg(sizes.bytes(perClass)).arg(bytes)));
    }
  }

  void aKeptSessionHasItsImagesBesideIt() {
    fs::path session = sample_->place("kept") / "mine.zipper", images = sample_->place("kept") / "mine-images";
    createFolder(session.parent_path());
    fs::path unpacked;
    {
      const UnpackedLessonPtr lesson = unpackLesson(make("kept.zipperlesson", 2));
      unpacked = lesson->folder.path();
      const Session read = sessionOf(*lesson);
      saveSession(session, withImagesBeside(read, *lesson, session));
      QVERIFY(fs::exists(images / "licences" / "a" / "LICENSE"));
      // The same again needs no other folder; other images do.
      QCOMPARE(withImagesBeside(read, *lesson, session).recipe.sources[0].data, (images / "a").string());
      std::ofstream(images / "a" / "images.csv", std::ios::app) << "\n";
      QCOMPARE(
          fs::path(withImagesBeside(read, *lesson, session).recipe.sources[0].data).parent_path().filename().string(),
          std::string("mine-images-2"));
    }
    QVERIFY(!fs::exists(unpacked));
    const Session again = loadSession(session);
    QCOMPARE(openImages(again.recipe.sources[1], TaskImages::TrainingAndTest).test->size(), std::int64_t(6));
  }

  void whatIsWrongIsToldBeforeAnythingIsWritten() {
    Session session = sample_->session;
    session.recipe.sources[1].data = "/nowhere";
    ZIPPER_EXPECT_ERROR(makeLesson(sample_->place("no.zipperlesson"), session, sample_->lesson, 2), "/nowhere");
    Lesson lesson = sample_->lesson;
    lesson.pages[0].step = 7;
    ZIPPER_EXPECT_ERROR(makeLesson(sample_->place("no.zipperlesson"), sample_->session, lesson, 2),
                        "the session has 1");
    StopSource stop;
    stop.requestStop();
    QVERIFY_EXCEPTION_THROWN(
        makeLesson(sample_->place("no.zipperlesson"), sample_->session, sample_->lesson, 2, {stop.token()}), Cancelled);
    QVERIFY(!fs::exists(sample_->place("no.zipperlesson")));
  }
};

ZIPPER_TEST(TestMakeLesson)
#include "test_make_lesson.moc"
