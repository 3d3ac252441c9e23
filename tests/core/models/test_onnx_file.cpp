// SPDX-License-Identifier: GPL-3.0-or-later

#include <QElapsedTimer>
#include <QtTest>
#include <random>

#include <sys/stat.h>

#include "core/containers/crafted_file.h"
#include "core/containers/crafted_protobuf.h"
#include "core/containers/input_file.h"
#include "core/containers/onnx_graph.h"
#include "core/containers/safetensors.h"
#include "core/exports/export_check.h"
#include "core/exports/onnx_for_opencv.h"
#include "core/exports/onnx_writer.h"
#include "core/exports/random_inputs.h"
#include "core/models/model_file.h"
#include "core/models/onnx_file.h"
#include "core/network/merged_network.h"
#include "support/expect_error.h"
#include "support/python_reference.h"
#include "support/random_networks.h"
#include "support/run_python.h"
#include "support/test_program.h"

using namespace zipper;
namespace proto = zipper::test::onnx;
using test::Proto;

namespace {

bool hasNote(const TensorFile& file, const std::string& part) {
  for (const std::string& note : file.notes)
    if (note.find(part) != std::string::npos) return true;
  return false;
}

/// One input, one output, one node, one tensor.
Proto smallGraph(const Proto& tensor) {
  return Proto()
      .message(1, proto::node("MatMul", {"x", "w"}, "y"))
      .message(5, tensor)
      .message(11, proto::value("x", {-1, 3, 64, 64}))
      .message(12, proto::value("y", {-1, 2}));
}

const Proto goodTensor = proto::tensor("w", {3, 2}, 1, proto::floats(6));

}  // namespace

class TestOnnxFile : public QObject {
  Q_OBJECT

 private:
  test::CraftedFiles files_;
  int number_ = 0;

  std::filesystem::path write(const std::string& bytes) {
    return files_.write(concat("crafted-", number_++, ".onnx"), bytes);
  }

  std::filesystem::path exported(MobileNet& network) {
    const auto path = files_.path(concat("exported-", number_++, ".onnx"));
    exportTask(exportFormat("onnx"), path, network, {}, randomInputs(network->spec(), 2));
    return path;
  }

 private Q_SLOTS:
  /// Networks written by torch.onnx.export, with and without batch normalization.
  void readsWhatPyTorchExported() {
    const QString folder = QString::fromStdString(files_.path("").string());
    const std::string problem = test::makeFixtures("make_onnx.py", folder);
    QVERIFY2(problem.empty(), problem.c_str());

    struct Expected {
      const char* name;
      double width;
      int stemStride, inputSize, classes;
      Activation activation;
      Padding padding;
      double epsilon;
      bool folded;
      std::size_t hidden = 0;
    };
    const Activation six = Activation::ReLU6, relu = Activation::ReLU;
    for (const Expected& e : {Expected{"separate", 0.25, 2, 64, 10, six, Padding::Pad1, 1e-5, false},
                              Expected{"separate-bias", 0.5, 2, 64, 10, six, Padding::Pad1, 1e-3, false},
                              Expected{"separate-same", 0.25, 2, 64, 1001, six, Padding::Same, 1e-3, false},
                              Expected{"folded", 0.25, 1, 32, 10, relu, Padding::Pad1, 1e-3, true},
                              Expected{"folded-same", 0.5, 2, 64, 10, six, Padding::Same, 1e-3, true},
                              Expected{"folded-same-odd", 0.25, 2, 75, 10, six, Padding::Same, 1e-3, true},
                              Expected{"grey", 0.25, 2, 96, 10, relu, Padding::Pad1, 1e-5, false},
                              Expected{"deep-head", 0.25, 2, 64, 10, six, Padding::Pad1, 1e-3, false, 1}}) {
      const auto path = files_.path(std::string(e.name) + ".onnx");
      QVERIFY2(looksLikeOnnx(path), e.name);
      const TensorFile file = readOnnx(path);
      QVERIFY2(file.metadata.count("zipper.spec") == 1, file.notes.front().c_str());
      const MobileNetSpec spec = specFromJson(file.metadata.at("zipper.spec"));
      QCOMPARE(spec.width, e.width);
      QCOMPARE(spec.stemStride, e.stemStride);
      QCOMPARE(spec.inputSize, e.inputSize);
      QCOMPARE(spec.classes, e.classes);
      QCOMPARE(spec.hidden.size(), e.hidden);
      QVERIFY2(spec.activation == e.activation && spec.padding == e.padding, e.name);
      QCOMPARE(spec.bnEpsilon, e.epsilon);
      QCOMPARE(!find(file.tensors, "stem.bn.weight").defined(), e.folded);
      QCOMPARE(spec.classOffset, e.classes == 1001 ? 1 : 0);
      QVERIFY(hasNote(file, "guessed: normalization mean 0.5"));

      const NamedTensors python = readSafetensors(files_.path(std::string(e.name) + ".safetensors")).tensors;
      torch::NoGradGuard noGrad;
      MobileNet network = loadModel(path).network;
      const double error = test::relativeError(network->forward(find(python, "images")).logits, find(python, "logits"));
      QVERIFY2(error <= 1e-4, qPrintable(QString("%1: %2").arg(e.name).arg(error)));
    }
  }

