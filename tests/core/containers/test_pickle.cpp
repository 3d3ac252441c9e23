// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/containers/pickle.h"
#include "core/support/random.h"
#include "crafted_pickle.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

std::string repeated(const std::string& text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

std::string errorOfPickle(const std::string& bytes, bool objects = false) {
  return errorOf([&] { readPickle(bytes, objects); });
}

}  // namespace

class TestPickle : public QObject {
  Q_OBJECT

 private:
  void expect(const std::string& message, const std::string& part) {
    QVERIFY2(message.find(part) != std::string::npos, message.c_str());
  }

 private Q_SLOTS:
  void readsValues() {
    const Pickle pickle =
        readPickle(pickled("(K\x07M\x01\x02J\xff\xff\xff\xff\x8a\x01\x80G\x3f\xf8" + std::string(6, '\0') +
                           "\x88\x89NU\x02hi" + "\x8a\x09" + std::string(9, '\x01') + "l"),
                   false);
    QVERIFY(pickle.root.kind == PickleKind::List);
    const auto& items = pickle.items(pickle.root);
    QCOMPARE(items.size(), std::size_t(10));
    QCOMPARE(items[0].integer, std::int64_t(7));
    QCOMPARE(items[1].integer, std::int64_t(513));
    QCOMPARE(items[2].integer, std::int64_t(-1));
    QCOMPARE(items[3].integer, std::int64_t(-128));
    QCOMPARE(items[4].real, 1.5);
    QVERIFY(items[5].kind == PickleKind::Bool && items[5].integer == 1 && items[6].integer == 0);
    QVERIFY(items[7].kind == PickleKind::None);
    QCOMPARE(pickle.text(items[8]), std::string("hi"));
    QVERIFY(items[9].kind == PickleKind::Other);
  }

  void readsDictsTuplesAndTheMemory() {
    const Pickle pickle =
        readPickle(pickled(pickledGlobal("collections", "OrderedDict") + ")Rq\x01(" + pickledText("a") +
                           "q\x02K\x01K\x02" + "\x86" + pickledText("b") + "h\x02u}b"),
                   false);
    const auto& dict = pickle.dict(pickle.root);
    QCOMPARE(dict.size(), std::size_t(2));
    QCOMPARE(pickle.text(dict[0].first), std::string("a"));
    QVERIFY(dict[0].second.kind == PickleKind::Tuple);
    QCOMPARE(pickle.items(dict[0].second)[1].integer, std::int64_t(2));
    QCOMPARE(pickle.text(dict[1].second), std::string("a"));
  }

  void readsTensors() {
    const std::string tensor = pickledTensor(pickledStorage("5", 12), 2, {2, 3}, {3, 1});
    const std::string parameter = pickledGlobal("torch._utils", "_rebuild_parameter") + "(" + tensor + "\x88" +
                                  pickledGlobal("collections", "OrderedDict") + ")RtR";
    const Pickle pickle = readPickle(pickled(pickledDict("w", parameter)), false);
    QCOMPARE(pickle.tensors.size(), std::size_t(1));
    QCOMPARE(pickle.tensors[0].sizes, (std::vector<std::int64_t>{2, 3}));
    QCOMPARE(pickle.tensors[0].offset, std::int64_t(2));
    QCOMPARE(pickle.tensors[0].type, std::string("Float"));
    QCOMPARE(pickle.storages[0].key, std::string("5"));
    QVERIFY(pickle.dict(pickle.root)[0].second.kind == PickleKind::Tensor);
  }

  void readsTensorsOfUntypedStorages() {
    const std::string storage = "(" + pickledText("storage") + pickledGlobal("torch.storage", "UntypedStorage") +
                                pickledText("0") + pickledText("cpu") + pickledInteger(8) + "tQ";
    const std::string start = pickledGlobal("torch._utils", "_rebuild_tensor_v3") + "(" + storage + "K" +
                              std::string(1, '\0') + pickledTuple({4}) + pickledTuple({1}) + "\x89}";
    const Pickle pickle = readPickle(pickled(start + pickledGlobal("torch", "bfloat16") + "tR"), false);
    QCOMPARE(pickle.tensors[0].type, std::string("BFloat16"));
    expect(errorOfPickle(pickled(start + "Nt"
                                         "R")),
           "a tensor has no type");
    expect(errorOfPickle(pickled(pickledTensor(storage, 0, {4}, {1}))), "untyped storage has no type");
  }

