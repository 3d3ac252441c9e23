// SPDX-License-Identifier: GPL-3.0-or-later

#include <optional>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/data_options.h"
#include "app/cli/device_option.h"
#include "app/cli/interrupt.h"
#include "app/cli/merge_input.h"
#include "app/cli/override_options.h"
#include "app/cli/task_options.h"
#include "app/cli/threads_option.h"
#include "app/cli/wrong_usage.h"
#include "core/analysis/answer_pass.h"
#include "core/analysis/network_answers.h"
#include "core/analysis/task_changes.h"
#include "core/analysis/task_values.h"
#include "core/data/dataset.h"
#include "core/models/guesses.h"
#include "core/network/merged_network.h"
#include "core/network/task_names.h"
#include "core/recipe/source_files.h"
#include "core/report/changes_csv.h"
#include "core/report/changes_json.h"
#include "core/report/changes_text.h"
#include "core/session/run_tree.h"
#include "core/session/session_file.h"
#include "core/session/session_network.h"
#include "core/support/compute_threads.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/json_reader.h"
#include "core/support/kept_elsewhere.h"
#include "core/support/printable.h"
#include "core/support/text_format.h"
#include "core/training/evaluation.h"
#include "core/training/label_agreement.h"
#include "core/training/network_device.h"
#include "core/zippering/convention_fit.h"
#include "core/zippering/task_classes.h"

