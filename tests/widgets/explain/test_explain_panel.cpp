// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAbstractButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTextLayout>
#include <QtTest>
#include <cmath>
#include <set>

#include "core/recipe/recipe.h"
#include "support/test_program.h"
#include "widgets/explain/explain_panel.h"

using namespace zipper;

namespace {

const std::vector<Moment> moments{Moment::Welcome,    Moment::Ready,       Moment::Initializing, Moment::Statistics,
                                  Moment::Evaluating, Moment::Calibrating, Moment::Paused,       Moment::StepDone,
                                  Moment::AllDone,    Moment::FineTuning,  Moment::Estimating,   Moment::Comparing,
                                  Moment::Measuring};

/// Moments that are about one layer.
const std::set<Moment> aboutALayer{Moment::Ready,       Moment::Initializing, Moment::Statistics, Moment::Evaluating,
                                   Moment::Calibrating, Moment::Paused,       Moment::StepDone};

ExplainSubject subject(Moment moment, Initialization initialization, BnPolicy policy) {
  ExplainSubject result;
  result.moment = moment;
  result.layers = 13;
  result.target = StepTarget::layer(7);
  result.initialization = initialization;
  result.bnPolicy = policy;
  result.iterations = 4000;
  result.mergedLayers = {1, 2, 3, 4, 5, 6};
  if (moment == Moment::StepDone) result.mergedLayers.push_back(7);
  result.plan = planOf(MobileNetSpec());
  UnitPlan& pointwise = result.plan.units[std::size_t(result.plan.tap(7))];
  pointwise.inputChannels = 128;
  pointwise.outputChannels = 256;
  return result;
}

/// The same about a MobileNet V2.
ExplainSubject blockSubject(Moment moment, int layer, Initialization initialization = Initialization::Mean) {
  ExplainSubject result = subject(moment, initialization, BnPolicy::PerTask);
  MobileNetSpec spec;
  spec.architecture = Architecture::MobileNetV2;
  result.plan = planOf(spec);
  result.layers = result.plan.layers();
  result.target = layer > 0 ? StepTarget::layer(layer) : StepTarget::fineTuning();
  return result;
}

/// And about a MobileNet V3 Large: layers 4 to 6 and 11 to 15 have squeeze-and-excite, 7 to 16 the hard swish.
ExplainSubject squeezingSubject(Moment moment, int layer, Architecture architecture = Architecture::MobileNetV3Large,
                                bool minimalistic = false) {
  ExplainSubject result = subject(moment, Initialization::Mean, BnPolicy::PerTask);
  MobileNetSpec spec;
  spec.architecture = architecture;
  spec.activation = Activation::ReLU;
  spec.minimalistic = minimalistic;
  result.plan = planOf(spec);
  result.layers = result.plan.layers();
  result.target = layer > 0 ? StepTarget::layer(layer) : StepTarget::fineTuning();
  return result;
}

QString joined(const Explanation& explanation) {
  return explanation.paragraphs[0] + '\n' + explanation.paragraphs[1] + '\n' + explanation.paragraphs[2];
}

void verifyParagraphs(const ExplainSubject& s, const QString& text) {
  const QString where =
      QString("moment %1, initialization %2: %3").arg(int(s.moment)).arg(int(s.initialization)).arg(text);
  const QStringList paragraphs = text.split('\n');
  QVERIFY2(paragraphs.size() == 3, qPrintable(where));
  for (const QString& paragraph : paragraphs) {
    QVERIFY2(paragraph.size() > 20 && paragraph.endsWith('.') && !paragraph.contains('%'), qPrintable(where));
    const QStringList sentences = paragraph.split(". ");
    QVERIFY2(sentences.size() <= 3, qPrintable(where));
    for (const QString& sentence : sentences) QVERIFY2(sentence[0].isUpper(), qPrintable(where));
  }
  if (aboutALayer.count(s.moment) > 0 && s.target && s.target->mergesLayer())
    QVERIFY2(paragraphs[0].contains(QString("layer %1").arg(s.target->layerNumber()), Qt::CaseInsensitive),
             qPrintable(where));
  QVERIFY2(!text.contains("layer 0"), qPrintable(where));
}

}  // namespace