  void refusesNamesAndRunsNothing_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("name");
    const auto row = [](const char* title, const std::string& body, const char* name) {
      QTest::newRow(title) << QByteArray::fromStdString(body) << name;
    };
    row("os.system", pickledGlobal("os", "system") + pickledText("touch /tmp/pwned") + "\x85R", "os.system");
    row("posix.system", pickledGlobal("posix", "system") + pickledText("id") + "\x85R", "posix.system");
    row("eval", pickledGlobal("builtins", "eval") + pickledText("1") + "\x85R", "builtins.eval");
    row("stack global", pickledText("os") + pickledText("system") + "\x93", "os.system");
    row("instance", "(ios\nsystem\n", "os.system");
    row("compile", pickledGlobal("__builtin__", "compile"), "__builtin__.compile");
    row("subprocess", pickledGlobal("subprocess", "Popen"), "subprocess.Popen");
    row("object", "(" + pickledGlobal("os", "execv") + "o", "os.execv");
    row("newline in a name", pickledText("os") + pickledText("system\n") + "\x93", "os.system?");
  }

  void refusesNamesAndRunsNothing() {
    QFETCH(QByteArray, body);
    QFETCH(QString, name);
    const std::string message = errorOfPickle(pickled(body.toStdString()));
    expect(message, "refers to '" + name.toStdString() + "', which is refused: files are data here");
    expect(message, "torch.save(model.state_dict()");
  }

  void takesUnknownNamesAsData_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("arguments");
    const auto row = [](const char* title, const std::string& body, const char* type, int arguments) {
      QTest::newRow(title) << QByteArray::fromStdString(body) << type << arguments;
    };
    const std::string type = pickledGlobal("argparse", "Namespace");
    row("REDUCE", pickledGlobal("numpy.core.multiarray", "scalar") + "K\x01K\x02\x86R", "numpy.core.multiarray.scalar",
        2);
    row("NEWOBJ", type + ")\x81", "argparse.Namespace", 0);
    row("NEWOBJ_EX", type + ")}\x92", "argparse.Namespace", 2);
    row("OBJ", "(" + type + "K\x01o", "argparse.Namespace", 1);
    row("INST", "(K\x01K\x02K\x03iargparse\nNamespace\n", "argparse.Namespace", 3);
    row("stack global", pickledText("argparse") + pickledText("Namespace") + "\x93)\x81", "argparse.Namespace", 0);
    row("in two steps", pickledGlobal("copy_reg", "_reconstructor") + type + "NN\x87R", "argparse.Namespace", 3);
    row("a result is called", pickledGlobal("__builtin__", "getattr") + ")R)R", "__builtin__.getattr", 0);
    row("a class of TorchScript", pickledGlobal("__torch__.x", "Net") + ")\x81", "__torch__.x.Net", 0);
    row("torch.load", pickledGlobal("torch", "load") + pickledText("x") + "\x85R", "torch.load", 1);
  }

  void takesUnknownNamesAsData() {
    QFETCH(QByteArray, body);
    QFETCH(QString, type);
    QFETCH(int, arguments);
    const std::string state = pickledDict("lr", "K\x07") + "b", pair = pickledText("k") + "K\x08s",
                      item =
                          "K\x09"
                          "a";
    const Pickle pickle = readPickle(pickled(body.toStdString() + state + pair + item), false);
    QVERIFY(pickle.root.kind == PickleKind::Foreign);
    const PickledForeign& value = pickle.foreign[std::size_t(pickle.root.integer)];
    QCOMPARE(pickle.texts[std::size_t(value.type)], type.toStdString());
    QCOMPARE(pickle.items(value.arguments).size(), std::size_t(arguments));
    QCOMPARE(pickle.dict(value.state)[0].second.integer, std::int64_t(7));
    QCOMPARE(value.pairs[0].second.integer, std::int64_t(8));
    QCOMPARE(value.items[0].integer, std::int64_t(9));
    expect(errorOfPickle(pickled(body.toStdString()), true),
           type == "__torch__.x.Net" ? "no error" : "which is refused: files are data here");
  }

  void readsClassesOfModulesBeforePyTorch16() {
    const std::string module = "(" + pickledText("module") + pickledGlobal("x", "Net") + pickledText("/x.py") +
                               pickledText("class Net: ...") + "tQ";
    QVERIFY(readPickle(pickled(module + ")\x81"), false).root.kind == PickleKind::Foreign);
    const std::string part = "(" + pickledText("storage") + pickledGlobal("torch.cuda", "FloatStorage") +
                             pickledText("0") + pickledText("cuda:0") + "K\x0c(" + pickledText("1") + "K\x04K\x08ttQ";
    const Pickle pickle = readPickle(pickled(part), false);
    QCOMPARE(pickle.storages[0].start, std::int64_t(4));
    QCOMPARE(pickle.storages[0].type, std::string("Float"));
  }

  /// Two references of two bytes each make a name of two long texts.
  void doesNotMultiplyNames() {
    const std::string text = pickledText(std::string(400, 'm')) +
                             "q\x01"
                             "0";
    expect(errorOfPickle(pickled(text +
                                 repeated("h\x01h\x01\x93"
                                          "0",
                                          400'000) +
                                 "N")),
           "holds over 1000000 values");
    const std::string longText = pickledText(std::string(501, 'm')) +
                                 "q\x01"
                                 "0";
    expect(errorOfPickle(pickled(longText + "h\x01h\x01\x93")), "a name of 1003 bytes, at most 1000 are read");
    std::string texts, names;
    for (int i = 0; i < 250; ++i)
      texts += pickledText(std::string(400, char('a' + i % 26)) + std::to_string(i)) + "q" + char(i) + "0";
    for (int i = 0; i < 250; ++i)
      for (int k = 0; k < 250; ++k)
        names += std::string("h") + char(i) + "h" + char(k) +
                 "\x93"
                 "0";
    expect(errorOfPickle(pickled(texts + names + "N")), "holds over 1000000 values");
  }

  void takesClassesOfTorchScriptAsData() {
    const std::string object = pickledGlobal("__torch__.x", "Net") + ")\x81" + pickledDict("training", "\x88") + "b";
    const Pickle pickle = readPickle(pickled(object), true);
    QVERIFY(pickle.root.kind == PickleKind::Object);
    QCOMPARE(pickle.text(pickle.dict(pickle.root)[0].first), std::string("training"));
    expect(errorOfPickle(pickled(pickledGlobal("__torch__.x", "Net") + ")R"), true), "'__torch__.x.Net' is called");
    expect(errorOfPickle(pickled(pickledGlobal("os", "system")), true), "refers to 'os.system'");
  }

  void refusesWhatPyTorchNeverWrites_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* title, const std::string& bytes, const char* part) {
      QTest::newRow(title) << QByteArray::fromStdString(bytes) << part;
    };
    row("empty", "", "byte 0: ends before 1 more bytes");
    row("no end", "\x80\x02N", "byte 3: ends before");
    row("nothing on the stack", pickled(""), "takes a value that isn't there");
    row("protocol 0", "\x80" + std::string(1, '\0') + "N.", "protocol 0 found, 2 to 5 expected");
    row("protocol 6", "\x80\x06N.", "protocol 6 found");
    row("unknown operation", pickled("\xff"), "operation 255 is not among");
    row("an extension", pickled("\x82\x01"), "operation 130 is not among");
    row("a text of 4 GB", pickled("X\xff\xff\xff\xff"), "ends before 4294967295 more bytes");
    row("a text of 2^63 bytes", pickled("\x8d" + std::string(7, '\0') + "\x80"), "ends before 9223372036854775808");
    row("a number of 2 GB", pickled("\x8b\xff\xff\xff\x7f"), "ends before 2147483647");
    row("a name without end",
        "\x80\x02"
        "cos",
        "a name has no end");
    row("no mark", pickled("t"), "since a mark that isn't there");
    row("below a mark", pickled("N(0"), "takes a value that isn't there");
    row("an empty memory", pickled("h\x05"), "takes value 5 from its memory");
    row("item of a number", pickled("K\x01K\x02K\x03s"), "no dict");
    row("odd items", pickled("}(K\x01u"), "a key without a value");
    row("append to a dict",
        pickled("}K\x01"
                "a"),
        "no list");
    row("calling a number", pickled("K\x01)R"), "called that has no name");
    row("calling without a tuple", pickled(pickledGlobal("torch", "Size") + "K\x01R"), "without a tuple");
    row("state of a number", pickled("K\x01}b"), "can't have one");
    row("an id that is a text", pickled(pickledText("x") + "Q"), "a persistent id isn't");
    row("storage of no type",
        pickled("(" + pickledText("storage") + pickledGlobal("torch", "Size") + pickledText("0") + pickledText("cpu") +
                "K\x01tQ"),
        "'torch.Size' is no type of storage");
    row("negative count", pickled(pickledStorage("0", -4)), "a persistent id isn't");
    row("tensor of nothing", pickled(pickledGlobal("torch._utils", "_rebuild_tensor_v2") + ")R"),
        "isn't made of storage");
    row("negative size", pickled(pickledTensor(pickledStorage("0", 4), 0, {-1}, {1})), "numbers from 0");
    row("negative stride", pickled(pickledTensor(pickledStorage("0", 4), 0, {2}, {-1})), "numbers from 0");
    row("negative offset", pickled(pickledTensor(pickledStorage("0", 4), -1, {1}, {1})), "isn't made of storage");
    row("rank 17", pickled(pickledTensor(pickledStorage("0", 1), 0, std::vector<std::int64_t>(17, 1), {1})),
        "short tuple");
    row("more sizes", pickled(pickledTensor(pickledStorage("0", 4), 0, {2, 2}, {1})), "2 sizes and 1 strides");
    row("unknown storage", pickled(pickledStorage("0", 4, "Storage")), "'torch.Storage' is no type of storage");
    row("an object of nothing", pickled("(o"), "an object has no class");
    row("an object of a number", pickled("K\x01)\x81"), "an object has no class");
    row("a part of a part",
        pickled("(" + pickledText("storage") + pickledGlobal("torch", "FloatStorage") + pickledText("0") +
                pickledText("cpu") + "K\x01K\x01tQ"),
        "a part of a storage isn't");
  }

  void refusesWhatPyTorchNeverWrites() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, part);
    expect(errorOfPickle(bytes.toStdString()), part.toStdString());
  }

  void survivesDepthCyclesAndFloods() {
    // Depth and cycles are no problem here: values don't own each other.
    const Pickle deep = readPickle(pickled(repeated("]", 100'000) + repeated("a", 99'999)), false);
    QCOMPARE(deep.sequences.size(), std::size_t(100'000));
    const Pickle cyclic = readPickle(pickled("]q\x01h\x01"
                                             "a"),
                                     false);
    QCOMPARE(cyclic.items(cyclic.root)[0].integer, cyclic.root.integer);
    expect(errorOfPickle(pickled(repeated("N", 1'200'000))), "holds over 1000000 values");
    std::string memory = "\x80\x02N";
    for (int i = 0; i < 1'200'000; ++i) memory += "r" + littleEndian(std::uint64_t(i), 4);
    expect(errorOfPickle(memory + "."), "holds over 1000000 values");
    expect(errorOfPickle(std::string(maximumPickle + 1, 'N')), "pickle of 16000001 bytes");
  }

  void survivesListsThatAreCopiedAgainAndAgain() {
    // 10,000 pairs, made into a dict again and again: memory must not grow with the square of the file.
    const std::string list = "(" + repeated("NN\x86", 10'000) +
                             "lq\x01"
                             "0";
    const std::string again = pickledGlobal("collections", "OrderedDict") + "h\x01\x85R0";
    expect(errorOfPickle(pickled(list + repeated(again, 1000) + "N")), "holds over 1000000 values");
    const std::string state = "}(" + repeated("NN", 10'000) +
                              "uq\x01"
                              "0" +
                              pickledGlobal("__torch__.x", "Net") + ")\x81";
    expect(errorOfPickle(pickled(state + repeated("h\x01"
                                                  "b",
                                                  1000)),
                         true),
           "holds over 1000000 values");
  }

  void survivesRandomChanges() {
    const auto seed = qEnvironmentVariableIsSet("ZIPPER_TEST_SEED") ? qgetenv("ZIPPER_TEST_SEED").toULongLong() : 7ULL;
    qInfo("seed %llu (set ZIPPER_TEST_SEED for another)", static_cast<unsigned long long>(seed));
    Random random(seed);
    std::string body = "}(";
    for (int i = 0; i < 5; ++i)
      body += pickledText("key" + std::to_string(i)) + pickledTensor(pickledStorage("0", 12), i, {2, 3}, {3, 1});
    const std::string whole = pickled(body + "u");
    int refused = 0;
    for (int i = 0; i < 20'000; ++i) {
      std::string bytes = whole;
      for (auto left = random.below(4) + 1; left > 0; --left)
        bytes[random.below(bytes.size())] = char(random.below(256));
      refused += errorOfPickle(bytes, i % 2 == 0) == "no error" ? 0 : 1;
    }
    QVERIFY(refused > 1000);
    for (std::size_t length = 0; length < whole.size(); ++length)
      QVERIFY(errorOfPickle(whole.substr(0, length)) != "no error");
  }
};

ZIPPER_TEST(TestPickle)
#include "test_pickle.moc"
