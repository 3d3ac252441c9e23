// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lesson/lesson_names.h"

#include <algorithm>
#include <sstream>
#include <vector>

#include "core/network/task_names.h"

namespace zipper {

namespace {

constexpr std::size_t longestName = 80;

bool isPlain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
}

bool isFileName(const std::string& name) {
  return !name.empty() && name.size() <= longestName && name.front() != '.' &&
         std::all_of(name.begin(), name.end(), isPlain);
}

std::vector<std::string> partsOf(const std::string& name) {
  std::vector<std::string> parts(1);
  for (const char c : name)
    if (c == '/')
      parts.emplace_back();
    else
      parts.back() += c;
  return parts;
}

int taskOf(const std::string& letter) {
  return letter.size() == 1 && letter[0] >= 'a' && letter[0] <= 'z' ? letter[0] - 'a' : -1;
}

}  // namespace

std::string lessonDataFolder(int task) { return "data/" + taskName(task); }

std::string lessonLicenceFolder(int task) { return "licences/" + taskName(task); }

std::string lessonFileName(const std::string& name) {
  std::string plain = name.size() > longestName ? name.substr(name.size() - longestName) : name;
  std::replace_if(
      plain.begin(), plain.end(), [](char c) { return !isPlain(c); }, '_');
  if (plain.empty()) return "_";
  if (plain.front() == '.') plain.front() = '_';
  return plain;
}

bool isLessonEntry(const std::string& name) {
  if (name == lessonSessionEntry) return true;
  const std::vector<std::string> parts = partsOf(name);
  if (parts.size() < 3 || taskOf(parts[1]) < 0) return false;
  if (parts[0] == "licences") return parts.size() == 3 && isFileName(parts[2]);
  if (parts[0] != "data") return false;
  if (parts.size() == 3) return parts[2] == "images.csv" || parts[2] == "classes.txt";
  return parts.size() == 4 && parts[2] == "images" && isFileName(parts[3]);
}

int taskOfLicence(const std::string& name) {
  const std::vector<std::string> parts = partsOf(name);
  return parts.size() == 3 && parts[0] == "licences" ? taskOf(parts[1]) : -1;
}

}  // namespace zipper
