// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/support/json_reader.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;

namespace {

template <typename T>
T valueOf(const std::string& text) {
  const Json json = parseShallow(text, 3, "x");
  T value{};
  JsonReader(json, "x").read("a", value);
  return value;
}

}  // namespace

/// JSON of strangers means what it says, or is refused.
class TestJsonReader : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void refusesWhatIsntPlain() {
    ZIPPER_EXPECT_ERROR(parseShallow("", 2, "x"), "x: empty");
    ZIPPER_EXPECT_ERROR(parseShallow("{\n \"a\":1,}", 2, "x"), "x: not valid JSON at line 2, column 8");
    ZIPPER_EXPECT_ERROR(parseShallow("[[[1]]]", 2, "x"), "x: JSON is nested deeper than 2 levels");
    ZIPPER_EXPECT_ERROR(parseShallow(std::string(1000000, '['), 2, "x"), "nested deeper");
    ZIPPER_EXPECT_ERROR(parseShallow(R"({"a":{"b":1,"c":2,"b":3}})", 2, "x"), "x: the key 'b' stands there twice");
    ZIPPER_EXPECT_ERROR(parseShallow("{\"\\u001b[31m\":1,\"\\u001b[31m\":2}", 2, "x"), "the key '?[31m' stands");
    ZIPPER_EXPECT_ERROR(parseShallow("[1,2]", 2, "x", 4), "x: has 5 bytes, at most 4 were expected");
    ZIPPER_EXPECT_ERROR(parseShallow("1e999", 2, "x"), "x: a number in it is too large");
    QCOMPARE(parseShallow(R"({"a":{"b":[1]},"b":{"b":2}})", 3, "x").size(), std::size_t(2));
  }

  void wholeNumbersStayWhole() {
    QCOMPARE(valueOf<int>(R"({"a":-2147483648})"), std::numeric_limits<int>::min());
    QCOMPARE(valueOf<std::uint64_t>(R"({"a":18446744073709551615})"), ~std::uint64_t(0));
    QCOMPARE(valueOf<std::vector<int>>(R"({"a":[1,2]})"), (std::vector<int>{1, 2}));
    ZIPPER_EXPECT_ERROR(valueOf<int>(R"({"a":4294967297})"), "x: 'a' holds 4294967297, which is out of range");
    ZIPPER_EXPECT_ERROR(valueOf<int>(R"({"a":0.9})"), "x: 'a' holds 0.9, a whole number expected");
    ZIPPER_EXPECT_ERROR(valueOf<int>(R"({"a":true})"), "a whole number expected");
    ZIPPER_EXPECT_ERROR(valueOf<std::uint64_t>(R"({"a":-1})"), "which is out of range");
    ZIPPER_EXPECT_ERROR(valueOf<std::uint64_t>(R"({"a":18446744073709551617})"), "a whole number expected");
    ZIPPER_EXPECT_ERROR(valueOf<std::vector<int>>(R"({"a":[1,4294967296]})"),
                        "holds 4294967296, which is out of range");
    ZIPPER_EXPECT_ERROR(valueOf<std::vector<int>>(R"({"a":{"b":1}})"), "a list expected");
    ZIPPER_EXPECT_ERROR(valueOf<double>(R"({"a":"1"})"), "'a' holds \"1\", a number expected");
    ZIPPER_EXPECT_ERROR(valueOf<bool>(R"({"a":1})"), "true or false expected");
    ZIPPER_EXPECT_ERROR(valueOf<std::string>(R"({"a":1})"), "a text expected");
    QCOMPARE(parseIntegers("[3,1]", "x"), (std::vector<int>{3, 1}));
    ZIPPER_EXPECT_ERROR(parseIntegers("[3.5]", "x"), "holds 3.5, a whole number expected");
    ZIPPER_EXPECT_ERROR(parseIntegers("7", "x"), "a list expected");
  }

  void namesWhatIsMissing() {
    const Json json = parseShallow("{\"a\":1,\"\\u202ec\":2}", 2, "x");
    JsonReader reader(json, "x");
    int value = 0;
    reader.require("a", value);
    ZIPPER_EXPECT_ERROR(reader.require("b", value), "x: 'b' is missing");
    ZIPPER_EXPECT_ERROR(reader.finish(), "x: unknown key '?c'; known are a, b");
  }

  void textsByKey() {
    QCOMPARE(parseTexts(R"({"b":"1","a":"2"})", "x").size(), std::size_t(2));
    ZIPPER_EXPECT_ERROR(parseTexts(R"({"a":1})", "x"), "x: 'a' isn't a text");
    ZIPPER_EXPECT_ERROR(parseTexts(R"(["a"])", "x"), "x: a JSON object expected");
    ZIPPER_EXPECT_ERROR(parseTexts(R"({"a":["1"]})", "x"), "x: JSON is nested deeper than 1 levels");
    ZIPPER_EXPECT_ERROR(parseTexts(R"({"a":[]})", "x"), "x: 'a' isn't a text");
    std::string many = "{";
    for (int i = 0; i < 100000; ++i) many += concat(i > 0 ? ",\"" : "\"", i, "\":\"\"");
    QCOMPARE(parseTexts(many + "}", "x").size(), std::size_t(100000));
    ZIPPER_EXPECT_ERROR(parseShallow(many + "}", 2, "x"), "x: an object has too many keys");
  }
};

ZIPPER_TEST(TestJsonReader)
#include "test_json_reader.moc"
