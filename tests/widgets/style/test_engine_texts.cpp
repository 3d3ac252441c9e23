// SPDX-License-Identifier: GPL-3.0-or-later

#include <QCoreApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QImage>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTranslator>
#include <QtTest>
#include <cerrno>
#include <cstring>

#include "app/workbench/jobs/session_jobs.h"
#include "core/data/class_names.h"
#include "core/data/decode_image.h"
#include "core/data/natural_order.h"
#include "core/exports/export_formats.h"
#include "core/exports/export_snippet.h"
#include "core/exports/export_targets.h"
#include "core/exports/inference_graph.h"
#include "core/exports/torchvision_fit.h"
#include "core/models/guesses.h"
#include "core/models/other_networks.h"
#include "core/models/spec_overrides.h"
#include "core/network/common_width.h"
#include "core/network/compatibility.h"
#include "core/network/mobilenet_v3.h"
#include "core/session/session_file.h"
#include "core/support/error.h"
#include "core/support/file_lock.h"
#include "core/support/files.h"
#include "core/support/protected_files.h"
#include "resources/samples/sample_files.h"
#include "support/test_program.h"
#include "widgets/style/engine_template.h"
#include "widgets/style/engine_texts.h"
#include "widgets/style/plain_text.h"

using namespace zipper;
using style::EngineTemplate;
using style::engineText;

namespace {

/// German while it lives.
class German {
 public:
  German() : loaded_(translator_.load(":/i18n/zipper-workbench_de.qm")) {
    QCoreApplication::installTranslator(&translator_);
  }
  bool isLoaded() const { return loaded_; }

 private:
  QTranslator translator_;
  bool loaded_;
};

/// What the system says; the engine has no such words.
constexpr int systemErrors[] = {EACCES,       ENOENT, ENOSPC, EDQUOT, EROFS, EISDIR,  ENOTDIR, EFBIG,
                                ENAMETOOLONG, EIO,    EPERM,  EMFILE, ELOOP, ETXTBSY, EBUSY,   ESTALE};

bool isOfTheSystem(const QString& text) {
  return std::any_of(std::begin(systemErrors), std::end(systemErrors),
                     [&](int code) { return text == QLatin1String(std::strerror(code)); });
}

QString pieceOf(char kind) {
  if (kind == 'n') return "7";
  if (kind == 'w') return "rgb";
  if (kind == 'l') return "3 .txt, 2 of its own";
  return kind == 's' ? "one; another" : "x/y.png (1)";
}

/// The template with a piece for each placeholder.
QString sampleOf(const EngineTemplate& text) {
  QString sample = text.text;
  for (std::size_t i = 0; i < std::strlen(text.pieces); ++i)
    sample.replace(QString("%%1").arg(i + 1), pieceOf(text.pieces[i]));
  return sample;
}

QStringList placeholdersOf(const QString& text) {
  QStringList found;
  static const QRegularExpression placeholder("%[1-9]");
  for (auto it = placeholder.globalMatch(text); it.hasNext();) found << it.next().captured();
  return found;
}

/// All that the engine and the window say, without the templates: literals in pieces are put together.
QByteArray sources() {
  QByteArray all;
  for (const char* folder : {"/../core", "/../widgets", "/../app/workbench"})
    for (QDirIterator it(QStringLiteral(ZIPPER_TESTS) + folder, {"*.cpp", "*.h"}, QDir::Files,
                         QDirIterator::Subdirectories);
         it.hasNext();) {
      QFile file(it.next());
      if (!it.fileName().startsWith("engine_te") && file.open(QIODevice::ReadOnly)) all += file.readAll();
    }
  QString text = QString::fromLatin1(all);
  text.remove(QRegularExpression("(?<!\\\\)\"\\s*\""));
  return text.replace("\\\"", "\"").toLatin1();
}

/// Characters from its beginning on that the sources have.
qsizetype known(const QByteArray& sources, const QByteArray& words) {
  qsizetype least = 0, most = words.size();
  while (least < most) {
    const qsizetype middle = (least + most + 1) / 2;
    sources.contains(words.first(middle)) ? least = middle : most = middle - 1;
  }
  return least;
}

/// Words of the engine come in one piece, or in a few that conditions choose and constants join.
bool isInSources(const QByteArray& sources, const QByteArray& words) {
  constexpr int most = 4;
  qsizetype at = 0, longest = 0;
  for (int pieces = 0; pieces < most && at < words.size(); ++pieces) {
    const qsizetype length = known(sources, words.sliced(at));
    longest = std::max(longest, length);
    at += length;
  }
  return at == words.size() && longest * 3 >= words.size();
}

std::string refusalOf(const std::function<void()>& work) {
  try {
    work();
  } catch (const std::exception&) {
    return describeCurrentException();
  }
  return "nothing was refused";
}

void write(const QString& path, const QByteArray& bytes) {
  QDir().mkpath(QFileInfo(path).path());
  QFile file(path);
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write(bytes);
}

void writeImage(const QString& path) {
  QDir().mkpath(QFileInfo(path).path());
  QImage image(8, 8, QImage::Format_RGB32);
  image.fill(Qt::red);
  QVERIFY(image.save(path));
}

MobileNetSpec specOf(double width, const std::vector<std::string>& names) {
  MobileNetSpec spec;
  spec.width = width;
  spec.classNames = names;
  spec.classes = int(names.size());
  return spec;
}

MobileNetSpec nameless(int classes) {
  MobileNetSpec spec;
  spec.classes = classes;
  return spec;
}

/// All of the texts come out in German, and none of their English words stays.
void compareAll(const QList<std::pair<std::string, QString>>& texts) {
  for (const auto& [text, expected] : texts) QCOMPARE(engineText(text), style::shown(expected));
}

}  // namespace

