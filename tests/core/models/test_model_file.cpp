// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/containers/crafted_file.h"
#include "core/containers/safetensors.h"
#include "core/models/model_file.h"
#include "core/support/files.h"
#include "core/support/random.h"
#include "held_notes.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
using test::CraftedFiles;
using test::errorOf;
using test::holds;

namespace {

MobileNetSpec smallSpec() {
  MobileNetSpec spec;
  spec.width = 0.125;
  spec.inputSize = 32;
  spec.stemStride = 1;
  spec.classes = 5;
  spec.activation = Activation::ReLU;
  spec.padding = Padding::Same;
  spec.bnEpsilon = 1e-5;
  spec.classNames = {"bird", "Käfer", "\"quoted\"", "", "car"};
  return spec;
}

MobileNetSpec plainSpec(double width = 0.125, int classes = 5, int inputChannels = 3) {
  MobileNetSpec spec;
  spec.width = width;
  spec.classes = classes;
  spec.inputChannels = inputChannels;
  if (inputChannels == 1) spec.normalization.mean = spec.normalization.std = {0.5};
  return spec;
}

NamedTensors stateOf(const MobileNetSpec& spec) { return deepCopy(MobileNet(spec, 7)->state()); }

torch::Tensor& tensorOf(NamedTensors& tensors, const std::string& name) {
  for (auto& [key, tensor] : tensors)
    if (key == name) return tensor;
  throw Error("no " + name);
}

}  // namespace

class TestModelFile : public QObject {
  Q_OBJECT

 private:
  CraftedFiles files_;

  std::filesystem::path write(const NamedTensors& tensors, const std::map<std::string, std::string>& metadata) {
    writeSafetensors(files_.path("model.safetensors"), tensors, metadata);
    return files_.path("model.safetensors");
  }

  /// The message without the path that it has to begin with.
  std::string errorOfLoading(const std::filesystem::path& path) {
    const std::string message = errorOf([&] { loadModel(path); });
    const std::string start = path.string() + ": ";
    if (message.find('\n') != std::string::npos) return "a newline is in " + message;
    return message.rfind(start, 0) == 0 ? message.substr(start.size()) : "no path before: " + message;
  }

  void expect(const std::string& message, const char* part) {
    QVERIFY2(message.find(part) != std::string::npos, message.c_str());
  }

 private Q_SLOTS:
  void roundTripsANetwork() {
    MobileNet network(smallSpec(), 3);
    const auto path = files_.path("net.safetensors");
    saveModel(path, network, {{"author", "me"}, {"zipper.spec", "stale"}});
    LoadedModel model = loadModel(path);
    QCOMPARE(specToJson(model.network->spec()), specToJson(smallSpec()));
    QVERIFY(!model.network->is_training());
    QCOMPARE(model.source.path, path.string());
    QCOMPARE(model.source.sha256, sha256OfFile(path));
    QCOMPARE(model.source.format, std::string("safetensors"));
    QCOMPARE(model.source.scheme, std::string("zipper"));
    QVERIFY(model.source.notes.empty());
    QCOMPARE(model.source.metadata.at("author"), std::string("me"));
    QCOMPARE(model.source.metadata.at("format"), std::string("pt"));
    const NamedTensors expected = network->state(), found = model.network->state();
    QCOMPARE(found.size(), expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      QCOMPARE(found[i].first, expected[i].first);
      QVERIFY2(torch::equal(found[i].second, expected[i].second), found[i].first.c_str());
    }
    network->eval();
    const auto image = torch::rand({1, 3, 32, 32});
    QVERIFY(torch::equal(network->forward(image).logits, model.network->forward(image).logits));
  }

  void savesTheSameBytesAgain() {
    MobileNet network(smallSpec(), 3);
    saveModel(files_.path("one"), network);
    LoadedModel model = loadModel(files_.path("one"));
    saveModel(files_.path("two"), model.network, model.source.metadata);
    QCOMPARE(sha256OfFile(files_.path("one")), sha256OfFile(files_.path("two")));
  }

  void namesTheFileThatCannotBeSaved() {
    MobileNet network(plainSpec());
    ZIPPER_EXPECT_ERROR(saveModel(files_.path("none/x"), network), "none/x: can't be written: No such file");
    ZIPPER_EXPECT_ERROR(saveModel("/dev/full", network), "/dev/full: can't be written: No space left");
  }

  void guessesTheSpecFromShapes_data() {
    QTest::addColumn<double>("width");
    QTest::addColumn<int>("classes");
    QTest::addColumn<int>("inputChannels");
    QTest::newRow("small") << 0.125 << 5 << 3;
    QTest::newRow("gray") << 0.3 << 2 << 1;
    QTest::newRow("no head") << 0.25 << 0 << 3;
    QTest::newRow("full") << 1.0 << 1000 << 3;
  }