  void readsOwnExports_data() {
    QTest::addColumn<bool>("same");
    QTest::addColumn<bool>("six");
    QTest::addColumn<int>("classes");
    QTest::addColumn<int>("size");
    for (const bool same : {false, true})
      for (const bool six : {false, true})
        for (const int classes : {0, 7})
          for (const int size : {32, 45})
            QTest::addRow("%d %d %d %d", same, six, classes, size) << same << six << classes << size;
  }

  void readsOwnExports() {
    QFETCH(bool, same);
    QFETCH(bool, six);
    QFETCH(int, classes);
    QFETCH(int, size);
    MobileNetSpec spec = test::smallSpec(0.25, size, classes);
    spec.padding = same ? Padding::Same : Padding::Pad1;
    spec.activation = six ? Activation::ReLU6 : Activation::ReLU;
    spec.stemStride = six ? 1 : 2;
    spec.bnEpsilon = 1e-5;
    spec.normalization = {{0.1, 0.2, 0.3}, {1, 2, 3}, ChannelOrder::BGR};
    if (classes > 0) {
      spec.classOffset = 1;
      for (int i = 0; i < classes; ++i) spec.classNames.push_back(concat("class ", i));
    }
    MobileNet network = test::randomNetwork(spec, 3);
    const auto path = exported(network);
    const TensorFile file = readOnnx(path);
    QCOMPARE(file.metadata.at("zipper.spec"), specToJson(spec));
    torch::NoGradGuard noGrad;
    const auto images = test::randomImages(spec, 3);
    QVERIFY(test::relativeError(loadModel(path).network->forward(images).logits, network->forward(images).logits) <
            1e-5);
  }

  /// OpenCV 4.10 needs explicit padding for maps of one value; nothing else is changed.
  void padsMapsOfOneValueForOpenCv() {
    for (const auto& [size, pads] : {std::pair{32, 1}, std::pair{64, 0}}) {
      MobileNet network = test::randomNetwork(test::smallSpec(0.25, size, 5), 3);
      const auto path = exported(network);
      const auto changed = write(onnxForOpenCv(path));
      const OnnxGraph graph = parseOnnx(InputFile(changed, "an ONNX model"), changed.parent_path());
      const OnnxGraph before = parseOnnx(InputFile(path, "an ONNX model"), path.parent_path());
      const auto isPad = [](const OnnxNode& node) { return node.op == "Pad"; };
      QCOMPARE(int(std::count_if(graph.nodes.begin(), graph.nodes.end(), isPad)), pads);
      QCOMPARE(graph.nodes.size(), before.nodes.size() + std::size_t(pads));
      torch::NoGradGuard noGrad;
      const auto images = test::randomImages(network->spec(), 3);
      QVERIFY(test::relativeError(runOnnx(path, {images}).front(), network->forward(images).logits) < 1e-5);
    }
  }