class TestEngineTexts : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void templatesAreWellFormed();
  void englishStaysAsItIs();
  void germanHasEveryPlaceholder();
  void theEngineSaysSo();
  void classesInGerman();
  void networksInGerman();
  void networksWithSqueezeAndExciteInGerman();
  void otherNetworksInGerman();
  void graphsInGerman();
  void torchvisionInGerman();
  void guessesInGerman();
  void dataNotesInGerman();
  void refusedDataInGerman();
  void filesInGerman();
  void refusedModelsInGerman();
  void tfliteInGerman();
  void exportsInGerman();
  void stepsInGerman();
  void theSystemInGerman();
  void hostilePiecesStayHarmless();
  void hostileTextsTakeNoTime();

 private:
  std::string inFolder(const QString& name) const { return folder_.filePath(name).toStdString(); }
  QString note(const std::string& folder, const QString& part) const;

  QTemporaryDir folder_;
};

/// The note on a folder of images that holds the words; empty if there is none.
QString TestEngineTexts::note(const std::string& folder, const QString& part) const {
  for (const std::string& text : summarizeData(folder, {}).notes)
    if (style::shown(text).contains(part)) return style::shown(text);
  return {};
}

void TestEngineTexts::templatesAreWellFormed() {
  QSet<QString> seen;
  for (const EngineTemplate& text : style::engineTemplates()) {
    const QStringList found = placeholdersOf(text.text);
    QCOMPARE(found.size(), qsizetype(std::strlen(text.pieces)));
    for (qsizetype i = 0; i < found.size(); ++i) QCOMPARE(found[i], QString("%%1").arg(i + 1));
    QVERIFY2(QString(text.pieces).remove(QRegularExpression("[-nwtpls]")).isEmpty(), text.text);
    QVERIFY2(!seen.contains(text.text), text.text);
    seen.insert(text.text);
    QStringList pieces;
    QVERIFY2(style::EnginePattern(text).match(sampleOf(text), pieces), text.text);
  }
}

void TestEngineTexts::englishStaysAsItIs() {
  for (const EngineTemplate& text : style::engineTemplates()) {
    const QString sample = sampleOf(text);
    QCOMPARE(engineText(sample), sample);
    QCOMPARE(engineText("/a: b/c: task a: " + sample), "/a: b/c: task a: " + sample);
  }
}

void TestEngineTexts::germanHasEveryPlaceholder() {
  const German german;
  QVERIFY(german.isLoaded());
  for (const EngineTemplate& text : style::engineTemplates()) {
    const QString translated = QCoreApplication::translate("EngineText", text.text);
    QVERIFY2(!translated.isEmpty() && translated != text.text, text.text);
    QVERIFY2(*text.pieces != 'p' || (translated.startsWith("%1") && text.text[0] == '%'), text.text);
    QStringList expected = placeholdersOf(text.text), found = placeholdersOf(translated);
    std::sort(found.begin(), found.end());
    QCOMPARE(found, expected);
  }
}

/// A template that nothing says any more is to go, or to follow its text.
void TestEngineTexts::theEngineSaysSo() {
  const QByteArray all = sources();
  QVERIFY(all.size() > 1000000);
  for (const EngineTemplate& text : style::engineTemplates()) {
    if (isOfTheSystem(text.text)) continue;
    QByteArray longest;
    for (const QString& part : QString(text.text).split(QRegularExpression("%[1-9]")))
      if (part.size() > longest.size()) longest = part.toLatin1();
    QVERIFY2(isInSources(all, longest), text.text);
  }
}