  void guessesTheSpecFromShapes() {
    QFETCH(double, width);
    QFETCH(int, classes);
    QFETCH(int, inputChannels);
    const LoadedModel model = loadModel(write(stateOf(plainSpec(width, classes, inputChannels)), {}));
    const auto& spec = model.network->spec();
    QCOMPARE(spec.width, width);
    QCOMPARE(spec.classes, classes);
    QCOMPARE(spec.inputChannels, inputChannels);
    QCOMPARE(spec.inputSize, 224);
    for (const char* part : {"width", "input size", "stem stride", "activation", "padding", "epsilon", "normalization"})
      QVERIFY2(holds(model.source.notes, part), part);
  }

  void convertsOtherFloats() {
    for (const auto type : {torch::kHalf, torch::kBFloat16, torch::kDouble}) {
      auto tensors = stateOf(plainSpec());
      for (auto& entry : tensors) entry.second = entry.second.to(type);
      LoadedModel model = loadModel(write(tensors, {{"zipper.spec", specToJson(plainSpec())}}));
      QCOMPARE(model.network->head->weight.scalar_type(), torch::kFloat);
      QVERIFY(torch::equal(model.network->head->weight, tensorOf(tensors, "head.weight").to(torch::kFloat)));
      QVERIFY(holds(model.source.notes, concat("tensors converted from ", torch::toString(type))));
    }
  }

  void ignoresBatchCounters() {
    auto tensors = stateOf(plainSpec());
    tensors.emplace_back("stem.bn.num_batches_tracked", torch::tensor(5, torch::kLong));
    QVERIFY(holds(loadModel(write(tensors, {})).source.notes, "1 key num_batches_tracked was ignored"));
  }

  void refusesBadNumbers() {
    auto tensors = stateOf(plainSpec());
    tensorOf(tensors, "layers.3.pointwise.conv.weight")[0][1] = NAN;
    tensorOf(tensors, "layers.3.pointwise.conv.weight")[1][1] = INFINITY;
    expect(errorOfLoading(write(tensors, {})),
           "key 'layers.3.pointwise.conv.weight': 2 of 256 values are NaN or infinite");
    tensors = stateOf(plainSpec());
    tensorOf(tensors, "head.bias") = tensorOf(tensors, "head.bias").to(torch::kDouble) + 1e300;
    expect(errorOfLoading(write(tensors, {})), "key 'head.bias': 5 of 5 values are NaN or infinite (as float32)");
    tensors = stateOf(plainSpec());
    tensorOf(tensors, "stem.bn.running_var")[2] = -1;
    expect(errorOfLoading(write(tensors, {})), "key 'stem.bn.running_var': a variance is negative");
    tensors = stateOf(plainSpec());
    tensorOf(tensors, "head.bias") = tensorOf(tensors, "head.bias").to(torch::kInt);
    expect(errorOfLoading(write(tensors, {})), "key 'head.bias' has type Int, a floating-point type was expected");
  }

  void refusesShapesThatDisagreeWithTheSpec() {
    const std::map<std::string, std::string> spec{{"zipper.spec", specToJson(plainSpec())}};
    auto tensors = stateOf(plainSpec());
    tensorOf(tensors, "layers.13.depthwise.conv.weight") = torch::zeros({64, 1, 3, 3});
    expect(errorOfLoading(write(tensors, spec)),
           "key 'layers.13.depthwise.conv.weight' has shape [64,1,3,3], expected [128,1,3,3]");
    expect(errorOfLoading(write(stateOf(plainSpec(0.25)), spec)),
           "key 'head.weight' has shape [5,256], expected [5,128]");
    expect(errorOfLoading(write(stateOf(plainSpec(0.125, 0)), spec)), "key 'head.weight' is missing; shape [5,128]");
    expect(errorOfLoading(write(stateOf(plainSpec()), {{"zipper.spec", specToJson(plainSpec(0.125, 0))}})),
           "key 'head.weight' has shape [5,128], but the spec has no classes");
  }

  void checksTheHeadBeforeTakingMemory() {
    expect(errorOfLoading(write(stateOf(plainSpec()), {{"zipper.spec", specToJson(plainSpec(2.0, 1'000'000))}})),
           "key 'head.weight' has shape [5,128], expected [1000000,2048]");
    auto tensors = stateOf(plainSpec(2.0));
    tensorOf(tensors, "head.weight") = torch::zeros({1'000'000, 0});
    expect(errorOfLoading(write(tensors, {})), "has shape [1000000,0], expected [1000000,2048]");
  }

  void refusesMissingAndUnknownKeys() {
    auto tensors = stateOf(plainSpec());
    tensors.erase(tensors.begin() + 20);
    expect(errorOfLoading(write(tensors, {})), "' is missing");
    tensors = stateOf(plainSpec());
    tensors.emplace_back("extra", torch::zeros({1}));
    expect(errorOfLoading(write(tensors, {})), "unknown key 'extra'");
    expect(errorOfLoading(write({{"conv1.weight", torch::zeros({1})}}, {})),
           "no known MobileNet: 'conv1.weight' (also of kuangliu, whose other names aren't there)");
    expect(errorOfLoading(write({}, {})), "holds no tensors");
    tensors = stateOf(plainSpec());
    tensorOf(tensors, "stem.conv.weight") = torch::zeros({8});
    expect(errorOfLoading(write(tensors, {})), "key 'stem.conv.weight' has shape [8], expected");
    tensors = stateOf(plainSpec());
    tensorOf(tensors, "layers.13.pointwise.conv.weight") = torch::zeros({0, 128, 1, 1});
    expect(errorOfLoading(write(tensors, {})), "width multiplier");
  }