  /// The graph is the truth about what it tells, whatever the metadata say; what they say is data of a stranger.
  void metadataOfStrangers() {
    MobileNetSpec spec = test::smallSpec(0.125, 32, 2);
    MobileNet network = test::randomNetwork(spec, 3);
    const std::string good = test::CraftedFiles::bytesOf(exported(network));
    const auto with = [&](const std::string& text) {
      return write(good + Proto().message(14, Proto().text(1, "zipper.spec").text(2, text)).bytes);
    };
    MobileNetSpec wrong = spec;
    wrong.padding = Padding::Same;
    wrong.activation = Activation::ReLU;
    wrong.inputSize = 64;
    wrong.normalization.order = ChannelOrder::BGR;
    MobileNetSpec expected = spec;
    expected.normalization.order = ChannelOrder::BGR;
    QCOMPARE(readOnnx(with(specToJson(wrong))).metadata.at("zipper.spec"), specToJson(expected));
    ZIPPER_EXPECT_ERROR(readOnnx(with("{")), "network spec: not valid JSON");
    const std::string deep = "{\"width\": " + std::string(1'000'000, '[');
    ZIPPER_EXPECT_ERROR(readOnnx(with(deep)), "nested deeper");
    ZIPPER_EXPECT_ERROR(readOnnx(with(deep + std::string(1'000'000, ']') + "}")), "nested deeper");
  }

  void mergedExportsAreTensors() {
    MobileNet a = test::randomNetwork(test::smallSpec(0.125, 32, 4), 1),
              b = test::randomNetwork(test::smallSpec(0.125, 32, 3), 2);
    MergedNetwork merged({a, b}, BnPolicy::PerTask);
    merged.merge(1);
    merged.train(false);
    const auto path = files_.path("merged.onnx");
    exportMerged(exportFormat("onnx"), path, merged, {{"zipper.recipe", "{}"}},
                 {randomInputs(a->spec(), 1), randomInputs(b->spec(), 1)});
    const TensorFile file = readOnnx(path);
    QVERIFY(file.metadata.count("zipper.specs") == 1 && file.metadata.count("zipper.spec") == 0);
    QCOMPARE(file.metadata.at("zipper.recipe"), std::string("{}"));
    QCOMPARE(file.metadata.at("zipper.merged_layers"), std::string("[1]"));
    QVERIFY(file.metadata.at("onnx.producer").rfind("Zipper Workbench ", 0) == 0);
    QCOMPARE(file.metadata.at("b.input_size"), std::string("32"));
    QVERIFY(torch::equal(find(file.tensors, "shared.layers.1.pointwise.conv.weight"),
                         merged.task(1)->pointwise(1)->conv->weight));
    QVERIFY(find(file.tensors, "a.layers.1.pointwise.bn.weight").defined());
    QVERIFY(!find(file.tensors, "a.layers.1.pointwise.conv.weight").defined());
  }

  void otherGraphsKeepTheirNames() {
    const TensorFile file = readOnnx(
        write(proto::model(smallGraph(goodTensor).message(5, proto::tensor("axes", {2}, 7, std::string(16, '\0'))))));
    QCOMPARE(file.tensors.size(), std::size_t(1));
    QCOMPARE(file.tensors.front().first, std::string("w"));
    QVERIFY(torch::equal(file.tensors.front().second, torch::full({3, 2}, 0.5f)));
    QCOMPARE(file.refusal, std::string("the graph was not recognized as MobileNet V1, V2 or V3: a Conv was expected "
                                       "for stem, found MatMul 'y'"));
    QVERIFY(hasNote(file, "1 initializer without"));
    QCOMPARE(file.metadata.at("onnx.producer"), std::string("test"));
  }

