// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/zippering/convention_fit.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "core/data/batch_loader.h"
#include "core/models/guesses.h"
#include "core/support/error.h"
#include "core/support/printable.h"
#include "core/training/image_sample.h"

namespace zipper {

namespace {

/// As people read it: two digits behind the point.
double rounded(double value) { return std::round(100 * value) / 100; }

constexpr int mostTrialImages = 32;      ///< of small networks; of others a quarter
constexpr int smallImage = 96;           ///< images up to this side were hardly scaled for training
constexpr double largestTerm = 4;        ///< one odd channel doesn't decide
constexpr double clearly = 0.9;          ///< how much of the misfit may be left for another convention to be taken
constexpr double wellFitting = 0.5;      ///< above it the statistics are those of other images
constexpr std::uint64_t sampleSeed = 5;  ///< the same images in every run

torch::Tensor inputsOf(const DatasetPtr& images, const MobileNetSpec& spec) {
  LoaderOptions options;
  options.batchSize = mostTrialImages;
  options.labels = false;
  BatchLoader loader(images, spec, options);
  return loader.next().value().images;
}

/// Without statistics.
bool isFolded(ConvUnit& unit) {
  if (!unit->options().normalizes) return true;
  return unit->bn->running_mean.eq(0).all().item<bool>() && unit->bn->weight.eq(1).all().item<bool>();
}

double unitMisfit(ConvUnit& unit, const torch::Tensor& z) {
  const auto mean = z.mean({0, 2, 3}), variance = z.var({0, 2, 3}, false);
  const double epsilon = unit->bn->options.eps();
  const auto expected = unit->bn->running_var + epsilon;
  const auto shift = (mean - unit->bn->running_mean).square() / expected;
  const auto scale = torch::log((variance + epsilon) / expected).square();
  return torch::nan_to_num(shift + scale, largestTerm).clamp_max(largestTerm).mean().item<double>();
}

/// A convention that isn't known, and what it may be.
struct Unknown {
  const char* name;  ///< as in notes: see isGuessed()
  std::vector<SpecOverrides> choices;
};

template <typename Value>
std::vector<SpecOverrides> choicesOf(std::optional<Value> SpecOverrides::*field, const std::vector<Value>& values) {
  std::vector<SpecOverrides> choices;
  for (const Value& value : values) choices.emplace_back().*field = value;
  return choices;
}

/// What is said in `more` takes precedence.
SpecOverrides combined(SpecOverrides all, const SpecOverrides& more) {
  const auto take = [](auto& target, const auto& source) {
    if (source) target = source;
  };
  take(all.inputSize, more.inputSize);
  take(all.stemStride, more.stemStride);
  take(all.activation, more.activation);
  take(all.padding, more.padding);
  take(all.bnEpsilon, more.bnEpsilon);
  take(all.mean, more.mean);
  take(all.std, more.std);
  take(all.channelOrder, more.channelOrder);
  return all;
}

/// One number, or one per channel, as a network of so many channels needs it.
std::vector<double> fitting(const std::vector<double>& values, int channels) {
  if (channels == int(values.size())) return values;
  double sum = 0;
  for (const double value : values) sum += value;
  return {sum / double(values.size())};
}

/// The usual ones: TensorFlow's, ImageNet's, CIFAR-10's, none at all.
std::vector<SpecOverrides> normalizations(int channels) {
  const std::pair<std::vector<double>, std::vector<double>> usual[]{
      {{0.5, 0.5, 0.5}, {0.5, 0.5, 0.5}},
      {{0.485, 0.456, 0.406}, {0.229, 0.224, 0.225}},
      {{0.4914, 0.4822, 0.4465}, {0.2023, 0.1994, 0.2010}},
      {{0, 0, 0}, {1, 1, 1}}};
  std::vector<SpecOverrides> choices;
  for (const auto& [mean, std] : usual) {
    choices.emplace_back();
    choices.back().mean = fitting(mean, channels);
    choices.back().std = fitting(std, channels);
  }
  return choices;
}

/// The side of the images if all that are looked at are small and of one size; 0 otherwise.
int commonSmallSide(const Dataset& images) {
  int side = 0;
  for (std::int64_t i = 0; i < std::min<std::int64_t>(images.size(), 8); ++i) {
    int shorter = 0;
    try {
      const cv::Mat image = images.image(i);
      shorter = std::min(image.rows, image.cols);
    } catch (const Error&) {
      continue;  // whoever needs the image will tell
    }
    if (shorter > smallImage || (side != 0 && side != shorter)) return 0;
    side = shorter;
  }
  return side;
}

/// A graph's reader words it another way.
bool guessesNormalization(const std::vector<std::string>& notes) {
  return isGuessed(notes, "normalization") || std::any_of(notes.begin(), notes.end(), [](const std::string& note) {
           return note.find("guessed: normalization") != std::string::npos;
         });
}

class ConventionFit {
 public:
  ConventionFit(const std::filesystem::path& path, LoadedModel model, const SpecOverrides& overrides,
                const DatasetPtr& images, const Work& work)
      : path_(path), model_(std::move(model)), settled_(overrides), work_(work) {
    const int side = model_.network->spec().inputSize;
    images_ = imageSample(images, side > 64 ? mostTrialImages / 4 : mostTrialImages, sampleSeed);
  }

