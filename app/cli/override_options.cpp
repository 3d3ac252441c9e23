// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/override_options.h"

#include "app/cli/wrong_usage.h"
#include "core/models/spec_overrides_json.h"
#include "core/support/error.h"

namespace zipper::cli {

SpecOverrides OverrideOptions::parsed() const {
  std::vector<std::string> entries;
  const auto add = [&](const char* key, const std::optional<std::string>& text) {
    if (text) entries.push_back(concat(key, "=", *text));
  };
  add("activation", activation);
  add("padding", padding);
  add("channel_order", channelOrder);
  add("mean", mean);
  add("std", std);
  try {
    Json all = toJson(plain);
    all.update(overridesFromTexts(entries, "options"));
    return overridesFromJson(all, "options");
  } catch (const Error& error) {
    refuse(error.what());
  }
}

void addOverrides(CLI::App& command, OverrideOptions& options) {
  SpecOverrides& overrides = options.plain;
  const char* group = "What the file doesn't tell, or tells wrong";
  command.add_option("--input-size", overrides.inputSize, "Height and width of the input")->group(group);
  command.add_option("--stem-stride", overrides.stemStride, "1 or 2")->type_name("INT:{1,2}")->group(group);
  command.add_option("--activation", options.activation, "relu or relu6")->type_name("TEXT:{relu,relu6}")->group(group);
  command.add_option("--padding", options.padding, "pad-1 or same (TensorFlow)")
      ->type_name("TEXT:{pad-1,same}")
      ->group(group);
  command.add_option("--bn-epsilon", overrides.bnEpsilon, "Epsilon of batch normalization")->group(group);
  command.add_option("--class-offset", overrides.classOffset, "Number of the first output that is a class of the data")
      ->group(group);
  command
      .add_option("--mean", options.mean,
                  "Subtracted from pixels in [0,1]: one number, or one per channel (0.485,0.456,0.406)")
      ->type_name("NUMBERS")
      ->group(group);
  command.add_option("--std", options.std, "By which they are divided then: one number, or one per channel")
      ->type_name("NUMBERS")
      ->group(group);
  command.add_option("--channel-order", options.channelOrder, "rgb or bgr")->type_name("TEXT:{rgb,bgr}")->group(group);
  command.add_flag("--ema", overrides.useEma, "The moving averages of the weights in a checkpoint")->group(group);
  command.add_option("--part", overrides.part, "Which of several networks: what its names begin with, or its task")
      ->type_name("NAME")
      ->group(group);
}

}  // namespace zipper::cli
