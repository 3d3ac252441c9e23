// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/bench/bench_options.h"
#include "core/bench/measurement.h"
#include "core/bench/merge_measurement.h"
#include "core/support/work.h"

namespace zipper {

struct BenchResult {
  std::vector<Measurement> measurements;
  std::vector<MergeMeasurement> merges;
  int threads = 0;    ///< that LibTorch used
  std::string torch;  ///< the version of LibTorch
};

/// The parts that can be chosen:
///  - calibration: a step of preset paper for all tasks (all layers merged, BN shared, images in memory),
///    once more with what the teachers put out for the images already known, and in bfloat16 where the processor has
///    it;
///  - statistics: re-estimating the BN statistics with four batches per task;
///  - least-squares: the shared weights of the last layer out of its moments;
///  - assignment: of as many channels as the last layer has;
///  - loading: a pass of one loader with one thread over a folder of JPEG files;
///  - inference: with batches of 1 and of BenchOptions::batch, BN folded and not folded. Separate: the teachers, one
///    after the other; merged: all tasks, pointwise layers and their BN shared; trunk: all tasks on the same images,
///    layers 0 ... 11 computed once;
///  - onnx: the same three, exported to ONNX, in OpenCV's DNN module;
///  - session: saving and loading one with a step per layer;
///  - merge: whole merges (see measureMerges()), only where they are asked for by name.
/// On a card only calibration, in float32, and merge.
std::vector<std::string> benchNames();

/// Measures in turns (see timeInTurns(), progress too), on as many threads as setComputeThreads() said; whole merges
/// before everything else. Throws Error for a part that doesn't exist or a value out of range, Cancelled between two
/// runs.
BenchResult runBench(const BenchOptions& options, const Work& work = {});

}  // namespace zipper
