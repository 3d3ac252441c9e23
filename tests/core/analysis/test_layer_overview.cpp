// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/layer_overview.h"

#include <QtTest>
#include <cmath>
#include <set>

#include "support/block_session.h"
#include "support/plain_session.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

std::vector<std::string> statesOf(const std::vector<LayerOverview>& layers) {
  std::vector<std::string> states;
  for (const LayerOverview& layer : layers) states.push_back(toString(layer.state));
  return states;
}

}  // namespace

class TestLayerOverview : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void numbersAndDescribesTheLayers() {
    const Session session = plainSession();
    const std::vector<LayerOverview> layers = layerOverview(session);
    const std::vector<UnitPlan> table = planOf(session.teachers[0].spec).units;
    QCOMPARE(layers.size(), std::size_t(13));
    for (int layer = 1; layer <= session.layers(); ++layer) {
      const LayerOverview& one = layers[std::size_t(layer) - 1];
      QCOMPARE(one.layer, layer);
      QCOMPARE(one.units.size(), std::size_t(2));
      QCOMPARE(one.first().layer, layer);
      QVERIFY(one.first().kind == UnitKind::Depthwise);
      QVERIFY(one.last().kind == UnitKind::Pointwise);
      QCOMPARE(one.last().name, table[std::size_t(2 * layer)].name);
      QCOMPARE(one.mergedParameters(), table[std::size_t(2 * layer)].parameters);
      QVERIFY(one.hasDepthwise() && !one.addsInput());
    }
  }

  /// Of a MobileNet V2: blocks, of which the first expands nothing, and a last convolution.
  void describesBlocks() {
    const std::vector<LayerOverview> layers = layerOverview(blockSession());
    const auto rolesOf = [&layers](int layer) {
      std::string roles;
      for (const UnitPlan& unit : layers[std::size_t(layer) - 1].units) roles += unit.role() + " ";
      return roles;
    };
    QCOMPARE(layers.size(), std::size_t(18));
    QCOMPARE(rolesOf(1), std::string("depthwise project "));
    for (int layer = 2; layer <= 17; ++layer) QCOMPARE(rolesOf(layer), std::string("expand depthwise project "));
    QCOMPARE(rolesOf(18), std::string("pointwise "));
    std::set<int> adding;
    for (const LayerOverview& one : layers) {
      if (one.addsInput()) adding.insert(one.layer);
      QCOMPARE(one.hasDepthwise(), one.layer < 18);
    }
    // All but the first of each row: where the stride is 1 and the channels stay.
    QCOMPARE(adding, (std::set<int>{3, 5, 6, 8, 9, 10, 12, 13, 15, 16}));
    // Layer 2 of width 0.35: 8 -> 48 -> 8 channels, each with scale and shift.
    QCOMPARE(layers[1].mergedParameters(), std::int64_t(8 * 48 + 2 * 48 + 48 * 8 + 2 * 8));
    QCOMPARE(layers[1].first().inputChannels, 8);
    QCOMPARE(layers[17].last().outputChannels, 1280);
    QVERIFY(LayerOverview().units.empty());
    QCOMPARE(LayerOverview().first().outputChannels + LayerOverview().last().outputChannels, 0);
  }

  /// Of a small MobileNet V3: squeeze and excite are merged with what is around them.
  void describesGatedBlocks() {
    Session session = blockSession();
    for (Teacher& teacher : session.teachers) teacher.spec.architecture = Architecture::MobileNetV3Small;
    const std::vector<LayerOverview> layers = layerOverview(session);
    const auto rolesOf = [&layers](int layer) {
      std::string roles;
      for (const UnitPlan& unit : layers[std::size_t(layer) - 1].units) roles += unit.role() + " ";
      return roles;
    };
    QCOMPARE(layers.size(), std::size_t(12));
    QCOMPARE(rolesOf(1), std::string("depthwise squeeze excite project "));
    for (const int layer : {2, 3}) QCOMPARE(rolesOf(layer), std::string("expand depthwise project "));
    for (int layer = 4; layer <= 11; ++layer)
      QCOMPARE(rolesOf(layer), std::string("expand depthwise squeeze excite project "));
    QCOMPARE(rolesOf(12), std::string("pointwise "));
    std::set<int> adding;
    for (const LayerOverview& one : layers) {
      if (one.addsInput()) adding.insert(one.layer);
      QCOMPARE(one.hasDepthwise(), one.layer < 12);
    }
    // So narrow 40 and 48 channels both become 16.
    QCOMPARE(adding, (std::set<int>{3, 5, 6, 7, 8, 10, 11}));
    // Layer 4 of width 0.35: 8 -> 32 -> 16 channels with scale and shift, 32 -> 8 -> 32 with biases.
    QCOMPARE(layers[3].mergedParameters(), std::int64_t(8 * 32 + 2 * 32 + 32 * 8 + 8 + 8 * 32 + 32 + 32 * 16 + 2 * 16));
  }

  void tellsStates() {
    Session session = plainSession();
    planSteps(session.recipe, {3, 1, 7}, 10);
    addStep(session, {StepTarget::layer(3)});
    addStep(session, {StepTarget::layer(1)});
    const std::vector<LayerOverview> layers = layerOverview(session, StepTarget::layer(7));
    std::vector<std::string> expected(13, "left out");
    expected[0] = expected[2] = "merged";
    expected[6] = "in work";
    QCOMPARE(statesOf(layers), expected);
    expected[6] = "separate";
    QCOMPARE(statesOf(layerOverview(session)), expected);
  }

  void keepsAMergedLayerMergedWhileItIsTrainedAgain() {
    Session session = plainSession();
    addStep(session, {StepTarget::layer(1)});
    QVERIFY(layerOverview(session, StepTarget::layer(1))[0].state == LayerState::Merged);
  }

  void followsTheCurrentStep() {
    Session session = plainSession();
    addStep(session, {StepTarget::layer(1)});
    addStep(session, {StepTarget::layer(2)});
    session.current = 0;
    const std::vector<LayerOverview> layers = layerOverview(session);
    QVERIFY(layers[0].state == LayerState::Merged);
    QVERIFY(layers[1].state == LayerState::Separate);
  }

  void knowsTheTrunkOfTheCurrentStep() {
    Session session = plainSession();
    for (int layer = 1; layer <= 3; ++layer) {
      addStep(session, {StepTarget::layer(layer)});
      auto step = std::make_shared<StepResult>(*session.steps.back());
      step->trunk = std::min(layer, 2);
      session.steps.back() = step;
    }
    for (const LayerOverview& layer : layerOverview(session)) QCOMPARE(layer.whole, layer.layer <= 2);
    session.current = 0;
    for (const LayerOverview& layer : layerOverview(session)) QCOMPARE(layer.whole, layer.layer == 1);
    session.current = -1;
    for (const LayerOverview& layer : layerOverview(session)) QVERIFY(!layer.whole);
  }

  void doesNotKnowTheMismatchBeforeAStepCalibrated() {
    Session session = plainSession(3);
    PlainStep step;
    step.iterations = 0;
    addStep(session, step);
    for (const LayerOverview& layer : layerOverview(session)) {
      QCOMPARE(layer.mismatch.size(), std::size_t(3));
      for (const double value : layer.mismatch) QVERIFY(std::isnan(value));
    }
  }

  void averagesTheMismatchOverTheLastTenth() {
    Session session = plainSession();
    PlainStep step;
    step.iterations = 25;  // the last two
    addStep(session, step);
    const std::vector<LayerOverview> layers = layerOverview(session);
    const double tail = (1.0 / 24 + 1.0 / 25) / 2;
    QVERIFY(std::abs(layers[4].mismatch[0] - (0.05 + tail)) < 1e-6);
    QVERIFY(std::abs(layers[12].mismatch[1] - (0.26 + tail)) < 1e-6);
  }

  void takesTheLastStepOfThePathThatCalibrated() {
    Session session = plainSession();
    PlainStep calibrated, bare;
    calibrated.iterations = 4;
    bare.target = StepTarget::layer(2);
    bare.iterations = 0;
    addStep(session, calibrated);
    addStep(session, bare);
    QVERIFY(std::abs(layerOverview(session)[0].mismatch[0] - (0.01 + 0.25)) < 1e-6);
  }

  void survivesASessionWithoutTeachers() { QVERIFY(layerOverview(Session()).empty()); }
};

ZIPPER_TEST(TestLayerOverview)
#include "test_layer_overview.moc"
