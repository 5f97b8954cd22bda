// Linear layers with weights in float: the reference for those in int8.

#include "CMatrix.h"
#include "clones.h"
#include "lanes.h"

#pragma clang fp reassociate(on) contract(fast)

// Two rows of inputs times three of weights need twelve AVX2 registers for the sums and leave four for the factors.
#define TILE_ROWS 2
#define TILE_COLUMNS 3
// So many rows of inputs (up to 200 KB here) stay in the second-level cache while all weights pass by.
#define BLOCK_ROWS 32

// height × width elements of the result. With constants for both, the loops over them are unrolled.
INLINE void tile(int height, int width, int64_t depth, const float *a, const float *b, const float *bias, float *c,
                 int64_t c_stride) {
  lanes sums[TILE_ROWS][TILE_COLUMNS] = {};
  int64_t whole = depth - depth % LANES;
  for (int64_t k = 0; k < whole; k += LANES) {
    for (int i = 0; i < height; i++) {
      for (int j = 0; j < width; j++) sums[i][j] += load(a + i * depth + k) * load(b + j * depth + k);
    }
  }
  for (int i = 0; i < height; i++) {
    for (int j = 0; j < width; j++) {
      float sum = sum_of(sums[i][j]);
      for (int64_t k = whole; k < depth; k++) sum += a[i * depth + k] * b[j * depth + k];
      c[i * c_stride + j] = sum + bias[j];
    }
  }
}

INLINE void block(int64_t rows, int64_t columns, int64_t depth, const float *a, const float *b, const float *bias,
                  float *c, int64_t c_stride) {
  int width = TILE_COLUMNS;
  for (int64_t column = 0; column < columns; column += width) {
    if (column + TILE_COLUMNS > columns) width = 1;
    int height = TILE_ROWS;
    for (int64_t row = 0; row < rows; row += height) {
      if (row + TILE_ROWS > rows) height = 1;
      const float *x = a + row * depth, *y = b + column * depth, *shift = bias + column;
      float *out = c + row * c_stride + column;
      if (width == TILE_COLUMNS && height == TILE_ROWS) {
        tile(TILE_ROWS, TILE_COLUMNS, depth, x, y, shift, out, c_stride);
      } else if (width == TILE_COLUMNS) {
        tile(1, TILE_COLUMNS, depth, x, y, shift, out, c_stride);
      } else {
        tile(height, 1, depth, x, y, shift, out, c_stride);
      }
    }
  }
}

FOR_EACH_CPU void cmatrix_affine(int64_t rows, int64_t columns, int64_t depth, const float *a, const float *b,
                                 const float *bias, float *c, int64_t c_stride) {
  for (int64_t row = 0; row < rows; row += BLOCK_ROWS) {
    int64_t height = rows - row < BLOCK_ROWS ? rows - row : BLOCK_ROWS;
    block(height, columns, depth, a + row * depth, b, bias, c + row * c_stride, c_stride);
  }
}
