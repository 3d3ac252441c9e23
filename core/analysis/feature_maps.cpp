#include "core/analysis/feature_maps.h"
