// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lesson/lesson_json.h"

#include <limits>
#include <set>

#include "core/lesson/lesson_names.h"
#include "core/network/task_names.h"
#include "core/support/json_reader.h"
#include "core/support/version.h"

namespace zipper {

Json lessonCountJson(const LessonCount& count) { return {{"held", count.held}, {"all", count.all}}; }

Json lessonPageJson(const LessonPage& page) {
  Json json{{"title", page.title}, {"text", page.text}};
  if (page.step) json["step"] = *page.step + 1;
  if (!page.panel.empty()) json["panel"] = page.panel;
  return json;
}

namespace {

constexpr std::size_t largestLessonJson = std::size_t(32) << 20;

Json panelToJson(const PanelPlace& panel) {
  Json json{{"name", panel.name}};
  if (!panel.area.empty()) json["area"] = panel.area;
  json["group"] = panel.group;
  json["front"] = panel.front;
  json["share"] = panel.share;
  json["depth"] = panel.depth;
  return json;
}

LessonPage pageFromJson(const Json& json, const std::string& where) {
  LessonPage page;
  JsonReader reader(json, where);
  reader.read("title", page.title);
  reader.read("text", page.text);
  reader.read("panel", page.panel);
  int step = 0;
  reader.read("step", step);
  if (step < 0 || step == std::numeric_limits<int>::max()) fail(where, ": there is no step ", step);
  if (json.contains("step")) page.step = step - 1;
  reader.finish();
  return page;
}

PanelPlace panelFromJson(const Json& json) {
  PanelPlace panel;
  JsonReader reader(json, "a panel of the lesson");
  reader.require("name", panel.name);
  reader.read("area", panel.area);
  reader.read("group", panel.group);
  reader.read("front", panel.front);
  reader.read("share", panel.share);
  reader.read("depth", panel.depth);
  reader.finish();
  return panel;
}

LessonCount countFromJson(const Json& json) {
  LessonCount count;
  JsonReader reader(json, "images of the lesson");
  reader.require("held", count.held);
  reader.require("all", count.all);
  reader.finish();
  if (count.held < 0 || count.all < count.held)
    fail("images of the lesson: ", count.held, " of ", count.all, " found, a part of them expected");
  return count;
}

LessonImages imagesFromJson(const Json& json) {
  LessonImages images;
  JsonReader reader(json, "images of the lesson");
  images.train = countFromJson(reader.need("train"));
  images.validation = countFromJson(reader.need("validation"));
  images.test = countFromJson(reader.need("test"));
  reader.finish();
  return images;
}

bool isSha256(const std::string& text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

LessonEntry entryFromJson(const Json& json) {
  LessonEntry entry;
  JsonReader reader(json, "a file of the lesson");
  reader.require("name", entry.name);
  reader.require("bytes", entry.bytes);
  reader.require("sha256", entry.sha256);
  reader.finish();
  if (!isLessonEntry(entry.name))
    fail("a file of the lesson is called \"", printable(entry.name, 200), "\", which none can be");
  if (!isSha256(entry.sha256))
    fail("the checksum of ", entry.name, " is \"", printable(entry.sha256, 80), "\", which is no SHA-256");
  return entry;
}

void checkFormat(int format) {
  if (format < 1) fail("format ", format, " found, 1 or more expected");
  if (format > lessonFormat)
    fail("it was made by a newer version of the program (format ", format, ", up to ", lessonFormat,
         " is read); install a newer one");
}

}  // namespace

std::string lessonToJson(const Lesson& lesson, const std::vector<LessonEntry>& entries) {
  Json json{{"format", lessonFormat}, {"program", version}, {"title", lesson.title}};
  json["pages"] = Json::array();
  for (const LessonPage& page : lesson.pages) json["pages"].push_back(lessonPageJson(page));
  json["panels"] = Json::array();
  for (const PanelPlace& panel : lesson.panels) json["panels"].push_back(panelToJson(panel));
  json["images"] = Json::array();
  for (const LessonImages& images : lesson.images)
    json["images"].push_back({{"train", lessonCountJson(images.train)},
                              {"validation", lessonCountJson(images.validation)},
                              {"test", lessonCountJson(images.test)}});
  json["files"] = Json::array();
  for (const LessonEntry& entry : entries)
    json["files"].push_back({{"name", entry.name}, {"bytes", entry.bytes}, {"sha256", entry.sha256}});
  return dumpJson(json, 1);
}

LessonDescription lessonFromJson(const std::string& text) {
  const Json json = parseShallow(text, 6, "the description of the lesson", largestLessonJson);
  LessonDescription found;
  Lesson& lesson = found.lesson;
  JsonReader reader(json, "the description of the lesson");
  int format = 0;
  reader.require("format", format);
  checkFormat(format);  // before keys that only a newer version knows
  reader.read("program", lesson.program);
  reader.require("title", lesson.title);
  for (const Json& page : reader.needArray("pages"))
    lesson.pages.push_back(pageFromJson(page, concat("page ", lesson.pages.size() + 1, " of the lesson")));
  for (const Json& panel : reader.needArray("panels")) lesson.panels.push_back(panelFromJson(panel));
  for (const Json& images : reader.needArray("images")) lesson.images.push_back(imagesFromJson(images));
  std::set<std::string> names;
  for (const Json& entry : reader.needArray("files")) {
    found.entries.push_back(entryFromJson(entry));
    if (!names.insert(found.entries.back().name).second)
      fail("the file ", found.entries.back().name, " is named twice");
  }
  reader.finish();
  if (lesson.images.size() > std::size_t(mostTasks)) fail("images of ", lesson.images.size(), " tasks are described");
  checkLesson(lesson, std::size_t(std::numeric_limits<int>::max()));
  return found;
}

}  // namespace zipper