  void refusesBadSpecs() {
    const auto withSpec = [this](const std::string& spec) {
      return errorOfLoading(write(stateOf(plainSpec()), {{"zipper.spec", spec}}));
    };
    expect(withSpec(""), "network spec: empty");
    expect(withSpec("[1]"), "network spec: not a JSON object");
    expect(withSpec(R"({"width":9})"), "width multiplier");
    expect(withSpec(R"({"width":"a\nb"})"), "width");
    expect(withSpec(R"({"architecture":"x\ny"})"), "'x?y' found");
    expect(withSpec("{\"width\":" + std::string(1'000'000, '[') + std::string(1'000'000, ']') + "}"), "nested deeper");
    QVERIFY(withSpec("{\"width\":\"" + std::string(1'000'000, 'x') + "\"}").size() < 2000);
  }

  void saysWhatItFoundInstead_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("found");
    QTest::newRow("zip") << QByteArray("PK\x03\x04 and so on") << "a damaged ZIP archive";
    QTest::newRow("pickle") << QByteArray("\x80\x02}q", 4) << "a Python pickle that is no PyTorch file";
    QTest::newRow("text") << QByteArray("Dear network,\n") << "text";
    QTest::newRow("empty") << QByteArray() << "nothing (it is empty)";
    QTest::newRow("binary") << QByteArray("\x01\x02\x03\x04\0\x05\x06\xff{}", 10) << "unknown binary data";
  }

  void saysWhatItFoundInstead() {
    QFETCH(QByteArray, content);
    QFETCH(QString, found);
    const auto path = files_.write("model.bin", content.toStdString());
    const QString message = QString::fromStdString(errorOfLoading(path));
    QVERIFY2(message.startsWith("a MobileNet V1, V2 or V3 (") && message.contains("was expected, found " + found),
             qPrintable(message));
  }

  void refusesWhatIsNoFile() {
    expect(errorOfLoading(files_.path("missing")), "there is no such file; a MobileNet V1, V2 or V3 (safetensors");
    const auto folder = files_.path("folder");
    std::filesystem::create_directory(folder);
    expect(errorOfLoading(folder), "is a folder; a MobileNet V1, V2 or V3 (safetensors");
    expect(errorOfLoading("/dev/null"), "is not a regular file");
  }

  /// A file of holes takes no space on a disk, but would take its size in memory.
  void refusesWhatIsTooLarge() {
    const auto path = files_.write("holes.pth", "\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.");
    std::filesystem::resize_file(path, (std::uintmax_t(1) << 30) + 1);
    expect(errorOfLoading(path),
           "has 1073741825 bytes, at most 1073741824 are read; a MobileNet V1, V2 or V3 (safetensors");
  }

  void saysWhereAFileIsDamaged() {
    expect(errorOfLoading(files_.write("x.safetensors", CraftedFiles::prefix(std::uint64_t(1) << 60) + "{}")),
           "header of 1152921504606846976 bytes");
  }

  void refusesTruncatedModels() {
    const std::string whole = CraftedFiles::bytesOf(write(stateOf(plainSpec()), {}));
    for (std::size_t length = 0; length < whole.size(); length += 1 + length / 16) {
      const auto path = files_.write("cut.safetensors", whole.substr(0, length));
      QVERIFY2(errorOf([&] { loadModel(path); }).rfind(path.string() + ": ", 0) == 0, std::to_string(length).c_str());
    }
  }

  void survivesRandomChanges() {
    const auto seed =
        qEnvironmentVariableIsSet("ZIPPER_TEST_SEED") ? qgetenv("ZIPPER_TEST_SEED").toULongLong() : 20181103ULL;
    qInfo("seed %llu (set ZIPPER_TEST_SEED for another)", static_cast<unsigned long long>(seed));
    Random random(seed);
    const std::string whole =
        CraftedFiles::bytesOf(write(stateOf(smallSpec()), {{"zipper.spec", specToJson(smallSpec())}}));
    for (int mutation = 0; mutation < 300; ++mutation) {
      std::string bytes = whole;
      // The spec stands at the beginning of the header.
      for (const std::size_t range : {std::size_t(600), bytes.size()})
        if (random.below(2)) bytes[random.below(range)] = char(random.below(256));
      const auto path = files_.write("mutated.safetensors", bytes);
      try {
        LoadedModel model = loadModel(path);
        for (const auto& [name, tensor] : model.network->state()) QVERIFY(torch::isfinite(tensor).all().item<bool>());
      } catch (const Error& error) {
        QVERIFY2(std::string(error.what()).rfind(path.string() + ": ", 0) == 0, error.what());
        QVERIFY(std::string(error.what()).find('\n') == std::string::npos);
      }
    }
  }
};

ZIPPER_TEST(TestModelFile)
#include "test_model_file.moc"