void TestEngineTexts::classesInGerman() {
  const German german;
  const std::vector<std::string> pets{"cat", "dog"};
  compareAll({
      {matchClasses(specOf(1, {"x", "y"}), pets).doubt,
       "die Klassennamen sind verschieden: Der Datensatz hat \"cat\", \"dog\"; das Netz hat \"x\", \"y\"; sie werden "
       "in dieser Reihenfolge genommen, die erste Klasse für den ersten Ausgang. Ist das nicht richtig, sind alle "
       "Zahlen falsch: festlegen, welche Klasse welcher Ausgang ist: hier mit „Klassen zuordnen…“, auf der "
       "Befehlszeile mit --classes DATEI"},
      {matchClasses(specOf(1, {"cat", "y"}), {"cat", "dog", "<b>%1</b>"}).problem,
       "2 der 3 Klassen des Datensatzes haben keinen Ausgang im Netz: \"dog\", \"<b>%1</b>\"; Ausgänge des Netzes, die "
       "keine Klasse hat: \"y\"; festlegen, welche Klasse welcher Ausgang ist: hier mit „Klassen zuordnen…“, auf der "
       "Befehlszeile mit --classes DATEI"},
      {matchClasses(nameless(2), {"a", "b", "c"}).problem,
       "der Datensatz hat 3 Klassen, der Kopf des Netzes nur 2; die Daten wählen, mit denen das Netz trainiert wurde, "
       "oder einen neuen Kopf trainieren, in einem Terminal mit: zipper train --from MODEL --data ORDNER --out "
       "NEU.safetensors"},
      {shortList({"a", "b", "c", "d", "e", "f", "g", "h", "i"}),
       "\"a\", \"b\", \"c\", \"d\", \"e\", \"f\" und 3 weitere"},
  });
}

void TestEngineTexts::networksInGerman() {
  const German german;
  MobileNetSpec large = specOf(1, {"a"});
  large.inputSize = 64;
  MobileNetSpec blocks = specOf(1, {"a"});
  blocks.architecture = Architecture::MobileNetV2;
  MobileNetSpec expanding = blocks, wide = blocks, slow = blocks;
  expanding.expandFirst = true;
  wide.width = 1.4;
  blocks.channels = slow.channels = {32, 16, 24, 32, 64, 64, 160, 320, 1280};  // as many in two rows
  slow.strides = {1, 2, 2, 2, 2, 2, 1};
  SpecOverrides stride;
  stride.stemStride = 3;
  compareAll({
      {whyNotMergeable({specOf(0.25, {"a"}), specOf(0.5, {"a"})}),
       "die Netze passen nicht zusammen: Pointwise-Schicht 1 von A ist [16,8,1,1] (Breite 0.25), von B [32,16,1,1] "
       "(Breite 0.5); wo Netze andere Kanäle haben, muss eines in jeder Schicht mindestens die aller anderen haben und "
       "addieren, wo sie es tun"},
      {whyNotMergeable({specOf(0.25, {"a"}), blocks}),
       "die Netze passen nicht zusammen: A ist ein MobileNet V1, B ein MobileNet V2; nur Netze gleicher Architektur "
       "lassen sich verschmelzen"},
      {notesOnWidths(atCommonWidth({specOf(0.25, {"a"}), specOf(0.5, {"a"})})).front(),
       "Aufgabe A: Ihr Netz hat die Breite 0.25; um die Schichten eines breiteren zu teilen, bekommt es Kanäle aus "
       "Nullen bis zur Breite 0.5: Seine Antworten bleiben gleich, es rechnet dann 3.7-mal so viel"},
      {whyNotMergeable({expanding, blocks}),
       "die Netze passen nicht zusammen: Der erste Block von A hat eine Expand-Faltung, der von B hat keine; nur Netze "
       "gleicher Bauart lassen sich verschmelzen"},
      {whyNotMergeable({blocks, wide}),
       "die Netze passen nicht zusammen: Project-Schicht 1 von A ist [16,32,1,1] (Breite 1), von B [24,48,1,1] (Breite "
       "1.4); wo Netze andere Kanäle haben, muss eines in jeder Schicht mindestens die aller anderen haben und "
       "addieren, wo sie es tun"},
      {whyNotMergeable({slow, blocks}),
       "die Netze passen nicht zusammen: Schicht 11 von B addiert ihre Eingabe zu ihrer Ausgabe, die von A nicht, weil "
       "ihre Schrittweite 2 ist; nur Netze gleicher Bauart lassen sich verschmelzen"},
      {whyNoTrunk({specOf(1, {"a"}), large}),
       "die Netze können keinen Rumpf gemeinsam haben (Eingabegröße: A hat " +
           QString::number(specOf(1, {"a"}).inputSize) +
           ", B hat 64); das können nur Aufgaben, die dasselbe Bild auf dieselbe Weise sehen; den Rumpf auf 0 setzen"},
      {whyRefused(stride, specOf(1, {"a"})), "Schrittweite des Stamms: 3 gefunden, 1 oder 2 erwartet"},
  });
}

