// SPDX-License-Identifier: GPL-3.0-or-later

#include <sys/stat.h>

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QScreen>

#include "app/workbench/recent_sessions.h"
#include "app/workbench/settings_guard.h"
#include "app/workbench/window_fixture.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// A window whose settings hold these; how long it took to come.
qint64 openWith(WindowFixture& fixture, const std::function<void(QSettings&)>& fill) {
  {
    QSettings settings;
    settings.clear();
    fill(settings);
  }
  QElapsedTimer timer;
  timer.start();
  fixture.open();
  return timer.elapsed();
}

bool isUsable(MainWindow& window) {
  return window.isVisible() && window.width() >= 200 && window.height() >= 200 &&
         window.width() <= 2 * window.screen()->geometry().width() &&
         window.findChild<Actions*>()->openSample->isEnabled();
}

void writeFile(const QString& path, const QByteArray& bytes) {
  QFile file(path);
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write(bytes);
}

}  // namespace

/// Whatever the file of settings holds, the window opens.
class TestSettings : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void manyRecentSessionsDoNotKeepTheWindow() {
    WindowFixture fixture;
    QStringList paths;
    for (int i = 0; i < 100000; ++i) paths << QString("/home/somebody/sessions/merge-%1.zipper").arg(i);
    paths.insert(3, QString(100000, 'x'));
    paths.insert(4, paths[0]);
    const qint64 milliseconds = openWith(fixture, [&](QSettings& s) { s.setValue("recentSessions", paths); });
    QVERIFY2(milliseconds < 10000, qPrintable(QString::number(milliseconds)));
    const QStringList kept = recent::list();
    QCOMPARE(kept.size(), recent::limit);
    QCOMPARE(kept.front(), paths.front());
    QCOMPARE(QSet<QString>(kept.begin(), kept.end()).size(), kept.size());
    for (const QString& path : kept) QVERIFY(path.size() < 4097);
    recent::add("/new.zipper");
    QCOMPARE(QSettings().value("recentSessions").toStringList().size(), recent::limit);
  }

  void valuesOfOtherKindsAreLeftAside() {
    WindowFixture fixture;
    const QList<QVariant> odd{
        QByteArray(200000, 'x'),           QStringList{"a", "b"}, -1, 1e300, QString(100000, 'y'), true,
        QByteArray("\x01\xd9\xd0\xcb", 4), QRect(-1, -1, 0, 0)};
    for (const QVariant& value : odd) {
      openWith(fixture, [&](QSettings& s) {
        for (const char* key : {"window/geometry", "window/state", "window/theme", "window/reducedMotion",
                                "recentSessions", "dialogs/folder"})
          s.setValue(key, value);
      });
      QVERIFY2(isUsable(fixture.window()), qPrintable(value.toString().left(40)));
    }
  }

  void damagedArrangementsAreSurvived() {
    WindowFixture fixture;
    fixture.openSample();
    const QByteArray state = fixture.window().saveState(), geometry = fixture.window().saveGeometry();
    const auto hash = [](const QByteArray& bytes) {
      return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    };
    const quint64 seed = qEnvironmentVariableIsSet("ZIPPER_TEST_SEED")
                             ? qEnvironmentVariable("ZIPPER_TEST_SEED").toULongLong()
                             : QRandomGenerator::global()->generate();
    QRandomGenerator random{quint32(seed)};
    for (int round = 0; round < 40; ++round) {
      QByteArray otherState = state, otherGeometry = geometry;
      for (int i = 0; i < 1 + round % 8; ++i) {
        otherState[qsizetype(random.bounded(int(state.size())))] = char(random.bounded(256));
        otherGeometry[qsizetype(random.bounded(int(geometry.size())))] = char(random.bounded(256));
      }
      if (round % 5 == 0) otherState.truncate(random.bounded(int(state.size())));
      const qint64 milliseconds = openWith(fixture, [&](QSettings& s) {
        s.setValue("window/geometry", otherGeometry);
        s.setValue("window/state", otherState);
        s.setValue("window/geometryHash", hash(geometry));  // as when the bytes beside it were whole
        s.setValue("window/stateHash", hash(state));
      });
      QVERIFY2(milliseconds < 10000 && isUsable(fixture.window()),
               qPrintable(QString("seed %1, round %2").arg(seed).arg(round)));
    }
  }

  void unusableFilesArePutAside() {
    QTemporaryDir folder;
    const QString path = folder.filePath("settings.conf");
    QVERIFY(guardSettingsFile(path).isEmpty());
    writeFile(path, "[window]\ntheme=dark\nrecent=/a@Variant/b\n");
    QVERIFY(guardSettingsFile(path).isEmpty());
    QVERIFY(QFile::exists(path));

    writeFile(path, "[General]\nrecentSessions=@Variant(\\0\\0\\0\\t\\xff\\xff\\xff\\xff)\n");
    QVERIFY(guardSettingsFile(path).contains("put aside"));
    QVERIFY(!QFile::exists(path) && QFile::exists(path + ".unusable"));

    QVERIFY(QFile::resize(path + ".unusable", 1 << 25) && QFile::rename(path + ".unusable", path));
    QVERIFY(!guardSettingsFile(path).isEmpty());

    QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    QVERIFY(!guardSettingsFile(path).isEmpty());  // and doesn't wait for a writer
    QVERIFY(QFile::link("/dev/zero", path));
    QVERIFY(!guardSettingsFile(path).isEmpty());
    QVERIFY(QDir(folder.path()).mkdir("settings.conf"));
    QVERIFY(QFile::remove(path + ".unusable"));
    QVERIFY(!guardSettingsFile(path).isEmpty());
  }
};

ZIPPER_TEST_WITH(QApplication, TestSettings)
#include "test_settings.moc"
