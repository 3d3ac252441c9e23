#include "core/analysis/weight_similarity.h"
