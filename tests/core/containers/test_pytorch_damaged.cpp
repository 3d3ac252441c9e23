// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/containers/pytorch_file.h"
#include "core/containers/torch_script.h"
#include "core/support/random.h"
#include "crafted_file.h"
#include "crafted_pickle.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

std::string floats(const std::vector<float>& values) {
  return std::string(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float));
}

std::string tensorFile(std::int64_t count, std::int64_t offset, const std::vector<std::int64_t>& sizes,
                       const std::vector<std::int64_t>& strides, const std::string& type = "FloatStorage") {
  return pickled(pickledDict("w", pickledTensor(pickledStorage("0", count, type), offset, sizes, strides)));
}

}  // namespace

class TestPyTorchDamaged : public QObject {
  Q_OBJECT

 private:
  CraftedFiles files_;

  std::string errorOfBytes(const std::string& bytes, bool torchScript = false) {
    const auto path = files_.write("x.pt", bytes);
    const std::string message = errorOf([&] { torchScript ? readTorchScript(path) : readPyTorch(path); });
    if (message == "no error") return message;
    if (message.find('\n') != std::string::npos) return "a newline is in " + message;
    const std::string start = path.string() + ": ";
    return message.rfind(start, 0) == 0 ? message.substr(start.size()) : "no path before: " + message;
  }

  void expect(const std::string& message, const std::string& part) {
    QVERIFY2(message.find(part) != std::string::npos, message.c_str());
  }

 private Q_SLOTS:
  void readsSharedStoragesAsViews() {
    const std::string storage = pickledStorage("0", 6);
    const std::string body = "}(" + pickledText("a") + pickledTensor(storage, 0, {2, 3}, {3, 1}) + pickledText("b") +
                             pickledTensor(storage, 1, {2, 2}, {1, 2}) + pickledText("none") +
                             pickledTensor(storage, 6, {0, 3}, {3, 1}) + "u";
    const auto path = files_.write("shared.pt", craftedPyTorch(pickled(body), {floats({0, 1, 2, 3, 4, 5})}));
    const TensorFile file = readPyTorch(path);
    QCOMPARE(file.tensors.size(), std::size_t(3));
    QVERIFY(torch::equal(find(file.tensors, "a"), torch::arange(6, torch::kFloat).reshape({2, 3})));
    QVERIFY(torch::equal(find(file.tensors, "b"), torch::tensor({{1.f, 3.f}, {2.f, 4.f}})));
    QVERIFY(find(file.tensors, "none").sizes() == at::IntArrayRef({0, 3}));
    QVERIFY(find(file.tensors, "a").storage().data() == find(file.tensors, "b").storage().data());
  }

  void readsNestedContainersAndMetadata() {
    const std::string tensor = pickledTensor(pickledStorage("0", 1), 0, {}, {});
    const std::string body = "}(" + pickledText("net") + pickledDict("w", tensor) + pickledText("list") + "](" +
                             tensor + pickledInteger(3) + tensor + "e" + pickledText("epoch") + "K\x07" +
                             pickledText("name") + pickledText("x\ny") + "K\x05" + tensor + "u";
    const TensorFile file = readPyTorch(files_.write("nested.pt", craftedPyTorch(pickled(body), {floats({2.5})})));
    std::vector<std::string> names;
    for (const auto& entry : file.tensors) names.push_back(entry.first);
    QCOMPARE(names, (std::vector<std::string>{"net.w", "list.0", "list.2", "5"}));
    QCOMPARE(file.tensors[0].second.item<float>(), 2.5f);
    QCOMPARE(file.metadata, (std::map<std::string, std::string>{{"epoch", "7"}, {"name", "x\ny"}}));
  }