  void everyFloatingPointType() {
    const std::string two("\x00\x40\x00\x40", 4);  // twice 2 in bfloat16 (0x4000) and in float16
    struct Case {
      Proto tensor;
      torch::ScalarType type;
    };
    const double number = 2;
    const std::string wide(reinterpret_cast<const char*>(&number), 8);
    const Proto head = Proto().number(1, 2).text(8, "w");
    for (const Case& c :
         {Case{proto::tensor("w", {2}, 10, two), torch::kHalf},
          Case{proto::tensor("w", {2}, 16, two), torch::kBFloat16},
          Case{proto::tensor("w", {2}, 11, wide + wide), torch::kDouble},
          Case{Proto(head).number(2, 11).text(10, wide + wide), torch::kDouble},
          Case{Proto(head).number(2, 1).text(4, proto::floats(2, 2)), torch::kFloat},
          Case{Proto(head).number(2, 10).text(5, Proto::varint(0x4000) + Proto::varint(0x4000)), torch::kHalf}}) {
      const TensorFile file = readOnnx(write(proto::model(smallGraph(c.tensor))));
      QVERIFY(file.tensors.front().second.scalar_type() == c.type);
      QVERIFY(torch::equal(file.tensors.front().second.to(torch::kFloat), torch::full({2}, 2.0f)));
    }
  }

  void refusesBadTensors() {
    const auto read = [&](const Proto& tensor) { return readOnnx(write(proto::model(smallGraph(tensor)))); };
    ZIPPER_EXPECT_ERROR(read(proto::tensor("w", {3, 2}, 1, proto::floats(5))),
                        "'w': 20 bytes of data, 24 were expected");
    ZIPPER_EXPECT_ERROR(read(proto::tensor("w", {3, -2}, 1, proto::floats(6))), "'w': a size of its shape is -2");
    ZIPPER_EXPECT_ERROR(read(proto::tensor("w", {1 << 30, 4}, 1, "")), "'w': its shape is too large");
    ZIPPER_EXPECT_ERROR(read(proto::tensor("w", {std::int64_t(1) << 62, 4, 0}, 1, "")), "'w': its shape is too large");
    ZIPPER_EXPECT_ERROR(read(proto::tensor("w", std::vector<std::int64_t>(2000, 1), 1, proto::floats(1))),
                        "'w': has more than 8 dimensions");
    ZIPPER_EXPECT_ERROR(read(Proto(goodTensor).text(9, "")), "'w': its data are in several pieces");
    ZIPPER_EXPECT_ERROR(read(proto::externalTensor("w", {3, 2}, 1, {{"location", "w\n.bin"}})),
                        "'w': its data are in another file, 'w?.bin', which is not beside the model");
    ZIPPER_EXPECT_ERROR(readOnnx(write(proto::model(smallGraph(goodTensor).message(5, goodTensor)))),
                        "'w': there are two of this name");
    ZIPPER_EXPECT_ERROR(readOnnx(write(proto::model(smallGraph(goodTensor).message(15, Proto())))), "sparse");
    ZIPPER_EXPECT_ERROR(read(Proto(goodTensor).text(5, "\1")), "'w': its data are in several pieces");
    ZIPPER_EXPECT_ERROR(read(Proto().number(2, 10).text(8, "w").text(5, std::string(20 << 20, '\1'))),
                        "'w': too many numbers in int32_data");
  }

  void readsDataInOtherFiles() {
    const std::string six = proto::floats(6, 0.25f);
    files_.write("w.bin", std::string(8, 'x') + six);
    std::filesystem::create_directories(files_.path("below"));
    files_.write("below/w.bin", six);
    const auto read = [&](const proto::Entries& entries) {
      return readOnnx(write(proto::model(smallGraph(proto::externalTensor("w", {3, 2}, 1, entries)))));
    };
    for (const proto::Entries& entries : {proto::Entries{{"location", "w.bin"}, {"offset", "8"}, {"length", "24"}},
                                          proto::Entries{{"location", "w.bin"}, {"offset", "8"}, {"checksum", "?"}},
                                          proto::Entries{{"location", "./below/w.bin"}}}) {
      const TensorFile file = read(entries);
      QVERIFY(torch::equal(file.tensors.front().second, torch::full({3, 2}, 0.25f)));
      QCOMPARE(file.otherFiles.size(), std::size_t(1));
    }
  }

