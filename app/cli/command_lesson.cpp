// SPDX-License-Identifier: GPL-3.0-or-later

#include <filesystem>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/interrupt.h"
#include "app/cli/merge_input.h"
#include "app/cli/wrong_usage.h"
#include "core/lesson/lesson_file.h"
#include "core/lesson/lesson_text.h"
#include "core/lesson/make_lesson.h"
#include "core/lesson/unpacked_lesson.h"
#include "core/network/task_names.h"
#include "core/recipe/source_files.h"
#include "core/session/session_file.h"
#include "core/support/compute_threads.h"
#include "core/support/files.h"
#include "core/support/protected_files.h"
#include "core/support/text_format.h"

namespace zipper::cli {

namespace {

constexpr std::size_t largestTextFile = std::size_t(16) << 20;

struct LessonOptions {
  std::string file, title, text, images = "20", out;
  std::vector<std::string> panels;
  bool json = false;
};

ImagesPerClass imagesOf(const LessonOptions& options) {
  if (options.images == "all") return std::nullopt;
  int count = -1;
  const bool isNumber = CLI::detail::lexical_cast(options.images, count);
  if (!isNumber || count < 0)
    refuse("--images: '", options.images, "' found, a number of images of each class or all expected");
  return count;
}

/// Only these panels are open, where they usually stand.
std::vector<PanelPlace> panelsOf(const LessonOptions& options) {
  std::vector<PanelPlace> panels;
  for (const std::string& name : options.panels) {
    PanelPlace panel;
    panel.name = name;
    panels.push_back(panel);
  }
  return panels;
}

std::string imagesText(const LessonImages& images) {
  const auto part = [](const LessonCount& count, const char* what) {
    return count.isPart() ? concat(count.held, " of ", count.all, " ", what) : concat(count.held, " ", what);
  };
  return concat(part(images.train, "training"), ", ", part(images.test, "test"),
                images.validation.all > 0 ? concat(", ", part(images.validation, "validation")) : "");
}

void printImages(const Lesson& lesson) {
  for (std::size_t t = 0; t < lesson.images.size(); ++t)
    printLine(concat("task ", taskName(int(t)), ":  ",
                     lesson.images[t].held() > 0 ? imagesText(lesson.images[t]) + " images" : "no images"));
}

int make(const LessonOptions& options) {
  const StopToken stop = stopOnInterrupt();
  const ImagesPerClass perClass = imagesOf(options);
  Lesson lesson;
  lesson.title = options.title;
  if (!options.text.empty()) lesson.pages = pagesFromText(readUtf8File(options.text, largestTextFile));
  lesson.panels = panelsOf(options);
  const Session session = readSession(options.file);
  std::vector<ProtectedFile> read = sourceFiles(session.recipe);
  read.push_back({"the session", options.file});
  if (!options.text.empty()) read.push_back({"the text", options.text});
  refuseToReplace(options.out, read);
  checkCanWrite(options.out);
  setComputeThreads(session.recipe.threads);
  ProgressLine line;
  Work work{stop, {}, printWarning};
  work.progress = [&line](int done, int total) {
    line.show(concat("packing ", done, "/", total), double(done) / std::max(1, total));
  };
  const Lesson made = makeLesson(options.out, session, lesson, perClass, work);
  line.clear();
  printImages(made);
  for (const LessonLicence& licence : made.licences)
    printLine(concat("task ", taskName(licence.task), ":  with ", licence.name));
  printLine(
      concat("lesson:  ", options.out, ", ", plain(bytesText(std::int64_t(std::filesystem::file_size(options.out))))));
  return 0;
}

void printLessonJson(const Lesson& lesson, const Session& session, std::uintmax_t bytes) {
  Json json{{"title", lesson.title}, {"program", lesson.program}, {"bytes", bytes}};
  json["steps"] = session.steps.size();
  json["pages"] = Json::array();
  for (const LessonPage& page : lesson.pages) json["pages"].push_back(lessonPageJson(page));
  for (std::size_t t = 0; t < lesson.images.size(); ++t)
    json["images"][taskName(int(t))] = {{"train", lessonCountJson(lesson.images[t].train)},
                                        {"validation", lessonCountJson(lesson.images[t].validation)},
                                        {"test", lessonCountJson(lesson.images[t].test)}};
  json["licences"] = Json::array();
  for (const LessonLicence& licence : lesson.licences)
    json["licences"].push_back({{"task", taskName(licence.task)}, {"name", licence.name}, {"text", licence.text}});
  printJson(json, 2);
}

void printText(const std::string& text) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) printLine(line);
}

