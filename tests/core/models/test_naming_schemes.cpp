// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <algorithm>

#include "core/models/expected_names.h"
#include "core/models/nearest_name.h"
#include "core/models/scheme_matching.h"
#include "core/network/plan.h"
#include "held_notes.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
using test::holds;

namespace {

std::vector<std::int64_t> shapeOf(const std::string& canonical) {
  if (canonical == "head.weight") return {10, 128};
  if (canonical == "hidden.1.weight") return {128, 128};
  return {canonical == "head.bias" ? 10 : 128};
}

/// A file with all names of a scheme (no folded ones) behind a prefix.
std::vector<NamedShape> fileOf(const NamingScheme& scheme, const std::string& prefix = "",
                               const std::string& task = "") {
  std::vector<NamedShape> file;
  for (const ExpectedName& name : expectedNames(scheme, task))
    if (name.canonical.find(".conv.bias") == std::string::npos)
      file.push_back({prefix + name.alternatives.front(), shapeOf(name.canonical)});
  return file;
}

std::vector<NamedShape> fileOf(const char* scheme, const std::string& prefix = "", const std::string& task = "") {
  return fileOf(*namingScheme(scheme), prefix, task);
}

const NamingScheme& schemeOf(const std::string& name, Architecture architecture) {
  const auto& all = namingSchemes();
  return *std::find_if(all.begin(), all.end(), [&](const NamingScheme& scheme) {
    return name == scheme.name && scheme.architecture == architecture;
  });
}

void append(std::vector<NamedShape>& file, const std::vector<NamedShape>& more) {
  file.insert(file.end(), more.begin(), more.end());
}

void remove(std::vector<NamedShape>& file, const std::string& part) {
  file.erase(std::remove_if(file.begin(), file.end(),
                            [&](const auto& tensor) { return tensor.name.find(part) != std::string::npos; }),
             file.end());
}

/// The name in the file of a tensor of the network.
std::string nameOf(const SchemeMatch& match, const std::vector<NamedShape>& file, const std::string& canonical) {
  for (const auto& [name, index] : match.tensors)
    if (name == canonical) return file[index].name;
  return "";
}

}  // namespace

