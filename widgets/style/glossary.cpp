// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/glossary.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <map>
#include <set>

namespace zipper {

namespace {

struct Glossary {
  Q_DECLARE_TR_FUNCTIONS(Glossary)
};

/// Of the table below, in English.
struct WordRow {
  Word word;
  const char *key, *page;
  const char* title;
  const char* forms;  ///< with | between them; translations have the forms of their language
  const char* text;
};

constexpr WordRow wordRows[]{
    {Word::Activation, "activation", "inspector", QT_TRANSLATE_NOOP("Glossary", "Activation"),
     QT_TRANSLATE_NOOP("Glossary", "activation|activations|ReLU6|ReLU|hard swish"),
     QT_TRANSLATE_NOOP(
         "Glossary",
         "The function behind a convolution that keeps a network from being one single linear map: ReLU6, for example, "
         "cuts values off below 0 and above 6. The values behind it are called the activations of a layer.")},
    {Word::Alignment, "alignment", "initialization", QT_TRANSLATE_NOOP("Glossary", "Alignment"),
     QT_TRANSLATE_NOOP("Glossary", "alignment|aligned|aligning"),
     QT_TRANSLATE_NOOP("Glossary",
                       "Putting the channels of a task into the order in which they correspond to those of task A, "
                       "before a layer is merged. The task computes the same in any order.")},
    {Word::Backbone, "backbone", "open", QT_TRANSLATE_NOOP("Glossary", "Backbone"),
     QT_TRANSLATE_NOOP("Glossary", "backbone|backbones"),
     QT_TRANSLATE_NOOP("Glossary",
                       "A network without its head. It turns an image into features, but names no classes.")},
    {Word::Baseline, "naive-baseline", "compare", QT_TRANSLATE_NOOP("Glossary", "Naive baseline"),
     QT_TRANSLATE_NOOP("Glossary", "naive baseline|baseline"),
     QT_TRANSLATE_NOOP("Glossary",
                       "One network with a head per task, all other layers shared, trained directly from random "
                       "weights, without teachers and without zippering. It shows what the method is worth.")},
    {Word::Batch, "batch", "calibration", QT_TRANSLATE_NOOP("Glossary", "Batch"),
     QT_TRANSLATE_NOOP("Glossary", "batch|batches"),
     QT_TRANSLATE_NOOP("Glossary", "The images that a network looks at together before its weights are changed once.")},
    {Word::BatchNormalization, "batch-normalization", "calibration",
     QT_TRANSLATE_NOOP("Glossary", "Batch normalization (BN)"),
     QT_TRANSLATE_NOOP("Glossary", "batch normalization|batch normalizations|BN"),
     QT_TRANSLATE_NOOP("Glossary",
                       "Brings each channel to mean 0 and variance 1, then scales and shifts it. It stands behind each "
                       "convolution. In a merged layer it is one for all tasks, as in the paper, or one per task.")},
    {Word::Calibration, "calibration", "calibration", QT_TRANSLATE_NOOP("Glossary", "Calibration"),
     QT_TRANSLATE_NOOP("Glossary", "calibration|calibrating|calibrated|calibrate|calibrates"),
     QT_TRANSLATE_NOOP("Glossary",
                       "Training the merged network after a step, so that it does again what the teachers do. It is "
                       "trained on the labels of the images and on what the teachers put out in each layer.")},
    {Word::Channel, "channel", "inspector", QT_TRANSLATE_NOOP("Glossary", "Channel"),
     QT_TRANSLATE_NOOP("Glossary", "channel|channels"),
     QT_TRANSLATE_NOOP("Glossary",
                       "One of the maps that a layer hands on. A layer with 64 channels describes each place of an "
                       "image by 64 numbers.")},
    {Word::Compression, "compression", "costs", QT_TRANSLATE_NOOP("Glossary", "Compression"),
     QT_TRANSLATE_NOOP("Glossary", "compression"),
     QT_TRANSLATE_NOOP(
         "Glossary",
         "How many times fewer parameters the merged network has than the separate networks have together.")},
    {Word::Confidence, "confidence-interval", "changes", QT_TRANSLATE_NOOP("Glossary", "Confidence interval (95 %)"),
     QT_TRANSLATE_NOOP("Glossary", "confidence interval|95 % interval"),
     QT_TRANSLATE_NOOP("Glossary",
                       "The range in which an accuracy that was measured on some images would likely lie on very many "
                       "of them. The fewer images were looked at, the wider it is.")},
    {Word::Confusion, "confusion-matrix", "changes", QT_TRANSLATE_NOOP("Glossary", "Confusion matrix"),
     QT_TRANSLATE_NOOP("Glossary", "confusion matrix|confusion matrices"),
     QT_TRANSLATE_NOOP("Glossary",
                       "A table that counts how often images of one class (row) were taken for another (column). What "
                       "is right stands on the diagonal.")},
    {Word::CosineOfWeights, "cosine", "inspector", QT_TRANSLATE_NOOP("Glossary", "Cosine of weights"),
     QT_TRANSLATE_NOOP("Glossary", "cosine of the weights"),
     QT_TRANSLATE_NOOP("Glossary",
                       "How alike the weights of two teachers are in a layer, from −1 to 1. Networks that were trained "
                       "independently come near 0, those of a common ancestor near 1.")},
    {Word::CrossEntropy, "cross-entropy", "curves", QT_TRANSLATE_NOOP("Glossary", "Cross entropy (CE)"),
     QT_TRANSLATE_NOOP("Glossary", "cross entropy|CE"),
     QT_TRANSLATE_NOOP(
         "Glossary",
         "How wrong the answers to images are whose classes are known: the negative logarithm of the probability that "
         "the network gives to the right class. 0 would be certain and right each time.")},
    {Word::Depthwise, "depthwise", "zipper", QT_TRANSLATE_NOOP("Glossary", "Depthwise convolution"),
     QT_TRANSLATE_NOOP("Glossary", "depthwise convolution|depthwise convolutions|depthwise layers|depthwise"),
     QT_TRANSLATE_NOOP("Glossary",
                       "A convolution that filters each channel for itself with a small kernel. It has few weights and "
                       "stays with its task.")},
    {Word::Distillation, "distillation", "calibration", QT_TRANSLATE_NOOP("Glossary", "Distillation (KL)"),
     QT_TRANSLATE_NOOP("Glossary", "distillation|KL"),
     QT_TRANSLATE_NOOP("Glossary",
                       "A further term of the loss: how far the softened outputs of the merged network are from those "
                       "of the teacher. It is off unless it has a weight.")},
    {Word::Epoch, "epoch", "calibration", QT_TRANSLATE_NOOP("Glossary", "Epoch"),
     QT_TRANSLATE_NOOP("Glossary", "epoch|epochs"),
     QT_TRANSLATE_NOOP("Glossary", "As many iterations as it takes to look at each training image once.")},
    {Word::Expand, "expand", "zipper", QT_TRANSLATE_NOOP("Glossary", "Expand"),
     QT_TRANSLATE_NOOP("Glossary", "expand|expanding|expands"),
     QT_TRANSLATE_NOOP(
         "Glossary",
         "In a MobileNet V2 or V3 the first pointwise convolution of a block, which makes many channels out of few.")},
    {Word::FeatureMap, "feature-map", "inspector", QT_TRANSLATE_NOOP("Glossary", "Feature map"),
     QT_TRANSLATE_NOOP("Glossary", "feature map|feature maps"),
     QT_TRANSLATE_NOOP("Glossary", "What a channel puts out for an image, as a picture: bright where it responds.")},
    {Word::FineTuning, "fine-tuning", "calibration", QT_TRANSLATE_NOOP("Glossary", "Fine-tuning"),
     QT_TRANSLATE_NOOP("Glossary", "fine-tuning|fine-tuned"),
     QT_TRANSLATE_NOOP("Glossary",
                       "Training the whole merged network after the last step, with the same loss as calibration.")},
    {Word::FisherWeights, "fisher-weights", "initialization", QT_TRANSLATE_NOOP("Glossary", "Fisher weights"),
     QT_TRANSLATE_NOOP("Glossary", "Fisher weights|Fisher information"),
     QT_TRANSLATE_NOOP("Glossary",
                       "With them least squares counts an error in a channel the more, the more the answers of the "
                       "task depend on that channel.")},
    {Word::GradCam, "grad-cam", "changes", QT_TRANSLATE_NOOP("Glossary", "Grad-CAM"),
     QT_TRANSLATE_NOOP("Glossary", "Grad-CAM"),
     QT_TRANSLATE_NOOP(
         "Glossary",
         "A picture of which places of an image spoke for a class, computed from the gradients of the network.")},
    {Word::Head, "head", "zipper", QT_TRANSLATE_NOOP("Glossary", "Head"), QT_TRANSLATE_NOOP("Glossary", "head|heads"),
     QT_TRANSLATE_NOOP(
         "Glossary",
         "The end of a network, which makes a number for each class out of its features. Each task keeps its own.")},
    {Word::HeldOut, "held-out-images", "calibration", QT_TRANSLATE_NOOP("Glossary", "Held-out images"),
     QT_TRANSLATE_NOOP("Glossary", "held-out images|held out"),
     QT_TRANSLATE_NOOP("Glossary",
                       "Images that no step trains on. With them fine-tuning finds the state that it keeps; the test "
                       "images stay untouched.")},
    {Word::InitializationWord, "initialization", "initialization", QT_TRANSLATE_NOOP("Glossary", "Initialization"),
     QT_TRANSLATE_NOOP("Glossary", "initialization|initializations|initializing|initialized"),
     QT_TRANSLATE_NOOP("Glossary",
                       "How the shared weights of a layer get their first values: from A, from B, at random, as the "
                       "mean, or by least squares.")},
    {Word::Int8, "int8", "export", QT_TRANSLATE_NOOP("Glossary", "8-bit integers (int8)"),
     QT_TRANSLATE_NOOP("Glossary", "int8|8-bit integers"),
     QT_TRANSLATE_NOOP("Glossary",
                       "Weights and maps as whole numbers of 8 bits, a quarter of the size. It costs a little "
                       "accuracy, which is measured when the file is written.")},
    {Word::IterationWord, "iteration", "calibration", QT_TRANSLATE_NOOP("Glossary", "Iteration"),
     QT_TRANSLATE_NOOP("Glossary", "iteration|iterations"),
     QT_TRANSLATE_NOOP("Glossary", "One batch of each task, and the change of the weights that it leads to.")},
    {Word::Kernel, "kernel", "inspector", QT_TRANSLATE_NOOP("Glossary", "Kernel"),
     QT_TRANSLATE_NOOP("Glossary", "kernel|kernels"),
     QT_TRANSLATE_NOOP("Glossary", "The small square of weights, 3×3 or 5×5, that a convolution moves over a map.")},
    {Word::L1, "l1", "curves", QT_TRANSLATE_NOOP("Glossary", "L1"), QT_TRANSLATE_NOOP("Glossary", "L1"),
     QT_TRANSLATE_NOOP("Glossary",
                       "The mean absolute difference of two sets of numbers. In the curves it is the difference "
                       "between what teacher and merged network hand on, summed over the layers.")},
    {Word::LayerWord, "layer", "zipper", QT_TRANSLATE_NOOP("Glossary", "Layer"),
     QT_TRANSLATE_NOOP("Glossary", "layer|layers"),
     QT_TRANSLATE_NOOP("Glossary",
                       "What one step merges, numbered from 1: the pointwise convolution of a MobileNet V1, a block of "
                       "a V2 or V3, or their last convolution.")},
    {Word::LearningRate, "learning-rate", "calibration", QT_TRANSLATE_NOOP("Glossary", "Learning rate"),
     QT_TRANSLATE_NOOP("Glossary", "learning rate|learning rates"),
     QT_TRANSLATE_NOOP("Glossary",
                       "How large a change of the weights each iteration makes. In the course of a step it may fall.")},
    {Word::LeastSquares, "least-squares", "initialization", QT_TRANSLATE_NOOP("Glossary", "Least squares"),
     QT_TRANSLATE_NOOP("Glossary", "least squares"),
     QT_TRANSLATE_NOOP("Glossary",
                       "Computes, without training, the shared weights whose outputs differ least, in the sum of "
                       "squares, from what the teachers put out for some training images.")},
    {Word::Logit, "logit", "export", QT_TRANSLATE_NOOP("Glossary", "Logits"),
     QT_TRANSLATE_NOOP("Glossary", "logits|logit"),
     QT_TRANSLATE_NOOP("Glossary",
                       "The numbers that a head puts out, one per class. The highest one is the answer; softmax makes "
                       "probabilities of them.")},
    {Word::Loss, "loss", "curves", QT_TRANSLATE_NOOP("Glossary", "Loss"), QT_TRANSLATE_NOOP("Glossary", "loss|losses"),
     QT_TRANSLATE_NOOP("Glossary",
                       "The number that training makes small. Here it is cross entropy plus L1, each with its weight, "
                       "and distillation if that is on.")},
    {Word::Macs, "macs", "inspector", QT_TRANSLATE_NOOP("Glossary", "MACs"),
     QT_TRANSLATE_NOOP("Glossary", "MACs|multiply-adds"),
     QT_TRANSLATE_NOOP("Glossary",
                       "Multiply-accumulate operations: how many products a network adds up for one image. They tell "
                       "how much work it is.")},
    {Word::McNemar, "mcnemar", "changes", QT_TRANSLATE_NOOP("Glossary", "McNemar's test"),
     QT_TRANSLATE_NOOP("Glossary", "McNemar's test|McNemar"),
     QT_TRANSLATE_NOOP("Glossary",
                       "Tells whether two networks that saw the same images differ by more than chance. Only images "
                       "count on which one is right and the other wrong.")},
    {Word::MergeEstimate, "merge-estimate", "costs", QT_TRANSLATE_NOOP("Glossary", "Merge estimate (merge cost)"),
     QT_TRANSLATE_NOOP("Glossary", "merge estimate|merge estimates|merge cost|merge costs"),
     QT_TRANSLATE_NOOP(
         "Glossary",
         "What sharing a layer costs at least, worked out from the teachers: the smallest error that its outputs can "
         "have with shared weights, relative to their variance. It looks at each layer for itself, without training.")},
    {Word::MergedNetwork, "merged-network", "zipper", QT_TRANSLATE_NOOP("Glossary", "Merged network"),
     QT_TRANSLATE_NOOP("Glossary", "merged network|merged networks"),
     QT_TRANSLATE_NOOP("Glossary",
                       "The one network that serves all tasks. Its merged layers are shared; stem, depthwise "
                       "convolutions and head are there once per task.")},
    {Word::Mismatch, "mismatch", "curves", QT_TRANSLATE_NOOP("Glossary", "Mismatch"),
     QT_TRANSLATE_NOOP("Glossary", "mismatch"),
     QT_TRANSLATE_NOOP("Glossary",
                       "The mean absolute difference between what a teacher and the merged network hand on in a layer. "
                       "0 means that they do the same.")},
    {Word::Moments, "moments", "initialization", QT_TRANSLATE_NOOP("Glossary", "Moments"),
     QT_TRANSLATE_NOOP("Glossary", "moments"),
     QT_TRANSLATE_NOOP("Glossary",
                       "Means and products of a layer's inputs and outputs, summed over images. They are all that "
                       "least squares has to know of the images.")},
    {Word::Optimizer, "optimizer", "calibration", QT_TRANSLATE_NOOP("Glossary", "Optimizer (SGD, Adam)"),
     QT_TRANSLATE_NOOP("Glossary", "optimizer|SGD|Adam"),
     QT_TRANSLATE_NOOP("Glossary",
                       "The rule that makes changes of the weights out of gradients. SGD follows the gradient; Adam "
                       "also adapts the size of the change for each weight.")},
    {Word::Parameters, "parameters", "inspector", QT_TRANSLATE_NOOP("Glossary", "Parameters"),
     QT_TRANSLATE_NOOP("Glossary", "parameters|parameter"),
     QT_TRANSLATE_NOOP(
         "Glossary",
         "All numbers of a network that are learnt: weights, biases, scale and shift of batch normalization.")},
    {Word::Pointwise, "pointwise", "zipper", QT_TRANSLATE_NOOP("Glossary", "Pointwise convolution"),
     QT_TRANSLATE_NOOP("Glossary", "pointwise convolution|pointwise convolutions|pointwise layers|pointwise"),
     QT_TRANSLATE_NOOP("Glossary",
                       "A 1×1 convolution: at each place of a map it makes new channels out of all old ones. These "
                       "layers hold nearly all weights of a MobileNet V1, so they are what is shared.")},
    {Word::PresetWord, "preset", "sessions", QT_TRANSLATE_NOOP("Glossary", "Preset"),
     QT_TRANSLATE_NOOP("Glossary", "preset|presets"),
     QT_TRANSLATE_NOOP("Glossary", "A set of settings to start from: fast, paper or exact.")},
    {Word::Project, "project", "zipper", QT_TRANSLATE_NOOP("Glossary", "Project"),
     QT_TRANSLATE_NOOP("Glossary", "project|projecting|projects"),
     QT_TRANSLATE_NOOP("Glossary",
                       "In a MobileNet V2 or V3 the last pointwise convolution of a block, which leads many channels "
                       "back to few. No activation follows it.")},
    {Word::RecipeWord, "recipe", "sessions", QT_TRANSLATE_NOOP("Glossary", "Recipe"),
     QT_TRANSLATE_NOOP("Glossary", "recipe|recipes"),
     QT_TRANSLATE_NOOP(
         "Glossary",
         "Everything that reproduces a merge: networks and images with their hashes, strategy, schedule, seed.")},
    {Word::Ridge, "ridge", "initialization", QT_TRANSLATE_NOOP("Glossary", "Ridge"),
     QT_TRANSLATE_NOOP("Glossary", "ridge"),
     QT_TRANSLATE_NOOP(
         "Glossary",
         "A gentle pull towards small weights that keeps least squares stable where the images say too little.")},
    {Word::Run, "run", "sessions", QT_TRANSLATE_NOOP("Glossary", "Run"), QT_TRANSLATE_NOOP("Glossary", "run|runs"),
     QT_TRANSLATE_NOOP("Glossary",
                       "A row of steps from the teachers on. Going back and trying something else begins another run; "
                       "none is lost.")},
    {Word::Seed, "seed", "sessions", QT_TRANSLATE_NOOP("Glossary", "Seed"), QT_TRANSLATE_NOOP("Glossary", "seed|seeds"),
     QT_TRANSLATE_NOOP("Glossary",
                       "The number from which all random choices follow. With the same seed a run can be repeated "
                       "exactly; several seeds tell how much is chance.")},
    {Word::SessionWord, "session", "sessions", QT_TRANSLATE_NOOP("Glossary", "Session"),
     QT_TRANSLATE_NOOP("Glossary", "session|sessions"),
     QT_TRANSLATE_NOOP("Glossary", "A merge in progress, kept in one .zipper file: networks, recipe, all steps.")},
    {Word::SqueezeExcite, "squeeze-and-excite", "zipper", QT_TRANSLATE_NOOP("Glossary", "Squeeze-and-excite (SE)"),
     QT_TRANSLATE_NOOP("Glossary", "squeeze-and-excite"),
     QT_TRANSLATE_NOOP("Glossary",
                       "A part of blocks of MobileNet V3 that weighs channels: out of the means of all channels it "
                       "makes a factor between 0 and 1 for each.")},
    {Word::Statistics, "statistics", "calibration",
     QT_TRANSLATE_NOOP("Glossary", "Statistics (of batch normalization)"),
     QT_TRANSLATE_NOOP("Glossary",
                       "running statistics|batch statistics|statistics of batch normalization|BN statistics"),
     QT_TRANSLATE_NOOP("Glossary",
                       "Mean and variance of each channel, which batch normalization takes away. After initializing "
                       "and after calibrating they can be estimated anew on training images.")},
    {Word::Stem, "stem", "zipper", QT_TRANSLATE_NOOP("Glossary", "Stem"), QT_TRANSLATE_NOOP("Glossary", "stem|stems"),
     QT_TRANSLATE_NOOP("Glossary",
                       "The first convolution of a network, which sees the image itself. Each task keeps its own, "
                       "unless a trunk shares it.")},
    {Word::StepWord, "step", "zipper", QT_TRANSLATE_NOOP("Glossary", "Step"),
     QT_TRANSLATE_NOOP("Glossary", "step|steps"),
     QT_TRANSLATE_NOOP("Glossary",
                       "Merging one layer: sharing it, initializing it, calibrating the network, scoring it.")},
    {Word::StrideWord, "stride", "open", QT_TRANSLATE_NOOP("Glossary", "Stride"),
     QT_TRANSLATE_NOOP("Glossary", "stride|strides"),
     QT_TRANSLATE_NOOP(
         "Glossary",
         "By how many pixels a kernel moves on. With stride 2 a map becomes half as high and half as wide.")},
    {Word::TaskWord, "task", "zipper", QT_TRANSLATE_NOOP("Glossary", "Task"),
     QT_TRANSLATE_NOOP("Glossary", "task|tasks"),
     QT_TRANSLATE_NOOP("Glossary",
                       "One job with its own trained network, its own images and its own classes. Tasks are called A, "
                       "B, C and so on.")},
    {Word::Teacher, "teacher", "zipper", QT_TRANSLATE_NOOP("Glossary", "Teacher"),
     QT_TRANSLATE_NOOP("Glossary", "teacher|teachers"),
     QT_TRANSLATE_NOOP("Glossary",
                       "The trained network of a task as it was opened. It never changes, and it shows the merged "
                       "network what to do.")},
    {Word::TestImages, "test-images", "open", QT_TRANSLATE_NOOP("Glossary", "Test images"),
     QT_TRANSLATE_NOOP("Glossary", "test images|test image"),
     QT_TRANSLATE_NOOP("Glossary",
                       "Images that no network is trained on and nothing is chosen by. Accuracy is measured on them.")},
    {Word::Top1, "top-1", "curves", QT_TRANSLATE_NOOP("Glossary", "Top-1"), QT_TRANSLATE_NOOP("Glossary", "top-1"),
     QT_TRANSLATE_NOOP("Glossary", "The share of images whose highest output is the right class.")},
    {Word::Trunk, "trunk", "zipper", QT_TRANSLATE_NOOP("Glossary", "Trunk"),
     QT_TRANSLATE_NOOP("Glossary", "trunk|trunks"),
     QT_TRANSLATE_NOOP("Glossary",
                       "The first layers, shared whole, for tasks that look at the same image. They are computed once, "
                       "which makes the network faster.")},
    {Word::Weights, "weights", "inspector", QT_TRANSLATE_NOOP("Glossary", "Weights"),
     QT_TRANSLATE_NOOP("Glossary", "weights|weight"),
     QT_TRANSLATE_NOOP(
         "Glossary",
         "The numbers by which a convolution multiplies what it reads. They are what a network has learnt.")},
    {Word::Width, "width", "open", QT_TRANSLATE_NOOP("Glossary", "Width"),
     QT_TRANSLATE_NOOP("Glossary", "width multiplier|width"),
     QT_TRANSLATE_NOOP(
         "Glossary",
         "The factor by which a MobileNet has fewer or more channels than in its paper: 0.25 has a quarter of them.")},
    {Word::Zippering, "zippering", "zipper", QT_TRANSLATE_NOOP("Glossary", "Zippering"),
     QT_TRANSLATE_NOOP("Glossary", "zippering"),
     QT_TRANSLATE_NOOP("Glossary",
                       "Merging layers one after another, from the input to the output, as a zipper closes.")},
};

constexpr int tipColumns = 72;

/// Words that stand in nearly every sentence: as links they would only disturb.
bool isEveryday(Word word) {
  switch (word) {
    case Word::Channel:
    case Word::LayerWord:
    case Word::Run:
    case Word::SessionWord:
    case Word::StepWord:
    case Word::TaskWord:
    case Word::Weights:
      return true;
    default:
      return false;
  }
}

GlossaryEntry entryOf(const WordRow& row) {
  return {row.word,
          QString::fromLatin1(row.key),
          Glossary::tr(row.title),
          Glossary::tr(row.forms).split(u'|', Qt::SkipEmptyParts),
          Glossary::tr(row.text),
          QString::fromLatin1(row.page)};
}

/// Tool tips of plain text don't break lines by themselves.
QString inLines(const QString& text) {
  QStringList lines{QString()};
  for (const QString& part : text.split(u' ')) {
    QString& line = lines.last();
    if (!line.isEmpty() && line.size() + 1 + part.size() > tipColumns)
      lines << part;
    else
      line += line.isEmpty() ? part : u' ' + part;
  }
  return lines.join(u'\n');
}

/// All forms of all words, the longest first, where no letter or digit touches them; Chinese has no spaces between
/// words.
struct Forms {
  QRegularExpression pattern;
  std::map<QString, GlossaryEntry> words;  ///< by form, in lower case
};

Forms allForms() {
  Forms forms;
  QStringList all;
  for (const WordRow& row : wordRows) {
    if (isEveryday(row.word)) continue;
    const GlossaryEntry entry = entryOf(row);
    for (const QString& form : entry.forms) {
      all << QRegularExpression::escape(form);
      forms.words.emplace(form.toLower(), entry);
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const QString& a, const QString& b) { return a.size() > b.size(); });
  forms.pattern.setPattern(
      QStringLiteral("(?<!(?!\\p{Han})[\\p{L}\\p{N}&])(?:%1)(?!(?!\\p{Han})[\\p{L}\\p{N}])").arg(all.join(u'|')));
  forms.pattern.setPatternOptions(QRegularExpression::CaseInsensitiveOption |
                                  QRegularExpression::UseUnicodePropertiesOption);
  return forms;
}

/// What stands between two tags.
QString linkedText(const QString& text, const Forms& forms, const QColor& color, std::set<Word>& linked) {
  QString result;
  qsizetype from = 0;
  auto found = forms.pattern.globalMatch(text);
  while (found.hasNext()) {
    const QRegularExpressionMatch match = found.next();
    const auto entry = forms.words.find(match.captured().toLower());
    if (entry == forms.words.end() || !linked.insert(entry->second.word).second) continue;
    const QString tip = wordTip(entry->second.word).toHtmlEscaped().replace(u'\n', QStringLiteral("&#10;"));
    result += text.mid(from, match.capturedStart() - from) +
              QStringLiteral("<a href=\"%1\" title=\"%2\" style=\"color:%3\">%4</a>")
                  .arg(wordLink(entry->second.key), tip, color.name(), match.captured());
    from = match.capturedEnd();
  }
  return result + text.mid(from);
}

}  // namespace

std::vector<GlossaryEntry> glossary() {
  std::vector<GlossaryEntry> all;
  for (const WordRow& row : wordRows) all.push_back(entryOf(row));
  std::sort(all.begin(), all.end(), [](const GlossaryEntry& a, const GlossaryEntry& b) {
    return QString::compare(a.title, b.title, Qt::CaseInsensitive) < 0;
  });
  return all;
}

GlossaryEntry glossaryEntry(Word word) { return entryOf(wordRows[std::size_t(word)]); }

QString wordTip(Word word) {
  const GlossaryEntry entry = glossaryEntry(word);
  return inLines(Glossary::tr("%1: %2").arg(entry.title, entry.text));
}

QString withWordTip(const QString& tip, Word word) { return tip + QStringLiteral("\n\n") + wordTip(word); }

QString wordLink(const QString& key) { return QStringLiteral("glossary.html#") + key; }

QString linkWords(const QString& html, const QColor& text) {
  const Forms forms = allForms();
  std::set<Word> linked;
  QString result;
  qsizetype from = 0;
  static const QRegularExpression tags(QStringLiteral("<[^>]*>"));
  auto found = tags.globalMatch(html);
  while (found.hasNext()) {
    const QRegularExpressionMatch tag = found.next();
    result += linkedText(html.mid(from, tag.capturedStart() - from), forms, text, linked) + tag.captured();
    from = tag.capturedEnd();
  }
  return result + linkedText(html.mid(from), forms, text, linked);
}

}  // namespace zipper
