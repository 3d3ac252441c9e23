// SPDX-License-Identifier: GPL-3.0-or-later

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include "app/cli/zipper_program.h"
#include "core/session/network_values.h"
#include "core/session/session_file.h"
#include "core/support/libtorch.h"
#include "core/support/random.h"
#include "support/test_program.h"
#include "support/tiny_session.h"

using namespace zipper;
using namespace zipper::test;

/// SIGKILL at twenty random moments of a merge: at most the step in progress is lost, every time.
class TestKill : public QObject {
  Q_OBJECT

  SampleFolder sample_;
  qint64 wholeTime_ = 0;

  Session load(const QString& name) const { return loadSession(sample_.file(name).toStdString()); }

  /// Kills a merge after so many milliseconds; returns how many steps it had announced as finished.
  int announcedBeforeKill(const QString& name, int milliseconds) const {
    RunningZipper process(quickMerge(name) + QStringList{"--progress", "json"}, sample_.path());
    QTest::qSleep(milliseconds);
    process.kill(SIGKILL);
    return int(process.result().output.count("\"event\":\"step\""));
  }

 private Q_SLOTS:
  void initTestCase() {
    QVERIFY(sample_.isValid());
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(runZipper(quickMerge("whole.zipper"), sample_.path()).status, 0);
    wholeTime_ = timer.elapsed();
  }

  void losesAtMostTheStepInProgress() {
    const quint64 seed = qEnvironmentVariableIsSet("ZIPPER_TEST_SEED")
                             ? qEnvironmentVariable("ZIPPER_TEST_SEED").toULongLong()
                             : quint64(QDateTime::currentMSecsSinceEpoch());
    qInfo() << "seed" << seed << "whole run" << wholeTime_ << "ms";
    Random random(seed);
    int partial = 0;
    for (int round = 0; round < 20; ++round) {
      const QString name = QString("k%1.zipper").arg(round);
      const int announced = announcedBeforeKill(name, int(random.below(quint64(wholeTime_) + 1)));
      if (announced > 0) QVERIFY(QFile::exists(sample_.file(name)));
      if (!QFile::exists(sample_.file(name))) continue;
      const Session session = load(name);
      const int saved = int(session.steps.size());
      QVERIFY2(saved == announced || saved == announced + 1,
               qPrintable(QString("%1 saved, %2 announced").arg(saved).arg(announced)));
      if (saved == 0 || saved == 13) continue;
      ++partial;
      if (partial > 3) continue;
      QCOMPARE(runZipper({"resume", name, "--no-eval"}, sample_.path()).status, 0);
      QVERIFY(equalValues(*load(name).steps.back()->values, *load("whole.zipper").steps.back()->values));
    }
    QVERIFY2(partial > 0, "no kill hit the middle of a merge");
  }
};

ZIPPER_TEST(TestKill)
#include "test_kill.moc"