class TestExplainPanel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void changesAreSaid() {
    ExplainPanel panel;
    auto* view = panel.findChild<QTextBrowser*>();
    const auto said = [view] { return view->property("announced").toString(); };
    QVERIFY(said().isEmpty());  // nothing has changed yet
    const ExplainSubject ready = subject(Moment::Ready, Initialization::Mean, BnPolicy::PerTask);
    panel.setSubject(ready);
    QVERIFY2(said().endsWith(panel.text().section(u'\n', 0, 0)), qPrintable(said()));
    view->setProperty("announced", QVariant());
    panel.setSubject(ready);  // nothing new
    QVERIFY(said().isEmpty());
    panel.setSubject(subject(Moment::StepDone, Initialization::Mean, BnPolicy::PerTask));
    QTRY_VERIFY2(said().endsWith(panel.text().section(u'\n', 0, 0)), qPrintable(said()));
  }

  /// What changes faster than people read is skipped; what it ends with is said and shown.
  void whatComesTooFastIsSkipped() {
    ExplainPanel panel;
    auto* view = panel.findChild<QTextBrowser*>();
    panel.setSubject(subject(Moment::Ready, Initialization::Mean, BnPolicy::PerTask));
    const QString first = view->toPlainText(), said = view->property("announced").toString();
    panel.setSubject(subject(Moment::Initializing, Initialization::Mean, BnPolicy::PerTask));
    panel.setSubject(subject(Moment::StepDone, Initialization::Mean, BnPolicy::PerTask));
    QCOMPARE(view->toPlainText(), first);
    QCOMPARE(view->property("announced").toString(), said);
    QTRY_VERIFY(view->toPlainText() != first);
    QVERIFY(view->property("announced").toString().endsWith(panel.text().section(u'\n', 0, 0)));
  }

  void everyMomentIsThreeParagraphs() {
    ExplainPanel panel;
    for (const Moment moment : moments)
      for (const std::string& name : initializationNames())
        for (const BnPolicy policy : {BnPolicy::Shared, BnPolicy::PerTask})
          for (const int layer : {0, 1, 7, 13})
            for (const int iterations : {0, 4000})
              for (const bool nothingMerged : {false, true}) {
                ExplainSubject s = subject(moment, initializationFromString(name), policy);
                s.alignment = nothingMerged ? Alignment::None : Alignment(layer % 4);
                s.target = layer > 0 ? StepTarget::layer(layer) : StepTarget::fineTuning();
                s.iterations = iterations;
                if (nothingMerged) s.mergedLayers.clear();
                if (nothingMerged) s.plan = {};
                s.tasks = 2 + layer % 3;
                s.fitHeads = !nothingMerged;
                panel.setSubject(s);
                verifyParagraphs(s, panel.text());
                if (QTest::currentTestFailed()) return;
              }
  }

  void everyMomentOfBlocksIsThreeParagraphs() {
    ExplainPanel panel;
    for (const Moment moment : moments)
      for (const std::string& name : initializationNames())
        for (const int layer : {0, 1, 2, 3, 17, 18})
          for (const bool more : {false, true}) {
            ExplainSubject s = blockSubject(moment, layer, initializationFromString(name));
            s.alignment = more ? Alignment::Mergeability : Alignment::None;
            s.fitKernels = s.fitHeads = more;
            s.mergeEstimate = more ? 0.125 : std::nan("");
            s.iterations = more ? 4000 : 0;
            panel.setSubject(s);
            verifyParagraphs(s, panel.text());
            if (QTest::currentTestFailed()) return;
          }
  }

  void saysWhatBlocksShare() {
    const auto says = [](Moment moment, int layer, const char* part) {
      const QString text = joined(explain(blockSubject(moment, layer)));
      if (!text.contains(QString::fromUtf8(part))) qInfo("%s", qPrintable(text));
      return text.contains(QString::fromUtf8(part));
    };
    QVERIFY(says(Moment::Ready, 3,
                 "share its expanding and its projecting convolution, 24\u00A0×\u00A0144\u00A0+\u00A0144\u00A0×\u00A0"
                 "24\u00A0=\u00A06,912 weights."));
    QVERIFY(says(Moment::Ready, 3, "expands 24 channels to 144") && says(Moment::Ready, 3, "projects them to 24."));
    QVERIFY(says(Moment::Ready, 3, "which every task keeps"));
    QVERIFY(says(Moment::Ready, 3, "there is no activation"));
    QVERIFY(says(Moment::Ready, 1,
                 "share its projecting convolution, 32\u00A0×\u00A0"
                 "16\u00A0=\u00A0"
                 "512 weights."));
    QVERIFY(says(Moment::Ready, 1, "filters each of its 32 channels"));
    QVERIFY(says(Moment::Ready, 18,
                 "share its pointwise convolution, 320\u00A0×\u00A0"
                 "1,280\u00A0=\u00A0"
                 "409,600 weights."));
    QVERIFY(!says(Moment::Ready, 18, "activation"));
    QVERIFY(says(Moment::Initializing, 3,
                 "share the 6,912 weights of its expanding convolution, which makes 144 "
                 "channels out of 24, and of its projecting one, which makes 24 out of these"));
    QVERIFY(says(Moment::Initializing, 3, "input is added to what it projects"));
    QVERIFY(!says(Moment::Initializing, 2, "input is added"));  // its stride is 2
    QVERIFY(says(Moment::Initializing, 1, "of its projecting convolution, which makes 16 channels out of 32"));
    QVERIFY(says(Moment::Calibrating, 3, "behind the addition"));
    QVERIFY(says(Moment::FineTuning, 0, "behind the addition"));
    QVERIFY(says(Moment::StepDone, 7, "share the pointwise convolutions of layers 1"));
  }

  void everyMomentOfSqueezingBlocksIsThreeParagraphs() {
    ExplainPanel panel;
    for (const Moment moment : moments)
      for (const std::string& name : initializationNames())
        for (const Architecture architecture : {Architecture::MobileNetV3Large, Architecture::MobileNetV3Small})
          for (const int layer : {0, 1, 2, 4, 6, 7, 11, 12})
            for (const bool more : {false, true}) {
              ExplainSubject s = squeezingSubject(moment, layer, architecture, layer == 2);
              s.initialization = initializationFromString(name);
              s.bnPolicy = more ? BnPolicy::Shared : BnPolicy::PerTask;
              s.alignment = more ? Alignment::Mergeability : Alignment::None;
              s.fitKernels = s.fitHeads = more;
              s.mergeEstimate = more ? 0.125 : std::nan("");
              s.iterations = more ? 4000 : 0;
              panel.setSubject(s);
              verifyParagraphs(s, panel.text());
              if (QTest::currentTestFailed()) return;
            }
  }

  void saysWhatSqueezingBlocksShare() {
    QString text;
    const auto says = [&text](Moment moment, int layer, const char* part, const ExplainSubject* other = nullptr) {
      text = joined(explain(other != nullptr ? *other : squeezingSubject(moment, layer)));
      text.replace(QChar(0x00A0), ' ');
      return text.contains(QString::fromUtf8(part));
    };
    // Layer 4 of a large one: 24 channels, 72 expanded, squeezed to 24, 40 put out.
    QVERIFY2(
        says(Moment::Ready, 4,
             "share its expanding convolution, its squeeze-and-excite and its projecting convolution, 24 × 72 + 72 "
             "× 24 + 24 × 72 + 72 × 40 = 8,064 weights."),
        qPrintable(text));
    QVERIFY2(says(Moment::Ready, 4,
                  "The block expands 24 channels to 72, filters each of these with the depthwise convolution, which "
                  "every task keeps, weighs them with squeeze-and-excite, and projects them to 40."),
             qPrintable(text));
    QVERIFY2(says(Moment::Ready, 4, "mean of each of the 72 channels over all positions, makes 24 numbers"),
             qPrintable(text));
    QVERIFY2(says(Moment::Ready, 4, "biases stand in place of batch normalization, and every task has its own."),
             qPrintable(text));
    ExplainSubject shared = squeezingSubject(Moment::Initializing, 4);
    shared.bnPolicy = BnPolicy::Shared;
    QVERIFY2(says({}, 0, "place of batch normalization, and they are shared as well.", &shared), qPrintable(text));
    QVERIFY2(says(Moment::Initializing, 4,
                  "share the 8,064 weights of its expanding convolution, which makes 72 channels out of 24, of its "
                  "squeeze-and-excite, which weighs them, and of its projecting convolution, which makes 40 out of "
                  "them."),
             qPrintable(text));
    QVERIFY(!says(Moment::Initializing, 4, "hard swish") && !says(Moment::Initializing, 4, "input is added"));
    QVERIFY(says(Moment::Initializing, 5, "input is added to what it projects"));
    // Blocks without squeeze-and-excite, and the last layer.
    QVERIFY(!says(Moment::Ready, 3, "squeeze") && !says(Moment::Initializing, 3, "biases"));
    QVERIFY(says(Moment::Ready, 3, "share its expanding and its projecting convolution, 24 × 72 + 72 × 24"));
    QVERIFY(says(Moment::Ready, 7, "The activation of the block is the hard swish, x · ReLU6(x + 3) / 6, but behind"));
    QVERIFY(says(Moment::Initializing, 12, "The activation of the block is the hard swish"));
    QVERIFY(says(Moment::Ready, 16, "The activation of the layer is the hard swish, x · ReLU6(x + 3) / 6."));
    QVERIFY(says(Moment::Ready, 16, "share its pointwise convolution, 160 × 960 = 153,600 weights."));
    // The first block of a small one doesn't expand.
    const ExplainSubject first = squeezingSubject(Moment::Ready, 1, Architecture::MobileNetV3Small);
    QVERIFY2(
        says({}, 0, "share its squeeze-and-excite and its projecting convolution, 16 × 8 + 8 × 16 + 16 × 16", &first),
        qPrintable(text));
    QVERIFY2(
        says({}, 0, "filters each of its 16 channels with the depthwise convolution, which every task keeps, weighs",
             &first),
        qPrintable(text));
    // A minimalistic one has neither.
    for (const Moment moment : {Moment::Ready, Moment::Initializing})
      for (const int layer : {4, 12, 16}) {
        const ExplainSubject s = squeezingSubject(moment, layer, Architecture::MobileNetV3Large, true);
        QVERIFY(!says({}, 0, "queeze", &s) && !says({}, 0, "hard swish", &s));
      }
  }

  void saysWhatSqueezingBlocksHaveShared() {
    ExplainSubject s = squeezingSubject(Moment::StepDone, 4, Architecture::MobileNetV3Small);
    const auto says = [&s](std::vector<int> layers, const QString& part) {
      s.mergedLayers = std::move(layers);
      const QString text = joined(explain(s));
      if (!text.contains(part)) qInfo("%s", qPrintable(text));
      return text.contains(part);
    };
    QVERIFY(
        says({4}, "share the expanding convolution, squeeze-and-excite and the projecting convolution of layer 4."));
    QVERIFY(says({1}, "share squeeze-and-excite and the projecting convolution of layer 1."));
    QVERIFY(says({2}, "share the expanding and the projecting convolution of layer 2."));
    QVERIFY(says({12}, "share the pointwise convolution of layer 12."));
    QVERIFY(says({2, 4}, "share the pointwise convolutions and squeeze-and-excite of layers 2, 4."));
    QVERIFY(says({2, 3}, "share the pointwise convolutions of layers 2"));
    QVERIFY(says({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, "and squeeze-and-excite of all 12 layers."));
  }

  void saysWhatOneLayerOfBlocksShares() {
    ExplainSubject s = blockSubject(Moment::StepDone, 3);
    const auto saysOf = [&s](int layer, const QString& part) {
      s.mergedLayers = {layer};
      return joined(explain(s)).contains(part);
    };
    QVERIFY(saysOf(3, "share the expanding and the projecting convolution of layer 3."));
    QVERIFY(saysOf(1, "share the projecting convolution of layer 1."));
    QVERIFY(saysOf(18, "share the pointwise convolution of layer 18."));
    s.moment = Moment::Initializing;
    s.fitKernels = true;
    QVERIFY(joined(explain(s)).contains("The depthwise kernels of the block, which every task keeps"));
    s.fitHeads = true;
    QVERIFY(joined(explain(s)).contains("The depthwise kernels of the block and the heads"));
  }

  /// What is said about blocks isn't said of layers of one pointwise convolution.
  void layersOfOneConvolutionAreNoBlocks() {
    for (const Moment moment : moments) {
      const QString text = joined(explain(subject(moment, Initialization::Mean, BnPolicy::PerTask)));
      QVERIFY2(!text.contains("block") && !text.contains("project") && !text.contains("addition"), qPrintable(text));
      QVERIFY2(moment == Moment::Welcome || !text.contains("queeze"), qPrintable(text));
    }
  }

  void strategiesReadDifferently() {
    for (const Moment moment : {Moment::Ready, Moment::Initializing}) {
      std::set<QString> texts;
      for (const std::string& name : initializationNames())
        for (const BnPolicy policy : {BnPolicy::Shared, BnPolicy::PerTask})
          for (const std::string& alignment : alignmentNames()) {
            ExplainSubject s = subject(moment, initializationFromString(name), policy);
            s.alignment = alignmentFromString(alignment);
            texts.insert(joined(explain(s)));
          }
      QCOMPARE(texts.size(), initializationNames().size() * alignmentNames().size() * 2);
    }
  }

  void saysShapesAndNumbers() {
    ExplainSubject s = subject(Moment::Ready, Initialization::Mean, BnPolicy::PerTask);
    const QString ready = joined(explain(s));
    QVERIFY2(ready.contains("128\u00A0×\u00A0256\u00A0=\u00A032,768 weights"), qPrintable(ready));
    QVERIFY2(ready.contains("4,000 iteration(s)") || ready.contains("4000 iteration(s)"), qPrintable(ready));
    QVERIFY2(ready.startsWith("Layers 1\u2060–\u2060"
                              "6 are merged, and layer 7 is the next."),
             qPrintable(ready));
    QVERIFY(!ready.contains("estimate"));
    s.mergeEstimate = 0.0625;
    QVERIFY(joined(explain(s)).contains("The merge estimate of the layer is 0.06"));
    s.iterations = 0;
    QVERIFY(joined(explain(s)).contains("No calibration is planned"));
    s.moment = Moment::Initializing;
    QVERIFY(joined(explain(s)).contains("makes 256 channels out of 128"));
  }

  void saysWhatElseIsFittedAndShared() {
    ExplainSubject s = subject(Moment::Initializing, Initialization::LeastSquares, BnPolicy::PerTask);
    QVERIFY(!joined(explain(s)).contains("fitted to the teachers"));
    s.fitHeads = true;
    QVERIFY(joined(explain(s)).contains("The heads, which every task keeps, are fitted"));
    s.fitKernels = true;
    QVERIFY(joined(explain(s)).contains("depthwise kernels in front of it and the heads"));
    s.fitHeads = false;
    QVERIFY(joined(explain(s)).contains("The depthwise kernels in front of it, which"));
    s.moment = Moment::StepDone;
    QVERIFY(!joined(explain(s)).contains("trunk"));
    s.trunk = 4;
    QVERIFY(joined(explain(s)).contains("Everything up to layer 4 is one trunk"));
  }

  void saysTheDifferenceToTheTeachers() {
    ExplainSubject s = subject(Moment::StepDone, Initialization::Mean, BnPolicy::PerTask);
    QVERIFY(joined(explain(s)).contains("The merged network hasn't been evaluated"));
    s.meanDifferencePoints = -1.2345;
    QVERIFY(joined(explain(s)).contains("mean top-1 of the merged network is 1.23 points below"));
    s.meanDifferencePoints = 0.5;
    QVERIFY(joined(explain(s)).contains("mean top-1 of the merged network is 0.50 points above"));
    s.meanDifferencePoints = -0.001;
    QVERIFY(joined(explain(s)).contains("mean top-1 of the merged network equals that of the teachers"));
    s.onSample = true;
    QVERIFY(joined(explain(s)).contains("On a sample of the test images the mean top-1 of the merged network equals"));
    s.meanDifferencePoints = -1.2345;
    QVERIFY(joined(explain(s)).contains("On a sample of the test images the mean top-1 of the merged network is 1.23"));
    s.moment = Moment::AllDone;
    s.mergedLayers = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13};
    QVERIFY(joined(explain(s)).contains("all 13 layer(s)"));
    s.layers = 14;  // of another network
    QVERIFY(joined(explain(s))
                .contains("of layers 1\u2060–\u2060"
                          "13"));
  }

  /// Where all networks had it in common there is nothing to measure, to lose or to learn anew.
  void whatIsTheSameIsKnown() {
    ExplainSubject s = subject(Moment::AllDone, Initialization::FromA, BnPolicy::Shared);
    s.exact = true;
    s.iterations = 0;
    for (const Moment moment : {Moment::StepDone, Moment::AllDone}) {
      s.moment = moment;
      const QString text = joined(explain(s));
      QVERIFY2(text.contains("the merged network computes what the teachers do.") && !text.contains("evaluated"),
               qPrintable(text));
    }
    s.meanDifferencePoints = 0;
    QVERIFY(joined(explain(s)).contains("equals that of the teachers"));
    s.moment = Moment::Ready;
    QVERIFY2(joined(explain(s)).contains("no images are needed"), qPrintable(joined(explain(s))));
    s.moment = Moment::Initializing;
    QVERIFY2(!joined(explain(s)).contains("at the expense of"), qPrintable(joined(explain(s))));
    for (const Moment moment : {Moment::Ready, Moment::Initializing, Moment::StepDone, Moment::AllDone}) {
      s.moment = moment;
      verifyParagraphs(s, joined(explain(s)));
    }
  }

  void noLineEndsInsideARangeOrAProduct() {
    const auto linesEndIn = [](const QString& text) {
      QTextLayout layout(text);
      QTextOption option(Qt::AlignLeft);
      option.setWrapMode(QTextOption::WordWrap);
      layout.setTextOption(option);
      layout.beginLayout();
      int lines = 0;
      for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine(), ++lines)
        line.setLineWidth(1);  // a line ends wherever one may
      layout.endLayout();
      return lines;
    };
    ExplainSubject s = subject(Moment::Ready, Initialization::Mean, BnPolicy::PerTask);
    s.mergedLayers = {1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12};
    const QString text = explain(s).paragraphs[0];
    const QString ranges = text.section(' ', 1, 2),
                  product = text.section(" convolution, ", 1).section(" weights", 0, 0);
    QVERIFY2(ranges.startsWith("1") && ranges.endsWith("12"), qPrintable(ranges));
    QVERIFY2(product.startsWith("128") && product.endsWith("32,768"), qPrintable(product));
    QCOMPARE(linesEndIn(ranges), 2);  // after the comma
    QCOMPARE(linesEndIn(product), 1);
  }

  void namesAllTasks_data() {
    QTest::addColumn<int>("tasks");
    QTest::addColumn<QString>("all");
    QTest::addColumn<QString>("others");
    QTest::newRow("two") << 2 << "A and B"
                         << "B";
    QTest::newRow("three") << 3 << "A, B and C"
                           << "B and C";
    QTest::newRow("five") << 5 << "A, B, C, D and E"
                          << "B, C, D and E";
  }

  void namesAllTasks() {
    QFETCH(int, tasks);
    QFETCH(QString, all);
    QFETCH(QString, others);
    ExplainSubject s = subject(Moment::Ready, Initialization::Mean, BnPolicy::PerTask);
    s.tasks = tasks;
    s.alignment = Alignment::Weights;
    const auto says = [&](Moment moment, const QString& part) {
      s.moment = moment;
      return joined(explain(s)).contains(part);
    };
    QVERIFY(says(Moment::Ready, "The tasks " + all + " will share its pointwise convolution"));
    QVERIFY(says(Moment::Ready, "First the channels of " + others + " are matched to those of A"));
    QVERIFY(says(Moment::Ready, "the mean of those of " + all + ", while"));
    QVERIFY(says(Moment::Initializing, "from now on the tasks " + all + " share the 32,768 weights"));
    QVERIFY(says(Moment::Initializing, "the mean of those of " + all + ", which"));
    QVERIFY(says(Moment::StepDone, "The tasks " + all +
                                       " share the pointwise convolutions of layers 1\u2060–\u2060"
                                       "6"));
    QVERIFY(says(Moment::Evaluating, "test images of all tasks"));
    QVERIFY(says(Moment::Comparing, QString("the same %1 network(s)").arg(tasks)));
    QVERIFY(says(Moment::Estimating, "The channels of " + others + " are paired with those of A"));
    QCOMPARE(explain(s).formula.contains(QString("one of each of the tasks %1:").arg(all)), tasks > 2);
    QCOMPARE(explain(s).formula.contains(QString("1/%1").arg(tasks)), tasks > 2);
    s.moment = Moment::Calibrating;
    QVERIFY(explain(s).formula.contains("one of the tasks " + all + ", m layer 1…13"));
    s.initialization = Initialization::FromB;
    QVERIFY(says(Moment::Initializing, tasks > 2 ? "at the expense of the other tasks" : "at the expense of A."));
    s.initialization = Initialization::FromA;
    QVERIFY(says(Moment::Initializing, "at the expense of " + others));
    s.target.reset();
    QVERIFY(says(Moment::Evaluating, QString("The %1 teacher(s)").arg(tasks)));
  }

  void lossIsShownWhereItIsTrained() {
    for (const Moment moment : moments) {
      const QString formula = explain(subject(moment, Initialization::Mean, BnPolicy::Shared)).formula;
      const bool trains = moment == Moment::Calibrating || moment == Moment::FineTuning;
      QCOMPARE(formula.contains("CE"), trains);
    }
  }

  void repaintsOnlyForOtherWords() {
    ExplainPanel panel;
    QSignalSpy changed(panel.findChild<QTextBrowser*>()->document(), &QTextDocument::contentsChanged);
    ExplainSubject s = subject(Moment::Calibrating, Initialization::Mean, BnPolicy::Shared);
    panel.setSubject(s);
    const auto once = changed.size();
    QVERIFY(once > 0);
    for (int i = 0; i < 25; ++i) {
      s.meanDifferencePoints = i;  // not part of what is said while calibrating
      panel.setSubject(s);
    }
    QCOMPARE(changed.size(), once);
  }

  void growsAndShrinks() {
    ExplainPanel panel;
    QSignalSpy changed(&panel, &ExplainPanel::textScaleChanged);
    const auto size = [&] { return panel.findChild<QTextBrowser*>()->document()->defaultFont().pointSizeF(); };
    const double before = size();
    const QList<QAbstractButton*> buttons = panel.findChildren<QAbstractButton*>();
    QCOMPARE(buttons.size(), 2);
    QTest::mouseClick(buttons[1], Qt::LeftButton);
    QVERIFY(size() > before);
    QTest::mouseClick(buttons[0], Qt::LeftButton);
    QVERIFY(qAbs(size() - before) < 0.01);
    panel.setTextScale(100);
    QCOMPARE(panel.textScale(), ExplainPanel::largestScale + 0);
    QVERIFY(!buttons[1]->isEnabled());
    QVERIFY(changed.size() >= 3);
  }
};

ZIPPER_TEST_WITH(QApplication, TestExplainPanel)
#include "test_explain_panel.moc"
