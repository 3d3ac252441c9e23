// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/models/keras_config.h"
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

SpecOverrides read(const std::string& json) {
  int channels = 0;
  return statedByKeras(json, channels);
}

}  // namespace

class TestKerasConfig : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsWhatIsSaid() {
    int channels = 0;
    const SpecOverrides stated = statedByKeras(
        model({input("[null,128,128,3]"), layer("Rescaling", R"("scale":0.00784313725490196,"offset":-1)"),
               layer("Conv2D", R"("strides":[1,1])"), layer("BatchNormalization", R"("epsilon":0.002)"),
               layer("ReLU", R"("max_value":6.0)"), layer("Conv2D", R"("strides":[2,2])")}),
        channels);
    QCOMPARE(channels, 3);
    QVERIFY(stated.inputSize == 128 && stated.stemStride == 1 && stated.bnEpsilon == 0.002);
    QVERIFY(stated.activation == Activation::ReLU6);
    QVERIFY(stated.mean == std::vector<double>{0.5} && stated.std == std::vector<double>{0.5});
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
