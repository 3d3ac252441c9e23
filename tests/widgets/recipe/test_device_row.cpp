// SPDX-License-Identifier: GPL-3.0-or-later

#include <QComboBox>
#include <QtTest>

#include "support/test_program.h"
#include "widgets/recipe/device_row.h"

using namespace zipper;

class TestDeviceRow : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void withTheCpuAloneThereIsNothingToChoose() {
    DeviceRow row("Device", nullptr, [] { return std::vector<ComputeCard>(); });
    row.show();
    QCOMPARE(row.comboBox()->count(), 1);
    QCOMPARE(row.value(), QString("cpu"));
    QVERIFY(!row.comboBox()->isEnabled());
  }

  void offersCardsWithTheirFreeMemory() {
    std::vector<ComputeCard> cards{{0, "Card <b>X</b>", 3'000'000'000, 12'000'000'000}, {1, "", 0, 0}};
    DeviceRow row("Device", nullptr, [&] { return cards; });
    QSignalSpy edited(&row, &FieldRow::edited);
    row.show();
    QCOMPARE(row.comboBox()->count(), 3);
    QVERIFY(row.comboBox()->isEnabled());
    QVERIFY2(row.displayText("cuda").startsWith("Card <b>X</b>, 3"), qPrintable(row.displayText("cuda")));
    QCOMPARE(row.displayText("cuda"), row.displayText("cuda:0"));
    QCOMPARE(row.displayText("cuda:1"), QString("cuda:1"));
    row.setValue("cuda");
    QCOMPARE(row.value(), QString("cuda:0"));
    QCOMPARE(edited.size(), 0);
    // Asked anew each time.
    const QString before = row.displayText("cuda");
    row.hide();
    cards[0].freeBytes = 1'000'000'000;
    row.show();
    QVERIFY(row.displayText("cuda") != before);
    QCOMPARE(row.value(), QString("cuda:0"));
    QCOMPARE(edited.size(), 0);
  }

  void aCardFromElsewhereCanBeLeft() {
    DeviceRow row("Device", nullptr, [] { return std::vector<ComputeCard>(); });
    row.setValue("cuda:2");
    row.show();
    QCOMPARE(row.value(), QString("cuda:2"));
    QVERIFY2(row.comboBox()->currentText().contains("not there"), qPrintable(row.comboBox()->currentText()));
    QVERIFY(row.comboBox()->isEnabled());
    row.setValue("cpu");
    QCOMPARE(row.comboBox()->count(), 1);
    QVERIFY(!row.comboBox()->isEnabled());
  }
};

ZIPPER_TEST_WITH(QApplication, TestDeviceRow)
#include "test_device_row.moc"
