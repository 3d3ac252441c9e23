// SPDX-License-Identifier: GPL-3.0-or-later

// Texts of the engine about merging, sessions and exports: see engine_template.h.

#include <QtGlobal>

#include "widgets/style/engine_template.h"

namespace zipper::style {

namespace {

constexpr EngineTemplate runsTable[] = {
    {QT_TRANSLATE_NOOP("EngineText",
                       "the preset exact merges what is the same in all networks, but not even their first layers are "
                       "(%1); choose the preset fast"),
     "t"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 of task %2 differs from that of task a"), "w-"},
    {QT_TRANSLATE_NOOP("EngineText", "the epsilon of batch normalization of task %1 differs from that of task a"), "-"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "task %1 has no images, but the plan needs some of each task; only what is the same in all "
                       "networks can be merged without (preset exact)"),
     "-"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "the networks are the same up to layer %1, bit for bit: the preset exact shares so much as it "
                       "is, without images and without training"),
     "n"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "the networks are the same up to layer %1, all there are, bit for bit: the preset exact shares "
                       "so much as it is, without images and without training"),
     "n"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "torchvision: a MobileNet V2 or V3 was expected, this network is a %1; write it as pytorch"),
     "-"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "torchvision: its MobileNet V2 pads by one pixel on every side, this network like TensorFlow "
                       "(SAME); write it as pytorch or onnx"),
     ""},
    {QT_TRANSLATE_NOOP("EngineText",
                       "torchvision: its %1 pads by half the kernel on every side, this network like TensorFlow "
                       "(SAME); write it as pytorch or onnx"),
     "-"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "torchvision: its %1 has 5x5 kernels, squeeze-and-excite and hard swish, this network is "
                       "minimalistic; write it as pytorch or onnx"),
     "-"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "torchvision: its MobileNet V2 has ReLU6, this network ReLU; write it as pytorch or onnx"),
     ""},
    {QT_TRANSLATE_NOOP("EngineText", "torchvision: its %1 has ReLU, this network ReLU6; write it as pytorch or onnx"),
     "-"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "torchvision: the first block of its %1 has no expanding convolution, that of this network has "
                       "one; write it as pytorch or onnx"),
     "-"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "torchvision: block %1 of its %2 has no expanding convolution at this width, that of this "
                       "network has one; write it as pytorch or onnx"),
     "n-"},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "torchvision: its %1 takes images of 3 channels, this network of 1; write it as pytorch or onnx"),
     "-"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "torchvision: its %1 has a head, this network has none; write it as pytorch or onnx"),
     "-"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "torchvision: the head of its MobileNet V2 is one linear layer, that of this network %1; write "
                       "it as pytorch or onnx"),
     "n"},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "torchvision: the head of its %1 has one hidden layer, that of this network %2; write it as pytorch or onnx"),
     "-n"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "torchvision: the hidden layer of its %1 has hard swish, that of this network %2; write it as "
                       "pytorch or onnx"),
     "-w"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "torchvision: the hidden layer of its %1 has %2 channels at this width, that of this network "
                       "%3; write it as pytorch or onnx"),
     "-nn"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "torchvision: this network has other strides than its %1; write it as pytorch or onnx"),
     "-"},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "torchvision: the channels of this network are those of no width of its %1; write it as pytorch or onnx"),
     "-"},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "torchvision: a file of several tasks is none of its networks; write one task, or all of them as pytorch"),
     ""},
    {QT_TRANSLATE_NOOP("EngineText", "to be loaded into %1"), "-"},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "the epsilon of batch normalization, %1, is %2 in torchvision; running variances make up for it"),
     "nn"},
    {QT_TRANSLATE_NOOP("EngineText", "at least two networks are needed"), ""},
    {QT_TRANSLATE_NOOP("EngineText",
                       "the networks can't share a trunk: the %1 of A is %2, of %3 %4; only tasks that see the same "
                       "image in the same way can, use trunk 0"),
     "t---"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "the networks of tasks %1 and %2 are the same, their heads too, so that one of them could do "
                       "both; was another file meant?"),
     "ww"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "the trunk was to reach layer %1, but the plan doesn't merge layer %2: there will be none"),
     "nn"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "the trunk was to reach layer %1, but the plan doesn't merge layer %2: it will end at layer %3"),
     "nnn"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "layer %1 keeps the order of its channels: layer %2, which reads them, is merged already"),
     "nn"},
    {QT_TRANSLATE_NOOP("EngineText", "layer %1 is merged already"), "n"},
    {QT_TRANSLATE_NOOP("EngineText", "calibration diverged: %1"), "t"},
    {QT_TRANSLATE_NOOP("EngineText", "training diverged: the loss is %1"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 has no head to keep: a new one is needed for the classes of the data set"),
     "-"},
    {QT_TRANSLATE_NOOP("EngineText", "the head can't be kept: %1"), "t"},
    {QT_TRANSLATE_NOOP("EngineText", "%1; lower the learning rate"), "p"},
    {QT_TRANSLATE_NOOP("EngineText", "after the last iteration %1 holds values that aren't finite"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "the %1 of task %2 is NaN"), "t-"},
    {QT_TRANSLATE_NOOP("EngineText", "the %1 of task %2 is infinite"), "t-"},
    {QT_TRANSLATE_NOOP("EngineText", "cross entropy"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "distillation loss"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "the L1 mismatch of task %1 at layer %2 is NaN"), "-n"},
    {QT_TRANSLATE_NOOP("EngineText", "the L1 mismatch of task %1 at layer %2 is infinite"), "-n"},
    {QT_TRANSLATE_NOOP("EngineText", "the cross entropy of task %1 isn't finite"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "a network with a trunk is calibrated in float32"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "a network with a trunk is calibrated in float32; bfloat16 was asked for"), ""},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "only networks of float32 on the CPU can be calibrated with factors of bfloat16, which was asked for"),
     ""},
    {QT_TRANSLATE_NOOP("EngineText", "bfloat16 found, float32 expected: %1"), "t"},
    {QT_TRANSLATE_NOOP("EngineText", "this processor has no instructions for bfloat16 (AVX-512 BF16 or AMX)"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "precision"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "least squares needs calibration images"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "%1 found, 1 to half of the %2 training images expected"), "nn"},
    {QT_TRANSLATE_NOOP("EngineText", "validation images"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "no class of the training set has images to spare; use 0"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "'%1' found, a list such as 1-13, 1-6 or 7,9,13 expected"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "there is no layer %1; layers are 1 to %2"), "nn"},
    {QT_TRANSLATE_NOOP("EngineText", "there is no layer %1; layers count from 1"), "n"},
    {QT_TRANSLATE_NOOP("EngineText", "there is no layer %1 in any network"), "n"},
    {QT_TRANSLATE_NOOP("EngineText", "'%1' runs backwards; write %2"), "--"},
    {QT_TRANSLATE_NOOP("EngineText", "layer %1 is named twice in '%2'"), "n-"},
    {QT_TRANSLATE_NOOP("EngineText", "layer %1 is merged twice"), "n"},
    {QT_TRANSLATE_NOOP("EngineText", "layers"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "the step can't be saved for recovery after a crash: %1"), "t"},
    {QT_TRANSLATE_NOOP("EngineText", "test image %1 was asked for, the data set has 0 to %2"), "nn"},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "was written by a version without checksums, so that damage to it can't be told; saving it again adds them"),
     ""},
    {QT_TRANSLATE_NOOP("EngineText",
                       "holds no session (no '%1' in its metadata); if it is a network, merge it with another one "
                       "first: zipper merge --a NETWORK --b OTHER --out MERGED.zipper"),
     "-"},
    {QT_TRANSLATE_NOOP("EngineText", "a session (.zipper)"), ""},
    {QT_TRANSLATE_NOOP("EngineText",
                       "a network (%1); merge it with another one first: zipper merge --a NETWORK --b OTHER --out "
                       "MERGED.zipper"),
     "-"},
    {QT_TRANSLATE_NOOP("EngineText", "recipe format version %1 found, 1 to %2 expected; use the program that wrote it"),
     "nn"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "session format version %1 found, 1 to %2 expected; use the program that wrote it"),
     "nn"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "session format version 1 found, but with checksums, which it didn't have; the file is damaged"),
     ""},
    {QT_TRANSLATE_NOOP("EngineText", "its checksums are missing; the file is damaged"), ""},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "its description isn't what its checksum was taken of; the file is damaged, or was changed by hand"),
     ""},
    {QT_TRANSLATE_NOOP("EngineText", "key '%1' %2; the file is damaged: take a copy of it, if there is one"), "-t"},
    {QT_TRANSLATE_NOOP("EngineText", "holds values that aren't finite"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "isn't what its checksum was taken of"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "key '%1' is missing"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "key '%1' has shape %2, expected %3"), "---"},
    {QT_TRANSLATE_NOOP("EngineText", "key '%1' belongs to no part of the session"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "key '%1' is there twice"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "key '%1' has no checksum"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "the recipe names %1 sources for %2 teachers"), "nn"},
    {QT_TRANSLATE_NOOP("EngineText", "the plan has no steps; name layers to merge"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "fine-tuning before any layer is merged can't be said on the command line"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "fine-tuning between other steps can't be said on the command line"), ""},
    {QT_TRANSLATE_NOOP("EngineText",
                       "the images of the tasks are read in different ways, which no option says; a recipe file does"),
     ""},
    {QT_TRANSLATE_NOOP("EngineText", "the session holds %1 comparisons, more aren't kept; remove some of them"), "n"},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "teacher %1 isn't the network that the recipe names: its hash is %2, that of the recipe's source %3"),
     "---"},
    {QT_TRANSLATE_NOOP("EngineText", "was not written: the file was read back and %1"), "t"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "its outputs for task %1 differ from the network's by %2 (relative), at most %3 was expected; "
                       "this is a defect of the export, please report it"),
     "-nn"},
    {QT_TRANSLATE_NOOP("EngineText", "the network's outputs for task %1 are not finite"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "it has %1 outputs, %2 were expected"), "nn"},
    {QT_TRANSLATE_NOOP("EngineText", "its outputs have the shape %1, %2 was expected"), "--"},
    {QT_TRANSLATE_NOOP("EngineText", "the model is too large for an ONNX file (2 GiB)"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "OpenCV's DNN module can't run it: %1"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "a class name is not UTF-8"), ""},
    {QT_TRANSLATE_NOOP("EngineText",
                       "task %1 shares normalization whose epsilon isn't its own; export it alone from its session"),
     "-"},
    {QT_TRANSLATE_NOOP("EngineText", "the image couldn't be encoded as PNG"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "the image could not be encoded as PNG"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "the picture can't be encoded"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "the drawing could not be begun"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "there isn't enough memory for the image; choose a smaller scale"), ""},
    {QT_TRANSLATE_NOOP("EngineText",
                       "an image %1 pixels wide was asked for, 1 to %2 were expected; choose another scale"),
     "nn"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "its BN policy is %1, but the layers of this session are merged with %2; step back to the "
                       "start, or begin a new session, to use it"),
     "ww"},
    {QT_TRANSLATE_NOOP("EngineText", "cpu, cuda, or the number of a card as in cuda:1"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "task %1 has no head, and so no answers"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "the answers of teacher and merged network are about different images"), ""},
    {QT_TRANSLATE_NOOP("EngineText",
                       "the device %1 was asked for, but the LibTorch of this build computes on the CPU alone; choose "
                       "the device cpu, or build with a LibTorch that has CUDA"),
     "-"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "the device %1 was asked for, but CUDA finds no card; choose the device cpu, or see whether "
                       "nvidia-smi lists one"),
     "-"},
    {QT_TRANSLATE_NOOP("EngineText", "the device %1 was asked for, but the last card that CUDA finds is %2"), "--"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "the memory of the card %1 is full; lower the batch size, end other programs that use the card, "
                       "or choose the device cpu"),
     "-"},
    {QT_TRANSLATE_NOOP("EngineText", "a card calibrates in float32"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "device"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "threads"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "%1 is given twice"), "-"},
};

}  // namespace

std::vector<EngineTemplate> engineTextsOfRuns() { return {std::begin(runsTable), std::end(runsTable)}; }

}  // namespace zipper::style
