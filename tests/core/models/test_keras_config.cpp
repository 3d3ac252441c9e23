// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/models/keras_config.h"
#include "core/support/error.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;

namespace {

std::string layer(const std::string& kind, const std::string& config) {
  return R"({"class_name":")" + kind + R"(","config":{)" + config + "}}";
}

std::string model(const std::vector<std::string>& layers) {
  std::string list;
  for (const std::string& one : layers) list += (list.empty() ? "" : ",") + one;
  return layer("Functional", "\"layers\":[" + list + "]");
}

std::string input(const std::string& shape, const char* key = "batch_input_shape") {
  return layer("InputLayer", std::string("\"") + key + "\":" + shape);
}

SpecOverrides read(const std::string& json) { return statedByKeras(KerasLayerList(json)).spec; }

}  // namespace

class TestKerasConfig : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsWhatIsSaid() {
    const KerasStatements statements = statedByKeras(KerasLayerList(
        model({input("[null,128,128,3]"), layer("Rescaling", R"("scale":0.00784313725490196,"offset":-1)"),
               layer("Conv2D", R"("strides":[1,1])"), layer("BatchNormalization", R"("epsilon":0.002)"),
               layer("ReLU", R"("max_value":6.0)"), layer("Conv2D", R"("strides":[2,2])")})));
    const SpecOverrides& stated = statements.spec;
    QCOMPARE(statements.channels, 3);
    QVERIFY(stated.inputSize == 128 && stated.stemStride == 1 && stated.bnEpsilon == 0.002);
    QVERIFY(stated.activation == Activation::ReLU6);
    QVERIFY(stated.mean == std::vector<double>{0.5} && stated.std == std::vector<double>{0.5});
  }

  /// Whose squeeze-and-excite pools within the backbone, and has a ReLU6 that is a part of its hard sigmoid.
  void readsV3() {
    const auto padded = [](int zeros) {
      return layer("ZeroPadding2D",
                   concat("\"padding\":[[", zeros - 1, ",", zeros, "],[", zeros - 1, ",", zeros, "]]"));
    };
    const std::string norm = layer("BatchNormalization", R"("epsilon":0.002)"),
                      relu = layer("ReLU", R"("max_value":null)"), relu6 = layer("ReLU", R"("max_value":6.0)"),
                      add = layer("TFOpLambda", R"("function":"__operators__.add")"),
                      pool = layer("GlobalAveragePooling2D", ""),
                      depthwise = R"("strides":[2,2],"padding":"valid","kernel_size":)";
    const std::vector<std::string> block{padded(1), layer("DepthwiseConv2D", std::string(depthwise) + "[3,3]"),
                                         norm,      relu,
                                         pool,      layer("Conv2D", ""),
                                         relu,      layer("Conv2D", ""),
                                         add,       relu6};
    std::vector<std::string> layers = block;
    for (const std::string& one : {padded(2), layer("DepthwiseConv2D", std::string(depthwise) + "[5,5]"), norm})
      layers.push_back(one);
    const KerasStatements stated = statedByKeras(KerasLayerList(model(layers)), true);
    QVERIFY(stated.spec.activation == Activation::ReLU && stated.spec.padding == Padding::Same);
    QCOMPARE(stated.strides, (std::vector<int>{2, 2}));
    // A ReLU6 of its own; both; and what no MobileNet V3 has.
    QVERIFY(statedByKeras(KerasLayerList(model({norm, relu6})), true).spec.activation == Activation::ReLU6);
    ZIPPER_EXPECT_ERROR(statedByKeras(KerasLayerList(model({norm, relu6, norm, relu})), true), "ReLU and ReLU6");
    const KerasLayerList swish(model({layer("Activation", R"("name":"a","activation":"swish")")}));
    ZIPPER_EXPECT_ERROR(statedByKeras(swish, true),
                        "layer 'a' of its backbone has the activation 'swish'; a MobileNet");
    const KerasLayerList gate(model({layer("Conv2D", R"("name":"a","activation":"sigmoid")")}));
    ZIPPER_EXPECT_ERROR(statedByKeras(gate, true), "layer 'a' of its backbone has the activation 'sigmoid'");
    statedByKeras(swish);
  }

  void readsModelsInModelsAndBothNames() {
    QVERIFY(read(model({input("[null,null,null,3]", "batch_shape"), model({input("[null,96,96,3]")})})).inputSize ==
            96);
    QVERIFY(read(model({input("[null,96,96,3]", "batch_shape")})).inputSize == 96);
    QVERIFY(read(R"({"class_name":"Sequential","config":[)" + input("[null,96,96,3]") + "]}").inputSize == 96);
    QVERIFY(read(model({layer("ReLU", R"("max_value":null)")})).activation == Activation::ReLU);
  }

  void saysNothingWhereNothingIsSaid() {
    for (const char* json : {"", "{", "[]", "3", R"({"class_name":"Functional"})", R"({"config":{"layers":3}})"})
      QVERIFY(isEmpty(read(json)));
    QVERIFY(isEmpty(read(model({input("[null,null,null,3]"), input("[null,7,7,1024]"), input("3")}))));
  }

  /// Only convolutions with stride 2 differ: SAME, or zeros on two sides, is TensorFlow's.
  void readsPaddingAndStrides() {
    const auto zeros = [](const char* padding) {
      return layer("ZeroPadding2D", std::string("\"padding\":") + padding);
    };
    const std::string valid = layer("Conv2D", R"("strides":[2,2],"padding":"valid")");
    const std::string same = layer("DepthwiseConv2D", R"("strides":[2,2],"padding":"same")");
    const std::string plain = layer("DepthwiseConv2D", R"("strides":[1,1],"padding":"same")");
    QVERIFY(read(model({zeros("[[0,1],[0,1]]"), valid})).padding == Padding::Same);
    QVERIFY(read(model({zeros("[[1,1],[1,1]]"), valid})).padding == Padding::Pad1);
    QVERIFY(read(model({zeros("[[1,1],[1,1]]"), valid, same})).padding == Padding::Same);
    QVERIFY(!read(model({valid, plain})).padding);
    QVERIFY(!read(model({zeros("[[2,1],[0,1]]"), valid})).padding);
    QVERIFY(!read(model({zeros("3"), valid})).padding);
    QCOMPARE(statedByKeras(KerasLayerList(model({valid, same, plain}))).strides, (std::vector<int>{2, 1}));
  }

  /// The layers of a head have activations of their own.
  void readsTheBackboneOnly() {
    for (const char* end : {"GlobalAveragePooling2D", "AveragePooling2D", "Flatten"}) {
      const SpecOverrides stated =
          read(model({layer("ReLU", R"("max_value":6.0)"), layer(end, ""),
                      layer("Activation", R"("activation":"relu")"), layer("BatchNormalization", R"("epsilon":0.5)")}));
      QVERIFY(stated.activation == Activation::ReLU6 && !stated.bnEpsilon);
    }
  }

  void listsLayersInOrder() {
    const KerasLayerList list(
        R"({"class_name":"Sequential","config":{"name":"whole","layers":[)"
        R"({"class_name":"Functional","config":{"name":"inner","layers":[{"class_name":"Dense","config":{"name":"a"}}]}},)"
        R"({"class_name":"Dense","name":"b","config":{"units":3,"size":[2,"x"],"pair":[2,3],"one":4}},3,{"class_name":"D"}]}})");
    const auto& layers = list.layers();
    QCOMPARE(layers.size(), std::size_t(3));
    QVERIFY(layers[0].isModel && layers[0].name == "inner" && layers[0].models.empty());
    QVERIFY(!layers[1].isModel && layers[1].name == "a" && layers[1].models == "inner/" && layers[1].kind == "Dense");
    QVERIFY(layers[2].name == "b" && layers[2].number("units") == 3.0 && layers[2].text("units").empty());
    QVERIFY(layers[2].pair("size").empty() && layers[2].pair("units") == (std::vector<std::int64_t>{3, 3}));
    QCOMPARE(layers[2].pair("pair"), (std::vector<std::int64_t>{2, 3}));
    QVERIFY(layers[2].at("none") == nullptr && layers[2].pair("none").empty());
    const KerasLayerList copy = list;  // points into the same document
    QCOMPARE(copy.layers()[2].number("one"), std::optional(4.0));
  }

  void refusesContradictions() {
    ZIPPER_EXPECT_ERROR(read(model({input("[null,32,64,3]")})), "an input 32 pixels high and 64 wide");
    ZIPPER_EXPECT_ERROR(read(model({input("[null,16,16,3]")})), "an input of 16x16 pixels, 32x32 to 4096x4096");
    ZIPPER_EXPECT_ERROR(read(model({input("[null,64,64,3]"), model({input("[null,96,96,3]")})})),
                        "states inputs of 64x64 and of 96x96 pixels");
    ZIPPER_EXPECT_ERROR(read(model({layer("ReLU", R"("max_value":6.0)"), layer("ReLU", R"("max_value":null)")})),
                        "ReLU and ReLU6");
    // What can't be read is no reason to refuse the weights.
    QVERIFY(isEmpty(read(std::string(100'000, '['))));
    std::string deep = input("[null,64,64,3]");
    for (int i = 0; i < 12; ++i) deep = model({deep});
    QVERIFY(isEmpty(read(model({deep}))) || read(model({deep})).inputSize == 64);
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestKerasConfig)
#include "test_keras_config.moc"
