/*
 * The mean of the encoder's vectors over everyday sentences, times 65536: what
 * all sentences have in common. See lib/data/SOURCES.
 */
#ifndef DLG_DATA_ENCODER_MEAN_H
#define DLG_DATA_ENCODER_MEAN_H

#include <stdint.h>

extern const int16_t data_encoder_mean[512];

#endif