void TestEngineTexts::networksWithSqueezeAndExciteInGerman() {
  const German german;
  MobileNetSpec small = specOf(1, {"a"});
  small.architecture = Architecture::MobileNetV3Small;
  small.channels = channelsOfV3(small.architecture, 1, false);
  MobileNetSpec large = small, minimalistic = small, without = small, squeezing = small, few = small, other = small;
  large.architecture = Architecture::MobileNetV3Large;
  large.channels.clear();
  minimalistic.minimalistic = true;
  minimalistic.channels.clear();
  without.channels[2] = 0;
  squeezing.channels[2] = 16;
  few.channels.resize(3);
  other.channels[1] = 24;
  MobileNetSpec strides = small, blocks = specOf(1, {"a"});
  strides.strides = {1, 2};
  MobileNetSpec gated = small;
  gated.minimalistic = true;
  blocks.architecture = Architecture::MobileNetV2;
  blocks.minimalistic = true;
  const auto refusal = [](const MobileNetSpec& spec) { return refusalOf([&] { validate(spec); }); };
  compareAll({
      {whyNotMergeable({large, small}),
       "die Netze passen nicht zusammen: A ist ein MobileNet V3 Large, B ein MobileNet V3 Small; nur Netze gleicher "
       "Architektur lassen sich verschmelzen"},
      {whyNotMergeable({small, minimalistic}),
       "die Netze passen nicht zusammen: B ist minimalistisch, A nicht; nur Netze gleicher Bauart lassen sich "
       "verschmelzen"},
      {whyNotMergeable({small, without}),
       "die Netze passen nicht zusammen: Schicht 1 von A hat Squeeze-and-Excite, die von B hat keines; nur Netze "
       "gleicher Bauart lassen sich verschmelzen"},
      {whyNotMergeable({small, squeezing}),
       "die Netze passen nicht zusammen: Squeeze-Schicht 1 von A ist [8,16,1,1] (Breite 1), von B [16,16,1,1] (Breite "
       "1); wo Netze andere Kanäle haben, muss eines in jeder Schicht mindestens die aller anderen haben und addieren, "
       "wo sie es tun"},
      {refusal(few), "Kanäle: 3 Zahlen gefunden, keine oder 35 erwartet"},
      {refusal(gated), "Kanäle: 8 Squeeze-Kanäle gefunden, 0 erwartet, weil das Netz minimalistisch ist"},
      {refusalOf([] { hiddenActivationFromString("x"); }),
       "Aktivierung: 'x' gefunden, 'relu', 'relu6', 'none' oder 'hard-swish' erwartet"},
      {refusal(strides), "Schrittweiten: 2 Zahlen gefunden, keine oder 11, je 1 oder 2 erwartet"},
      {refusal(other),
       "Kanäle: der erste Block hat 24 aufgeweitete Kanäle, der Stamm 16; erwartet wurden gleich viele, weil der Block "
       "keine Expand-Faltung hat"},
      {refusal(blocks), "minimalistisch: true gefunden, false, weil das Netz kein MobileNet V3 ist erwartet"},
  });
}

void TestEngineTexts::otherNetworksInGerman() {
  const German german;
  compareAll({
      {otherNetworkOf({"block2a_se_reduce/kernel"}),
       "das ist ein EfficientNet (Keras); nur MobileNet V1, V2 und V3 lassen sich verschmelzen"},
      {otherNetworkOf({"layer4.1.conv2.weight"}),
       "das ist ein ResNet; nur MobileNet V1, V2 und V3 lassen sich verschmelzen"},
      {otherNetworkOf({"features.4.conv.5.fc.0.weight"}),
       "das ist das MobileNet V3 aus mobilenetv3.pytorch von d-li14: Squeeze-and-Excite vor der Aktivierung "
       "(features.4.conv.5.fc) macht es zu einem anderen Netz als MobileNet V3, das sich nicht verschmelzen lässt"},
      {"it is deeper than a MobileNet V2: 27 blocks were found instead of 17, as in mobilenetv2_110d and "
       "mobilenetv2_120d of timm; such a network can't be merged",
       "es ist tiefer als ein MobileNet V2: 27 Blöcke wurden gefunden statt 17, wie in mobilenetv2_110d und "
       "mobilenetv2_120d von timm; so ein Netz lässt sich nicht verschmelzen"},
      {"it is deeper than a MobileNet V3 Large: 21 blocks were found instead of 15, as in mobilenetv3_large_150d of "
       "timm; such a network can't be merged",
       "es ist tiefer als ein MobileNet V3 Large: 21 Blöcke wurden gefunden statt 15, wie in mobilenetv3_large_150d "
       "von timm; so ein Netz lässt sich nicht verschmelzen"},
      {"its names are those of no known MobileNet, and its shapes don't tell either: 'a' and 'b' would be layer 2, but "
       "have 16 and 24 channels where 8 come in",
       "die Namen darin sind die keines bekannten MobileNet, und auch die Formen verraten es nicht: 'a' und 'b' wären "
       "Schicht 2, haben aber 16 und 24 Kanäle, wo 8 hereinkommen"},
      {"head activation guessed: hard-swish (what MobileNets V3 have)",
       "Aktivierung im Kopf geraten: hard-swish (wie bei MobileNets V3)"},
      {"strides of the blocks guessed: 1,2,1 (what most networks have)",
       "Schrittweiten der Blöcke geraten: 1,2,1 (wie bei den meisten Netzen)"},
      {"slope of the hard sigmoid guessed: 0.2 (by the convention of PaddleClas MobileNetV3; the second layers of "
       "squeeze-and-excite were multiplied by 1.2)",
       "Steigung des Hard-Sigmoid geraten: 0.2 (nach der Konvention von PaddleClas MobileNetV3; die zweiten Schichten "
       "von Squeeze-and-Excite wurden mit 1.2 multipliziert)"},
      {guessSummary({"slope of the hard sigmoid guessed: 0.2 (by the convention of x)"}),
       "Steigung des Hard-Sigmoid 0.2"},
      {guessSummary({"strides of the blocks guessed: 1,2,1 (by the convention of x)"}),
       "Schrittweiten der Blöcke 1,2,1"},
  });
}

