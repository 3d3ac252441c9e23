// SPDX-License-Identifier: GPL-3.0-or-later

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include "app/cli/zipper_program.h"
#include "core/models/model_file.h"
#include "core/recipe/fields.h"
#include "core/session/network_values.h"
#include "core/session/session_file.h"
#include "core/session/session_network.h"
#include "core/support/libtorch.h"
#include "support/test_program.h"
#include "support/tiny_session.h"

using namespace zipper;
using namespace zipper::test;

/// Each command does what the contract says, on the embedded sample.
class TestCli : public QObject {
  Q_OBJECT

  SampleFolder sample_;

  ProgramResult run(const QStringList& arguments) const { return runZipper(arguments, sample_.path()); }
  static QJsonObject object(const QString& text) { return QJsonDocument::fromJson(text.toUtf8()).object(); }
  Session load(const char* name) const { return loadSession(sample_.file(name).toStdString()); }

  /// On few images: for what shows scores and doesn't judge them.
  static QStringList withFew(QStringList arguments) {
    return arguments.replaceInStrings(QRegularExpression("^(fashion|digits)$"), "few_\\1");
  }

  /// Each number of the object is positive, at any depth.
  static bool allPositive(const QJsonObject& json) {
    for (const QJsonValue& value : json)
      if (value.isObject() ? !allPositive(value.toObject()) : value.isDouble() && !(value.toDouble() > 0)) return false;
    return !json.isEmpty();
  }

 private Q_SLOTS:
  void initTestCase() {
    QVERIFY(sample_.isValid());
    sample_.writeFew("few_fashion", "fashion");
    sample_.writeFew("few_digits", "digits");
  }

  void everyCommandHasHelpWithAnExample() {
    for (const char* command : {"sample", "inspect", "train", "synthesize", "merge", "resume", "mergeability", "trunks",
                                "sizes", "eval", "export", "bench"}) {
      const ProgramResult result = run({command, "--help"});
      QCOMPARE(result.status, 0);
      QVERIFY2(result.output.contains(QString("Example:\n  zipper %1").arg(command)), command);
    }
  }

  void imagesAreMadeOfANetworkAndMergedWith() {
    const ProgramResult made = run(
        {"synthesize", "digits.safetensors", "--out", "made", "--images", "30", "--batch", "15", "--iterations", "2"});
    QVERIFY2(made.status == 0, qPrintable(made.errors));
    for (int digit = 0; digit < 10; ++digit)
      QCOMPARE(QDir(QString("%1/made/train/%2").arg(sample_.path()).arg(digit)).entryList(QDir::Files).size(), 3);
    const ProgramResult again = run({"synthesize", "digits.safetensors", "--out", "made"});
    QCOMPARE(again.status, 1);
    QVERIFY2(again.errors.contains("isn't empty"), qPrintable(again.errors));
    const ProgramResult merged = run({"merge",
                                      "--a",
                                      "fashion.safetensors",
                                      "--data-a",
                                      "few_fashion",
                                      "--b",
                                      "digits.safetensors",
                                      "--data-b",
                                      "made",
                                      "--layers",
                                      "1",
                                      "--init",
                                      "mean",
                                      "--steps",
                                      "1",
                                      "--batch",
                                      "4",
                                      "--statistics-images",
                                      "8",
                                      "--no-eval",
                                      "--out",
                                      "of-made.zipper"});
    QVERIFY2(merged.status == 0, qPrintable(merged.errors));
    QVERIFY2(merged.errors.contains("these images were made from a network"), qPrintable(merged.errors));
  }

  void everySettingHasItsOption() {
    for (const char* command : {"merge", "resume"}) {
      const QString help = run({command, "--help"}).output;
      for (const RecipeFieldInfo& info : recipeFields())
        if (info.option != nullptr) QVERIFY2(help.contains(QString("  %1 ").arg(info.option)), info.option);
    }
  }

  void inspectsModels() {
    const QJsonObject json = object(run({"inspect", "fashion.safetensors", "--json"}).output);
    QCOMPARE(json["format"].toString(), QString("safetensors"));
    QCOMPARE(json["spec"]["width"].toDouble(), 0.25);
    QCOMPARE(json["layers"].toArray().size(), 28);
    QVERIFY(run({"inspect", "digits.safetensors"}).output.contains("trainable parameters"));
  }

