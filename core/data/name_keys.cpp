// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/name_keys.h"

#include <algorithm>
#include <cctype>
#include <functional>
#include <map>
#include <set>

namespace zipper {

namespace {

using Keys = std::vector<std::string>;
using KeysOf = std::function<Keys(const std::string&)>;

constexpr std::size_t synsetLength = 9;  ///< "n02123045"

/// Letters and digits only, ASCII ones in lower case; bytes beyond ASCII stay.
std::string plain(const std::string& name) {
  std::string key;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalnum(byte) != 0) key += byte < 0x80 ? char(std::tolower(byte)) : c;
  }
  return key;
}

bool beginsWithSynset(const std::string& name) {
  return name.size() >= synsetLength && name[0] == 'n' &&
         std::all_of(name.begin() + 1, name.begin() + synsetLength, [](char c) { return c >= '0' && c <= '9'; });
}

/// The synset, and each of the names between commas.
Keys parts(const std::string& name) {
  Keys keys;
  std::string rest = name;
  if (beginsWithSynset(name)) {
    keys.push_back(name.substr(0, synsetLength));
    rest = name.substr(synsetLength);
  }
  for (std::size_t at = 0, end = 0; end != std::string::npos; at = end + 1) {
    end = rest.find(',', at);
    const std::string key = plain(rest.substr(at, end == std::string::npos ? end : end - at));
    if (!key.empty()) keys.push_back(key);
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

/// Which of the names that are still free have a key.
std::map<std::string, std::set<int>> freeByKey(const std::vector<std::string>& names, const std::vector<bool>& taken,
                                               const KeysOf& keysOf) {
  std::map<std::string, std::set<int>> found;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (!taken[i])
      for (const std::string& key : keysOf(names[i]))
        if (!key.empty()) found[key].insert(int(i));
  return found;
}

/// One round: pairs what is free on both sides and has a key that only one on each side has.
void matchRound(const std::vector<std::string>& wanted, const std::vector<std::string>& known, const KeysOf& keysOf,
                std::vector<int>& result) {
  std::vector<bool> done(wanted.size()), taken(known.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (result[i] < 0) continue;
    done[i] = true;
    taken[std::size_t(result[i])] = true;
  }
  const auto theirs = freeByKey(known, taken, keysOf), ours = freeByKey(wanted, done, keysOf);
  for (const auto& [key, indices] : ours) {
    const auto found = theirs.find(key);
    if (indices.size() != 1 || found == theirs.end() || found->second.size() != 1) continue;
    const int own = *indices.begin(), other = *found->second.begin();
    if (result[std::size_t(own)] >= 0 || taken[std::size_t(other)]) continue;
    result[std::size_t(own)] = other;
    taken[std::size_t(other)] = true;
  }
}

}  // namespace

std::vector<int> matchNames(const std::vector<std::string>& wanted, const std::vector<std::string>& known) {
  std::vector<int> result(wanted.size(), -1);
  matchRound(
      wanted, known, [](const std::string& name) { return Keys{name}; }, result);
  matchRound(
      wanted, known, [](const std::string& name) { return Keys{plain(name)}; }, result);
  matchRound(wanted, known, parts, result);
  return result;
}

int indexOfName(const std::string& name, const std::vector<std::string>& names) {
  const auto exact = std::find(names.begin(), names.end(), name);
  if (exact != names.end()) return int(exact - names.begin());
  return matchNames({name}, names).front();
}

}  // namespace zipper
