// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <algorithm>

#include "core/containers/crafted_file.h"
#include "core/containers/safetensors.h"
#include "core/models/model_file.h"
#include "core/models/shaped_modules.h"
#include "held_notes.h"
#include "support/expect_error.h"
#include "support/random_networks.h"
#include "support/test_program.h"

using namespace zipper;
using test::holds;

namespace {

/// "stem" -> "first", "layers.3.depthwise" -> "b3.dw", ...
using UnitName = std::function<std::string(const std::string& unit, bool norm)>;

std::string unitOf(const std::string& key) { return key.substr(0, key.rfind('.', key.rfind('.') - 1)); }
std::string leafOf(const std::string& key) { return key.substr(key.rfind('.') + 1); }
int layerOf(const std::string& unit) { return unit == "stem" ? 0 : std::stoi(unit.substr(7)); }
bool isDepthwise(const std::string& unit) { return unit.find("depthwise") != std::string::npos; }

/// The state of a network with other names, in its order.
NamedTensors renamed(MobileNet& network, const UnitName& name, const std::string& head = "fc") {
  NamedTensors result;
  for (const auto& [key, tensor] : network->state()) {
    const std::string module =
        key.rfind("head.", 0) == 0 ? head : name(unitOf(key), key.find(".bn.") != std::string::npos);
    result.emplace_back(module + "." + leafOf(key), tensor.detach().clone());
  }
  return result;
}

/// As 3DDFA has it: dw2_1 ... dw6, conv_dw and bn_dw.
std::string like3ddfa(const std::string& unit, bool norm) {
  if (unit == "stem") return norm ? "bn1" : "conv1";
  const char* const blocks[] = {"2_1", "2_2", "3_1", "3_2", "4_1", "4_2", "5_1",
                                "5_2", "5_3", "5_4", "5_5", "5_6", "6"};
  return concat("dw", blocks[layerOf(unit) - 1], norm ? ".bn_" : ".conv_", isDepthwise(unit) ? "dw" : "sep");
}

/// nn.Sequential in nn.Sequential: nothing but numbers.
std::string numbered(const std::string& unit, bool norm) {
  const int layer = layerOf(unit);
  if (unit == "stem") return norm ? "net.0.1" : "net.0.0";
  return concat("net.", layer, isDepthwise(unit) ? (norm ? ".1" : ".0") : (norm ? ".4" : ".3"), ".x");
}

std::string inLists(const std::string& unit, bool norm) {
  if (unit == "stem") return norm ? "stem_bn" : "stem_conv";
  return concat(isDepthwise(unit) ? "dw." : "pw.", layerOf(unit) - 1, norm ? ".bn" : ".conv");
}

}  // namespace

class TestSchemeByShapes : public QObject {
  Q_OBJECT

 private:
  test::CraftedFiles files_;
  MobileNetSpec spec_ = test::smallSpec(0.25, 32, 10);
  MobileNet network_ = test::randomNetwork(spec_, 7);

  LoadedModel load(const NamedTensors& tensors, const SpecOverrides& overrides = {}) {
    writeSafetensors(files_.path("x.safetensors"), tensors, {});
    return loadModel(files_.path("x.safetensors"), overrides);
  }

  void expectSame(MobileNet& found) {
    for (const auto& [key, tensor] : network_->state())
      QVERIFY2(torch::equal(find(found->state(), key), tensor), key.c_str());
  }

 private Q_SLOTS:
  void readsNamesOfNobodyKnown_data() {
    QTest::addColumn<int>("names");
    QTest::addColumn<bool>("sorted");
    for (const bool sorted : {false, true}) {
      QTest::addRow("3ddfa %d", sorted) << 0 << sorted;
      QTest::addRow("numbers %d", sorted) << 1 << sorted;
      QTest::addRow("lists %d", sorted) << 2 << sorted;
    }
  }