class TestNamingSchemes : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// The names of formats.md, written out, not made by the templates.
  void namesAreThoseOfTheirPublishers_data() {
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("canonical");
    QTest::addColumn<QString>("name");
    const auto row = [](const char* scheme, const char* canonical, const char* name) {
      QTest::addRow("%s %s", scheme, canonical) << scheme << canonical << name;
    };
    row("timm", "stem.bn.running_var", "bn1.running_var");
    row("timm", "layers.1.depthwise.conv.weight", "blocks.0.0.conv_dw.weight");
    row("timm", "layers.5.pointwise.conv.weight", "blocks.2.1.conv_pw.weight");
    row("timm", "layers.6.depthwise.bn.weight", "blocks.3.0.bn1.weight");
    row("timm", "layers.11.pointwise.bn.bias", "blocks.3.5.bn2.bias");
    row("timm", "layers.13.pointwise.conv.weight", "blocks.4.1.conv_pw.weight");
    row("hugging-face", "stem.conv.weight", "mobilenet_v1.conv_stem.convolution.weight");
    row("hugging-face", "layers.1.depthwise.conv.weight", "mobilenet_v1.layer.0.convolution.weight");
    row("hugging-face", "layers.13.pointwise.bn.running_mean", "mobilenet_v1.layer.25.normalization.running_mean");
    row("hugging-face", "head.bias", "classifier.bias");
    row("hugging-face-backbone", "layers.2.pointwise.bn.weight", "layer.3.normalization.weight");
    row("keras", "stem.bn.weight", "conv1_bn/gamma");
    row("keras", "layers.12.depthwise.conv.weight", "conv_dw_12/depthwise_kernel");
    row("keras", "layers.3.pointwise.bn.running_var", "conv_pw_3_bn/moving_variance");
    row("keras", "head.weight", "conv_preds/kernel");
    row("tf-slim", "stem.bn.bias", "Conv2d_0/BatchNorm/beta");
    row("tf-slim", "layers.4.depthwise.conv.weight", "Conv2d_4_depthwise/depthwise_weights");
    row("tf-slim", "layers.13.pointwise.conv.weight", "Conv2d_13_pointwise/weights");
    row("tf-slim", "head.bias", "Logits/Conv2d_1c_1x1/biases");
    row("kuangliu", "layers.1.pointwise.conv.weight", "layers.0.conv2.weight");
    row("kuangliu", "layers.13.depthwise.bn.running_mean", "layers.12.bn1.running_mean");
    row("kuangliu", "head.weight", "linear.weight");
    row("marvis", "stem.conv.weight", "model.0.0.weight");
    row("marvis", "layers.7.pointwise.bn.bias", "model.7.4.bias");
    row("marvis", "layers.7.depthwise.bn.bias", "model.7.1.bias");
    row("zipper", "layers.7.depthwise.bn.bias", "layers.7.depthwise.bn.bias");
    row("zipper-v2", "layers.7.expand.bn.bias", "layers.7.expand.bn.bias");
    row("torchvision", "layers.1.depthwise.conv.weight", "features.1.conv.0.0.weight");
    row("torchvision", "layers.1.project.bn.running_var", "features.1.conv.2.running_var");
    row("torchvision", "layers.17.expand.conv.weight", "features.17.conv.0.0.weight");
    row("torchvision", "layers.17.depthwise.bn.weight", "features.17.conv.1.1.weight");
    row("torchvision", "layers.17.project.bn.bias", "features.17.conv.3.bias");
    row("torchvision", "layers.18.pointwise.conv.weight", "features.18.0.weight");
    row("torchvision", "head.bias", "classifier.1.bias");
    row("timm-v2", "layers.1.project.conv.weight", "blocks.0.0.conv_pw.weight");
    row("timm-v2", "layers.2.expand.conv.weight", "blocks.1.0.conv_pw.weight");
    row("timm-v2", "layers.10.depthwise.bn.weight", "blocks.3.3.bn2.weight");
    row("timm-v2", "layers.17.project.conv.weight", "blocks.6.0.conv_pwl.weight");
    row("timm-v2", "layers.18.pointwise.bn.running_mean", "bn2.running_mean");
    row("hugging-face-v2", "stem.bn.bias", "mobilenet_v2.conv_stem.first_conv.normalization.bias");
    row("hugging-face-v2", "layers.1.project.conv.weight", "mobilenet_v2.conv_stem.reduce_1x1.convolution.weight");
    row("hugging-face-v2", "layers.2.expand.conv.weight", "mobilenet_v2.layer.0.expand_1x1.convolution.weight");
    row("hugging-face-v2-backbone", "layers.17.depthwise.conv.weight", "layer.15.conv_3x3.convolution.weight");
    row("keras-v2", "layers.1.depthwise.conv.weight", "expanded_conv_depthwise/depthwise_kernel");
    row("keras-v2", "layers.17.project.bn.weight", "block_16_project_BN/gamma");
    row("keras-v2", "layers.18.pointwise.bn.running_var", "Conv_1_bn/moving_variance");
    row("tf-slim-v2", "layers.1.project.conv.weight", "expanded_conv/project/weights");
    row("tf-slim-v2", "layers.17.depthwise.conv.weight", "expanded_conv_16/depthwise/depthwise_weights");
    row("paddle", "layers.1.expand.conv.weight", "conv2._first_block._expand_conv._conv.weight");
    row("paddle", "layers.6.depthwise.bn.running_mean", "conv4.conv4_3._bottleneck_conv._batch_norm._mean");
    row("paddle", "layers.17.project.conv.weight", "conv8._first_block._linear_conv._conv.weight");
    row("mmpretrain", "layers.1.project.conv.weight", "backbone.layer1.0.conv.1.conv.weight");
    row("mmpretrain", "layers.5.project.bn.bias", "backbone.layer3.1.conv.2.bn.bias");
    row("kuangliu-v2", "layers.17.project.conv.weight", "layers.16.conv3.weight");
    row("tonylins", "layers.1.project.conv.weight", "features.1.conv.3.weight");
    row("tonylins", "layers.2.project.bn.weight", "features.2.conv.7.weight");
    row("tonylins-first", "layers.1.project.conv.weight", "features.1.conv.6.weight");
  }

  /// The same of V3; a file of the small one is told by what it holds.
  void namesOfV3AreThoseOfTheirPublishers_data() {
    QTest::addColumn<bool>("isLarge");
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("canonical");
    QTest::addColumn<QString>("name");
    const auto row = [](bool isLarge, const char* scheme, const char* canonical, const char* name) {
      QTest::addRow("%s %d %s", scheme, isLarge, canonical) << isLarge << scheme << canonical << name;
    };
    row(true, "zipper-v3", "layers.4.squeeze.bias", "layers.4.squeeze.bias");
    row(true, "torchvision-v3", "layers.1.depthwise.conv.weight", "features.1.block.0.0.weight");
    row(true, "torchvision-v3", "layers.1.project.bn.weight", "features.1.block.1.1.weight");
    row(true, "torchvision-v3", "layers.2.project.conv.weight", "features.2.block.2.0.weight");
    row(true, "torchvision-v3", "layers.4.excite.bias", "features.4.block.2.fc2.bias");
    row(true, "torchvision-v3", "layers.4.project.conv.weight", "features.4.block.3.0.weight");
    row(true, "torchvision-v3", "layers.16.pointwise.bn.bias", "features.16.1.bias");
    row(true, "torchvision-v3", "hidden.1.bias", "classifier.0.bias");
    row(false, "torchvision-v3", "layers.1.squeeze.conv.weight", "features.1.block.1.fc1.weight");
    row(false, "torchvision-v3", "layers.1.project.conv.weight", "features.1.block.2.0.weight");
    row(false, "torchvision-v3", "layers.12.pointwise.conv.weight", "features.12.0.weight");
    row(true, "timm-v3", "layers.1.project.conv.weight", "blocks.0.0.conv_pw.weight");
    row(true, "timm-v3", "layers.10.depthwise.bn.weight", "blocks.3.3.bn2.weight");
    row(true, "timm-v3", "layers.12.squeeze.conv.weight", "blocks.4.1.se.conv_reduce.weight");
    row(true, "timm-v3", "layers.16.pointwise.bn.weight", "blocks.6.0.bn1.weight");
    row(true, "timm-v3", "hidden.1.weight", "conv_head.weight");
    row(false, "timm-v3", "layers.1.excite.bias", "blocks.0.0.se.conv_expand.bias");
    row(false, "timm-v3", "layers.7.project.conv.weight", "blocks.3.0.conv_pwl.weight");
    row(false, "timm-v3", "layers.12.pointwise.conv.weight", "blocks.5.0.conv.weight");
    row(true, "keras-v3", "layers.1.project.bn.running_var", "expanded_conv_project_bn/moving_variance");
    row(true, "keras-v3", "layers.15.excite.conv.weight", "expanded_conv_14_squeeze_excite_conv_1/kernel");
    row(true, "keras-v3", "layers.2.depthwise.conv.weight", "expanded_conv_1_depthwise/depthwise_kernel");
    row(false, "keras-v3", "layers.1.squeeze.bias", "expanded_conv_squeeze_excite_conv/bias");
    row(false, "keras-v3", "layers.12.pointwise.bn.weight", "conv_1_bn/gamma");
    row(true, "tf-slim-v3", "layers.4.squeeze.bias", "expanded_conv_3/squeeze_excite/Conv/biases");
    row(true, "tf-slim-v3", "hidden.1.weight", "Conv_2/weights");
    row(false, "tf-slim-v3", "layers.1.excite.conv.weight", "expanded_conv/squeeze_excite/Conv_1/weights");
    row(true, "paddle-v3", "layers.1.expand.conv.weight", "blocks.0.expand_conv.conv.weight");
    row(true, "paddle-v3", "layers.4.excite.bias", "blocks.3.mid_se.conv2.bias");
    row(false, "paddle-v3", "layers.12.pointwise.bn.running_mean", "last_second_conv.bn._mean");
    row(true, "d-li14", "layers.1.project.conv.weight", "features.1.conv.4.weight");
    row(true, "d-li14", "layers.4.squeeze.conv.weight", "features.4.conv.6.fc.0.weight");
    row(false, "d-li14", "layers.1.excite.bias", "features.1.conv.3.fc.2.bias");
    row(false, "d-li14", "layers.12.pointwise.bn.bias", "conv.1.bias");
  }

  void namesOfV3AreThoseOfTheirPublishers() {
    QFETCH(bool, isLarge);
    QFETCH(QString, scheme);
    QFETCH(QString, canonical);
    QFETCH(QString, name);
    const Architecture architecture = isLarge ? Architecture::MobileNetV3Large : Architecture::MobileNetV3Small;
    const auto file = fileOf(schemeOf(scheme.toStdString(), architecture));
    const SchemeMatch match = matchScheme(file, {});
    QVERIFY(match.scheme->architecture == architecture);
    QCOMPARE(QString::fromStdString(nameOf(match, file, canonical.toStdString())), name);
  }

  void namesAreThoseOfTheirPublishers() {
    QFETCH(QString, scheme);
    QFETCH(QString, canonical);
    QFETCH(QString, name);
    const auto file = fileOf(scheme.toLatin1());
    QCOMPARE(QString::fromStdString(nameOf(matchScheme(file, {}), file, canonical.toStdString())), name);
  }

  void findsEverySchemeBehindEveryPrefix_data() {
    QTest::addColumn<int>("scheme");
    QTest::addColumn<QString>("prefix");
    for (std::size_t i = 0; i < namingSchemes().size(); ++i)
      for (const char* prefix : {"", "module.", "model.", "state_dict.module.", "MobilenetV1_cubs/"})
        QTest::addRow("%d %s %s", int(i), namingSchemes()[i].name, prefix) << int(i) << prefix;
  }

  void findsEverySchemeBehindEveryPrefix() {
    QFETCH(int, scheme);
    QFETCH(QString, prefix);
    const NamingScheme& wanted = namingSchemes()[std::size_t(scheme)];
    auto file = fileOf(wanted, prefix.toStdString());
    std::reverse(file.begin(), file.end());
    const SchemeMatch match = matchScheme(file, {});
    QCOMPARE(match.scheme, &wanted);
    QCOMPARE(match.tensors.size(), file.size());
    QCOMPARE(QString::fromStdString(match.prefix), prefix);
    QCOMPARE(holds(match.notes, "all names begin with"), !prefix.isEmpty());
  }

  void hasTheConventionsOfFormats() {
    for (const char* name : {"hugging-face", "hugging-face-backbone", "keras", "tf-slim", "hugging-face-v2",
                             "hugging-face-v2-backbone", "keras-v2", "tf-slim-v2"}) {
      const Conventions& found = namingScheme(name)->conventions;
      QVERIFY(found.padding == Padding::Same && found.activation == Activation::ReLU6);
      QCOMPARE(found.bnEpsilon, 1e-3);
      QCOMPARE(found.classesWithBackground, 1001);
    }
    const Conventions& cifar = namingScheme("kuangliu")->conventions;
    QVERIFY(cifar.stemStride == 1 && cifar.inputSize == 32 && cifar.activation == Activation::ReLU);
    QCOMPARE(cifar.mean[1], 0.4822);
    QCOMPARE(namingScheme("timm")->conventions.bnEpsilon, 1e-5);
    QVERIFY(namingScheme("nonsense") == nullptr);
    for (const char* name : {"torchvision", "timm-v2", "paddle", "mmpretrain", "tonylins"}) {
      const Conventions& found = namingScheme(name)->conventions;
      QVERIFY(found.padding == Padding::Pad1 && found.activation == Activation::ReLU6 && found.stemStride == 2);
      QVERIFY(found.bnEpsilon == 1e-5 && found.mean[0] == 0.485 && found.std[2] == 0.225);
    }
    QCOMPARE(namingScheme("kuangliu-v2")->conventions.strides, (std::array<int, 7>{1, 1, 2, 2, 1, 2, 1}));
    for (const NamingScheme& scheme : namingSchemes())
      if (isV3(scheme.architecture)) QVERIFY2(scheme.conventions.activation == Activation::ReLU, scheme.name);
    for (const char* name : {"keras-v3", "tf-slim-v3", "timm-tf-v3"})
      QVERIFY(namingScheme(name)->conventions.padding == Padding::Same);
    QCOMPARE(namingScheme("torchvision-v3")->conventions.bnEpsilon, 1e-3);
    QCOMPARE(namingScheme("timm-v3")->conventions.bnEpsilon, 1e-5);
    QCOMPARE(namingScheme("paddle-v3")->conventions.exciteFactor, 1.2);
  }

  void acceptsKeras3Names() {
    auto file = fileOf("keras");
    for (auto& tensor : file)
      if (const auto at = tensor.name.find("depthwise_kernel"); at != std::string::npos)
        tensor.name.replace(at, 16, "kernel");
    QCOMPARE(nameOf(matchScheme(file, {}), file, "layers.2.depthwise.conv.weight"), std::string("conv_dw_2/kernel"));
  }

  void choosesTheTaskOfAMergedCheckpoint() {
    auto file = fileOf("tf-slim", "MobilenetV1_M/", "_cubs");
    append(file, fileOf("tf-slim", "MobilenetV1_M/", "_flowers"));
    // The pointwise layers 1 and 2 are shared.
    for (const char* layer : {"Conv2d_1_pointwise", "Conv2d_2_pointwise"}) {
      remove(file, std::string(layer) + "_flowers");
      for (auto& tensor : file)
        if (const auto at = tensor.name.find(std::string(layer) + "_cubs"); at != std::string::npos)
          tensor.name.erase(at + std::string(layer).size(), 5);
    }
    ZIPPER_EXPECT_ERROR(matchScheme(file, {}),
                        "holds several networks: 'MobilenetV1_M/_cubs', 'MobilenetV1_M/_flowers'");
    ZIPPER_EXPECT_ERROR(matchScheme(file, {false, "birds"}), "there is no network 'birds' in the file; there are 'Mob");
    for (const char* part : {"flowers", "_flowers", "MobilenetV1_M/_flowers"}) {
      const SchemeMatch match = matchScheme(file, {false, part});
      QCOMPARE(match.tensors.size(), std::size_t(137));
      QCOMPARE(nameOf(match, file, "stem.conv.weight"), std::string("MobilenetV1_M/Conv2d_0_flowers/weights"));
      QCOMPARE(nameOf(match, file, "layers.2.pointwise.conv.weight"),
               std::string("MobilenetV1_M/Conv2d_2_pointwise/weights"));
      QVERIFY(holds(match.notes, "left out: 127 tensors of other networks in the file"));
    }
  }

  void prefersWeightsOverTheirAverages() {
    auto file = fileOf("kuangliu", "ema.module.");
    append(file, fileOf("kuangliu", "net.module."));
    file.push_back({"optimizer.state.0.exp_avg", {3}});
    const SchemeMatch match = matchScheme(file, {});
    QCOMPARE(match.prefix, std::string("net.module."));
    QVERIFY(holds(match.notes, "left out: 138 tensors outside of 'net.module.'"));
    const SchemeMatch averages = matchScheme(file, {true, ""});
    QCOMPARE(averages.prefix, std::string("ema.module."));
    QVERIFY(holds(averages.notes, "moving averages (EMA)"));
    QCOMPARE(matchScheme(fileOf("timm", "state_dict_ema."), {}).prefix, std::string("state_dict_ema."));
    QCOMPARE(matchScheme(fileOf("timm", "schema."), {}).notes.size(), std::size_t(1));
    ZIPPER_EXPECT_ERROR(matchScheme(fileOf("timm"), {true, ""}), "no moving averages");
  }

  void acceptsBackbones() {
    for (const NamingScheme& scheme : namingSchemes()) {
      auto file = fileOf(scheme);
      file.resize(file.size() - headNamesOf(scheme));
      const SchemeMatch match = matchScheme(file, {});
      QCOMPARE(match.scheme, &scheme);
      std::size_t convolutions = 0, gates = 0;
      for (const UnitPlan& unit : unitsOf(widestSpec(scheme)))
        if (unit.kind != UnitKind::Head) ++(unit.normalizes() ? convolutions : gates);
      QVERIFY(scheme.architecture != Architecture::MobileNetV1 || convolutions == 27);
      QCOMPARE(match.tensors.size(), 5 * convolutions + 2 * gates);
      QVERIFY(holds(match.notes, "no head: a backbone"));
    }
  }

  /// Whose names are some of those of other networks.
  void acceptsMinimalisticNetworks() {
    for (const NamingScheme& scheme : namingSchemes()) {
      if (scheme.squeezeExcites == SqueezeExcites::Usual) continue;
      for (const bool withHead : {true, false}) {
        std::vector<NamedShape> file;
        for (const ExpectedName& name : expectedNames(scheme, "")) {
          const bool isOfHead = name.canonical.rfind("head.", 0) == 0 || name.canonical.rfind("hidden.", 0) == 0;
          if (isSqueezeExcite(name.canonical) || (isOfHead && !withHead)) continue;
          if (name.canonical.find(".conv.bias") == std::string::npos)
            file.push_back({name.alternatives.front(), shapeOf(name.canonical)});
        }
        const SchemeMatch match = matchScheme(file, {});
        QCOMPARE(match.scheme, &scheme);
        QCOMPARE(match.tensors.size(), file.size());
      }
    }
  }

  /// Two networks whose publisher numbers them alike, and the two of one publisher.
  void tellsNetworksWithSomeOfTheSameNames() {
    for (const char* name :
         {"kuangliu", "timm", "zipper", "tonylins", "hugging-face-v2", "timm-v3", "torchvision-v3"}) {
      auto file = fileOf(name);
      QCOMPARE(matchScheme(file, {}).scheme->name, std::string(name));
      remove(file, "running_var");
      ZIPPER_EXPECT_ERROR(matchScheme(file, {}), std::string("the names are those of ") + namingScheme(name)->title);
    }
  }

  void acceptsAFirstBlockWithoutExpandingConvolution() {
    for (const char* name : {"zipper-v2", "hugging-face-v2", "tf-slim-v2", "zipper-v3"}) {
      auto file = fileOf(name);
      const std::size_t whole = file.size();
      std::string expand;
      for (const ExpectedName& expected : expectedNames(*namingScheme(name), ""))
        if (expected.canonical == "layers.1.expand.conv.weight") expand = expected.alternatives.front();
      remove(file, expand.substr(0, expand.rfind("expand") + 6));
      QVERIFY(file.size() == whole - 5);
      QCOMPARE(matchScheme(file, {}).tensors.size(), whole - 5);
    }
    auto file = fileOf("paddle");
    remove(file, "conv2._first_block._expand_conv");
    ZIPPER_EXPECT_ERROR(matchScheme(file, {}), "5 keys are missing: 'conv2._first_block._expand_conv._conv.weight'");
  }

  void guessesAHeadWithAnotherName() {
    auto file = fileOf("keras");
    file.resize(file.size() - 2);
    append(file, {{"dense/bias", {7}}, {"dense/kernel", {128, 7}}});
    SchemeMatch match = matchScheme(file, {});
    QCOMPARE(nameOf(match, file, "head.weight"), std::string("dense/kernel"));
    QVERIFY(holds(match.notes, "head guessed: 'dense/kernel' and 'dense/bias'"));
    file = fileOf("timm");
    file.resize(file.size() - 2);
    append(file, {{"classifier.1.weight", {7, 128, 1, 1}}, {"classifier.1.bias", {7}}});
    QCOMPARE(nameOf(matchScheme(file, {}), file, "head.bias"), std::string("classifier.1.bias"));
    file.back().shape = {8};
    ZIPPER_EXPECT_ERROR(matchScheme(file, {}),
                        "2 unknown keys: 'classifier.1.weight' (nearest known: 'classifier.weight')");
  }

  /// Linear layers of which each reads what the one before it puts out.
  void findsHeadsOfSeveralLayers() {
    auto file = fileOf("torchvision", "net.");  // whose known head has 128 inputs and 10 outputs
    append(file, {{"net.classifier.4.bias", {3}}, {"net.classifier.4.weight", {3, 10}}});
    SchemeMatch match = matchScheme(file, {});
    QCOMPARE(nameOf(match, file, "hidden.1.weight"), std::string("net.classifier.1.weight"));
    QCOMPARE(nameOf(match, file, "head.bias"), std::string("net.classifier.4.bias"));
    QCOMPARE(match.head.hidden, std::vector<std::optional<Activation>>{std::nullopt});
    QVERIFY(holds(match.notes, "head guessed: 'net.classifier.1' and 'net.classifier.4', the only tensors left"));
    // One without a bias, and in another order than that of the file.
    file = fileOf("keras");
    file.resize(file.size() - 2);
    append(file, {{"dense_2/kernel", {10, 3}}, {"dense_1/kernel", {128, 10}}, {"dense_1/bias", {10}}});
    match = matchScheme(file, {});
    QCOMPARE(nameOf(match, file, "hidden.1.weight"), std::string("dense_1/kernel"));
    QCOMPARE(nameOf(match, file, "head.weight"), std::string("dense_2/kernel"));
    QVERIFY(nameOf(match, file, "head.bias").empty());
    // Beside the network.
    file = fileOf("timm-v2", "backbone.");
    file.resize(file.size() - 2);
    append(file, {{"fc.0.weight", {9, 128}}, {"fc.0.bias", {9}}, {"fc.2.weight", {4, 9}}, {"fc.2.bias", {4}}});
    match = matchScheme(file, {});
    QCOMPARE(nameOf(match, file, "head.weight"), std::string("fc.2.weight"));
    QVERIFY(!holds(match.notes, "left out"));
    file.push_back({"optimizer.step", {1}});
    QVERIFY(holds(matchScheme(file, {}).notes, "no head: a backbone"));
    // The same behind the hidden layer of a V3.
    file = fileOf("timm-v3", "backbone.");
    file.resize(file.size() - 2);
    append(file, {{"fc.weight", {4, 128}}, {"fc.bias", {4}}});
    match = matchScheme(file, {});
    QCOMPARE(nameOf(match, file, "hidden.1.weight"), std::string("backbone.conv_head.weight"));
    QCOMPARE(nameOf(match, file, "head.weight"), std::string("fc.weight"));
  }

  void refusesHeadsThatCannotBeTold() {
    const auto with = [](const std::vector<NamedShape>& more) {
      auto file = fileOf("torchvision");
      append(file, more);
      return file;
    };
    ZIPPER_EXPECT_ERROR(matchScheme(with({{"classifier.4.weight", {3, 11}}, {"classifier.4.bias", {3}}}), {}),
                        "2 unknown keys: 'classifier.4.weight'");
    ZIPPER_EXPECT_ERROR(matchScheme(with({{"classifier.4.weight", {3, 10}}, {"classifier.4.scale", {3}}}), {}),
                        "2 unknown keys: 'classifier.4.weight'");
    const std::vector<NamedShape> norm{{"classifier.2.weight", {10}},
                                       {"classifier.2.bias", {10}},
                                       {"classifier.2.running_mean", {10}},
                                       {"classifier.2.running_var", {10}}};
    auto file = with(norm);
    append(file, {{"classifier.4.weight", {3, 10}}});
    ZIPPER_EXPECT_ERROR(matchScheme(file, {}),
                        "whether an activation lies before or behind batch normalization 'classifier.2' of its head");
    ZIPPER_EXPECT_ERROR(matchScheme(with(norm), {}), "4 unknown keys: 'classifier.2.weight'");
  }

  void leavesOutTheHeadBehindAnotherLayer() {
    auto file = fileOf("timm", "model.");
    append(file, {{"model.conv_head.weight", {1280, 1024, 1, 1}}, {"model.bn2.weight", {1280}}});
    const SchemeMatch match = matchScheme(file, {});
    QCOMPARE(match.tensors.size(), std::size_t(135));
    QVERIFY(holds(match.notes, "left out: 2 tensors between the last block and the head, and with them the head"));
  }

  void acceptsFoldedBatchNormalization() {
    auto file = fileOf("marvis");
    for (int layer = 1; layer <= layersOf(MobileNetSpec()); ++layer) {
      remove(file, "model." + std::to_string(layer) + ".4.");
      file.push_back({"model." + std::to_string(layer) + ".3.bias", {8}});
    }
    const SchemeMatch match = matchScheme(file, {});
    QCOMPARE(nameOf(match, file, "layers.4.pointwise.conv.bias"), std::string("model.4.3.bias"));
    remove(file, "model.4.3.bias");
    ZIPPER_EXPECT_ERROR(matchScheme(file, {}), "4 keys are missing: 'model.4.4.weight', 'model.4.4.bias'");
  }

  void namesWhatIsMissingAndUnknown() {
    auto file = fileOf("kuangliu", "net.");
    remove(file, "layers.3.bn2.running_var");
    ZIPPER_EXPECT_ERROR(matchScheme(file, {}),
                        "key 'net.layers.3.bn2.running_var' is missing; the names are those of kua");
    file.push_back({"net.layers.3.bn2.runing_var", {128}});
    ZIPPER_EXPECT_ERROR(
        matchScheme(file, {}),
        "is missing; unknown key 'net.layers.3.bn2.runing_var' (nearest known: 'net.layers.3.bn2.running_var')");
    for (int i = 0; i < 9; ++i) file.push_back({"net.extra" + std::to_string(i) + "\n", {1}});
    ZIPPER_EXPECT_ERROR(matchScheme(file, {}), "10 unknown keys: ");
    ZIPPER_EXPECT_ERROR(matchScheme(file, {}), "'net.extra2?'");
    ZIPPER_EXPECT_ERROR(matchScheme(file, {}), " and 6 more");
    file = fileOf("timm");
    remove(file, "blocks.3.5.");
    ZIPPER_EXPECT_ERROR(matchScheme(file, {}), "(MobileNet V1 has 13 blocks, 12 were found)");
    file = fileOf("timm");
    remove(file, "classifier.bias");
    ZIPPER_EXPECT_ERROR(matchScheme(file, {}), "key 'classifier.bias' is missing");
  }

  void explainsOtherNetworks_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("message");
    QTest::newRow("timm EfficientNet") << "blocks.1.0.se.conv_reduce.weight"
                                       << "this is an EfficientNet (timm); only MobileNet V1, V2 and V3 can be merged";
    QTest::newRow("torchvision EfficientNet") << "module.features.1.0.block.0.0.weight"
                                              << "this is an EfficientNet (torchvision)";
    QTest::newRow("Keras EfficientNet") << "block2a_se_reduce/kernel"
                                        << "this is an EfficientNet (Keras)";
    QTest::newRow("timm V4") << "blocks.1.1.dw_mid.conv.weight"
                             << "this is MobileNet V4 (timm)";
    QTest::newRow("d-li14 V3") << "features.4.conv.5.fc.0.weight"
                               << "this is the MobileNet V3 of d-li14's mobilenetv3.pytorch: squeeze-and-excite before";
    QTest::newRow("ResNet") << "layer4.1.conv2.weight"
                            << "a ResNet";
    QTest::newRow("nothing known") << "encoder.weight"
                                   << "no known MobileNet: 'encoder.weight' (nearest known: '";
    QTest::newRow("one name of V2") << "features.18.0.weight"
                                    << "no known MobileNet: 'features.18.0.weight' (also of torchvision, whose other";
  }

  void explainsOtherNetworks() {
    QFETCH(QString, name);
    QFETCH(QString, message);
    ZIPPER_EXPECT_ERROR(matchScheme({{name.toStdString(), {1}}}, {}), message.toStdString());
    ZIPPER_EXPECT_ERROR(matchScheme({}, {}), "holds no tensors");
    auto kuangliu = fileOf("kuangliu-v2");
    kuangliu.push_back({"layers.0.shortcut.0.weight", {16, 32, 1, 1}});
    ZIPPER_EXPECT_ERROR(matchScheme(kuangliu, {}),
                        "convolutions in its shortcuts (layers.0.shortcut.0) make it another");
  }

  void measuresTheDistanceOfNames() {
    QCOMPARE(editDistance("", ""), std::size_t(0));
    QCOMPARE(editDistance("abc", ""), std::size_t(3));
    QCOMPARE(editDistance("kitten", "sitting"), std::size_t(3));
    QCOMPARE(nearestName("conv1.wieght", {"bn1.weight", "conv1.weight", "conv2.weight"}), std::string("conv1.weight"));
    QCOMPARE(nearestName("x", {}), std::string());
  }

  void isQuickWithManyNames() {
    std::vector<NamedShape> file;
    for (int i = 0; i < 100'000; ++i) file.push_back({"x" + std::to_string(i) + ".conv1.weight", {1}});
    QElapsedTimer timer;
    timer.start();
    ZIPPER_EXPECT_ERROR(matchScheme(file, {}), "and 99996 more");
    QVERIFY(timer.elapsed() < 30000);  // a second; every name with every other took minutes
  }
};

ZIPPER_TEST(TestNamingSchemes)
#include "test_naming_schemes.moc"
