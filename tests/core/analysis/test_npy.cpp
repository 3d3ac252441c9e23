// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/npy.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <cstring>

#include "core/support/files.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;

class TestNpy : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void hasTheHeaderOfTheFormat() {
    const std::string bytes = npyBytes({{2, 1, 3}, {0, 1, 2, 3, 4, 5}});
    QCOMPARE(bytes.substr(0, 8), std::string("\x93NUMPY\x01\x00", 8));
    const std::size_t header = std::size_t(uchar(bytes[8])) + 256 * std::size_t(uchar(bytes[9]));
    QCOMPARE((10 + header) % 64, std::size_t(0));
    QCOMPARE(bytes.size(), 10 + header + 6 * 4);
    const std::string text = bytes.substr(10, header);
    QVERIFY(text.rfind("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 1, 3), }", 0) == 0);
    QCOMPARE(text.back(), '\n');
    float last = 0;
    std::memcpy(&last, bytes.data() + bytes.size() - 4, 4);
    QCOMPARE(last, 5.f);
  }

  void writesAOneTupleForAVector() { QVERIFY(npyBytes({{2}, {1, 2}}).find("(2,)") != std::string::npos); }

  void refusesAShapeThatDoesNotFit() {
    ZIPPER_EXPECT_ERROR(npyBytes({{2, 2}, {1, 2, 3}}), "an array of shape (2, 2) has 4 values, 3 were found");
  }

  void numpyReadsWhatWeWrite() {
    QTemporaryDir folder;
    const QString path = folder.filePath("array.npy");
    writeNpy(path.toStdString(), {{2, 3}, {1.5f, -2.25f, 0, 1e-30f, std::nanf(""), 7}});
    QProcess python;
    python.start("/usr/bin/python3", {"-c",
                                      "import numpy, sys; a = numpy.load(sys.argv[1]); "
                                      "print(a.dtype.str, a.shape, a.tolist())",
                                      path});
    QVERIFY(python.waitForFinished(60000));
    const QByteArray errors = python.readAllStandardError();
    if (errors.contains("ModuleNotFoundError")) QSKIP("numpy isn't installed");
    QCOMPARE(python.readAllStandardOutput().trimmed(),
             QByteArray("<f4 (2, 3) [[1.5, -2.25, 0.0], [1.0000000031710769e-30, nan, 7.0]]"));
  }

  void saysWhereItCouldNotWrite() {
    ZIPPER_EXPECT_ERROR(writeNpy("/nowhere/array.npy", {{1}, {1}}), "/nowhere/array.npy");
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestNpy)
#include "test_npy.moc"