  /// Some programs write tensors in the order of the network, others by name ("10" before "2").
  void readsNamesOfNobodyKnown() {
    QFETCH(int, names);
    QFETCH(bool, sorted);
    const UnitName schemes[] = {like3ddfa, numbered, inLists};
    NamedTensors tensors = renamed(network_, schemes[names]);
    if (sorted)
      std::sort(tensors.begin(), tensors.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    LoadedModel model = load(tensors);
    expectSame(model.network);
    QCOMPARE(model.source.scheme, std::string("shapes"));
    QVERIFY(holds(model.source.notes, "layers guessed: by the shapes of their weights and by "));
    QVERIFY(holds(model.source.notes, "the names are those of no known publisher"));
    QVERIFY(holds(model.source.notes, "activation guessed: relu (what most networks have)"));
    QVERIFY(holds(model.source.notes, "taken for the head: 'fc'"));
    SpecOverrides overrides;
    overrides.activation = Activation::ReLU6;
    LoadedModel other = load(tensors, overrides);
    QVERIFY(other.network->spec().activation == Activation::ReLU6);
    QVERIFY(!holds(other.source.notes, "activation guessed"));
  }

  void readsFoldedAndHeadlessNetworks() {
    NamedTensors tensors = renamed(network_, like3ddfa), bare, folded;
    for (const auto& entry : tensors)
      if (entry.first.rfind("fc", 0) != 0) bare.push_back(entry);
    QCOMPARE(load(bare).network->spec().classes, 0);
    for (const auto& [name, tensor] : tensors) {
      if (name.find("bn") != std::string::npos) continue;
      folded.emplace_back(name, tensor);
      if (name.find("conv") != std::string::npos)
        folded.emplace_back(name.substr(0, name.rfind('.')) + ".bias", torch::zeros({tensor.size(0)}));
    }
    QVERIFY(holds(load(folded).source.notes, "batch normalization is folded into 27 convolutions"));
    tensors.pop_back();  // the head's bias
    QVERIFY(holds(load(tensors).source.notes, "the head has no bias"));
  }

  void readsTensorFlowsLayout() {
    NamedTensors tensors;
    for (const auto& [name, tensor] : renamed(network_, like3ddfa)) {
      torch::Tensor value = tensor;
      const bool depthwise = name.find("conv_dw") != std::string::npos;
      if (tensor.dim() == 4)
        value = tensor.permute(depthwise ? at::IntArrayRef{2, 3, 0, 1} : at::IntArrayRef{2, 3, 1, 0});
      if (tensor.dim() == 2) value = tensor.t();
      const std::string module = name.substr(0, name.rfind('.')), leaf = leafOf(name);
      const bool norm = name.find("bn") != std::string::npos;
      const char* end = leaf == "running_mean"  ? "moving_mean"
                        : leaf == "running_var" ? "moving_variance"
                        : leaf == "bias"        ? (norm ? "beta" : "bias")
                                                : (norm ? "gamma" : "kernel");
      tensors.emplace_back(module + "/" + end, value.contiguous());
    }
    LoadedModel model = load(tensors);
    expectSame(model.network);
    QVERIFY(model.network->spec().padding == Padding::Same);
  }

  void choosesOneOfSeveralNetworks() {
    MobileNet other = test::randomNetwork(spec_, 8);
    NamedTensors both;
    for (const auto& [name, tensor] : renamed(network_, like3ddfa)) both.emplace_back("student." + name, tensor);
    for (const auto& [name, tensor] : renamed(other, like3ddfa)) both.emplace_back("teacher." + name, tensor);
    ZIPPER_EXPECT_ERROR(load(both), "holds several networks: 'student.', 'teacher.'; choose one of them (--part)");
    SpecOverrides overrides;
    overrides.part = "student";
    LoadedModel model = load(both, overrides);
    expectSame(model.network);
    for (auto& [name, tensor] : both)
      if (name.rfind("teacher.", 0) == 0) name = "ema_model." + name.substr(8);
    LoadedModel weights = load(both);
    expectSame(weights.network);
  }

  void refusesWhatCannotBeTold() {
    const NamedTensors good = renamed(network_, like3ddfa);
    const auto without = [&](const std::string& part) {
      NamedTensors kept;
      for (const auto& entry : good)
        if (entry.first.find(part) == std::string::npos) kept.push_back(entry);
      return kept;
    };
    const auto with = [&](const std::string& name, const torch::Tensor& tensor) {
      NamedTensors more = good;
      more.emplace_back(name, tensor);
      return more;
    };
    ZIPPER_EXPECT_ERROR(load(without("dw5_3.bn_dw")), "26 batch normalizations");
    ZIPPER_EXPECT_ERROR(load(without("dw5_3.bn_dw.running_var")), "26 batch normalizations");
    ZIPPER_EXPECT_ERROR(load(without("dw5_3.conv_sep")), "13 depthwise 3x3 and 12 pointwise convolutions");
    ZIPPER_EXPECT_ERROR(load(with("fc2.weight", torch::zeros({4, 256}))),
                        "several layers can be the head: 'fc', 'fc2'");
    ZIPPER_EXPECT_ERROR(load(with("dw6.prelu.weight", torch::zeros({256}))),
                        "1 tensor has no place in a MobileNet V1: 'dw6.prelu.weight'");
    NamedTensors swapped = good;
    for (auto& [name, tensor] : swapped) {
      if (name.rfind("dw4_2.conv_sep", 0) == 0) tensor = tensor.transpose(0, 1).contiguous();
    }
    ZIPPER_EXPECT_ERROR(load(swapped), "would be layer");
    NamedTensors negative = good;
    for (auto& [name, tensor] : negative)
      if (name == "dw6.bn_sep.running_var") (tensor = tensor.clone())[3] = -1;
    ZIPPER_EXPECT_ERROR(load(negative), "a variance is negative");
    // By name dw5_1's batch normalization belongs to another layer than by place.
    NamedTensors ambiguous = good;
    for (auto& [name, tensor] : ambiguous) {
      if (name.rfind("dw5_1.bn_dw", 0) == 0)
        name.replace(0, 5, "dw5_2");
      else if (name.rfind("dw5_2.bn_dw", 0) == 0)
        name.replace(0, 5, "dw5_1");
    }
    ZIPPER_EXPECT_ERROR(load(ambiguous), "other batch normalizations belong to the convolutions");
  }

  void countsNumbersAsNumbers() {
    for (const auto& [one, other] : {std::pair{"b.9", "b.10"},
                                     {"b.2.x", "b.10.a"},
                                     {"a", "b"},
                                     {"a.1", "a.1.x"},
                                     {"dw2_1", "dw2_2"},
                                     {"x09", "x10"},
                                     {"", "a"}}) {
      QVERIFY2(comesBefore(one, other), one);
      QVERIFY2(!comesBefore(other, one), one);
    }
    QVERIFY(!comesBefore("a.1", "a.1"));
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestSchemeByShapes)
#include "test_scheme_by_shapes.moc"
