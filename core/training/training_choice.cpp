// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/training_choice.h"

#include "core/support/error.h"
#include "core/support/shell_word.h"
#include "core/support/text_format.h"

namespace zipper {

namespace {

/// Adds options to a command, those that aren't as usual.
class CommandText {
 public:
  explicit CommandText(std::string program) : text_(std::move(program)) {}

  void add(const char* option, const std::string& value) { text_ += concat(" ", option, " ", shellWord(value)); }
  void flag(const char* option, bool given) {
    if (given) text_ += concat(" ", option);
  }
  template <typename Number>
  void number(const char* option, Number value, Number usual) {
    if (value != usual) text_ += concat(" ", option, " ", text(value));
  }
  template <typename Number>
  void number(const char* option, const std::optional<Number>& value) {
    if (value) text_ += concat(" ", option, " ", text(*value));
  }
  const std::string& whole() const { return text_; }

 private:
  static std::string text(double value) { return shortestNumber(value); }
  template <typename Whole>
  static std::string text(Whole value) {
    return std::to_string(value);
  }

  std::string text_;
};

void addStart(CommandText& command, const TrainingStart& start) {
  if (!start.from.empty()) command.add("--from", start.from);
  command.flag("--keep-head", start.keepsHead);
  if (start.architecture && *start.architecture != Architecture::MobileNetV1)
    command.add("--architecture", toString(*start.architecture));
  if (start.from.empty()) command.number("--width", start.width, TrainingStart().width);
  command.flag("--minimalistic", start.minimalistic);
  const SpecOverrides& said = start.overrides;
  command.number("--input-size", said.inputSize);
  command.number("--stem-stride", said.stemStride);
  if (said.activation) command.add("--activation", toString(*said.activation));
  if (said.padding) command.add("--padding", toString(*said.padding));
  command.number("--bn-epsilon", said.bnEpsilon);
  command.number("--class-offset", said.classOffset);
  if (said.mean) command.add("--mean", numbersText(*said.mean));
  if (said.std) command.add("--std", numbersText(*said.std));
  if (said.channelOrder) command.add("--channel-order", toString(*said.channelOrder));
  command.flag("--ema", said.useEma);
  if (!said.part.empty()) command.add("--part", said.part);
}

}  // namespace

std::string trainingCommand(const TrainingChoice& choice) {
  const TrainingChoice usual;
  CommandText command("zipper train");
  command.add("--data", choice.data);
  addStart(command, choice.start);
  command.flag("--head-only", choice.headOnly);
  command.number("--epochs", choice.epochs, usual.epochs);
  command.number("--batch", choice.batchSize, usual.batchSize);
  command.number("--lr", choice.learningRate, usual.learningRate);
  command.number("--weight-decay", choice.weightDecay, usual.weightDecay);
  command.number("--label-smoothing", choice.labelSmoothing, usual.labelSmoothing);
  command.number("--validation-share", choice.validationShare, usual.validationShare);
  command.flag("--no-augment", !choice.augments);
  if (choice.augments) {
    command.flag("--flip", choice.flip);
    command.number("--min-scale", choice.minimumScale, usual.minimumScale);
    command.number("--colour", choice.colour, usual.colour);
  }
  if (choice.images.alpha != usual.images.alpha) command.add("--alpha", toString(choice.images.alpha));
  if (choice.images.exif != usual.images.exif) command.add("--exif", toString(choice.images.exif));
  command.number("--seed", choice.seed, usual.seed);
  command.number("--threads", choice.threads, usual.threads);
  if (choice.device.isCard()) command.add("--device", toString(choice.device));
  command.add("--out", choice.out.empty() ? "NEW.safetensors" : choice.out);
  return command.whole();
}

}  // namespace zipper
