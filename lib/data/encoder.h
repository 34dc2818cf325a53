/*
 * The weights of the sentence encoder, laid out as lib/data/encoder.pl says;
 * origin and licence in lib/data/SOURCES. Aligned to 64 bytes.
 */
#ifndef DLG_DATA_ENCODER_H
#define DLG_DATA_ENCODER_H

extern const unsigned char data_encoder[];
extern const unsigned char data_encoder_end[];

#endif