void TestEngineTexts::graphsInGerman() {
  const German german;
  const std::string start = "/a/b.onnx: the graph was not recognized as ";
  const QString recognized = "/a/b.onnx: der Graph wurde nicht als ";
  compareAll({
      {start + "MobileNet V1, V2 or V3: its weights are quantized (QLinearConv 'x'); export the network before "
               "quantization",
       recognized + "MobileNet V1, V2 oder V3 erkannt: seine Gewichte sind quantisiert (QLinearConv 'x'); das Netz vor "
                    "der Quantisierung exportieren"},
      {start + "MobileNet V3 Small (minimalistic): average pooling was expected after the last layer, found its end",
       recognized + "MobileNet V3 Small (minimalistisch) erkannt: nach der letzten Schicht wurde eine Mittelung "
                    "erwartet, gefunden wurde das Ende"},
      {start + "MobileNet V3 Large: average pooling was expected after layers.4.depthwise, found Conv 'x'",
       recognized + "MobileNet V3 Large erkannt: nach layers.4.depthwise wurde eine Mittelung erwartet, gefunden wurde "
                    "Conv 'x'"},
      {start + "MobileNet V3 Large: Mul 'x' multiplies by values from 0 to inf; a hard sigmoid, from 0 to 1, was "
               "expected",
       recognized + "MobileNet V3 Large erkannt: Mul 'x' multipliziert mit Werten von 0 bis inf; erwartet wurde ein "
                    "Hard-Sigmoid, von 0 bis 1"},
      {start + "MobileNet V3 Large: the head, Gemm 'x', has weights of shape [2,3,4], two dimensions were expected",
       recognized + "MobileNet V3 Large erkannt: der Kopf, Gemm 'x', hat Gewichte der Form [2,3,4]; erwartet wurden "
                    "zwei Dimensionen"},
      {"not in an ONNX graph, guessed: normalization mean 0.485,0.456,0.406, std 0.229,0.224,0.225, rgb (by the "
       "convention of PyTorch)",
       "steht nicht im ONNX-Graphen, geraten: Mittelwert der Normalisierung 0.485,0.456,0.406, Standardabweichung "
       "0.229,0.224,0.225, rgb (nach der Konvention von PyTorch)"},
  });
}

void TestEngineTexts::torchvisionInGerman() {
  const German german;
  MobileNetSpec small = specOf(1, {"a"});
  small.architecture = Architecture::MobileNetV3Small;
  small.activation = Activation::ReLU;
  small.stemStride = 2;
  small.padding = Padding::Pad1;
  small.hidden = {{1024, Activation::HardSwish}};
  MobileNetSpec same = small, minimalistic = small, clipped = small, headless = small, bare = small, relu = small,
                other = small;
  same.padding = Padding::Same;
  minimalistic.minimalistic = true;
  clipped.activation = Activation::ReLU6;
  headless.classes = 0;
  bare.hidden.clear();
  relu.hidden.front().activation = Activation::ReLU;
  other.hidden.front().channels = 100;
  QCOMPARE(whyNotTorchvision(small), std::string());
  compareAll({
      {whyNotTorchvision(specOf(1, {"a"})),
       "torchvision: erwartet wurde ein MobileNet V2 oder V3, dieses Netz ist ein MobileNet V1; es als pytorch "
       "schreiben"},
      {whyNotTorchvision(same),
       "torchvision: dessen MobileNet V3 Small füllt auf jeder Seite um den halben Kernel auf, dieses Netz wie "
       "TensorFlow (SAME); es als pytorch oder onnx schreiben"},
      {whyNotTorchvision(minimalistic),
       "torchvision: dessen MobileNet V3 Small hat 5x5-Kernel, Squeeze-and-Excite und Hard-Swish, dieses Netz ist "
       "minimalistisch; es als pytorch oder onnx schreiben"},
      {whyNotTorchvision(clipped),
       "torchvision: dessen MobileNet V3 Small hat ReLU, dieses Netz ReLU6; es als pytorch oder onnx schreiben"},
      {whyNotTorchvision(headless),
       "torchvision: dessen MobileNet V3 Small hat einen Kopf, dieses Netz keinen; es als pytorch oder onnx schreiben"},
      {whyNotTorchvision(bare),
       "torchvision: der Kopf von dessen MobileNet V3 Small hat eine verborgene Schicht, der dieses Netzes 0; es als "
       "pytorch oder onnx schreiben"},
      {whyNotTorchvision(relu),
       "torchvision: die verborgene Schicht von dessen MobileNet V3 Small hat Hard-Swish, die dieses Netzes relu; es "
       "als pytorch oder onnx schreiben"},
      {whyNotTorchvision(other),
       "torchvision: die verborgene Schicht von dessen MobileNet V3 Small hat bei dieser Breite 1024 Kanäle, die "
       "dieses "
       "Netzes 100; es als pytorch oder onnx schreiben"},
      {"to be loaded into " + torchvisionCall(small),
       "zu laden in torchvision.models.mobilenet_v3_small(num_classes=1, width_mult=1)"},
  });
}

