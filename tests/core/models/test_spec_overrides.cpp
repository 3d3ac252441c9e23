// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/models/spec_overrides_json.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;

namespace {

SpecOverrides read(const std::vector<std::string>& entries) {
  return overridesFromJson(overridesFromTexts(entries, "--override-a"), "--override-a");
}

using Numbers = std::vector<double>;

}  // namespace

class TestSpecOverrides : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsEveryKeyAsItIsDocumented() {
    const SpecOverrides all =
        read({"input_size=96", "stem-stride=1", "activation=ReLU", "padding=Same", "bn_epsilon=.001", "class-offset=1",
              "mean=0.485,0.456,0.406", "std=[0.229, 0.224, 0.225]", "channel_order=BGR", "ema=True", "part=3"});
    QVERIFY(all.inputSize == 96 && all.stemStride == 1 && all.activation == Activation::ReLU);
    QVERIFY(all.padding == Padding::Same && all.bnEpsilon == 0.001 && all.classOffset == 1);
    QVERIFY(all.mean == (Numbers{0.485, 0.456, 0.406}) && all.std == (Numbers{0.229, 0.224, 0.225}));
    QVERIFY(all.channelOrder == ChannelOrder::BGR && all.useEma && all.part == "3");
  }

  void anyKeyIsSomething() {
    QVERIFY(isEmpty({}));
    for (const char* one : {"input_size=96", "stem_stride=1", "activation=relu", "padding=same", "bn_epsilon=.001",
                            "class_offset=1", "mean=0.5", "std=0.5", "channel_order=bgr", "ema=true", "part=3"})
      QVERIFY2(!isEmpty(read({one})), one);
    QCOMPARE(toJson(read({"input_size=96"})).size(), std::size_t(1));
  }

  void readsNumbersInEveryForm() {
    for (const auto& [text, numbers] : {std::pair{"0.5", Numbers{0.5}},
                                        {"0.5,0.5,0.5", Numbers{0.5, 0.5, 0.5}},
                                        {"[0.5]", Numbers{0.5}},
                                        {"[1, 2,3]", Numbers{1, 2, 3}},
                                        {".5,-1e-3,+2", Numbers{0.5, -0.001, 2}},
                                        {"0.5, 0.5", Numbers{0.5, 0.5}}}) {
      QVERIFY2(numbersFromText(text, "x") == numbers, text);
      QVERIFY2(read({concat("mean=", text)}).mean == numbers, text);
    }
    for (const char* text : {"", "half", "0.5;0.5", "0.5,,0.5", "0.5,", "nan", "1e999", "[0.5", "0.5 0.5"})
      ZIPPER_EXPECT_ERROR(numbersFromText(text, "'mean'"), "'mean': '");
  }

  void refusesWhatIsNeither() {
    ZIPPER_EXPECT_ERROR(read({"relu"}), "'relu' found, KEY=VALUE expected");
    ZIPPER_EXPECT_ERROR(read({"size=7"}), "--override-a: unknown key 'size'");
    ZIPPER_EXPECT_ERROR(read({"stem_stride=two"}), "'stem_stride' holds \"two\"");
    ZIPPER_EXPECT_ERROR(read({"stem_stride=1.5"}), "'stem_stride' holds 1.5, a whole number expected");
    ZIPPER_EXPECT_ERROR(read({"input_size=1", "input-size=2"}), "input_size is given twice");
    for (const char* wide :
         {"input_size=4294967360", "stem_stride=4294967297", "class_offset=4294967296", "class_offset=-4294967295"})
      ZIPPER_EXPECT_ERROR(read({wide}), "out of range");
    ZIPPER_EXPECT_ERROR(read({"ema=1"}), "true or false expected");
    ZIPPER_EXPECT_ERROR(read({"padding=none"}), "padding: 'none' found");
    ZIPPER_EXPECT_ERROR(read({"ema=maybe"}), "'ema' holds \"maybe\"");
  }

  /// A recipe may hold one number where there is one.
  void recipesHoldNumbersToo() {
    QVERIFY(overridesFromJson(Json{{"mean", 0.5}}, "recipe").mean == Numbers{0.5});
    QVERIFY(overridesFromJson(Json{{"std", {1, 2, 3}}}, "recipe").std == (Numbers{1, 2, 3}));
    ZIPPER_EXPECT_ERROR(overridesFromJson(Json{{"mean", "0.5"}}, "recipe"), "'mean' holds \"0.5\"");
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestSpecOverrides)
#include "test_spec_overrides.moc"