  void inspectsModelsAsTheUserSaysTheyAre() {
    const ProgramResult result = run({"inspect", "fashion.safetensors", "--json", "--input-size", "64", "--stem-stride",
                                      "1", "--padding", "same", "--mean", "0.1,0.2,0.3", "--channel-order", "bgr"});
    const QJsonValue spec = object(result.output)["spec"];
    QCOMPARE(spec["input_size"].toInt(), 64);
    QCOMPARE(spec["stem_stride"].toInt(), 1);
    QCOMPARE(spec["padding"].toString(), QString("same"));
    QCOMPARE(spec["mean"].toArray(), (QJsonArray{0.1, 0.2, 0.3}));
    QCOMPARE(spec["channel_order"].toString(), QString("bgr"));
    QVERIFY(object(result.output)["notes"].toArray().contains("input size chosen: 64"));
    QVERIFY(run({"inspect", "fashion.safetensors", "--padding", "valid"}).errors.contains("'valid' found"));
    QVERIFY(run({"inspect", "fashion.safetensors", "--ema"}).errors.contains("holds no moving averages"));
  }

  void theSampleTeachersAreGood() {
    for (const auto& [task, least] : {std::pair{"fashion", 0.87}, std::pair{"digits", 0.97}}) {
      const ProgramResult result = run({"eval", QString(task) + ".safetensors", "--data", task, "--json"});
      QCOMPARE(result.status, 0);
      QCOMPARE(object(result.output)["images"].toInt(), 1000);
      QVERIFY2(object(result.output)["top1"].toDouble() >= least, qPrintable(result.output));
    }
  }

