// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <algorithm>
#include <memory>

#include "core/network/memory_need.h"
#include "core/network/plan.h"
#include "support/expect_error.h"
#include "support/specs_v3.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// How many numbers there are, and the most that there were at once.
struct Ledger {
  std::uint64_t alive = 0, most = 0;
};

/// Feature maps that only have a size.
class CountedMaps {
 public:
  CountedMaps() = default;
  CountedMaps(Ledger& ledger, std::uint64_t numbers)
      : ledger_(&ledger), numbers_(new std::uint64_t(numbers), [&ledger](std::uint64_t* held) {
          ledger.alive -= *held;
          delete held;
        }) {
    ledger.alive += numbers;
    ledger.most = std::max(ledger.most, ledger.alive);
  }

  std::uint64_t numbers() const { return *numbers_; }
  /// Maps times factors, and a sum of maps: as many numbers as the maps have.
  friend CountedMaps operator*(const CountedMaps& maps, const CountedMaps&) { return {*maps.ledger_, maps.numbers()}; }
  friend CountedMaps operator+(const CountedMaps& maps, const CountedMaps&) { return {*maps.ledger_, maps.numbers()}; }

 private:
  Ledger* ledger_ = nullptr;
  std::shared_ptr<std::uint64_t> numbers_;
};

}  // namespace

class TestMemoryNeed : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// Width 1, 224x224: the first pointwise layer reads 32 and makes 64 channels of 112x112 pixels, twice.
  void countsTheLargestLayer() {
    MobileNetSpec spec;
    QCOMPARE(inferenceBytes(spec, 1), std::uint64_t(4) * 112 * 112 * (32 + 2 * 64));
    QCOMPARE(inferenceBytes(spec, 10), 10 * inferenceBytes(spec, 1));
    QVERIFY(trainingBytes(spec, 1) > inferenceBytes(spec, 1));
  }

  /// In the sixteenth block, whose input of 160 channels is added in the end: the depthwise convolution reads 960 and
  /// makes 960, twice.
  void countsWhatIsAddedLater() {
    MobileNetSpec spec;
    spec.architecture = Architecture::MobileNetV2;
    QCOMPARE(inferenceBytes(spec, 1), std::uint64_t(4) * 112 * 112 * (16 + 2 * 96));  // the second block adds nothing
    spec.strides = {1, 1, 1, 1, 1, 1, 1};
    QCOMPARE(inferenceBytes(spec, 3), std::uint64_t(3) * 4 * 112 * 112 * (160 + 960 + 2 * 960));
  }

  /// The last blocks of a small V3 on maps of 112x112: the factors multiply 576 channels into as many, while those 576
  /// and the 96 of the block's input are kept.
  void countsWhatIsMultipliedLater() {
    MobileNetSpec spec = specV3(Architecture::MobileNetV3Small);
    spec.strides = std::vector<int>(11, 1);
    QCOMPARE(inferenceBytes(spec, 2), std::uint64_t(2) * 4 * (144 + 112 * 112 * (2 * 576 + 576 + 96)));
  }

  /// Walks plans with maps that are only counted: convolution and what its activation makes of it at once, and what is
  /// kept for later.
  void coversWhatAWalkKeeps_data() {
    QTest::addColumn<int>("architecture");
    QTest::addColumn<bool>("minimalistic");
    QTest::addColumn<bool>("strides");
    QTest::newRow("V1") << int(Architecture::MobileNetV1) << false << false;
    QTest::newRow("V2") << int(Architecture::MobileNetV2) << false << false;
    QTest::newRow("V3 large") << int(Architecture::MobileNetV3Large) << false << false;
    QTest::newRow("V3 small") << int(Architecture::MobileNetV3Small) << false << false;
    QTest::newRow("V3 small, minimalistic") << int(Architecture::MobileNetV3Small) << true << false;
    QTest::newRow("V3 small, no strides") << int(Architecture::MobileNetV3Small) << false << true;
  }
  void coversWhatAWalkKeeps() {
    QFETCH(int, architecture);
    QFETCH(bool, minimalistic);
    QFETCH(bool, strides);
    MobileNetSpec spec;
    if (isV3(Architecture(architecture))) spec = specV3(Architecture(architecture), 1.0, minimalistic);
    spec.architecture = Architecture(architecture);
    if (strides) spec.strides = std::vector<int>(11, 1);
    const NetworkPlan plan = planOf(spec);
    Ledger ledger;
    const auto numbersOf = [](int channels, int size) {
      return std::uint64_t(channels) * std::uint64_t(size) * std::uint64_t(size);
    };
    const auto compute = [&](int index, const CountedMaps&) {
      const UnitPlan& unit = plan.units[std::size_t(index)];
      const auto numbers = numbersOf(unit.outputChannels, unit.kind == UnitKind::Excite ? 1 : unit.outputSize);
      const CountedMaps convolved(ledger, numbers);
      return CountedMaps(ledger, numbers);
    };
    std::uint64_t handedOn = 0;
    walkUnits(plan, 0, plan.convolutions(), CountedMaps(ledger, 0), compute, [&](int index, const CountedMaps& maps) {
      const UnitPlan& unit = plan.units[std::size_t(index)];
      if (maps.numbers() == numbersOf(unit.outputChannels, unit.outputSize)) ++handedOn;
    });
    QCOMPARE(handedOn, std::uint64_t(plan.convolutions()));
    QCOMPARE(ledger.alive, std::uint64_t(0));
    const std::uint64_t need = inferenceBytes(spec, 1);
    QVERIFY2(4 * ledger.most <= need && need <= 5 * ledger.most,
             qPrintable(QString::number(4.0 * double(ledger.most) / double(need))));
  }

  void fewerImagesOfLargeSizes() {
    MobileNetSpec spec;
    QCOMPARE(imagesWithinBudget(spec, 128), 128);
    spec.inputSize = 4096;
    QCOMPARE(imagesWithinBudget(spec, 10), 1);
    spec.width = 0.25;
    QCOMPARE(imagesWithinBudget(spec, 10), 3);
    QVERIFY(inferenceBytes(spec, imagesWithinBudget(spec, 10)) <= featureMapBudget);
  }

  void saysWhatIsMissing() {
    MobileNetSpec spec;
    spec.inputSize = 4096;
    checkMemory("nothing", 0);
    QCOMPARE(imagesText(spec, 1), std::string("1 image of 4096x4096 pixels"));
    ZIPPER_EXPECT_ERROR(checkMemory("a batch of " + imagesText(spec, 64), std::uint64_t(1) << 60),
                        "a batch of 64 images of 4096x4096 pixels takes about 1073741824.0 GiB of memory, but this");
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestMemoryNeed)
#include "test_memory_need.moc"