  /// Where the data are is said by a stranger.
  void staysInTheFolderOfTheModel() {
    std::filesystem::create_directories(files_.path("inside/deeper"));
    const auto outside = files_.write("outside.bin", proto::floats(6));
    files_.write("inside/w.bin", proto::floats(6));
    std::filesystem::create_symlink(outside, files_.path("inside/link.bin"));
    std::filesystem::create_directory_symlink(files_.path(""), files_.path("inside/up"));
    QVERIFY(::mkfifo(files_.path("inside/pipe").c_str(), 0600) == 0);
    const auto read = [&](const proto::Entries& entries) {
      return readOnnx(
          files_.write("inside/model.onnx", proto::model(smallGraph(proto::externalTensor("w", {3, 2}, 1, entries)))));
    };
    const auto at = [&](const std::string& location) { return read({{"location", location}}); };
    ZIPPER_EXPECT_ERROR(at("../outside.bin"), "which is outside of it; only files in the folder of the model");
    ZIPPER_EXPECT_ERROR(at("deeper/../../outside.bin"), "which is outside of it");
    ZIPPER_EXPECT_ERROR(at(outside.string()), "which is named from the root of the disk");
    ZIPPER_EXPECT_ERROR(at("/dev/zero"), "which is named from the root of the disk");
    ZIPPER_EXPECT_ERROR(at("link.bin"), "which is a link that leads out of the folder of the model");
    ZIPPER_EXPECT_ERROR(at("up/outside.bin"), "which is a link that leads out of the folder of the model");
    ZIPPER_EXPECT_ERROR(at("pipe"), "is not a regular file");
    ZIPPER_EXPECT_ERROR(at("deeper"), "is a folder");
    ZIPPER_EXPECT_ERROR(at(""), "which is no name of a file");
    ZIPPER_EXPECT_ERROR(at("none.bin"), "which is not beside the model (No such file or directory)");
    ZIPPER_EXPECT_ERROR(read({{"offset", "0"}}), "its data are in another file, which is not named");
    ZIPPER_EXPECT_ERROR(read({{"location", "w.bin"}, {"location", "w.bin"}}), "two values of 'location'");
    for (const char* number : {"-1", "1x", "", " 1", "99999999999999999999"})
      ZIPPER_EXPECT_ERROR(read({{"location", "w.bin"}, {"offset", number}}), "a number was expected");
    ZIPPER_EXPECT_ERROR(read({{"location", "w.bin"}, {"offset", "4"}}), "which has 24 bytes; that file is truncated");
    ZIPPER_EXPECT_ERROR(read({{"location", "w.bin"}, {"offset", "18446744073709551615"}}), "that file is truncated");
    ZIPPER_EXPECT_ERROR(read({{"location", "w.bin"}, {"length", "20"}}),
                        "20 bytes of data in 'w.bin', 24 were expected");
  }

  /// A small model can't take more memory than there are bytes beside it.
  void sharedDataTakeNoMoreThanThereAre() {
    files_.write("once.bin", proto::floats(100));
    Proto graph = smallGraph(goodTensor);
    for (int i = 0; i < 3; ++i)
      graph.message(5,
                    proto::externalTensor(concat("t", i), {50}, 1, {{"location", i == 1 ? "./once.bin" : "once.bin"}}));
    ZIPPER_EXPECT_ERROR(readOnnx(write(proto::model(graph))), "'t2': the tensors of the model claim more bytes of");
    ZIPPER_EXPECT_ERROR(readOnnx(write(proto::model(smallGraph(
                            proto::externalTensor("w", {1 << 20, 1 << 10}, 1, {{"location", "once.bin"}}))))),
                        "that file is truncated");
  }