void TestEngineTexts::guessesInGerman() {
  const German german;
  QByteArray bytes(sampleFiles().front().data, qsizetype(sampleFiles().front().bytes));
  QVERIFY(bytes.contains("zipper.spec"));
  write(folder_.filePath("guessed.safetensors"), bytes.replace("zipper.spec", "zipper_spec"));
  const std::vector<std::string> notes = summarizeModel(inFolder("guessed.safetensors"), {}).notes;
  const std::vector<std::string> guesses = guessesAmong(notes);
  QVERIFY(guesses.size() >= 7);
  for (const std::string& guess : guesses) {
    const QString text = engineText(guess), summary = engineText(guessSummary({guess}));
    QVERIFY2(text.contains(" geraten: ") && text.contains("(nach der Konvention von "), qPrintable(text));
    QVERIFY2(summary != style::shown(guessSummary({guess})), qPrintable(summary));
  }
  for (const std::string& note : notes) QVERIFY2(engineText(note) != style::shown(note), note.c_str());
  compareAll({
      {guesses[1].substr(0, guesses[1].find('(')) + "(what most networks have)",
       "Schrittweite des Stamms geraten: " + QString::number(guesses[1][guesses[1].find(": ") + 2] - '0') +
           " (wie bei den meisten Netzen)"},
  });
}

void TestEngineTexts::dataNotesInGerman() {
  for (const char* name : {"photos/cat/1.png", "photos/cat/2.png", "photos/dog/deep/1.png", "photos/dog/2.png"})
    writeImage(folder_.filePath(name));
  for (const char* name : {"photos/cat/notes.txt", "photos/cat/.hidden", "photos/dog/README"})
    write(folder_.filePath(name), "x");
  writeImage(folder_.filePath("photos/loose.png"));
  const std::string photos = inFolder("photos");
  const QString held = note(photos, "held out"), left = note(photos, "left out");
  const German german;
  QCOMPARE(engineText(held),
           "eigene Testbilder gibt es nicht: 20 % der Bilder jeder Klasse werden zum Testen "
           "zurückgehalten");
  QCOMPARE(engineText(left),
           "photos/: 4 Bilder, davon 1 in Unterordnern ihrer Klasse; 3 Dateien weggelassen: 1 ohne "
           "Endung, 1 .txt, 1 versteckt; 1 Bild neben den Klassenordnern weggelassen");
  QCOMPARE(engineText(photos + ": " + held.toStdString()), style::shown(photos) + ": " + engineText(held));
  QCOMPARE(engineText(orderNote({"10", "9"})),
           "die Klassen sind nach den Bytes ihrer Namen geordnet, wie es auch PyTorch und Keras beim Laden tun: 10, 9; "
           "nach den Zahlen darin wäre die Reihenfolge 9, 10");
}

void TestEngineTexts::refusedDataInGerman() {
  const German german;
  writeImage(folder_.filePath("one/only/1.png"));
  QVERIFY(QDir(folder_.path()).mkpath("nothing"));
  const auto refusal = [this](const QString& name) {
    const std::string path = inFolder(name);
    return engineText(refusalOf([&] { summarizeData(path, {}); })).remove(style::shown(path) + ": ");
  };
  QCOMPARE(refusal("one"),
           "kein Datensatz: die einzige Klasse ist ein Ordner, mindestens zwei wurden erwartet; jeder "
           "Klasse einen eigenen Ordner geben oder eine Liste dazulegen: eine .csv mit Spalten für "
           "Datei und Label; Bilder ohne Klassen genügen für --no-labels, --agreement und die Wertebereiche von int8");
  QVERIFY2(refusal("nothing").startsWith("kein Datensatz: erwartet wurden IDX-Dateien ("),
           qPrintable(refusal("nothing")));
  QVERIFY2(refusal("nothing").endsWith("gefunden wurde ein leerer Ordner; einen anderen Ordner wählen"),
           qPrintable(refusal("nothing")));
  QVERIFY(refusal("missing").startsWith("erwartet wurde der Ordner des Datensatzes, einen solchen Ordner gibt es "));
  write(folder_.filePath("broken.png"), "no image");
  const std::string broken = inFolder("broken.png"), unreadable = refusalOf([&] { decodeImageFile(broken); });
  QCOMPARE(
      engineText("task b: 7 images can't be read and are left out: " + unreadable + "; " + unreadable + "; and 5 more"),
      QString("Aufgabe b: 7 Bilder lassen sich nicht lesen und bleiben weg: %1: %2; %1: %2; und 5 weitere")
          .arg(style::shown(broken),
               "lässt sich nicht als Bild lesen: JPEG, PNG, WebP, BMP, TIFF, PBM, PGM oder "
               "PPM wurde erwartet; es umwandeln, ersetzen oder entfernen"));
}

