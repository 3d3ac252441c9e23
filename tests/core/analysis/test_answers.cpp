// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <set>

#include "core/analysis/answer_pass.h"
#include "core/analysis/network_answers.h"
#include "core/analysis/network_input.h"
#include "core/session/session_network.h"
#include "core/training/evaluation.h"
#include "support/expect_error.h"
#include "support/test_program.h"
#include "support/tiny_session.h"

using namespace zipper;
using namespace zipper::test;

namespace {

std::uint64_t seedOfAnswers() {
  const std::uint64_t seed = QRandomGenerator::global()->generate();
  qInfo("seed %llu", static_cast<unsigned long long>(seed));
  return seed;
}

/// Tasks of 4 and 3 classes, the second behind a background class, and one step that changed every tensor.
Session answeringSession(std::uint64_t seed) {
  const auto networkOf = [seed](int task, std::uint64_t number) {
    MobileNetSpec spec = smallSpec(0.125, 32, 4);
    spec.classOffset = task;
    return settledNetwork(spec, seed + number);
  };
  Session session;
  session.recipe.bnPolicy = BnPolicy::PerTask;
  for (int t = 0; t < 2; ++t) {
    MobileNet network = networkOf(t, std::uint64_t(t));
    session.teachers.push_back(makeTeacher(network, {}));
  }
  MergedNetwork merged({networkOf(0, 2), networkOf(1, 3)}, BnPolicy::PerTask);
  merged.merge(3);
  StepResult step;
  step.mergedLayers = {3};
  step.values = valuesOf(merged);
  appendStep(session, std::move(step));
  return session;
}

/// Some of its images are damaged.
class DamagedImages : public TinyDataset {
 public:
  DamagedImages(int images, int classes, std::set<std::int64_t> damaged)
      : TinyDataset(images, classes, 5), damaged_(std::move(damaged)) {}
  cv::Mat image(std::int64_t index) const override {
    if (damaged_.count(index) > 0) fail(describeImage(index), ": is damaged");
    return TinyDataset::image(index);
  }

 private:
  std::set<std::int64_t> damaged_;
};

DatasetPtr imagesOfTask(int task) { return std::make_shared<TinyDataset>(150, task == 0 ? 4 : 3, 7); }

/// The probabilities of all classes by the network itself, unfolded, one image at a time.
torch::Tensor probabilitiesOf(MobileNet& network, const cv::Mat& image) {
  torch::NoGradGuard noGrad;
  return network->forward(networkInput(image, network->spec())).logits.softmax(1).squeeze(0);
}

bool isAnswerOf(MobileNet& network, const cv::Mat& image, int answer, float probability) {
  const torch::Tensor all = probabilitiesOf(network, image);
  const float own = all[answer].item<float>();
  // Rounding may turn two classes round that are as good as equal.
  return std::abs(own - probability) < 1e-3f && own > all.max().item<float>() - 1e-3f;
}

/// The second largest of all, as sure as that.
bool isSecondOf(MobileNet& network, const cv::Mat& image, const SecondClass& second) {
  const torch::Tensor all = probabilitiesOf(network, image);
  const float expected = std::get<0>(all.sort(0, true))[1].item<float>();
  return std::abs(all[second.output].item<float>() - expected) < 1e-3f &&
         std::abs(second.probability - expected) < 1e-3f;
}

bool sameScore(const Score& one, const Score& other) {
  return one.images == other.images && one.top1 == other.top1 && one.top5 == other.top5 && one.loss == other.loss;
}

/// The share of the images whose answer is the label.
template <typename IsRight>
double shareOfRight(const TaskAnswers& answers, IsRight&& isRight) {
  double right = 0;
  for (const ImageAnswers& image : answers.images) right += isRight(image) ? 1 : 0;
  return right / double(answers.images.size());
}

}  // namespace

