// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// What this project uses of LibTorch's C++ frontend. <torch/torch.h> brings every module and data loader that LibTorch
// has besides, which every file that includes it would compile.
#include <torch/autograd.h>
#include <torch/nn/functional/loss.h>
#include <torch/nn/module.h>
#include <torch/nn/modules/batchnorm.h>
#include <torch/nn/modules/conv.h>
#include <torch/nn/modules/linear.h>
#include <torch/optim/adam.h>
#include <torch/optim/adamw.h>
#include <torch/optim/sgd.h>
#include <torch/types.h>
#include <torch/utils.h>
#include <torch/version.h>