void TestEngineTexts::filesInGerman() {
  const German german;
  const QString path = folder_.filePath("a/b.zipper"),
                noFolder = engineText(refusalOf([&] { checkCanWrite(path.toStdString()); }));
  QCOMPARE(noFolder, path +
                         ": lässt sich nicht schreiben: Datei oder Ordner gibt es nicht; zuerst den Ordner dafür "
                         "anlegen");
  QCOMPARE(engineText(refusalOf([&] { readTextFile(inFolder(""), 10); })),
           style::shown(inFolder("")) + ": ist ein Ordner, erwartet wurde eine Datei");
  write(folder_.filePath("model.onnx"), "x");
  const std::string model = inFolder("model.onnx");
  QCOMPARE(engineText(refusalOf([&] {
             refuseToReplace(model, {{"the network of task b", model}});
           })),
           style::shown(model) +
               ": ist das Netz der Aufgabe b, und was gelesen wurde, wird nie überschrieben; einen "
               "anderen Namen wählen");
  const FileLock first(inFolder("lock")), second(inFolder("lock"));
  QVERIFY(!second.holder().empty());
  QCOMPARE(engineText(second.holder()), style::shown(second.holder()).replace("(process ", "(Prozess "));
  QCOMPARE(engineText(concat("task a: ", refusalOf([&] { loadSession(model); }))),
           "Aufgabe a: " + engineText(refusalOf([&] { loadSession(model); })));
}

void TestEngineTexts::refusedModelsInGerman() {
  const German german;
  const auto refusal = [this](const char* bytes) {
    write(folder_.filePath("file.pth"), bytes);
    const std::string path = inFolder("file.pth");
    return engineText(refusalOf([&] { summarizeModel(path, {}); }));
  };
  const QString expected = style::shown(inFolder("file.pth")) +
                           ": erwartet wurde: ein MobileNet V1, V2 oder V3 (safetensors, PyTorch, TorchScript, ONNX, "
                           "Keras, TensorFlow.js, TensorFlow Lite oder TensorFlow-Checkpoint); gefunden wurde: ";
  QCOMPARE(refusal("version https://git-lfs.github.com/spec/v1\n"),
           expected +
               "ein Git-LFS-Zeiger, der nur für die Datei steht; die Datei selbst in einem Terminal holen mit: "
               "git lfs pull");
  QCOMPARE(refusal("<html>"), expected + "eine Webseite; beim Herunterladen kam eine Seite statt der Datei");
  QCOMPARE(refusal(""), expected + "nichts (die Datei ist leer)");
  QCOMPARE(refusal("hello"), expected + "Text");
  QCOMPARE(engineText(refusalOf([this] { summarizeModel(inFolder("gone.pth"), {}); })),
           style::shown(inFolder("gone.pth")) +
               ": die Datei gibt es nicht; erwartet wurde: ein MobileNet V1, V2 oder V3 "
               "(safetensors, PyTorch, TorchScript, ONNX, Keras, TensorFlow.js, TensorFlow "
               "Lite oder TensorFlow-Checkpoint)");
}

void TestEngineTexts::tfliteInGerman() {
  const German german;
  compareAll({
      {"/a/b.tflite: tensor 'x': has 3 scales along axis 1, which has another size",
       "/a/b.tflite: Tensor „x“: hat 3 Skalen entlang der Achse 1, die eine andere Größe hat"},
      {"/a/b.tflite: an input of CONV_2D is tensor 7, but there are 5",
       "/a/b.tflite: eine Eingabe von CONV_2D ist Tensor 7, aber es gibt nur 5"},
      {"/a/b.tflite: CONV_2D 'x' has weights of type STRING, which isn't read",
       "/a/b.tflite: CONV_2D 'x' hat Gewichte vom Typ STRING, der nicht gelesen wird"},
      {"class names read from 'my labels.txt' beside the file",
       "Klassennamen aus 'my labels.txt' neben der Datei gelesen"},
      {"not in the file, guessed: normalization mean 0.5, std 0.5, RGB",
       "steht nicht in der Datei, geraten: Mittelwert der Normalisierung 0.5, Standardabweichung 0.5, RGB"},
      {"read from its metadata: normalization mean 0.5, std 0.5 (its input is bytes)",
       "aus den Metadaten gelesen: Mittelwert der Normalisierung 0.5, Standardabweichung 0.5 (seine Eingabe sind "
       "Bytes)"},
  });
}

