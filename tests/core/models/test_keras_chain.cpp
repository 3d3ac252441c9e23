// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <map>

#include "core/models/keras_chain.h"
#include "core/models/keras_graph.h"
#include "core/network/plan.h"
#include "core/support/error.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;

namespace {

MobileNetSpec specOfV2() {
  MobileNetSpec spec;
  spec.architecture = Architecture::MobileNetV2;
  spec.classes = 3;
  return spec;
}

/// A MobileNet as Keras lists its layers, which may be wired otherwise.
class Listed {
 public:
  explicit Listed(const MobileNetSpec& spec) {
    const std::vector<UnitPlan> units = unitsOf(spec);
    add("InputLayer", "image", {});
    std::vector<std::string> outputs;
    for (const UnitPlan& unit : units) {
      const std::string before = unit.input < 0 ? "image" : outputs[std::size_t(unit.input)];
      const bool isHead = unit.kind == UnitKind::Head;
      names_[unit.name + (isHead ? ".weight" : ".conv.weight")] = "model/" + unit.name + "/kernel";
      if (isHead) add("GlobalAveragePooling2D", unit.name + "_pool", {before});
      add(isHead ? "Dense" : "Conv2D", unit.name, {isHead ? unit.name + "_pool" : before});
      outputs.push_back(isHead ? unit.name : behind(unit, outputs));
    }
  }

  void wire(const std::string& layer, const std::vector<std::string>& inputs) { inputs_.at(layer) = inputs; }

  /// `keras3`: with what a layer reads in an object of its arguments.
  KerasLayerList list(bool keras3 = false) const {
    std::string layers;
    for (const auto& [kind, name] : layers_) {
      std::string nodes;
      for (const std::string& input : inputs_.at(name)) {
        const std::string place = "[\"" + input + "\",0,0";
        nodes += nodes.empty() ? "" : ",";
        nodes += keras3
                     ? R"({"class_name":"__keras_tensor__","config":{"shape":[null,4],"keras_history":)" + place + "]}}"
                     : place + ",{}]";
      }
      if (!nodes.empty()) nodes = keras3 ? R"({"args":[)" + nodes + R"(],"kwargs":{}})" : "[" + nodes + "]";
      layers += concat(layers.empty() ? "" : ",", R"({"class_name":")", kind, R"(","config":{"name":")", name,
                       R"("},"inbound_nodes":[)", nodes, "]}");
    }
    return KerasLayerList(R"({"class_name":"Functional","config":{"name":"model","layers":[)" + layers + "]}}");
  }

  const std::map<std::string, std::string>& names() const { return names_; }

 private:
  void add(const std::string& kind, const std::string& name, const std::vector<std::string>& inputs) {
    layers_.emplace_back(kind, name);
    inputs_[name] = inputs;
  }

  /// Normalization, activation, product and addition; the name of the last of them.
  std::string behind(const UnitPlan& unit, const std::vector<std::string>& outputs) {
    std::string last = unit.name;
    const auto follow = [&](const std::string& kind, const std::string& end, const std::vector<std::string>& more) {
      std::vector<std::string> inputs{last};
      inputs.insert(inputs.end(), more.begin(), more.end());
      last = unit.name + end;
      add(kind, last, inputs);
    };
    if (unit.normalizes()) {
      follow("BatchNormalization", "_bn", {});
      names_[unit.name + ".bn.weight"] = "model/" + last + "/gamma";
    }
    if (unit.activation != Activation::None) follow("ReLU", "_relu", {});
    if (unit.gated >= 0) follow("Multiply", "_times", {outputs[std::size_t(unit.gated)]});
    if (unit.addend >= 0) follow("Add", "_add", {outputs[std::size_t(unit.addend)]});
    return last;
  }

  std::vector<std::pair<std::string, std::string>> layers_;  ///< class and name
  std::map<std::string, std::vector<std::string>> inputs_;
  std::map<std::string, std::string> names_;
};

KerasLayerList functional(const std::string& layers) {
  return KerasLayerList(R"({"class_name":"Functional","config":{"layers":[)" + layers + "]}}");
}

std::string layerJson(const std::string& name, const std::string& nodes) {
  return R"({"class_name":"ReLU","config":{"name":")" + name + R"("},"inbound_nodes":[)" + nodes + "]}";
}

}  // namespace