  void constantsAreNumbersAndLists() {
    // Constant nodes with a number or a list in place of a tensor, and what else may stand before the first Conv.
    const auto constant = [](const std::string& name, const Proto& attribute) {
      return Proto().text(2, name).text(4, "Constant").message(5, attribute);
    };
    const auto refusalWith = [&](std::size_t count) {
      Proto graph;
      graph.message(1, constant("half", Proto().text(1, "value_float").raw("\x15" + proto::floats(1))))
          .message(1, constant("halves", Proto().text(1, "value_floats").text(7, proto::floats(count))))
          .message(1, proto::node("Sub", {"x", "half"}, "s"))
          .message(1, proto::node("Div", {"s", "halves"}, "y"))
          .message(11, proto::value("x", {-1, 3, 64, 64}))
          .message(12, proto::value("y", {-1, 2}));
      return readOnnx(write(proto::model(graph))).refusal;
    };
    QVERIFY2(refusalWith(1).find("a Conv was expected for stem, found its end") != std::string::npos,
             refusalWith(1).c_str());
    QVERIFY2(refusalWith(3).find("its constant of shape [3] is not one number per channel") != std::string::npos,
             refusalWith(3).c_str());
  }

  void refusesDamage() {
    const std::string good = proto::model(smallGraph(goodTensor));
    for (std::size_t length = 0; length < good.size(); ++length)
      ZIPPER_EXPECT_ERROR(readOnnx(write(good.substr(0, length))), "crafted-");
    const std::string start = Proto().number(1, 7).bytes;
    ZIPPER_EXPECT_ERROR(readOnnx(write("")), "has no graph");
    ZIPPER_EXPECT_ERROR(readOnnx(write(start + "\x3a\xff\xff\xff\xff\x0f")),
                        "4294967295 bytes were expected, but only 0");
    ZIPPER_EXPECT_ERROR(readOnnx(write(start + "\x3a\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01")),
                        "truncated or damaged");
    ZIPPER_EXPECT_ERROR(readOnnx(write(start + std::string(20, '\xff'))), "damaged");
    ZIPPER_EXPECT_ERROR(readOnnx(write(start + "\x3b\x3c")), "damaged");  // groups
    ZIPPER_EXPECT_ERROR(readOnnx(write(start + "\x38\x01")), "damaged");  // a graph that is a number
    ZIPPER_EXPECT_ERROR(readOnnx(files_.path("none.onnx")), "there is no such file");
  }

