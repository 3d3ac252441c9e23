// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/split_names.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/support/lower_case.h"

namespace zipper {

namespace {

struct Word {
  const char* text;
  Split split;
};

constexpr Word splitWords[] = {
    {"train", Split::Train},
    {"training", Split::Train},
    {"trn", Split::Train},
    {"val", Split::Validation},
    {"valid", Split::Validation},
    {"validation", Split::Validation},
    {"validate", Split::Validation},
    {"validating", Split::Validation},
    {"dev", Split::Validation},
    {"development", Split::Validation},
    {"eval", Split::Validation},
    {"evaluation", Split::Validation},
    {"test", Split::Test},
    {"testing", Split::Test},
    {"tst", Split::Test},
};

/// What may stand beside such a word without changing what the folder is.
constexpr const char* fillers[] = {"set",  "sets",   "data", "dataset", "images", "image",
                                   "imgs", "folder", "img",  "split",   "subset", "samples"};

bool isFiller(const std::string& word) {
  return std::any_of(std::begin(fillers), std::end(fillers), [&](const char* filler) { return word == filler; });
}

std::optional<Split> splitOfWord(const std::string& word) {
  for (const Word& known : splitWords) {
    const std::string text = known.text;
    if (word == text || (word.compare(0, text.size(), text) == 0 && isFiller(word.substr(text.size()))))
      return known.split;
  }
  return std::nullopt;
}

/// Runs of letters and digits, in lower case.
std::vector<std::string> wordsOf(const std::string& name) {
  std::vector<std::string> words;
  bool inside = false;
  for (const char c : asciiLowerCase(name)) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (letter && !inside) words.emplace_back();
    if (letter) words.back() += c;
    inside = letter;
  }
  return words;
}

/// The words that say nothing of a split.
std::string withoutSplit(const std::string& name) {
  std::string rest;
  for (const std::string& word : wordsOf(name))
    if (!isFiller(word) && !splitOfWord(word)) rest += word + ' ';
  return rest;
}

}  // namespace

std::optional<Split> splitOfFolder(const std::string& name) {
  std::optional<Split> split;
  for (const std::string& word : wordsOf(name)) {
    if (isFiller(word)) continue;
    if (split) return std::nullopt;
    split = splitOfWord(word);
    if (!split) return std::nullopt;
  }
  return split;
}

std::vector<std::optional<Split>> splitsOfFolders(const std::vector<std::string>& names) {
  std::vector<std::optional<Split>> splits;
  std::map<std::string, std::set<Split>> alike;  // by what else the names say
  for (const std::string& name : names) {
    splits.push_back(splitOfFolder(name));
    if (const auto split = splitOfList(name)) alike[withoutSplit(name)].insert(*split);
  }
  // Beside plain names, others are other things: train/, test/, train_masks/, test_masks/.
  const bool plain = std::any_of(splits.begin(), splits.end(), [](const auto& split) { return split.has_value(); });
  const auto groups = std::count_if(alike.begin(), alike.end(), [](const auto& one) { return one.second.size() > 1; });
  if (plain || groups != 1) return splits;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto split = splitOfList(names[i]);
    if (split && alike[withoutSplit(names[i])].size() > 1) splits[i] = split;
  }
  return splits;
}

std::optional<Split> splitOfList(const std::string& stem) {
  std::optional<Split> split;
  for (const std::string& word : wordsOf(stem)) {
    const std::optional<Split> found = splitOfWord(word);
    if (found && split && *found != *split) return std::nullopt;
    if (found) split = found;
  }
  return split;
}

}  // namespace zipper
