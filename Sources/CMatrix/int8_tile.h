// A linear layer in int8 on vectors of any width, included once for each. The including file defines
//
//   KERNEL, TARGET    the function's name and the attribute that names the instructions it may use
//   vector            sums of 32 bits for VECTOR_COLUMNS columns, or four bytes for each of them
//   TILE_ROWS         1, 2, 4 or 8: how many rows are computed together, so that their sums stay in registers
//   zero()            no sums
//   load(p)           four bytes a column, from any address
//   broadcast(p)      the same four bytes for every column
//   dot(sums, a, b)   sums + a · b, where a is unsigned and b signed
//   store(p, sums)    to any address

#include "int8.h"

#include <string.h>

// All kernels shall give the same bits, those that have a fused multiplication too.
#pragma clang fp contract(off)

#define INLINE static inline __attribute__((always_inline)) TARGET
#define BLOCK CMATRIX_BLOCK_COLUMNS
#define VECTORS (BLOCK / VECTOR_COLUMNS)

// So many bytes of rows stay in the first-level cache while the weights pass by.
#define CACHED_BYTES (16 << 10)

// `y` overlaps none of the others, without which the compiler would not vectorise.
INLINE void finish(const int32_t *sums, const int32_t *offsets, float row_scale, const float *scales,
                   const float *bias, float *restrict y) {
  for (int i = 0; i < BLOCK; i++) y[i] = (float)(sums[i] + offsets[i]) * (row_scale * scales[i]) + bias[i];
}

// height × BLOCK numbers of the result. With a constant for the height, the loops over it are unrolled.
INLINE void tile(int height, const cmatrix_int8_rows *rows, int64_t row, const cmatrix_int8_layer *layer,
                 int64_t column, float *y, int64_t y_stride) {
  int64_t depth = layer->depth;
  const uint8_t *a = rows->values + row * depth;
  const int8_t *b = layer->values + column * depth;
  vector sums[TILE_ROWS][VECTORS];
  for (int i = 0; i < height; i++) {
    for (int j = 0; j < VECTORS; j++) sums[i][j] = zero();
  }
  for (int64_t k = 0; k < depth; k += 4) {
    vector weights[VECTORS];
    for (int j = 0; j < VECTORS; j++) weights[j] = load(b + k * BLOCK + 4 * VECTOR_COLUMNS * j);
    for (int i = 0; i < height; i++) {
      vector inputs = broadcast(a + i * depth + k);
      for (int j = 0; j < VECTORS; j++) sums[i][j] = dot(sums[i][j], inputs, weights[j]);
    }
  }
  for (int i = 0; i < height; i++) {
    int32_t line[BLOCK];
    for (int j = 0; j < VECTORS; j++) store(line + VECTOR_COLUMNS * j, sums[i][j]);
    finish(line, layer->offsets + column, rows->scales[row + i], layer->scales + column, layer->bias + column,
           y + (row + i) * y_stride + column);
  }
}

// As many tiles of this height as there are rows for, if the registers hold them. Returns the first row behind them.
INLINE int64_t tiles(int height, const cmatrix_int8_rows *rows, int64_t row, int64_t end,
                     const cmatrix_int8_layer *layer, int64_t column, float *y, int64_t y_stride) {
  if (height > TILE_ROWS) return row;
  for (; row + height <= end; row += height) tile(height, rows, row, layer, column, y, y_stride);
  return row;
}

TARGET void KERNEL(const cmatrix_int8_rows *rows, const cmatrix_int8_layer *layer, float *y, int64_t y_stride) {
  int64_t step = CACHED_BYTES / layer->depth / TILE_ROWS * TILE_ROWS;
  if (step == 0) step = TILE_ROWS;
  for (int64_t start = 0; start < rows->count; start += step) {
    int64_t end = start + step < rows->count ? start + step : rows->count;
    for (int64_t column = 0; column < layer->columns; column += BLOCK) {
      int64_t row = tiles(8, rows, start, end, layer, column, y, y_stride);
      row = tiles(4, rows, row, end, layer, column, y, y_stride);
      row = tiles(2, rows, row, end, layer, column, y, y_stride);
      tiles(1, rows, row, end, layer, column, y, y_stride);
    }
  }
}
