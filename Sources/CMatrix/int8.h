// The kernels for linear layers in int8. Each is int8_tile.h with the vectors of one kind of processor.

#ifndef INT8_H
#define INT8_H

#include "CMatrix.h"

void int8_portable(const cmatrix_int8_rows *rows, const cmatrix_int8_layer *layer, float *y, int64_t y_stride);

#if defined(__x86_64__)
void int8_avx2(const cmatrix_int8_rows *rows, const cmatrix_int8_layer *layer, float *y, int64_t y_stride);
void int8_vnni(const cmatrix_int8_rows *rows, const cmatrix_int8_layer *layer, float *y, int64_t y_stride);
#endif

#endif
