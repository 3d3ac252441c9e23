// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/recipe_queue.h"

#include <QtTest>

#include "core/support/error.h"
#include "support/test_program.h"

using namespace zipper;

namespace {

QueuedRecipe entryNamed(const std::string& name) {
  QueuedRecipe entry;
  entry.name = name;
  entry.recipe = presetRecipe("fast", 13);
  return entry;
}

/// What the reader says of it; empty: nothing.
QString complaintAbout(const std::string& text) {
  try {
    queueFromJson(text, 13, "the queue");
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

}  // namespace

class TestRecipeQueue : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void comesBackAsItWas() {
    std::vector<QueuedRecipe> queue{entryNamed("mean, \"long\"\nü"), entryNamed(""), entryNamed("c")};
    queue[0].recipe.seed = 7;
    queue[0].recipe.defaults.start.initialization = Initialization::Mean;
    planSteps(queue[0].recipe, {3, 1, 2}, 17);
    queue[1].state = QueueState::Failed;
    queue[1].message = "the loss isn't finite";
    queue[2].state = QueueState::Done;
    queue[2].seconds = 12.5;
    const std::vector<QueuedRecipe> read = queueFromJson(queueToJson(queue), 13, "the queue");
    QCOMPARE(read.size(), queue.size());
    for (std::size_t i = 0; i < queue.size(); ++i) {
      QCOMPARE(read[i].name, queue[i].name);
      QVERIFY(read[i].state == queue[i].state);
      QCOMPARE(read[i].message, queue[i].message);
      QCOMPARE(read[i].seconds, queue[i].seconds);
      QCOMPARE(recipeToJson(read[i].recipe), recipeToJson(queue[i].recipe));
    }
  }

  void sourcesAreThoseOfTheSession() {
    std::vector<QueuedRecipe> queue{entryNamed("a")};
    TaskSource source;
    source.model = "/home/me/secret.safetensors";
    queue[0].recipe.sources = {source, source};
    const std::string text = queueToJson(queue);
    QVERIFY(text.find("secret") == std::string::npos);
    QVERIFY(queueFromJson(text, 13, "the queue")[0].recipe.sources.empty());
  }

  void saysWhatIsWrong_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("no JSON") << "queue"
                             << "the queue";
    QTest::newRow("format") << R"({"format":2,"queue":[]})"
                            << "'format' holds 2, 1 expected";
    QTest::newRow("no format") << R"({"queue":[]})"
                               << "'format' is missing";
    QTest::newRow("no list") << R"({"format":1,"queue":{}})"
                             << "a list expected";
    QTest::newRow("unknown key") << R"({"format":1,"queue":[],"other":1})"
                                 << "unknown key 'other'";
    QTest::newRow("entry") << R"({"format":1,"queue":[1]})"
                           << "the queue: recipe 1: 1 found, an object expected";
    QTest::newRow("no recipe") << R"({"format":1,"queue":[{"name":"a"}]})"
                               << "'recipe' is missing";
    QTest::newRow("state") << R"({"format":1,"queue":[{"state":"lost","recipe":{}}]})"
                           << "state 'lost' found";
    QTest::newRow("seconds") << R"({"format":1,"queue":[{"seconds":-1,"recipe":{}}]})"
                             << "0 or more expected";
    QTest::newRow("layers") << R"({"format":1,"queue":[{"recipe":{"layers":"1-14"}}]})"
                            << "recipe 1: recipe";
  }

  void saysWhatIsWrong() {
    QFETCH(QString, text);
    QFETCH(QString, complaint);
    const QString said = complaintAbout(text.toStdString());
    QVERIFY2(said.contains(complaint), qPrintable(said));
    QVERIFY2(said.startsWith("the queue") || said.startsWith("state"), qPrintable(said));
  }

  void hasLimits() {
    const std::vector<QueuedRecipe> many(mostQueuedRecipes + 1, entryNamed("a"));
    QVERIFY(complaintAbout(queueToJson(many)).contains("201 recipes found"));
    QVERIFY(complaintAbout(queueToJson({entryNamed(std::string(longestQueueText + 1, 'x'))})).contains("4001 bytes"));
    QCOMPARE(complaintAbout(queueToJson({entryNamed(std::string(longestQueueText, 'x'))})), QString());
  }
};

ZIPPER_TEST(TestRecipeQueue)
#include "test_recipe_queue.moc"
