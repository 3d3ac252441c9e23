#include "core/analysis/layer_weights.h"