  void refusesTensorsThatLeadOutOfTheirStorage_data() {
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<QList<qint64>>("sizes");
    QTest::addColumn<QList<qint64>>("strides");
    QTest::addColumn<QString>("part");
    const qint64 huge = qint64(1) << 62;
    const QString out = "key 'w': its sizes and strides lead out of its storage of 4 elements";
    using List = QList<qint64>;
    QTest::newRow("one more") << qint64(0) << List{5} << List{1} << out;
    QTest::newRow("offset") << qint64(4) << List{1} << List{1} << out;
    QTest::newRow("offset of a scalar") << qint64(4) << List{} << List{} << out;
    QTest::newRow("stride") << qint64(0) << List{2} << List{4} << out;
    QTest::newRow("huge offset") << std::numeric_limits<qint64>::max() << List{2} << List{1} << out;
    QTest::newRow("huge stride") << qint64(0) << List{4} << List{huge} << out;
    QTest::newRow("huge sizes") << qint64(0) << List{huge, huge} << List{0, 0} << out;
    QTest::newRow("huge and empty") << qint64(0) << List{huge, 8, 0} << List{0, 0, 0} << out;
    QTest::newRow("expanded") << qint64(0) << List{1'000'000'000} << List{0}
                              << "has 1000000000 elements in a storage of 4";
  }

  void refusesTensorsThatLeadOutOfTheirStorage() {
    QFETCH(qint64, offset);
    QFETCH(QList<qint64>, sizes);
    QFETCH(QList<qint64>, strides);
    QFETCH(QString, part);
    const std::string pickle = tensorFile(4, offset, {sizes.begin(), sizes.end()}, {strides.begin(), strides.end()});
    expect(errorOfBytes(craftedPyTorch(pickle, {floats({1, 2, 3, 4})})), part.toStdString());
  }

  void refusesStoragesThatAreWrong() {
    const std::string data = floats({1, 2, 3, 4});
    expect(errorOfBytes(craftedPyTorch(tensorFile(4, 0, {4}, {1}))), "'archive/data/0' is missing in the archive");
    expect(errorOfBytes(craftedPyTorch(tensorFile(5, 0, {4}, {1}), {data})),
           "has 16 bytes, the pickle says 5 elements");
    expect(errorOfBytes(craftedPyTorch(tensorFile(std::int64_t(1) << 62, 0, {4}, {1}), {data})),
           "has 16 bytes, the pick");
    expect(errorOfBytes(craftedPyTorch(tensorFile(3, 0, {3}, {1}), {data.substr(0, 13)})), "has 13 bytes");
    expect(errorOfBytes(craftedPyTorch(tensorFile(2, 0, {2}, {1}, "BoolStorage"), {"\x01\x02"})), "neither 0 nor 1");
    const std::string both = "}(" + pickledText("a") + pickledTensor(pickledStorage("0", 4), 0, {1}, {1}) +
                             pickledText("b") + pickledTensor(pickledStorage("0", 8, "HalfStorage"), 0, {1}, {1}) + "u";
    expect(errorOfBytes(craftedPyTorch(pickled(both), {data})), "is used as Float and as Half");
    const std::string twice = "}(" + repeatedTensor("a") + repeatedTensor("a") + "u";
    expect(errorOfBytes(craftedPyTorch(pickled(twice), {data})), "two tensors have the name 'a'");
  }

  static std::string repeatedTensor(const std::string& name) {
    return pickledText(name) + pickledTensor(pickledStorage("0", 4), 0, {4}, {1});
  }

  void refusesBombs() {
    const std::string pickle = tensorFile(1'000'000'000, 0, {1'000'000'000}, {1});
    const auto packed = [&](std::uint16_t method, std::int64_t packedSize) {
      return craftedZip({{"archive/data.pkl", pickle},
                         {"archive/data/0", std::string(100, 'x'), method, 0, 4'000'000'000, packedSize}});
    };
    expect(errorOfBytes(packed(8, 100)), "'archive/data/0' is compressed (method 8, 100 bytes for 4000000000)");
    expect(errorOfBytes(packed(0, 100)), "is compressed");
    expect(errorOfBytes(packed(0, 4'000'000'000)), "overlaps what follows");
    expect(errorOfBytes(craftedZip({{"archive/data.pkl", pickle, 8, 0, 15'000'000}})), "is compressed");
    expect(errorOfBytes(craftedZip({{"archive/data.pkl", pickle, 0, 0, 900'000'000}})), "at most 16000000 are read");
  }

  void refusesDepthCyclesAndLaughs() {
    expect(errorOfBytes(craftedPyTorch(pickled("]q\x01h\x01"
                                               "a"))),
           "over 32 levels deep; a cycle, or no checkpoint");
    std::string deep, laughs = "]q" + std::string(1, '\0');
    for (int i = 0; i < 50'000; ++i) deep += "]";
    for (int i = 1; i < 50'000; ++i) deep += "a";
    expect(errorOfBytes(craftedPyTorch(pickled(deep))), "over 32 levels deep");
    for (int level = 1; level <= 30; ++level)
      laughs += "](h" + std::string(1, char(level - 1)) + "h" + std::string(1, char(level - 1)) + "eq" + char(level);
    QElapsedTimer timer;
    timer.start();
    expect(errorOfBytes(craftedPyTorch(pickled(laughs))), "holds over 200000 values within each other");
    std::string many = "](";
    for (int i = 0; i < 250'000; ++i) many += "]";
    expect(errorOfBytes(craftedPyTorch(pickled(many + "e"))), "holds over 200000 values in one place");
    expect(errorOfBytes(craftedPyTorch(pickled(pickledDict(std::string(301, 'n'), "]")))), "a name has over 300 bytes");
    QVERIFY(timer.elapsed() < 3000);
  }

  /// One long list, or one large module, again and again.
  void doesNotMultiplyTime() {
    std::string list = "](", dict = "}(";
    for (int i = 0; i < 100'000; ++i) list += "N";
    for (int i = 0; i < 50'000; ++i) dict += pickledText("a") + "N";
    const std::string module =
        pickledGlobal("x", "Net") + ")\x81}(" + pickledText("_modules") + "}" + pickledText("_buffers") + dict + "uub";
    for (const std::string& large : {list + "e", dict + "u", module}) {
      std::string body = large +
                         "q\x01"
                         "0](";
      for (int i = 0; i < 19'000; ++i) body += "h\x01";
      QElapsedTimer timer;
      timer.start();
      expect(errorOfBytes(craftedPyTorch(pickled(body + "e"))), "values within each other");
      QVERIFY(timer.elapsed() < 3000);
    }
    std::string id = "(" + pickledText("storage") + pickledGlobal("torch", "FloatStorage") + pickledText("0") +
                     pickledText("cpu") + "K\x01";
    for (int i = 0; i < 100'000; ++i) id += "N";
    std::string ids = id +
                      "tq\x01"
                      "0";
    for (int i = 0; i < 50'000; ++i) ids += "h\x01Q0";
    QElapsedTimer timer;
    timer.start();
    expect(errorOfBytes(craftedPyTorch(pickled(ids + "N"))), "no error");
    QVERIFY(timer.elapsed() < 3000);
  }

  void doesNotMultiplyTexts() {
    // One long text, referred to a hundred thousand times.
    std::string body = pickledText(std::string(3'000'000, 't')) +
                       "q\x01"
                       "0}(";
    for (int i = 0; i < 50'000; ++i) body += "J" + littleEndian(std::uint64_t(i), 4) + "h\x01";
    const auto path = files_.write("texts.pt", craftedPyTorch(pickled(body + "u")));
    std::size_t bytes = 0;
    QElapsedTimer timer;
    timer.start();
    try {
      for (const auto& [key, text] : readPyTorch(path).metadata) bytes += key.size() + text.size();
      QVERIFY(bytes < 4'000'000);
    } catch (const Error& error) {
      QVERIFY2(std::string(error.what()).find("holds over") != std::string::npos, error.what());
    }
    QVERIFY(timer.elapsed() < 2000);
  }

  void refusesByName() {
    const std::string call =
        pickledGlobal("os", "system") + pickledText("touch " + files_.path("pwned").string()) + "\x85R";
    expect(errorOfBytes(craftedPyTorch(pickled(call))), "pickle, byte 2: refers to 'os.system', which is refused");
    const auto script = craftedZip({{"a/data.pkl", pickled(call)}, {"a/constants.pkl", "\x80\x02)."}});
    expect(errorOfBytes(script, true), "refers to 'os.system', which is refused");
    QVERIFY(!std::filesystem::exists(files_.path("pwned")));
  }

  void refusesOtherArchives() {
    expect(errorOfBytes(craftedZip({{"a/b", "x"}})), "0 files data.pkl in the archive, one was expected");
    expect(errorOfBytes(craftedZip({{"a/data.pkl", "x"}, {"b/data.pkl", "x"}})), "2 files data.pkl");
    expect(errorOfBytes(craftedZip({{"a/data.pkl", pickled("}")}, {"a/byteorder", "big"}})),
           "says 'big', only 'little'");
    expect(errorOfBytes(craftedZip({{"a/data.pkl", pickled("}")}, {"a/byteorder", "little"}})), "no error");
  }

  void tellsPyTorchFromTorchScript() {
    const auto looks = [&](const std::string& bytes) {
      const auto path = files_.write("look.pt", bytes);
      return std::pair{looksLikePyTorch(path), looksLikeTorchScript(path)};
    };
    const std::string pickle = pickled("}");
    QVERIFY((looks(craftedPyTorch(pickle)) == std::pair{true, false}));
    QVERIFY((looks(craftedZip({{"a/data.pkl", pickle}, {"a/constants.pkl", ""}})) == std::pair{false, true}));
    QVERIFY((looks(craftedZip({{"a/data.pkl", pickle}, {"a/code/x.py", ""}})) == std::pair{false, true}));
    QVERIFY((looks(craftedZip({{"config.json", "{}"}})) == std::pair{false, false}));
    QVERIFY((looks("") == std::pair{false, false}));
    QVERIFY((looks(pickle) == std::pair{false, false}));
    // Truncated: PyTorch's reader says so.
    const std::string whole = craftedPyTorch(pickle);
    QVERIFY((looks(whole.substr(0, whole.size() - 30)) == std::pair{true, false}));
    QVERIFY((looks("\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.") == std::pair{true, false}));
    std::string tar(1024, '\0');
    tar.replace(0, 8, "sys_info");
    tar.replace(257, 5, "ustar");
    QVERIFY((looks(tar) == std::pair{true, false}));
    expect(errorOfBytes(tar),
           "the format of PyTorch before 0.1.10 (of 2017), which is not read; save it anew, in Python");
    tar.replace(0, 8, "holidays");
    QVERIFY((looks(tar) == std::pair{false, false}));
  }

  void readsFilesBeforePyTorch16() {
    const std::string part = "(" + pickledText("storage") + pickledGlobal("torch", "FloatStorage") + pickledText("0") +
                             pickledText("cpu") + pickledInteger(6) + "(" + pickledText("1") + "K\x02K\x04ttQ";
    const std::string content = "}(" + pickledText("all") + pickledTensor(pickledStorage("0", 6), 0, {2, 3}, {3, 1}) +
                                pickledText("part") + pickledTensor(part, 1, {2}, {1}) + pickledText("epoch") +
                                "K\x07" + pickledText("ints") +
                                pickledTensor(pickledStorage("7", 2, "LongStorage"), 0, {2}, {1}) + "u";
    const std::string data =
        littleEndian(6, 8) + floats({0, 1, 2, 3, 4, 5}) + littleEndian(2, 8) + littleEndian(8, 8) + littleEndian(9, 8);
    const TensorFile file =
        readPyTorch(files_.write("old.pth", craftedLegacyPyTorch(pickled(content), {"0", "7"}, data)));
    QCOMPARE(file.tensors.size(), std::size_t(3));
    QVERIFY(torch::equal(find(file.tensors, "all"), torch::arange(6, torch::kFloat).reshape({2, 3})));
    QVERIFY(torch::equal(find(file.tensors, "part"), torch::tensor({3.f, 4.f})));
    QVERIFY(torch::equal(find(file.tensors, "ints"), torch::tensor({8L, 9L})));
    QCOMPARE(file.metadata.at("epoch"), std::string("7"));
  }

  void refusesDamagedFilesBeforePyTorch16() {
    const std::string tensor = pickled(pickledDict("w", pickledTensor(pickledStorage("0", 2), 0, {2}, {1})));
    const std::string data = littleEndian(2, 8) + floats({1, 2});
    const auto error = [&](const std::string& bytes) { return errorOfBytes(bytes); };
    expect(error(craftedLegacyPyTorch(tensor, {"0"}, data)), "no error");
    expect(error(craftedLegacyPyTorch(tensor, {"0"}, data.substr(0, 15))), "reaches beyond the end of the file");
    expect(error(craftedLegacyPyTorch(tensor, {"0"}, data.substr(0, 7))), "before storage '0'; the file is truncated");
    expect(error(craftedLegacyPyTorch(tensor, {"0"}, littleEndian(1ULL << 62, 8))), "the pickle says 2");
    expect(error(craftedLegacyPyTorch(tensor, {}, "")), "key 'w': storage '0' is missing in the file");
    expect(error(craftedLegacyPyTorch(tensor, {"1"}, data)), "storage '1' isn't named by the content");
    expect(error(craftedLegacyPyTorch(tensor, {"0", "0"}, data + data)), "storage '0' is there twice");
    const std::int64_t huge = std::int64_t(1) << 61;
    const auto claim = pickled(pickledDict("w", pickledTensor(pickledStorage("0", huge), 0, {huge}, {1})));
    expect(error(craftedLegacyPyTorch(claim, {"0"}, littleEndian(std::uint64_t(huge), 8))), "reaches beyond the end");
    const std::string both = "}(" + pickledText("a") + pickledTensor(pickledStorage("0", 4), 0, {1}, {1}) +
                             pickledText("b") + pickledTensor(pickledStorage("0", 8, "HalfStorage"), 0, {1}, {1}) + "u";
    expect(error(craftedLegacyPyTorch(pickled(both), {"0"}, data)), "storage '0' is described in two ways");
    expect(error(craftedLegacyPyTorch(tensor, {"0"}, data, 1002)), "another version than 1001");
    expect(error(craftedLegacyPyTorch(tensor, {"0"}, data, 1001, false)), "big-endian machine");
    const std::string whole = craftedLegacyPyTorch(tensor, {"0"}, data);
    for (std::size_t length = 14; length < whole.size(); ++length)
      QVERIFY(error(whole.substr(0, length)) != "no error");
    const std::string call = pickled(pickledGlobal("os", "system") + pickledText("id") + "\x85R");
    expect(error(craftedLegacyPyTorch(call, {}, "")), "refers to 'os.system', which is refused");
  }

  /// What people put beside the weights may refer to itself, be deep, or have everything twice.
  void passesOverWhatIsEntangled() {
    const std::string type = pickledGlobal("x", "Trainer") + ")\x81";
    const std::string tensor = pickledTensor(pickledStorage("0", 4), 0, {4}, {1});
    const auto noteOf = [&](const std::string& value) {
      const std::string body = "}(" + pickledText("w") + tensor + pickledText("trainer") + value + "u";
      const TensorFile file = readPyTorch(files_.write("x.pt", craftedPyTorch(pickled(body), {floats({1, 2, 3, 4})})));
      return std::pair{file.tensors.size(), file.notes.empty() ? std::string() : file.notes.back()};
    };
    const std::string note = "passed over, since it is no tensor, and nothing in a file is run: 'trainer' (x.Trainer)";
    QCOMPARE(noteOf(type + "q\x01" + pickledDict("itself", "h\x01") + "b"), (std::pair{std::size_t(1), note}));
    QCOMPARE(noteOf(type + pickledDict("a", tensor) + "b" + pickledText("a") + tensor + "s"),
             (std::pair{std::size_t(2), note}));
    std::string deep;
    for (int i = 0; i < 100; ++i) deep += "]";
    for (int i = 1; i < 100; ++i) deep += "a";
    QCOMPARE(noteOf(type + pickledDict("deep", deep) + "b"), (std::pair{std::size_t(1), note}));
    QCOMPARE(noteOf(type + pickledDict(std::string(400, 'n'), tensor) + "b"), (std::pair{std::size_t(1), note}));
    // A log of a training.
    std::string log = "](";
    for (int i = 0; i < 60'000; ++i) log += pickledGlobal("numpy", "x") + ")R";
    QCOMPARE(noteOf(log + "e").second,
             "passed over, since it is no tensor, and nothing in a file is run: 'trainer.0' (numpy.x), 'trainer.1' "
             "(numpy.x), 'trainer.2' (numpy.x), 'trainer.3' (numpy.x) and 59996 more");
    // A module in itself has no names.
    const std::string module = pickledGlobal("x", "Net") + ")\x81q\x01" + "}(" + pickledText("_modules") +
                               pickledDict("again", "h\x01") + "ub";
    expect(errorOfBytes(craftedPyTorch(pickled(module))), "over 32 levels deep; a cycle, or no checkpoint");
  }

  void readsObjectsAndExtraFilesOfTorchScript() {
    const auto object = [](const std::string& state) {
      return pickledGlobal("__torch__.Net", "M") + ")\x81" + state + "b";
    };
    const std::string tensor = pickledTensor(pickledStorage("0", 2), 0, {2}, {1});
    const std::string pickle = pickled(
        object("}(" + pickledText("conv") + object(pickledDict("weight", tensor)) + pickledText("training") + "\x89u"));
    const std::vector<CraftedEntry> entries{{"m/data.pkl", pickle},           {"m/data/0", floats({1, 2})},
                                            {"m/constants.pkl", "x"},         {"m/extra/spec", "{}"},
                                            {"m/extra/packed", "x", 8, 0, 9}, {"m/code/evil.py", "import os"}};
    const TensorFile file = readTorchScript(files_.write("m.pt", craftedZip(entries)));
    QCOMPARE(file.tensors.size(), std::size_t(1));
    QCOMPARE(file.tensors[0].first, std::string("conv.weight"));
    QCOMPARE(file.metadata, (std::map<std::string, std::string>{{"spec", "{}"}}));
    QCOMPARE(file.notes, std::vector<std::string>{"the extra file 'm/extra/packed' was not read"});
  }

  void survivesTruncationAndRandomChanges() {
    const auto seed = qEnvironmentVariableIsSet("ZIPPER_TEST_SEED") ? qgetenv("ZIPPER_TEST_SEED").toULongLong() : 5ULL;
    qInfo("seed %llu (set ZIPPER_TEST_SEED for another)", static_cast<unsigned long long>(seed));
    Random random(seed);
    std::string body = "}(";
    for (const char* name : {"a", "b", "c"}) body += repeatedTensor(name);
    const std::string whole = craftedPyTorch(pickled(body + "u"), {floats({1, 2, 3, 4})});
    for (std::size_t length = 0; length < whole.size(); length += 1 + length / 20)
      QVERIFY(errorOfBytes(whole.substr(0, length)) != "no error");
    for (int i = 0; i < 400; ++i) {
      std::string pickle = pickled(body + "u");
      // Changed pickles in sound archives, and changed archives.
      if (i % 2 == 0) pickle[random.below(pickle.size())] = char(random.below(256));
      std::string bytes = craftedPyTorch(pickle, {floats({1, 2, 3, 4})});
      if (i % 2 == 1) bytes[random.below(bytes.size())] = char(random.below(256));
      const std::string message = errorOfBytes(bytes, i % 3 == 0);
      QVERIFY2(message.find("no path before") == std::string::npos && message.find("newline") == std::string::npos,
               message.c_str());
    }
  }
};

ZIPPER_TEST(TestPyTorchDamaged)
#include "test_pytorch_damaged.moc"
