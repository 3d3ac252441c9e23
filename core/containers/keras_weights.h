// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/containers/hdf5_file.h"
#include "core/containers/keras_layers.h"
#include "core/containers/tensor_file.h"

namespace zipper {

/// Reads the weights that Keras 3 (and TensorFlow's Keras from 2.12 on) keeps in a ".weights.h5": numbered datasets in
/// a group "vars" per layer, under groups that are called after the layers' classes ("layers/conv2d_1/vars/0"). The
/// layer's name is the attribute "name" of "vars" (newer versions), or that of the same layer in `config`, or the
/// group's own. Where no layer has a name of its own, and there are as many of each class as a MobileNet V1, V2 or V3
/// has, they get the names of Keras's MobileNet in their order, with a note. Delivered as readKeras() does:
/// "conv_dw_1/kernel", with the name of the model within the model before it only if two layers have one name. Returns
/// false if there are no such groups. Source: keras/src/saving/saving_lib.py, _save_state() and
/// _save_container_state().
bool readKerasWeights(Hdf5File& file, const KerasLayers& config, TensorFile& result);

}  // namespace zipper
