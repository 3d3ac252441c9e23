// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/support/timing.h"

namespace zipper {

/// What to measure, and with which sizes. All networks, images and costs are random, from fixed seeds.
struct BenchOptions {
  double width = 1.0;
  int inputSize = 224;  ///< height and width of the images
  int stemStride = 2;   ///< 1 or 2
  int batch = 8;        ///< images per task of a training step, and of the inference with a batch; 2 or more
  int repetitions = 7;
  std::vector<std::string> only = {};     ///< of benchNames(); empty: everything
  std::filesystem::path onnxFolder = {};  ///< the ONNX files are left here; empty: in a temporary folder
};

/// One thing that was measured.
struct Measurement {
  std::string key;    ///< "calibration_step_ms"; parts separated by a slash: "inference_ms/separate"
  std::string title;  ///< for people
  Timing time;
  int images = 0;          ///< of all tasks, in one repetition; 0: it isn't about images
  std::int64_t bytes = 0;  ///< of the file that is written or read; 0: none is
};

struct BenchResult {
  std::vector<Measurement> measurements;
  int threads = 0;    ///< that LibTorch used
  std::string torch;  ///< the version of LibTorch
};

/// The parts that can be chosen:
///  - calibration: a step of preset paper for both tasks (all 13 layers merged, BN shared, images in memory),
///    once more with what the teachers put out for the images already known, and in bfloat16 where the processor has
///    it;
///  - statistics: re-estimating the BN statistics with four batches per task;
///  - least-squares: the shared weights of layer 13 out of its moments;
///  - assignment: of as many channels as layer 13 has;
///  - loading: a pass of one loader with one thread over a folder of JPEG files;
///  - inference: with batches of 1 and of BenchOptions::batch, BN folded and not folded. Separate: both teachers, one
///    after the other; merged: both tasks, pointwise layers and their BN shared; trunk: both tasks on the same images,
///    layers 0 ... 11 computed once;
///  - onnx: the same three, exported to ONNX, in OpenCV's DNN module;
///  - session: saving and loading one with 13 steps.
std::vector<std::string> benchNames();

/// Measures in turns (see timeInTurns()), on as many threads as setComputeThreads() said. Throws Error for a part that
/// doesn't exist or a value out of range, Cancelled between two runs.
BenchResult runBench(const BenchOptions& options, const StopToken& stop,
                     const std::function<void(int done, int total)>& progress = {});

}  // namespace zipper
