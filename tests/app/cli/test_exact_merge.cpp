// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFileInfo>
#include <QtTest>

#include "app/cli/zipper_program.h"
#include "core/models/model_file.h"
#include "core/session/session_file.h"
#include "core/session/session_network.h"
#include "core/support/libtorch.h"
#include "support/random_networks.h"
#include "support/test_program.h"
#include "support/tiny_session.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// Of the tensor that is named.
void changeOneBit(MobileNet& network, const std::string& key) {
  torch::NoGradGuard noGrad;
  torch::Tensor value = find(network->state(), key);
  while (value.dim() > 0) value = value[0];
  value.fill_(std::nextafter(value.item<float>(), INFINITY));
}

}  // namespace

/// Networks that are the same but for their heads, as all are that Teachable Machine makes.
class TestExactMerge : public QObject {
  Q_OBJECT

  SampleFolder sample_;

  ProgramResult run(const QStringList& arguments) const { return runZipper(arguments, sample_.path()); }
  std::string file(const QString& name) const { return sample_.file(name).toStdString(); }
  /// The sample's first network with another head, and one bit changed in the tensor that is named.
  void writeSibling(const QString& name, const std::string& changed = "") const {
    LoadedModel model = loadModel(file("fashion.safetensors"));
    MobileNetSpec spec = model.network->spec();
    spec.classNames.clear();
    spec.classes = 7;
    MobileNet sibling = withNewHead(model.network, spec, 3);
    if (!changed.empty()) changeOneBit(sibling, changed);
    saveModel(file(name), sibling);
  }
  /// The merged network gives what each of its teachers gives.
  static void compareWithTeachers(const std::string& session) {
    const Session merged = loadSession(session);
    QCOMPARE(merged.trunk(), merged.layers());
    MergedNetwork network = networkAt(merged, merged.current);
    network.train(false);
    torch::NoGradGuard noGrad;
    std::size_t shared = 0;
    for (const auto& entry : network.state()) shared += entry.first.rfind("shared.", 0) == 0;
    QCOMPARE(network.state().size() - shared, std::size_t(2) * (network.task(0)->headLayers().size() * 2));
    for (int t = 0; t < network.taskCount(); ++t) {
      const MobileNetSpec& spec = merged.teachers[std::size_t(t)].spec;
      const torch::Tensor images = randomImages(spec, 2);
      MobileNet teacher = teacherNetwork(merged.teachers[std::size_t(t)]);
      QVERIFY(torch::equal(network.task(t)->forward(images).logits, teacher->forward(images).logits));
    }
  }

 private Q_SLOTS:
  void initTestCase() {
    QVERIFY(sample_.isValid());
    writeSibling("sibling.safetensors");
    writeSibling("cousin.safetensors", "layers.5.depthwise.bn.running_var");
    writeSibling("stranger.safetensors", "stem.conv.weight");
  }

