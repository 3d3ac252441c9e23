// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/plain_session.h"

namespace zipper::test {

/// Teachers 90 and 80 %. Steps: 0-2 run 1 (layers 1-3, mean); 3-4 run 2, from step 0 (layers 2-3, from A); 5 run 3,
/// from the teachers (layer 1, random, not evaluated). The current step is 4.
inline Session branched() {
  Session session = plainSession();
  addStep(session, {StepTarget::layer(1), Initialization::Mean, {0.5, 0.4}, {0.89, 0.79}, 20, 1.5});
  addStep(session, {StepTarget::layer(2), Initialization::Mean, {0.6, 0.5}, {0.88, 0.78}, 20, 1.5});
  addStep(session, {StepTarget::layer(3), Initialization::Mean, {0.7, 0.6}, {0.85, 0.77}, 20, 1.5});
  session.current = 0;
  addStep(session, {StepTarget::layer(2), Initialization::FromA, {0.3, 0.2}, {0.9, 0.8}, 30, 2});
  const int tip = addStep(session, {StepTarget::layer(3), Initialization::FromA, {}, {0.91, 0.82}, 1000, 90});
  session.current = -1;
  addStep(session, {StepTarget::layer(1), Initialization::Random, {}, {}, 0, 0.25});
  session.current = tip;
  return session;
}

}  // namespace zipper::test
