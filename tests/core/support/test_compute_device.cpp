// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/support/compute_device.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

class TestComputeDevice : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsNames() {
    QVERIFY(!computeDeviceFromString("cpu").isCard());
    QCOMPARE(computeDeviceFromString("cuda").card, 0);
    QCOMPARE(computeDeviceFromString("cuda:0").card, 0);
    QCOMPARE(computeDeviceFromString("cuda:12").card, 12);
    QCOMPARE(toString(ComputeDevice{}), std::string("cpu"));
    for (const int card : {0, 1, 999}) QCOMPARE(computeDeviceFromString(toString(ComputeDevice{card})).card, card);
  }

  void refusesOthers_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"", "CPU", "cpu:0", "gpu", "cuda:", "cuda:-1", "cuda:1 ", "cuda: 1", "cuda:01",
                             "cuda:1000", "cuda1", "meta", "cuda:99999999999999999999"})
      QTest::newRow(name) << QString(name);
  }
  void refusesOthers() {
    QFETCH(QString, name);
    QVERIFY(!isComputeDevice(name.toStdString()));
    ZIPPER_EXPECT_ERROR(computeDeviceFromString(name.toStdString()),
                        "'" + name.toStdString() + "' found, cpu, cuda, or");
  }

  void cardsAreCounted() {
    const std::vector<ComputeCard> cards = computeCards();
    QCOMPARE(int(cards.size()), computeCardCount());
    for (std::size_t i = 0; i < cards.size(); ++i) {
      QCOMPARE(cards[i].number, int(i));
      QVERIFY(cards[i].freeBytes <= cards[i].totalBytes);
    }
  }

  void whatIsNotThereIsSaid() {
    requireDevice({});
    for (int card = 0; card < computeCardCount(); ++card) requireDevice({card});
    const std::string missing = toString(ComputeDevice{computeCardCount()});
    const std::string message = errorOf([&] { requireDevice(computeDeviceFromString(missing)); });
    QVERIFY2(message.rfind("the device " + missing + " was asked for, but ", 0) == 0, message.c_str());
    if (computeCardCount() > 0) QSKIP("the sentence of machines without a card can't be seen on one that has some");
    QVERIFY2(message.find("choose the device cpu") != std::string::npos, message.c_str());
  }
};

ZIPPER_TEST(TestComputeDevice)
#include "test_compute_device.moc"