  void needsNoImages() {
    const ProgramResult result = run({"merge", "--model", "fashion.safetensors", "--model", "sibling.safetensors",
                                      "--preset", "exact", "--out", "exact.zipper"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    QVERIFY2(result.errors.contains("nothing is scored, as not every task has images"), qPrintable(result.errors));
    compareWithTeachers(file("exact.zipper"));
    const ProgramResult exported =
        run({"export", "exact.zipper", "--format", "onnx", "--task", "all", "--out", "exact.onnx"});
    QVERIFY2(exported.status == 0, qPrintable(exported.errors));
  }

  void sharesAsFarAsNetworksAreTheSame() {
    const ProgramResult result = run({"merge", "--model", "fashion.safetensors", "--model", "cousin.safetensors",
                                      "--preset", "exact", "--out", "part.zipper"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    const Session session = loadSession(file("part.zipper"));
    QCOMPARE(session.mergedLayers(), (std::vector<int>{1, 2, 3, 4}));
    QCOMPARE(session.trunk(), 4);
  }

  void saysWhatDiffers() {
    const ProgramResult result = run({"merge", "--model", "fashion.safetensors", "--model", "stranger.safetensors",
                                      "--preset", "exact", "--out", "none.zipper"});
    QCOMPARE(result.status, 1);
    QVERIFY2(result.errors.contains("not even their first layers are (stem.conv.weight of task b differs from that of "
                                    "task a); choose the preset fast"),
             qPrintable(result.errors));
    QVERIFY(!QFileInfo::exists(sample_.file("none.zipper")));
  }

  /// What is asked for besides is done, or refused.
  void obeysOtherOptions() {
    const auto merged = [&](const QStringList& more) {
      return run(QStringList{"merge", "--model", "fashion.safetensors", "--model", "cousin.safetensors", "--preset",
                             "exact", "--out", "more.zipper"} +
                 more);
    };
    const ProgramResult some = merged({"--layers", "1-3", "--trunk", "2"});
    QVERIFY2(some.status == 0, qPrintable(some.errors));
    const Session session = loadSession(file("more.zipper"));
    QCOMPARE(session.mergedLayers(), (std::vector<int>{1, 2, 3}));
    QCOMPARE(session.trunk(), 2);
    const ProgramResult beyond = merged({"--layers", "1-5"});
    QCOMPARE(beyond.status, 1);
    QVERIFY2(beyond.errors.contains("layer 5 isn't the same in all networks (layers.5.depthwise.bn.running_var of task "
                                    "b differs from that of task a)"),
             qPrintable(beyond.errors));
    const ProgramResult random = merged({"--init", "random"});
    QVERIFY2(random.status == 1 && random.errors.contains("initialization random and alignment none found"),
             qPrintable(random.errors));
    const ProgramResult later = run({"resume", "more.zipper", "--layers", "5", "--out", "later.zipper"});
    QVERIFY2(later.status == 1 && later.errors.contains("layer 5 isn't the same"), qPrintable(later.errors));
  }

  void whatNeedsImagesSaysSo() {
    const QStringList pair{"--model", "fashion.safetensors", "--model", "sibling.safetensors"};
    QVERIFY(run(QStringList{"merge"} + pair + QStringList{"--preset", "exact", "--out", "bare.zipper"}).status == 0);
    const auto refuses = [&](const QStringList& arguments, const QString& part) {
      const ProgramResult result = run(arguments);
      const bool fine = (result.status == 1 || result.status == 2) && result.errors.contains(part);
      return fine ? QString() : QString("%1: %2").arg(result.status).arg(result.errors);
    };
    QCOMPARE(refuses({"mergeability", "bare.zipper"}, "is needed"), QString());
    QCOMPARE(refuses({"eval", "bare.zipper", "--task", "a"}, "task a has no images; give it some: --data"), QString());
    QCOMPARE(refuses({"resume", "bare.zipper", "--finetune-steps", "2", "--no-labels"}, "has no images"), QString());
    for (const char* command : {"compare", "trunks", "sizes"})
      QCOMPARE(refuses(QStringList{command} + pair + QStringList{"--preset", "exact", "--report", "r"},
                       "there is nothing to choose among"),
               QString());
  }

  void otherPresetsNeedImages() {
    const ProgramResult result =
        run({"merge", "--model", "fashion.safetensors", "--model", "sibling.safetensors", "--out", "none.zipper"});
    QCOMPARE(result.status, 2);
    QVERIFY2(result.errors.contains("--data is needed after --model fashion.safetensors"), qPrintable(result.errors));
  }

  void isOfferedWhereItIsPossible() {
    const QStringList tasks{"--model", "fashion.safetensors", "--data", "fashion", "--model"};
    const QStringList quick{"--data",  "fashion", "--classes", "position",  "--init", "mean",  "--layers", "1",
                            "--steps", "0",       "--no-eval", "--threads", "1",      "--out", "o.zipper"};
    LoadedModel model = loadModel(file("fashion.safetensors"));
    saveModel(file("copy.safetensors"), model.network);
    const ProgramResult same = run(QStringList{"merge"} + tasks + QStringList{"copy.safetensors"} + quick);
    QVERIFY2(same.status == 0, qPrintable(same.errors));
    QVERIFY2(same.errors.contains("the networks are the same up to layer 13, all there are, bit for bit: the preset "
                                  "exact shares so much as it is"),
             qPrintable(same.errors));
    const ProgramResult other = run(QStringList{"merge"} + tasks + QStringList{"digits.safetensors"} + quick);
    QVERIFY2(!other.errors.contains("bit for bit"), qPrintable(other.errors));
  }

  /// Files as people have them; they may not be part of the project.
  void mergesTeachableMachine() {
    const QString folder = ZIPPER_TESTS "/../../shared/data/teachable_machine/";
    if (!QFileInfo::exists(folder)) QSKIP("../shared/data/teachable_machine is not there");
    const ProgramResult result = run({"merge", "--model", folder + "ducks/keras_model.h5", "--model",
                                      folder + "masks/keras_model.h5", "--preset", "exact", "--out", "tm.zipper"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    QCOMPARE(loadSession(file("tm.zipper")).mergedLayers().size(), std::size_t(18));
    compareWithTeachers(file("tm.zipper"));
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestExactMerge)
#include "test_exact_merge.moc"
