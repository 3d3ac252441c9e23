#include "core/analysis/histogram.h"