namespace zipper::cli {

namespace {

struct EvalOptions {
  std::string model, data, task, classes, split = "test", confusion, errors;
  int threads = 0;
  bool json = false, agreement = false;
  ComputeDevice device;
  OverrideOptions overrides;
  DataOptions images;
};

int taskOf(const Session& session, const EvalOptions& options) {
  if (options.task.empty())
    refuse("--task is needed for a session: which task's path is to be evaluated, a to ",
           taskName(session.taskCount() - 1), "?");
  return taskNumber(options.task, session.taskCount());
}

/// What is evaluated, with all that was guessed and settled about it.
struct Subject {
  MobileNet network{nullptr};
  ModelSource source;
  TaskData data;  ///< `test` is the split that was asked for; labels are those of the network
  TaskClasses classes;
  std::optional<Session> session;  ///< whose task it is; nothing for a model by itself
  int task = 0;
};

/// `images`: how the files were read before, where that is known. What is compared with a teacher needs no labels.
TaskData openData(const EvalOptions& options, const std::string& folder, const ImageReading& images) {
  OpenOptions open;
  open.images = options.images.over(images);
  open.labels = !options.agreement;
  TaskData data;
  data.train = openDataset(folder, open);
  open.split = splitFromString(options.split);
  data.test = open.split == Split::Train ? data.train : openDataset(folder, open);
  tellNotes(folder, {data.test});
  return data;
}

Subject openModel(const EvalOptions& options) {
  if (options.data.empty()) fail("--data is needed: the folder with the images");
  Subject subject;
  SpecOverrides overrides = options.overrides.parsed();
  subject.data = openData(options, options.data, {});
  LoadedModel model = loadModelFor(options.model, overrides, subject.data.train, {stopOnInterrupt()});
  subject.network = model.network;
  subject.source = model.source;
  TaskSource source;
  subject.classes = settleClasses(source, subject.network->spec(), subject.data, options.classes);
  tellGuesses(subject.source, "--input-size, --stem-stride, --activation and the like say otherwise, see --help");
  return subject;
}

/// The images of a session's task are known to it.
TaskData openTaskOf(const Session& session, int task, const EvalOptions& options) {
  const TaskSource& source = session.recipe.sources.at(std::size_t(task));
  if (!options.data.empty()) return openData(options, options.data, source.images);
  if (source.data.empty()) fail("task ", taskName(task), " has no images; give it some: --data FOLDER");
  try {
    return openData(options, source.data, source.images);
  } catch (const Error& error) {
    fail("task ", taskName(task), ": ", error.what(), "; if the images are somewhere else, say where: --data FOLDER");
  }
}

Subject openSessionTask(const EvalOptions& options) {
  if (!isEmpty(options.overrides.parsed()))
    fail(options.model, ": is a session; how its networks are read was settled when it was made");
  Session session = readSession(options.model);
  const int task = taskOf(session, options);
  Subject subject;
  subject.data = openTaskOf(session, task, options);
  subject.network = taskNetworkAt(session, session.current, task);
  subject.source = session.teachers[std::size_t(task)].source;
  subject.classes = settleClasses(session.recipe.sources.at(std::size_t(task)), subject.network->spec(), subject.data,
                                  options.classes);
  tellGuesses(subject.source, "how the session's networks are read was settled when it was made");
  subject.session = std::move(session);
  subject.task = task;
  return subject;
}

/// Of a network by itself: each class that some image has, and how often it is recognized.
Json classesJson(const TaskAnswers& answers, const TaskChanges& changes) {
  Json json = Json::array();
  for (const ClassChange& one : changes.classes)
    json.push_back({{"class", one.label},
                    {"name", answers.classNames.at(std::size_t(one.label))},
                    {"images", one.merged.images},
                    {"top1", one.merged.share}});
  return json;
}

/// Of a network by itself, which both columns are of.
Json ownConfusionJson(const Confusion& confusion) {
  Json json = Json::array();
  for (const ConfusionCell& cell : confusion.cells)
    json.push_back({{"label", cell.label}, {"answer", cell.answer}, {"images", cell.merged}});
  return json;
}

Json scoreJson(const Subject& subject, const TaskAnswers& answers, const TaskChanges& changes) {
  const Score& score = answers.mergedScore;
  Json json{{"images", score.images}, {"top1", score.top1}, {"top5", score.top5}, {"loss", score.loss}};
  json["top1_low"] = changes.merged.low;
  json["top1_high"] = changes.merged.high;
  json["classes_by"] = toString(subject.classes.matching.basis);
  if (subject.classes.testLeftOut > 0) json["images_left_out"] = subject.classes.testLeftOut;
  if (!subject.classes.notice.empty()) json["classes_doubt"] = subject.classes.notice;
  json["guessed"] = guessesAmong(subject.source.notes);
  if (subject.session) {
    const int run = currentRun(*subject.session);
    const std::string& name = noteOf(*subject.session, run).name;
    if (!name.empty()) json["run"] = {{"number", run + 1}, {"name", name}};
  }
  if (subject.session)
    json["changes"] = changesJson(answers, changes);
  else
    json["classes"] = classesJson(answers, changes);
  json["confusion"] = subject.session ? confusionJson(changes.confusion) : ownConfusionJson(changes.confusion);
  return json;
}

void printScore(const Subject& subject, const TaskAnswers& answers, const TaskChanges& changes) {
  if (subject.session)
    if (const int run = currentRun(*subject.session); !noteOf(*subject.session, run).name.empty())
      printLine(wholePrintable(titleOfRun(*subject.session, run)));
  const Score& score = answers.mergedScore;
  printLine(concat("top-1 ", plain(percentText(score.top1)), ", top-5 ", plain(percentText(score.top5)), ", loss ",
                   score.loss, " (", counted(score.images, "image", "images"), ")"));
  for (const std::string& line : subject.session ? changesLines(answers, changes) : accuracyLines(answers, changes))
    printLine(plain(line));
}

/// A variable of a shell that isn't set is no name.
CLI::Validator namesAFile() {
  return CLI::Validator(
      [](const std::string& name) {
        return name.empty() ? std::string("the name of a file was expected") : std::string();
      },
      "");
}

/// Before the work: what is to be written can be, and is nothing that was read.
void prepareFiles(const EvalOptions& options, const Subject& subject) {
  std::vector<ProtectedFile> sources;
  if (subject.session) sources = sourceFiles(subject.session->recipe);
  sources.push_back({subject.session ? "the session itself" : "the network", options.model});
  if (!options.data.empty()) sources.push_back({"the data", options.data});
  if (!options.classes.empty()) sources.push_back({"the file of classes", options.classes});
  for (const std::string& out : {options.confusion, options.errors}) {
    if (out.empty()) continue;
    refuseToReplace(out, sources);
    checkCanWrite(out);
  }
}

void writeFiles(const EvalOptions& options, const Subject& subject, const TaskAnswers& answers,
                const Confusion& confusion) {
  const AnswerTable table = subject.session ? AnswerTable::Compared : AnswerTable::OneNetwork;
  if (!options.confusion.empty())
    writeOrKeep(options.confusion, "the table of confusions",
                [&](const auto& place) { writeFileAtomically(place, confusionCsv(answers, confusion, table)); });
  if (!options.errors.empty())
    writeOrKeep(options.errors, "the list of images", [&](const auto& place) {
      writeFileAtomically(place, wrongImagesCsv(answers, *subject.data.test, table));
    });
}

/// A network by itself stands for both of the answers.
TaskAnswers answersFor(const Subject& subject, const ComputeDevice& device, const Work& work) {
  const DatasetPtr& images = subject.data.test;
  if (subject.session)
    return taskAnswers(*subject.session, subject.session->current, subject.task, images, work, device);
  const NetworkAnswers own = answersOf(device, {subject.network}, images, work).front();
  TaskAnswers answers;
  answers.classNames = namesOfOutputs(subject.network->spec(), *images);
  answers.images = sideBySide(own, own);
  answers.teacherScore = answers.mergedScore = own.score;
  answers.unreadable = own.unreadable;
  return answers;
}

/// Of a task's path through the merged network with the network that it was merged from.
int compareWithTeacher(const EvalOptions& options) {
  setComputeThreads(options.threads);
  if (std::filesystem::exists(options.model) && !isSessionFile(options.model))
    refuse("--agreement: ", options.model, " is no session; it compares a merged network with those it was made of");
  const Session session = readSession(options.model);
  const int task = taskOf(session, options);
  const DatasetPtr images = openTaskOf(session, task, options).test;
  MergedNetwork network = networkAt(session, session.current);
  MobileNet teacher = teacherNetwork(session.teachers[std::size_t(task)]);
  if (!teacher->head) fail("task ", taskName(task), " has no head, and so no answers that could agree");
  ProgressLine line;
  Work work{stopOnInterrupt(), {}, printWarning};
  work.progress = [&](int done, int total) { line.show(concat("comparing ", done, "/", total), double(done) / total); };
  const LabelAgreement found =
      agreementOn(foldedOn(options.device, teacher), foldedOn(options.device, network.task(task)), images, work);
  line.clear();
  if (options.json) {
    printJson(Json{{"images", found.images},
                   {"agreement", found.same},
                   {"confident_images", found.confidentImages},
                   {"confident_agreement", found.confident}});
    return 0;
  }
  printLine(concat("the same class as its teacher on ", plain(percentText(found.same)), " of ",
                   counted(found.images, "image", "images"), ", on ", plain(percentText(found.confident)), " of the ",
                   found.confidentImages, " that the teacher is sure of (0.5 or more)"));
  return 0;
}

int evaluateModel(const EvalOptions& options) {
  if (!options.confusion.empty() &&
      std::filesystem::weakly_canonical(options.confusion) == std::filesystem::weakly_canonical(options.errors))
    refuse("--confusion and --errors: both name ", options.errors, "; give each a file of its own");
  const bool isSession = isSessionFile(options.model);
  if (!isSession && !options.task.empty() && std::filesystem::exists(options.model))
    refuse("--task: ", options.model,
           " is no session but one network, which has no tasks to choose among; leave it out");
  setComputeThreads(options.threads);
  Subject subject = isSession ? openSessionTask(options) : openModel(options);
  MobileNet network = subject.network;
  if (!network->head)
    fail(options.model,
         ": has no head, so there is nothing to classify with; choose a file of the whole network, or "
         "train a head: zipper train --from ",
         options.model, " --data FOLDER --out NEW.safetensors");
  prepareFiles(options, subject);
  if (!subject.classes.notice.empty()) printWarning(subject.classes.notice);
  if (!subject.classes.matching.scorable) throw Error(subject.classes.matching.problem);
  const DatasetPtr data = subject.data.test;
  const std::string doubt = doubtAboutClasses(network->spec(), *data);
  if (!doubt.empty()) printWarning(doubt);
  ProgressLine line;
  Work work{stopOnInterrupt(), {}, printWarning};
  work.progress = [&](int done, int total) {
    line.show(concat("evaluating ", done, "/", total), double(done) / total);
  };
  const TaskAnswers answers = answersFor(subject, options.device, work);
  line.clear();
  const TaskChanges changes = changesIn(answers);
  if (options.json)
    printJson(scoreJson(subject, answers, changes));
  else
    printScore(subject, answers, changes);
  writeFiles(options, subject, answers, changes.confusion);
  return 0;
}

}  // namespace

void addEval(CLI::App& app, Run& run) {
  auto options = std::make_shared<EvalOptions>();
  CLI::App* command = app.add_subcommand("eval",
                                         "Top-1, top-5 and loss of a model or of a merged network's task, and what the "
                                         "merge changed, image by image");
  command->footer(
      "Example:\n  zipper eval sample/fashion.safetensors --data sample/fashion\n"
      "  zipper eval merged.zipper --task b --data sample/digits --json\n"
      "  zipper eval merged.zipper --task a --confusion confusion.csv --errors errors.csv");
  command->add_option("MODEL", options->model, "A model or a session")->required();
  command->add_option(
      "--data", options->data,
      concat("Folder with the images (of a session, if not given, those it was made with): ", dataHelp));
  command->add_option("--classes", options->classes, classesHelp)->type_name("names|position|FILE");
  command->add_option("--task", options->task, "Letter of a session's task: a, b, c ...")->type_name("a|b|c");
  command
      ->add_option("--split", options->split,
                   "train, test or val (the validation images; without any, another name of test)")
      ->check(CLI::IsMember({"train", "test", "val"}))
      ->capture_default_str();
  addDevice(*command, options->device);
  addThreads(*command, options->threads);
  CLI::Option* confusion =
      command
          ->add_option(
              "--confusion", options->confusion,
              "Write how many images of each class get which answer, a row per pair that has some: of a session's "
              "task from teacher and merged network, and the difference")
          ->check(namesAFile())
          ->type_name("FILE");
  CLI::Option* errors =
      command
          ->add_option("--errors", options->errors,
                       "Write the images that get a wrong answer: path, label, answers; of a session's task of teacher "
                       "and merged network, and whether the merge lost or won them; images within files count from 0")
          ->check(namesAFile())
          ->type_name("FILE");
  command
      ->add_flag("--agreement", options->agreement,
                 "Of a session's task: how often it gives the same class as the network that it was merged from, on "
                 "any images, whatever their labels")
      ->excludes(confusion)
      ->excludes(errors);
  command->add_flag("--json", options->json, "Print JSON");
  addDataOptions(*command, options->images);
  addOverrides(*command, options->overrides);
  command->callback([options, &run] {
    run = [options] { return options->agreement ? compareWithTeacher(*options) : evaluateModel(*options); };
  });
}

}  // namespace zipper::cli
