/* Any bytes as a codebook, from seeds in XML. */
#include "codebook_fuzz.h"