/// All of it is read: a lesson that is shown can be opened.
int show(const LessonOptions& options) {
  const UnpackedLessonPtr unpacked = unpackLesson(options.file, stopOnInterrupt());
  const Lesson& lesson = unpacked->lesson;
  const Session session = sessionOf(*unpacked);
  const auto bytes = std::filesystem::file_size(options.file);
  if (options.json) return printLessonJson(lesson, session, bytes), 0;
  printLine("title:   " + lesson.title);
  std::string tasks;
  for (const std::string& name : namesOf(session.recipe.sources)) tasks += (tasks.empty() ? "" : ", ") + name;
  printLine(concat("tasks:   ", tasks));
  printLine(concat("steps:   ", session.steps.size()));
  printImages(lesson);
  for (const LessonLicence& licence : lesson.licences)
    printLine(concat("task ", taskName(licence.task), ":  with ", licence.name));
  printLine(concat("file:    ", plain(bytesText(std::int64_t(bytes))), ", written by version ", lesson.program));
  if (!lesson.pages.empty()) printLine();
  printText(pagesToText(lesson.pages));
  return 0;
}

int unpack(const LessonOptions& options) {
  const UnpackedLessonPtr unpacked = unpackLesson(options.file, stopOnInterrupt());
  const Session session = sessionOf(*unpacked);
  refuseToReplace(options.out, {{"the lesson", options.file}});
  checkCanWrite(options.out);
  const Session kept = withImagesBeside(session, *unpacked, options.out);
  saveSession(options.out, kept);
  printLine("session: " + options.out);
  std::string folder;
  for (const TaskSource& source : kept.recipe.sources)
    if (!source.data.empty()) folder = std::filesystem::path(source.data).parent_path().string();
  if (!folder.empty()) printLine("images:  " + folder);
  return 0;
}

void addMake(CLI::App& lesson, Run& run) {
  auto options = std::make_shared<LessonOptions>();
  CLI::App* command = lesson.add_subcommand("make", "Write a session, texts and images into one lesson file");
  command->footer(
      "Texts: a line that begins with \"# \" begins a page and is its title; directly below it, \"@step 3\" says "
      "which\n"
      "step of the session the page shows (0: the networks before the first), and \"@panel changes\" which panel.\n"
      "Example:\n  zipper lesson make merged.zipper --title \"Merging two networks\" --text lesson.txt --images 20 \\\n"
      "    --out merging.zipperlesson");
  command->add_option("SESSION", options->file, "The session")->required();
  command->add_option("--title", options->title, "What the lesson is called")->required();
  command->add_option("--text", options->text, "A text file with the pages of the lesson");
  command
      ->add_option("--images", options->images,
                   "Images of each class to take along, of training, validation and test images each at most; all or 0")
      ->type_name("all|NUMBER")
      ->capture_default_str();
  std::string names;
  for (const std::string& name : lessonPanels()) names += (names.empty() ? "" : ", ") + name;
  command
      ->add_option(
          "--panels", options->panels,
          concat("The panels that are open, separated by commas: ", names, "; if not given, the window stays as it is"))
      ->delimiter(',')
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->check(CLI::IsMember(lessonPanels()).description(""))
      ->type_name("NAMES");
  command->add_option("--out", options->out, "The lesson file to write (.zipperlesson)")->required();
  command->callback([options, &run] { run = [options] { return make(*options); }; });
}

}  // namespace

void addLesson(CLI::App& app, Run& run) {
  CLI::App* lesson = app.add_subcommand("lesson", "Make lesson files, show what is in one, or go on with its session");
  lesson->require_subcommand(1);
  lesson->footer(
      "Example:\n  zipper lesson make merged.zipper --title \"Merging\" --text lesson.txt --out merging.zipperlesson\n"
      "  zipper lesson show merging.zipperlesson");
  addMake(*lesson, run);
  auto options = std::make_shared<LessonOptions>();
  CLI::App* shown = lesson->add_subcommand("show", "Check a lesson file and print its texts and what is in it");
  shown->footer("Example:\n  zipper lesson show merging.zipperlesson --json");
  shown->add_option("LESSON", options->file, "The lesson file")->required();
  shown->add_flag("--json", options->json, "Print JSON");
  shown->callback([options, &run] { run = [options] { return show(*options); }; });
  CLI::App* unpacked = lesson->add_subcommand("unpack", "Write the session of a lesson, and its images beside it");
  unpacked->footer(
      "Example:\n  zipper lesson unpack merging.zipperlesson --out merging.zipper\n  zipper resume merging.zipper");
  unpacked->add_option("LESSON", options->file, "The lesson file")->required();
  unpacked->add_option("--out", options->out, "The session file to write; images go into NAME-images beside it")
      ->required();
  unpacked->callback([options, &run] { run = [options] { return unpack(*options); }; });
}

}  // namespace zipper::cli