void TestEngineTexts::exportsInGerman() {
  const German german;
  const std::vector<style::EngineTemplate> texts = style::engineTextsOfExports();
  for (const ExportTarget& target : exportTargets()) {
    QVERIFY2(engineText(target.purpose) != style::shown(target.purpose), target.purpose.c_str());
    if (target.title == "Python" || target.title == "C++") continue;  // are called so everywhere
    const auto isTitle = [&](const style::EngineTemplate& text) { return text.text == target.title; };
    QVERIFY2(std::any_of(texts.begin(), texts.end(), isTitle), target.title.c_str());
  }
  const ExportSnippet page = exportSnippet({"web-page", ExportPrecision::Float16}, "merged.html", {});
  QVERIFY(engineText(style::unchanged(page.text).simplified()).startsWith("Die Datei in einem Browser öffnen: "));
  const ExportFormat& format = exportFormat("safetensors");
  ExportOptions integers, named;
  integers.precision = ExportPrecision::Int8;
  named.names.softmax = true;
  GraphNames twice, blank, few;
  twice.inputs = twice.outputs = {"x"};
  blank.inputs = {"a b"};
  few.outputs = {"x", "y"};
  const auto refusal = [](const GraphNames& names) {
    return refusalOf([&] { completedNames(names, 1, {true}, false); });
  };
  compareAll({
      {refusalOf([&] { checkOptions(format, integers); }),
       "im Format safetensors gibt es keine Zahlen als int8, nur als float32"},
      {refusalOf([&] { checkOptions(format, named); }),
       "das Format safetensors hat eigene Ein- und Ausgänge: Weder Namen noch Softmax lassen sich wählen"},
      {refusal(twice), "„x“ ist der Name von zwei Ein- oder Ausgängen"},
      {refusal(blank),
       "„a b“ kann kein Name für Eingänge sein: Erwartet werden 1 bis 100 Buchstaben von a bis z, Ziffern, „_“, „.“ "
       "und „-“"},
      {refusal(few), "2 Namen für Ausgänge gefunden, 1 erwartet"},
  });
}

void TestEngineTexts::stepsInGerman() {
  const German german;
  compareAll({
      {"layer 3, iteration 7: calibration diverged: the cross entropy of task b is NaN; lower the learning rate",
       "Schicht 3, Iteration 7: die Kalibrierung ist divergiert: die Kreuzentropie von Aufgabe b ist NaN; die Lernrate "
       "senken"},
      {refusalOf([] { parseLayers("20", 13); }), "Schichten: eine Schicht 20 gibt es nicht; Schichten sind 1 bis 13"},
      {"the step can't be saved for recovery after a crash: /a/b: can't be written: No space left on device; free some "
       "space or choose another place",
       "der Schritt lässt sich nicht für den Fall eines Absturzes sichern: /a/b: lässt sich nicht schreiben: Kein "
       "Platz mehr auf dem Datenträger; Platz schaffen oder einen anderen Ort wählen"},
      {"something that nobody knows: 7", "something that nobody knows: 7"},
  });
}

void TestEngineTexts::theSystemInGerman() {
  if (std::strcmp(std::strerror(EACCES), "Permission denied") != 0) QSKIP("the system speaks another language");
  const German german;
  for (const int code : systemErrors)
    QVERIFY2(engineText(std::strerror(code)) != std::strerror(code), std::strerror(code));
}

void TestEngineTexts::hostilePiecesStayHarmless() {
  const German german;
  compareAll({
      {"model %2 (%1) has no head: nothing in it tells classes apart. Choose a file of the whole network (its name "
       "often lacks \"no_top\" or \"backbone\"), or train a head on your images " +
           howToTrainHead("%1 'x' <b>\x1b[31m"),
       "Modell %2 (%1) hat keinen Kopf: Nichts darin unterscheidet Klassen. Eine Datei des ganzen Netzes wählen (in "
       "ihrem Namen fehlt meist „no_top“ oder „backbone“) oder mit eigenen Bildern einen Kopf trainieren, in einem "
       "Terminal mit: zipper train --from $'%1 \\'x\\' <b>\\033[31m' --data ORDNER --out NEU.safetensors"},
      {"%1: %2: %9 isn't used beside the other lists", "%1: %2: %9 wird neben den anderen Listen nicht verwendet"},
      {"<img src='file:///etc/passwd'> is left out: no class folders are in there",
       "<img src='file:///etc/passwd'> bleibt weg: darin sind keine Klassenordner"},
      {"read from the file: \xff\x1b\n", "aus der Datei gelesen: ???"},
  });
  // Names are taken over, whatever they say.
  QCOMPARE(engineText(std::string("all names begin with a folder")), "alle Namen beginnen mit a folder");
}

void TestEngineTexts::hostileTextsTakeNoTime() {
  const German german;
  QElapsedTimer timer;
  timer.start();
  const QString large = "read from the file: " + QString(100000, 'x');
  QCOMPARE(engineText(large), large);
  for (const char* words : {": ", "; ", ", ", " and ", " (", "task a: ", " is left out: ", "1; 1 files left out: ",
                            "can't be read: ", "1 found, ", " guessed: "}) {
    const QString text = QString(words).repeated(3900 / int(std::strlen(words)));
    QVERIFY(engineText(text).size() < 3 * text.size());
    engineText("1 images can't be read and are left out: " + text);
  }
  QVERIFY2(timer.elapsed() < 20000, qPrintable(QString::number(timer.elapsed())));
}

ZIPPER_TEST_WITH(QApplication, TestEngineTexts)
#include "test_engine_texts.moc"