class TestAnswers : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void answersAreThoseOfTheNetworks() {
    const Session session = answeringSession(seedOfAnswers());
    MergedNetwork network = networkAt(session, 0);
    for (int task = 0; task < 2; ++task) {
      const DatasetPtr images = imagesOfTask(task);
      const TaskAnswers answers = taskAnswers(session, 0, task, images);
      MobileNet teacher = teacherNetwork(session.teachers[std::size_t(task)]);
      QCOMPARE(answers.images.size(), std::size_t(150));
      QCOMPARE(answers.task, task);
      QCOMPARE(answers.step, 0);
      for (std::int64_t i = 0; i < 150; i += 7) {
        const ImageAnswers& own = answers.images[std::size_t(i)];
        QCOMPARE(own.image, i);
        QCOMPARE(own.label, images->label(i) + task);  // task B has a background class
        QVERIFY(isAnswerOf(teacher, images->image(i), own.teacher, own.teacherProbability));
        QVERIFY(isAnswerOf(network.task(task), images->image(i), own.merged, own.mergedProbability));
        QVERIFY(own.teacherSecond.output != own.teacher && own.mergedSecond.output != own.merged);
        QVERIFY(isSecondOf(teacher, images->image(i), own.teacherSecond));
        QVERIFY(isSecondOf(network.task(task), images->image(i), own.mergedSecond));
      }
    }
  }

  /// What is shown beside each other has to agree to the last image.
  void scoresAreThoseOfTheEvaluation() {
    const Session session = answeringSession(seedOfAnswers());
    MergedNetwork network = networkAt(session, 0);
    for (int task = 0; task < 2; ++task) {
      const DatasetPtr images = imagesOfTask(task);
      const TaskAnswers answers = taskAnswers(session, 0, task, images);
      MobileNet teacher = teacherNetwork(session.teachers[std::size_t(task)]);
      QVERIFY(sameScore(answers.teacherScore, evaluate(FoldedNetwork(teacher), images)));
      QVERIFY(sameScore(answers.mergedScore, evaluate(FoldedNetwork(network.task(task)), images)));
      QCOMPARE(shareOfRight(answers, [](const ImageAnswers& image) { return image.teacherIsRight(); }),
               answers.teacherScore.top1);
      QCOMPARE(shareOfRight(answers, [](const ImageAnswers& image) { return image.mergedIsRight(); }),
               answers.mergedScore.top1);
    }
  }

  /// A panel keeps the teacher's answers from step to step.
  void passesOfTheirOwnGiveTheSame() {
    const Session session = answeringSession(seedOfAnswers());
    const DatasetPtr images = imagesOfTask(1);
    const TaskAnswers together = taskAnswers(session, 0, 1, images);
    const TaskAnswers apart =
        taskAnswers(session, 0, 1, *images, teacherAnswers(session, 1, images), mergedAnswers(session, 0, 1, images));
    QCOMPARE(apart.images.size(), together.images.size());
    for (std::size_t i = 0; i < apart.images.size(); ++i) {
      QCOMPARE(apart.images[i].teacher, together.images[i].teacher);
      QCOMPARE(apart.images[i].merged, together.images[i].merged);
      QCOMPARE(apart.images[i].mergedProbability, together.images[i].mergedProbability);
      QCOMPARE(apart.images[i].mergedSecond.output, together.images[i].mergedSecond.output);
      QCOMPARE(apart.images[i].mergedSecond.probability, together.images[i].mergedSecond.probability);
    }
    QCOMPARE(apart.classNames, together.classNames);
    NetworkAnswers fewer = mergedAnswers(session, 0, 1, images);
    fewer.images.pop_back();
    ZIPPER_EXPECT_ERROR(sideBySide(teacherAnswers(session, 1, images), fewer), "different images");
  }

  void beforeTheFirstStepBothAnswerTheSame() {
    const Session session = answeringSession(1);
    const TaskAnswers answers = taskAnswers(session, -1, 0, imagesOfTask(0));
    QCOMPARE(answers.step, -1);
    for (const ImageAnswers& image : answers.images) {
      QCOMPARE(image.merged, image.teacher);
      QCOMPARE(image.mergedProbability, image.teacherProbability);
    }
  }

  void classesAreCalledAsTheDataCallThem() {
    const Session session = answeringSession(1);
    QCOMPARE(taskAnswers(session, 0, 0, imagesOfTask(0)).classNames, (std::vector<std::string>{"0", "1", "2", "3"}));
    QCOMPARE(taskAnswers(session, 0, 1, imagesOfTask(1)).classNames,
             (std::vector<std::string>{"background", "0", "1", "2"}));
    MobileNetSpec spec = smallSpec(0.125, 32, 6);
    spec.classOffset = 1;
    const TinyDataset few(4, 2, 1);
    QCOMPARE(namesOfOutputs(spec, few),
             (std::vector<std::string>{"background", "0", "1", "class 3", "class 4", "class 5"}));
    spec.classNames = {"nothing", "cat", "dog", "cow", "", "hen"};
    QCOMPARE(namesOfOutputs(spec, few), (std::vector<std::string>{"nothing", "0", "1", "cow", "class 4", "hen"}));
  }

  void imagesThatCannotBeReadAreLeftOut() {
    const Session session = answeringSession(1);
    const DatasetPtr images = std::make_shared<DamagedImages>(140, 4, std::set<std::int64_t>{0, 17, 139});
    std::string warned;
    Work work;
    work.warning = [&warned](const std::string& text) { warned += text; };
    const TaskAnswers answers = taskAnswers(session, 0, 0, images, work);
    QCOMPARE(answers.images.size(), std::size_t(137));
    QCOMPARE(answers.unreadable, std::int64_t(3));
    QCOMPARE(answers.mergedScore.images, std::int64_t(137));
    QVERIFY2(warned.find("3 images can't be read") != std::string::npos, warned.c_str());
    QCOMPARE(answers.images[0].image, std::int64_t(1));
    for (const ImageAnswers& image : answers.images) {
      QVERIFY(image.image != 17);
      QCOMPARE(image.label, images->label(image.image));
    }
  }

  void tellsProgressAndStops() {
    const Session session = answeringSession(1);
    const DatasetPtr images = imagesOfTask(0);
    std::vector<std::pair<int, int>> told;
    Work work;
    work.progress = [&told](int done, int total) { told.emplace_back(done, total); };
    taskAnswers(session, 0, 0, images, work);
    QCOMPARE(told, (std::vector<std::pair<int, int>>{{1, 2}, {2, 2}}));
    StopSource source;
    work.stop = source.token();
    work.progress = [&](int, int) { source.requestStop(); };
    QVERIFY_THROWS_EXCEPTION(Cancelled, taskAnswers(session, 0, 0, images, work));
  }

  void tasksWithoutTestImagesOrClassesAreLeftOut() {
    const Session session = answeringSession(1);
    std::vector<TaskData> data(2);
    QVERIFY(answersOfAllTasks(session, 0, data).empty());
    data[1].test = imagesOfTask(1);
    std::vector<TaskAnswers> answers = answersOfAllTasks(session, 0, data);
    QCOMPARE(answers.size(), std::size_t(1));
    QCOMPARE(answers[0].task, 1);
    data[0].test = imagesOfTask(0);
    answers = answersOfAllTasks(session, 0, data);
    QCOMPARE(answers.size(), std::size_t(2));
    QCOMPARE(answers[0].task, 0);
  }

  void saysWhatIsNotThere() {
    Session session = answeringSession(1);
    ZIPPER_EXPECT_ERROR(taskAnswers(session, 0, 2, imagesOfTask(0)), "task 2 was asked for");
    ZIPPER_EXPECT_ERROR(taskAnswers(session, 5, 0, imagesOfTask(0)), "step 5 was asked for");
    session.teachers[1].spec.classes = 0;
    session.teachers[1].spec.classOffset = 0;
    ZIPPER_EXPECT_ERROR(taskAnswers(session, 0, 1, imagesOfTask(1)), "task b has no head");
  }
};

ZIPPER_TEST(TestAnswers)
#include "test_answers.moc"
