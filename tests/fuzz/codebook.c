/* Any bytes as a codebook, from seeds in CSV and JSON. */
#include "codebook_fuzz.h"