  void mergesEvaluatesAndReports() {
    const ProgramResult result = run({"merge",
                                      "--a",
                                      "fashion.safetensors",
                                      "--b",
                                      "digits.safetensors",
                                      "--data-a",
                                      "few_fashion",
                                      "--data-b",
                                      "few_digits",
                                      "--layers",
                                      "1-2",
                                      "--steps",
                                      "2",
                                      "--batch",
                                      "8",
                                      "--init-images",
                                      "64",
                                      "--out",
                                      "m.zipper",
                                      "--report",
                                      "report",
                                      "--progress",
                                      "json"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    QStringList events;
    const QStringList lines = result.output.split('\n', Qt::SkipEmptyParts);
    for (const QString& line : lines) events += object(line)["event"].toString();
    QCOMPARE(events, (QStringList{"teachers", "batch", "batch", "step", "batch", "batch", "step", "done"}));
    const QJsonObject batch = object(lines[1]), done = object(lines.back());
    QVERIFY(batch["loss"]["ce"]["b"].toDouble() > 0 && batch["loss"]["l1"]["a"].toDouble() > 0);
    QCOMPARE(batch["l1_layers"]["b"].toArray().size(), 13);
    QCOMPARE(done["iterations"].toInt(), 4);
    QCOMPARE(done["session"].toString(), QString("m.zipper"));
    QVERIFY(done["top1"]["a"].toDouble() > 0 && done["teacher_top1"]["b"].toDouble() > 0.9);
    QVERIFY(done["parameters"]["separate"].toInt() > done["parameters"]["merged"].toInt());
    for (const char* file : {"report.html", "report.json", "steps.csv", "curves.csv", "recipe.json"})
      QVERIFY2(QFile::exists(sample_.file(QString("report/") + file)), file);
    const double merged =
        object(run({"eval", "m.zipper", "--task", "b", "--data", "few_digits", "--json"}).output)["top1"].toDouble();
    QCOMPARE(merged, done["top1"]["b"].toDouble());
    QCOMPARE(run({"merge", "--recipe", "report/recipe.json", "--out", "again.zipper", "--no-eval"}).status, 0);
    QVERIFY(equalValues(*load("again.zipper").steps.back()->values, *load("m.zipper").steps.back()->values));
  }

  void estimatesMergeCosts() {
    const QStringList pair{
        "--a", "fashion.safetensors", "--b", "digits.safetensors", "--data-a", "fashion", "--data-b", "digits"};
    const QStringList few{"--images", "64", "--threads", "1"};
    const ProgramResult result =
        run(QStringList{"mergeability"} + pair + few + QStringList{"--compression", "1.5", "--json"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    const QJsonObject json = object(result.output);
    QCOMPARE(json["layers"].toArray().size(), 13);
    for (const QJsonValue& layer : json["layers"].toArray()) {
      QVERIFY(layer["cost"].toDouble() > 0 && layer["cost"].toDouble() < 1);
      QVERIFY(layer["saved_parameters"].toInt() > 0);
      QCOMPARE(layer["partners"][0].toArray().size(), layer["channel_costs"].toArray().size());
    }
    QVERIFY(json["suggestion"]["compression"].toDouble() >= 1.5);
    QCOMPARE(json["recommendation"]["basis"].toString(), QString("estimate"));
    const ProgramResult table = run(QStringList{"mergeability"} + pair + few + QStringList{"--compression", "9"});
    QVERIFY2(table.output.contains("--layers 1-13") && table.output.contains("all there is"), qPrintable(table.output));
    QCOMPARE(run(quickMerge("cost.zipper", "1-2")).status, 0);
    const QJsonObject merged =
        object(run(QStringList{"mergeability", "cost.zipper", "--json", "--compression", "1"} + few).output);
    QCOMPARE(merged["suggestion"]["layers"].toArray(), (QJsonArray{1, 2}));
    QVERIFY(run({"mergeability", "--a", "fashion.safetensors"}).errors.contains("--data-a is needed"));
    QVERIFY(run({"mergeability", "cost.zipper", "--a", "x"}).errors.contains("not both"));
  }

  void measuresSpeed() {
    const QStringList tiny{"bench", "--width",       "0.125", "--input-size", "32", "--batch",
                           "2",     "--repetitions", "2",     "--threads",    "1"};
    const ProgramResult result = run(tiny + QStringList{"--json", "--onnx-folder", "onnx"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    const QJsonObject json = object(result.output);
    QVERIFY2(allPositive(json), qPrintable(result.output));
    for (const char* key : {"calibration_step_ms", "statistics_pass_ms", "least_squares_ms", "assignment_ms",
                            "loading_ms", "session_save_ms", "session_load_ms"}) {
      QVERIFY2(json[key].toDouble() > 0, key);
      QVERIFY2(json["minimum"][key].toDouble() <= json[key].toDouble(), key);
    }
    for (const char* network : {"separate", "merged", "trunk"}) {
      for (const char* batch : {"inference_ms", "inference_batch_ms"}) {
        QVERIFY2(json[batch][network].toDouble() > 0, network);
        QVERIFY2(json[batch]["unfolded"][network].toDouble() > 0, network);
        QVERIFY2(json[batch]["fused"][network].toDouble() > 0, network);
        QVERIFY2(json[batch]["opencv_onnx"][network].toDouble() > 0, network);
      }
    }
    QVERIFY(json["images_per_second"]["loading"].toDouble() > 0);
    QVERIFY(json["session_bytes"].toInt() > 1000000);
    QCOMPARE(json["threads"].toInt(), 1);
    QCOMPARE(json["repetitions"].toInt(), 2);
    QVERIFY(json["torch"].toString().contains('.'));
    for (const char* file : {"a", "b", "merged", "trunk"})
      QVERIFY2(QFile::exists(sample_.file(QString("onnx/%1.onnx").arg(file))), file);

    const ProgramResult one = run(tiny + QStringList{"--only", "calibration", "--json"});
    QVERIFY(object(one.output)["calibration_step_ms"].toDouble() > 0);
    QVERIFY(!object(one.output).contains("inference_ms"));
    const QString table = run(tiny + QStringList{"--only", "inference,session"}).output;
    QVERIFY2(table.contains("median, ms") && table.contains(" MB)\n"), qPrintable(table));
    QVERIFY2(table.contains("2 images per task: merged, BN not folded"), qPrintable(table));
    QVERIFY(!table.contains("calibration"));
  }

  /// Whole merges, only where they are asked for.
  void measuresMerges() {
    const QStringList tiny{"bench", "--only",           "merge", "--width",   "0.125", "--input-size",
                           "32",    "--batch",          "4",     "--layers",  "1,2",   "--steps",
                           "1",     "--finetune-steps", "1",     "--threads", "1"};
    const ProgramResult result = run(tiny + QStringList{"--merges", "random/fast", "--json"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    const QJsonObject json = object(result.output);
    QCOMPARE(json["merge_s"].toObject().keys(), QStringList{"random"});
    const QJsonObject times = json["merge_s"]["random"]["fast"].toObject();
    for (const char* part : {"loading", "alignment", "moments", "fisher", "kernels", "weights", "heads", "statistics",
                             "calibration", "scores", "saving", "whole"})
      QVERIFY2(times[part].toDouble() > 0 && times[part].toDouble() <= times["whole"].toDouble(), part);
    QCOMPARE(json["minimum"]["merge_s"].toObject(), json["merge_s"].toObject());  // of one merge
    QCOMPARE(json["merge_repetitions"].toInt(), 1);
    QCOMPARE(json["merge_layers"].toString(), "1,2");
    QVERIFY(!json.contains("calibration_step_ms"));
    const ProgramResult table = run(tiny + QStringList{"--merges", "random/untrained", "--repetitions", "2"});
    QVERIFY2(table.output.contains("random networks, untrained, of 2 merges"), qPrintable(table.output));
    QVERIFY2(!table.output.contains("images/s") && !table.output.contains("preset fast"), qPrintable(table.output));
    QVERIFY(run({"bench", "--only", "merge", "--layers", "14"}).errors.contains("there is no layer 14"));
  }

  void resumesWithAnotherStrategy() {
    QCOMPARE(run(quickMerge("r.zipper", "1-3")).status, 0);
    const QStringList common{"--no-eval"};
    QCOMPARE(
        run(QStringList{"resume", "r.zipper", "--back-to", "1", "--init", "b", "--out", "try.zipper"} + common).status,
        0);
    const Session session = load("try.zipper");
    QCOMPARE(session.steps.size(), std::size_t(5));
    QCOMPARE(session.path(), (std::vector<int>{0, 3, 4}));
    QVERIFY(session.steps[3]->plan.settings.start.initialization == Initialization::FromB);
    QCOMPARE(load("r.zipper").steps.size(), std::size_t(3));
  }

  void saysWhatAnInitializationTakesAlong() {
    const QString told =
        "zipper: note: --init mean also sets --align none, --fit-kernels false, --fit-heads false, no "
        "Fisher weights (of least squares only); to change the initialization alone, add --align "
        "mergeability --fit-kernels true --fit-heads true";
    const QStringList quick = quickMerge("w.zipper", "1") + QStringList{"--init-images", "32"};
    ProgramResult result = run(quick + QStringList{"--init", "mean"});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.errors.count(told), 1);
    QVERIFY(result.errors.contains("--steps leaves out the 900 iterations of fine-tuning"));
    result = run(quick + QStringList{"--init", "mean", "--align", "mergeability", "--fit-kernels", "true",
                                     "--fit-heads", "true", "--finetune-steps", "0"});
    QVERIFY2(!result.errors.contains("--align none") && !result.errors.contains("leaves out"),
             qPrintable(result.errors));
    const Start kept = load("w.zipper").steps[0]->plan.settings.start;
    QVERIFY(kept.initialization == Initialization::Mean && kept.alignment == Alignment::Mergeability && kept.fitHeads);
    QVERIFY(!run(quick + QStringList{"--init", "least-squares"}).errors.contains("also sets"));
  }

  void calibratesWithoutLabels() {
    const QStringList options{"--no-labels", "--temperature", "2", "--progress", "json"};
    const ProgramResult result = run(quickMerge("n.zipper", "1-2") + options);
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    QVERIFY(result.output.contains("\"ce\":{},") && result.output.contains("\"kl\":{\"a\":"));
    const CalibrationSettings& used = load("n.zipper").steps[0]->plan.settings.calibration;
    QCOMPARE(used.crossEntropyWeight, 0.0);
    QCOMPARE(used.distillationWeight, 1.0);
    QCOMPARE(used.temperature, 2.0);
    QCOMPARE(run(quickMerge("o.zipper", "1") + QStringList{"--no-labels", "--ce-weight", "1"}).status, 2);
  }

  void sharesATrunk() {
    ProgramResult result =
        run(withFew(quickMerge("t.zipper", "1-3")) + QStringList{"--trunk", "2", "--report", "trunk"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    QVERIFY2(result.output.contains("merged layers 1-3 (0-2 whole)"), qPrintable(result.output));
    QCOMPARE(load("t.zipper").trunk(), 2);
    QFile report(sample_.file("trunk/report.json"));
    QVERIFY(report.open(QIODevice::ReadOnly));
    const QJsonObject json = object(QString::fromUtf8(report.readAll()));
    QVERIFY(json["inference_ms"].toArray()[0].toObject()["merged_trunk_once"].toDouble() > 0);
    QVERIFY(json["macs_same_image"]["merged"].toDouble() < json["macs_same_image"]["separate"].toDouble());
    result = run({"resume", "t.zipper", "--finetune-steps", "2", "--trunk", "3", "--no-eval", "--progress", "json"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    QVERIFY(result.output.contains("\"trunk\":3"));
    QCOMPARE(load("t.zipper").trunk(), 3);
    QCOMPARE(run({"export", "t.zipper", "--format", "onnx", "--out", "t.onnx"}).status, 0);
    QVERIFY(run({"export", "t.zipper", "--format", "torchscript-frozen", "--out", "t.pt"}).errors.contains("trunk"));
    QCOMPARE(run({"eval", "t.zipper", "--task", "b", "--data", "few_digits"}).status, 0);
  }

  /// Refused before anything is done, with the session as it was.
  void refusesATrunkForOtherImages() {
    QFile recipe(sample_.file("same.json"));
    QVERIFY(recipe.open(QIODevice::WriteOnly));
    recipe.write(R"({"sources":[{},{"overrides":{"padding":"same"}}]})");
    recipe.close();
    const QStringList mixed = quickMerge("m.zipper", "1") + QStringList{"--recipe", "same.json"};
    QVERIFY(run(mixed + QStringList{"--trunk", "1"}).errors.contains("can't share a trunk: the padding of A is"));
    QCOMPARE(run(mixed).status, 0);
    const ProgramResult result = run({"resume", "m.zipper", "--layers", "1-2", "--trunk", "2", "--no-eval"});
    QCOMPARE(result.status, 1);
    QVERIFY2(result.errors.contains("can't share a trunk: the padding of A is"), qPrintable(result.errors));
    QCOMPARE(load("m.zipper").recipe.defaults.trunk, 0);
  }

  void chartsTrunksOfSeveralDepths() {
    const ProgramResult result =
        run(withFew(quickPair("trunks", "1-2", 1)) + QStringList{"--depths", "2,0", "--report", "trunks"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    QFile csv(sample_.file("trunks/trunks.csv"));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    const QList<QByteArray> rows = csv.readAll().trimmed().split('\n');
    QCOMPARE(rows.size(), 3);
    QVERIFY(rows[1].startsWith("0,") && rows[2].startsWith("2,"));
    QVERIFY(QFile::exists(sample_.file("trunks/trunks.svg")));
  }

  /// Closed form and calibrated, of the separate networks and three sizes; finished ones aren't done again.
  void chartsSizes() {
    const QStringList sizes = withFew(quickPair("sizes", "11-13", 1)) + QStringList{"--report", "sizes"};
    const ProgramResult result = run(sizes + QStringList{"--json"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    const QJsonObject json = object(result.output);
    QCOMPARE(json["points"].toArray().size(), 6);
    QCOMPARE(json["points"][2]["layers"].toArray(), (QJsonArray{11, 12, 13}));
    QVERIFY(json["points"][5]["calibrated"].toBool() && !json["points"][2]["calibrated"].toBool());
    QVERIFY(json["recommended"]["basis"].toString().startsWith("measured"));
    QFile csv(sample_.file("sizes/sizes.csv"));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QCOMPARE(csv.readAll().trimmed().split('\n').size(), 1 + 1 + 6);
    QVERIFY(QFile::exists(sample_.file("sizes/sizes.html")) && QFile::exists(sample_.file("sizes/sizes.svg")));
    QVERIFY(QFile::exists(sample_.file("sizes/runs/closed-form-11-13.json")));
    const ProgramResult again = run(sizes + QStringList{"--resume", "--compressions", "1.2,9"});
    QVERIFY2(again.status == 0, qPrintable(again.errors));
    QVERIFY2(again.output.contains("recommended (") && again.output.contains("report:  sizes/sizes.html"),
             qPrintable(again.output));
    QVERIFY2(again.errors.contains("9.00 is more than there is"), qPrintable(again.errors));
    QVERIFY(run(sizes + QStringList{"--points", "3", "--compressions", "2"}).errors.contains("not both"));
    QVERIFY(run(sizes + QStringList{"--compressions", "1"}).errors.contains("merges something"));
  }

  void overridesWhatAFileTells() {
    const QStringList given{"--override-b", "activation=relu", "bn_epsilon=2e-3", "mean=0.4,0.5,0.6", "std=[0.25]"};
    QCOMPARE(run(quickMerge("o.zipper", "1") + given).status, 0);
    const Session session = load("o.zipper");
    QVERIFY(isEmpty(session.recipe.sources[0].overrides));
    QVERIFY(session.teachers[1].spec.activation == Activation::ReLU && session.teachers[1].spec.bnEpsilon == 2e-3);
    QVERIFY(session.teachers[1].spec.normalization.mean == (std::vector<double>{0.4, 0.5, 0.6}));
    QVERIFY(session.teachers[1].spec.normalization.std == std::vector<double>{0.25});
    // The same forms where a model is looked at, and the next word is no number.
    for (const char* numbers : {"0.4,0.5,0.6", "[0.4, 0.5, 0.6]"}) {
      const ProgramResult result = run({"inspect", "--std", "0.25", "--mean", numbers, "digits.safetensors"});
      QVERIFY2(result.output.contains("(pixel - 0.4 0.5 0.6) / 0.25"), qPrintable(result.errors));
    }
    QVERIFY(run({"merge", "--help"}).output.contains("one per channel: 0.485,0.456,0.406"));
    for (const auto& [entry, message] : {std::pair("relu", "'relu' found, KEY=VALUE expected"),
                                         std::pair("size=7", "--override-b: unknown key 'size'"),
                                         std::pair("stem_stride=two", "'stem_stride' holds \"two\"")}) {
      const ProgramResult result = run(quickMerge("p.zipper", "1") + QStringList{"--override-b", entry});
      QCOMPARE(result.status, 2);
      QVERIFY2(result.errors.contains(message), qPrintable(result.errors));
    }
  }

  void exportsToSafetensors() {
    QCOMPARE(run(quickMerge("e.zipper", "1-2")).status, 0);
    QCOMPARE(run({"export", "e.zipper", "--format", "safetensors", "--task", "a", "--out", "a.safetensors"}).status, 0);
    MobileNet network = loadModel(sample_.file("a.safetensors").toStdString()).network;
    const Session session = load("e.zipper");
    MergedNetwork merged = networkAt(session, session.current);
    const auto images = randomImages(network->spec(), 2);
    torch::NoGradGuard noGrad;
    QVERIFY(torch::equal(network->forward(images).logits, merged.task(0)->forward(images).logits));
    QCOMPARE(run({"export", "e.zipper", "--format", "safetensors", "--out", "all.safetensors"}).status, 0);
    QVERIFY(run({"inspect", "all.safetensors"}).output.contains("task a of a merged network with the tasks a, b"));
    QVERIFY(run({"inspect", "e.zipper"}).errors.contains("is a session, not a model"));
  }

  void exportsToEveryFormatAndSaysHowExact() {
    QCOMPARE(run(quickMerge("f.zipper", "1-2")).status, 0);
    for (const char* format : {"safetensors", "onnx", "pytorch", "torchscript", "torchscript-frozen"}) {
      const ProgramResult result = run({"export", "f.zipper", "--format", format, "--out", "f.out"});
      QVERIFY2(result.status == 0, qPrintable(result.errors));
      QCOMPARE(result.output, QString("f.out\n"));
      QVERIFY2(result.errors.contains("run on 10 images per task: largest relative difference"),
               qPrintable(result.errors));
    }
  }

  void trainsOnTopOfABackbone() {
    const ProgramResult result = run({"train", "--data", "few_digits", "--from", "fashion.safetensors", "--epochs", "1",
                                      "--out", "new.safetensors"});
    QVERIFY2(result.status == 0, qPrintable(result.errors));
    QVERIFY(result.output.contains("test top-1"));
    QVERIFY(loadModel(sample_.file("new.safetensors").toStdString()).source.metadata.count("zipper.spec") > 0);
  }
};

ZIPPER_TEST(TestCli)
#include "test_cli.moc"