  LoadedModel run(SpecOverrides& overrides) {
    const MobileNetSpec before = model_.network->spec();
    misfit_ = first_ = misfitOf(settled_);
    if (std::isnan(misfit_)) return std::move(model_);
    const auto unknowns = unknownConventions();
    for (int round = 0; round < 2; ++round) {
      const double start = misfit_;
      for (const Unknown& unknown : unknowns) tryAll(unknown);
      if (misfit_ == start) break;
    }
    if (unknowns.empty()) return std::move(model_);
    for (const Unknown& unknown : unknowns) settle(unknown);
    overrides = settled_;
    return reloaded(before);
  }

 private:
  /// Geometry and activation go together: each hides how well the other fits.
  std::vector<Unknown> unknownConventions() const {
    const auto& notes = model_.source.notes;
    const MobileNetSpec& spec = model_.network->spec();
    std::vector<Unknown> all;
    const auto add = [&](const char* name, const std::vector<SpecOverrides>& choices) {
      if (isGuessed(notes, name) && choices.size() > 1) all.push_back({name, choices});
    };
    std::vector<int> sizes{spec.inputSize};
    const int side = commonSmallSide(*images_);
    if (side > 0 && std::max(side, 32) != spec.inputSize) sizes.push_back(std::max(side, 32));
    add("input size", choicesOf(&SpecOverrides::inputSize, sizes));
    add("stem stride", choicesOf<int>(&SpecOverrides::stemStride, {1, 2}));
    std::vector<Unknown> joint = all.size() == 2 ? std::vector<Unknown>{product(all[0], all[1])} : all;
    all = std::move(joint);
    add("activation", choicesOf<Activation>(&SpecOverrides::activation, {Activation::ReLU6, Activation::ReLU}));
    if (guessesNormalization(notes)) all.push_back({"normalization", normalizations(spec.inputChannels)});
    if (spec.inputChannels == 3)
      add("channel order",
          choicesOf<ChannelOrder>(&SpecOverrides::channelOrder, {ChannelOrder::RGB, ChannelOrder::BGR}));
    add("padding", choicesOf<Padding>(&SpecOverrides::padding, {Padding::Pad1, Padding::Same}));
    add("batch normalization epsilon", choicesOf<double>(&SpecOverrides::bnEpsilon, {1e-3, 1e-5}));
    return all;
  }

  static Unknown product(const Unknown& one, const Unknown& other) {
    Unknown both{one.name, {}};
    for (const SpecOverrides& a : one.choices)
      for (const SpecOverrides& b : other.choices) both.choices.push_back(combined(a, b));
    return both;
  }

  double misfitOf(const SpecOverrides& overrides) {
    work_.stop.throwIfStopped();
    MobileNetSpec spec = model_.network->spec();
    std::vector<std::string> notes;
    applyOverrides(spec, overrides, notes);
    MobileNet network(spec);
    network->loadState(model_.network->state());
    network->eval();
    return conventionMisfit(network, images_);
  }

  void tryAll(const Unknown& unknown) {
    SpecOverrides best = settled_;
    double least = clearly * misfit_;
    for (const SpecOverrides& choice : unknown.choices) {
      const double misfit = misfitOf(combined(settled_, choice));
      if (!(misfit < least)) continue;
      least = misfit;
      best = combined(settled_, choice);
    }
    if (least == clearly * misfit_) return;
    misfit_ = least;
    settled_ = best;
  }