/// How the layers of a Keras model read each other.
class TestKerasChain : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void takesWhatIsRight_data() {
    QTest::addColumn<int>("architecture");
    QTest::newRow("V1") << int(Architecture::MobileNetV1);
    QTest::newRow("V2") << int(Architecture::MobileNetV2);
    QTest::newRow("V3 large") << int(Architecture::MobileNetV3Large);
    QTest::newRow("V3 small") << int(Architecture::MobileNetV3Small);
  }
  void takesWhatIsRight() {
    QFETCH(int, architecture);
    MobileNetSpec spec = specOfV2();
    spec.architecture = Architecture(architecture);
    const Listed listed(spec);
    for (const bool keras3 : {false, true}) checkKerasChain(listed.list(keras3), spec, listed.names());
    // The same layers, of which one reads the image in place of the one before it.
    const UnitPlan second = unitsOf(spec)[1];
    Listed other = listed;
    other.wire(second.name, {"image"});
    for (const bool keras3 : {false, true})
      ZIPPER_EXPECT_ERROR(checkKerasChain(other.list(keras3), spec, listed.names()),
                          "layer '" + second.name + "' of its configuration is computed from 'image'; in a " +
                              titleOf(spec.architecture) + " it is computed from 'stem_bn'");
  }

  void refusesWhatIsWiredOtherwise_data() {
    QTest::addColumn<QString>("layer");
    QTest::addColumn<QStringList>("inputs");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* layer, const QStringList& inputs, const char* message) {
      QTest::newRow(name) << layer << inputs << message;
    };
    row("circle", "layers.2.expand", {"layers.17.project_bn"},
        "layer 'layers.2.expand' of its configuration reads 'layers.17.project_bn', which is computed from it");
    row("itself", "layers.2.expand", {"layers.2.expand"}, "reads 'layers.2.expand', which is computed from it");
    row("nothing", "layers.2.expand", {"none"}, "reads 'none', which is no layer of it");
    row("a layer left out", "layers.6.expand", {"layers.4.project_bn"},
        "layer 'layers.6.expand' of its configuration is computed from 'layers.4.project_bn'; in a MobileNet V2 it is "
        "computed from");
    row("no addition", "layers.3.project_add", {"layers.3.project_bn"},
        "is computed from 'layers.3.project_bn'; in a MobileNet V2 it is computed from 'layers.2.project_bn', "
        "'layers.3.project_bn'");
    row("another addition", "layers.5.project_add", {"layers.5.project_bn", "layers.2.project_bn"},
        "in a MobileNet V2 it is computed from");
    row("another norm", "layers.9.expand_relu", {"layers.8.expand_bn"}, "layer 'layers.9.depthwise' of its");
    row("norm of another", "layers.9.expand_bn", {"layers.8.expand"}, "layer 'layers.9.expand_bn' of its");
    row("head", "head_pool", {"layers.17.project_bn"},
        "layer 'head' of its configuration is computed from 'layers.17.project_bn'; in a MobileNet V2 it is computed "
        "from 'layers.18.pointwise_bn'");
  }
  void refusesWhatIsWiredOtherwise() {
    QFETCH(QString, layer);
    QFETCH(QStringList, inputs);
    QFETCH(QString, message);
    Listed listed(specOfV2());
    std::vector<std::string> from;
    for (const QString& input : inputs) from.push_back(input.toStdString());
    listed.wire(layer.toStdString(), from);
    ZIPPER_EXPECT_ERROR(checkKerasChain(listed.list(), specOfV2(), listed.names()), message.toStdString());
  }

  /// Layers of unknown names may be anything.
  void judgesOnlyWhatItKnows() {
    Listed listed(specOfV2());
    listed.wire("layers.6.expand", {"layers.4.project_bn"});
    std::map<std::string, std::string> names = listed.names();
    names["layers.6.expand.conv.weight"] = "model/unknown/kernel";
    checkKerasChain(listed.list(), specOfV2(), names);
    checkKerasChain(listed.list(), specOfV2(), {});
    checkKerasChain(KerasLayerList(""), specOfV2(), listed.names());
  }

  /// A layer that is used twice may read what was computed from its first use.
  void tellsUsesApart() {
    const std::string input = layerJson("in", "");
    const KerasGraph twice(functional(input + "," + layerJson("a", R"([["in",0,0,{}]],[["b",0,0,{}]])") + "," +
                                      layerJson("b", R"([["a",0,0,{}]])") + "," + layerJson("c", R"([["a",1,0,{}]])")));
    QCOMPARE(twice.nodesOf(1).size(), std::size_t(2));
    QCOMPARE(twice.nodesOf(3)[0].inputs[0].node, 1);
    ZIPPER_EXPECT_ERROR(KerasGraph(functional(input + "," + layerJson("a", R"([["b",0,0,{}]])") + "," +
                                              layerJson("b", R"([["a",0,0,{}]])"))),
                        "layer 'a' of its configuration reads 'b', which is computed from it");
    // Numbers of uses that aren't there, and constants in place of layers.
    const KerasGraph others(functional(input + "," + layerJson("a", R"(["in",7,0,{"y":["in",-1,0]}])") + "," +
                                       layerJson("b", R"(["_CONSTANT_VALUE",-1,3,{}])")));
    QCOMPARE(others.nodesOf(1)[0].inputs.size(), std::size_t(2));
    QVERIFY(others.nodesOf(1)[0].inputs[0].node == 0 && others.nodesOf(1)[0].inputs[1].node == 0);
    QVERIFY(others.nodesOf(2)[0].inputs.empty());
  }

  void followsSequentialModels() {
    const KerasLayerList list(
        R"({"class_name":"Sequential","config":{"layers":[{"class_name":"Functional","config":{"name":"m","layers":[)" +
        layerJson("a", "") +
        R"(]}},{"class_name":"Dense","config":{"name":"b"}},{"class_name":"Dense","config":{"name":"c"}}]}})");
    const KerasGraph graph(list);
    QVERIFY(graph.nodesOf(0)[0].inputs.empty() && !graph.nodesOf(0)[0].isOpen);
    QCOMPARE(graph.nodesOf(2)[0].inputs[0].layer, 0);
    QCOMPARE(graph.nodesOf(3)[0].inputs[0].layer, 2);
    QCOMPARE(graph.layerAt("x/y/c"), 3);
    QCOMPARE(graph.layerAt("c/y"), -1);
    QVERIFY(KerasGraph(functional(R"({"class_name":"ReLU","config":{"name":"a"}})")).nodesOf(0)[0].isOpen);
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestKerasChain)
#include "test_keras_chain.moc"
