#include <QtTest>

#include "core/report/made_up_session.h"
#include "core/report/report.h"
#include "support/expect_error.h"

using namespace zipper;
using namespace zipper::test;

class TestInferenceTime : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void measuresBoth() {
    const InferenceTime time = measureInference(madeUpSession({2, {1, 2}, 0}), 2, 3);
    QCOMPARE(time.batch, 2);
    QCOMPARE(time.repetitions, 3);
    QCOMPARE(time.threads, at::get_num_threads());
    QVERIFY(time.separate > 0);
    QVERIFY(time.merged > 0);
  }

  void refusesNonsense() {
    const Session session = madeUpSession({2, {}});
    ZIPPER_EXPECT_ERROR(measureInference(session, 0, 1), "batch of 0 images");
    ZIPPER_EXPECT_ERROR(measureInference(session, 1, 0), "0 repetitions");
  }
};

QTEST_APPLESS_MAIN(TestInferenceTime)
#include "test_inference_time.moc"