  /// What was tried is said by the overrides, also where it stays as it was.
  void settle(const Unknown& unknown) {
    const MobileNetSpec& spec = model_.network->spec();
    SpecOverrides now;
    const SpecOverrides& like = unknown.choices.front();
    if (like.inputSize) now.inputSize = spec.inputSize;
    if (like.stemStride) now.stemStride = spec.stemStride;
    if (like.activation) now.activation = spec.activation;
    if (like.padding) now.padding = spec.padding;
    if (like.bnEpsilon) now.bnEpsilon = spec.bnEpsilon;
    if (like.mean) now.mean = spec.normalization.mean;
    if (like.std) now.std = spec.normalization.std;
    if (like.channelOrder) now.channelOrder = spec.normalization.order;
    settled_ = combined(now, settled_);
  }

  /// The model read as it was found to fit; its notes are those of before, where what was changed says so.
  LoadedModel reloaded(const MobileNetSpec& before) {
    LoadedModel model = loadModel(path_, settled_);
    model.specAsRead = model_.specAsRead;
    model.source.notes = model_.source.notes;
    const MobileNetSpec& now = model.network->spec();
    const std::string why = concat(" (tried with ", images_->size(),
                                   " training images: of the usual ones it fits the "
                                   "network's batch statistics best)");
    const auto tell = [&](const std::string& what, bool changed, const std::string& value) {
      if (!changed) return;
      auto& notes = model.source.notes;
      const auto note = std::find_if(notes.begin(), notes.end(),
                                     [&](const std::string& text) { return text.rfind(what + " guessed: ", 0) == 0; });
      if (note != notes.end()) *note = concat(what, " guessed: ", value, why);
    };
    tell("input size", now.inputSize != before.inputSize, concat(now.inputSize));
    tell("stem stride", now.stemStride != before.stemStride, concat(now.stemStride));
    tell("activation", now.activation != before.activation, toString(now.activation));
    tell("padding", now.padding != before.padding, toString(now.padding));
    tell("batch normalization epsilon", now.bnEpsilon != before.bnEpsilon, concat(now.bnEpsilon));
    tell("channel order", now.normalization.order != before.normalization.order, toString(now.normalization.order));
    if (now.normalization.mean != before.normalization.mean || now.normalization.std != before.normalization.std)
      tellNormalization(model.source.notes, now.normalization, why);
    model.source.notes.push_back(concat("the images differ from the network's batch statistics by ", rounded(misfit_),
                                        ", as the conventions have it by ", rounded(first_), " (0: not at all)"));
    if (misfit_ > wellFitting)
      model.source.notes.push_back(
          "doubt guessed: nothing that was tried fits the network's batch statistics well, so that the images may be "
          "of "
          "another kind than those it was trained on");
    return model;
  }

  static void tellNormalization(std::vector<std::string>& notes, const Normalization& found, const std::string& why) {
    notes.erase(
        std::remove_if(notes.begin(), notes.end(), [](const auto& text) { return guessesNormalization({text}); }),
        notes.end());
    notes.push_back("normalization guessed: mean " + numbersText(found.mean) + why);
    notes.push_back("normalization guessed: std " + numbersText(found.std) + why);
  }

  std::filesystem::path path_;
  LoadedModel model_;
  SpecOverrides settled_;
  const Work& work_;
  DatasetPtr images_;
  double misfit_ = 0, first_ = 0;
};

bool hasStatistics(MobileNet& network) {
  return std::any_of(network->units().begin(), network->units().end(), [](ConvUnit& unit) { return !isFolded(unit); });
}

}  // namespace

double conventionMisfit(MobileNet& network, const DatasetPtr& images) {
  torch::NoGradGuard noGrad;
  double sum = 0;
  int units = 0;
  const auto pass = [&](int index, const torch::Tensor& x) {
    ConvUnit& unit = network->unit(index);
    if (isFolded(unit)) return unit->forward(x);
    const torch::Tensor z = unit->convolve(x);
    sum += unitMisfit(unit, z);
    ++units;
    return unit->activate(unit->bn->forward(z));
  };
  walkUnits(network->plan(), 0, int(network->units().size()), inputsOf(images, network->spec()), pass,
            [](int, const torch::Tensor&) {});
  return units == 0 ? std::numeric_limits<double>::quiet_NaN() : sum / units;
}

LoadedModel loadModelFor(const std::filesystem::path& path, SpecOverrides& overrides, const DatasetPtr& images,
                         const Work& work) {
  LoadedModel model = loadModel(path, overrides);
  if (!images || images->size() == 0 || guessesAmong(model.source.notes).empty() || !hasStatistics(model.network))
    return model;
  return ConventionFit(path, std::move(model), overrides, images, work).run(overrides);
}

}  // namespace zipper