  void hugeGraphsAreRefused() {
    Proto nodes;
    for (int i = 0; i < 200'000; ++i) nodes.raw(std::string("\x0a\x00", 2));
    ZIPPER_EXPECT_ERROR(readOnnx(write(proto::model(nodes))), "16 MiB; that is no MobileNet");
    Proto names;
    for (int i = 0; i < 600'000; ++i) names.raw(std::string("\x0a\x00", 2));
    ZIPPER_EXPECT_ERROR(readOnnx(write(proto::model(Proto().message(1, names)))), "16 MiB; that is no MobileNet");
    // A graph in an attribute of a node in a graph in an attribute ...: skipped, however deep.
    std::string deep;
    for (int i = 0; i < 20'000; ++i) deep = std::string("\x0a") + Proto::varint(deep.size()) + deep;
    const auto attribute = Proto().text(1, "body").text(6, deep);
    const TensorFile file =
        readOnnx(write(proto::model(smallGraph(goodTensor).message(1, Proto().message(5, attribute).text(4, "Loop")))));
    QCOMPARE(file.tensors.size(), std::size_t(1));
  }

  void circlesAndBranches() {
    const auto graph = [](const std::vector<Proto>& nodes) {
      Proto graph;
      for (const Proto& node : nodes) graph.message(1, node);
      return graph.message(5, goodTensor).message(11, proto::value("x", {})).message(12, proto::value("y", {}));
    };
    const auto noteOf = [&](const std::vector<Proto>& nodes) {
      return readOnnx(write(proto::model(graph(nodes)))).refusal;
    };
    QVERIFY(noteOf({proto::node("Relu", {"y"}, "y")}).find("its nodes form a circle") != std::string::npos);
    QVERIFY(noteOf({proto::node("Relu", {"z"}, "y"), proto::node("Relu", {"y"}, "z")}).find("circle") !=
            std::string::npos);
    QVERIFY(noteOf({proto::node("Add", {"x", "z"}, "y")}).find("two branches meet at Add 'y'") != std::string::npos);
    QVERIFY(
        noteOf({proto::node("Relu", {"x"}, "r"), proto::node("Relu", {"r"}, "z"), proto::node("Add", {"r", "z"}, "y")})
            .find("as MobileNet V1, V2 or V3: two branches meet at Add 'y'") != std::string::npos);
    QVERIFY(noteOf({proto::node("Relu", {}, "y")}).find("has no input") != std::string::npos);
    QVERIFY(noteOf({}).find("nothing computes 'y'") != std::string::npos);
  }

  /// Integer arithmetic that doubles at each node, or goes round in circles, takes no time.
  void padsThatAreComputedForever() {
    for (const bool circle : {false, true}) {
      Proto graph = smallGraph(goodTensor).message(5, proto::tensor("n0", {1}, 7, std::string("\1\0\0\0\0\0\0\0", 8)));
      for (int i = 0; i < 60; ++i)
        graph.message(1, proto::node("Add", {concat("n", i), concat("n", circle ? i + 1 : i)}, concat("n", i + 1)));
      Proto pad = Proto().message(1, proto::node("Pad", {"x", "n60"}, "p")).message(1, proto::node("Relu", {"p"}, "q"));
      graph = pad.raw(graph.bytes).message(12, proto::value("q", {}));
      QElapsedTimer timer;
      timer.start();
      readOnnx(write(proto::model(graph)));
      QVERIFY(timer.elapsed() < 1000);
    }
  }

  void randomDamage() {
    MobileNetSpec spec = test::smallSpec(0.125, 32, 2);
    MobileNet network = test::randomNetwork(spec, 1);
    const std::string good = test::CraftedFiles::bytesOf(exported(network));
    const unsigned seed = std::random_device()();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    // Where it is interesting: not in the weights.
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i + 4 < good.size(); ++i)
      if (i < 64 || good.compare(i, 4, "Conv") == 0 || good.compare(i, 4, "pads") == 0 ||
          good.compare(i, 4, ".bia") == 0)
        places.push_back(i);
    int refused = 0;
    for (int round = 0; round < 400; ++round) {
      std::string bytes = good;
      for (int i = 0; i < 1 + round % 3; ++i)
        bytes[std::min(places[random() % places.size()] + random() % 40, bytes.size() - 1)] = char(random());
      try {
        readOnnx(write(bytes));
      } catch (const Error&) {
        ++refused;
      }
    }
    QVERIFY(refused > 20);
  }

  void looksLikeOnnxOnlyIfItIs() {
    QVERIFY(looksLikeOnnx(write(proto::model(smallGraph(goodTensor)))));
    for (const std::string& other :
         {std::string(), std::string("\x08"), std::string("\x08\x07"), std::string("PK\3\4"),
          test::CraftedFiles::safetensors("{}"), std::string("\x89HDF\r\n\x1a\n"),
          std::string("\x08\x12\0\0\0\0\0\0{", 9), std::string("plain text"), std::string("\x08\1\x12\x0a\x08saved_mo"),
          std::string("\x08\4\x12\x05\x0a\3\x0a\1x")})
      QVERIFY(!looksLikeOnnx(write(other)));
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestOnnxFile)
#include "test_onnx_file.moc"
