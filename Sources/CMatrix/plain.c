// Products without a library: no packing and no assembly, only tiles that keep their sums in registers.

#include "CMatrix.h"
#include "clones.h"

#include <string.h>

#pragma clang fp reassociate(on) contract(fast)

// 16 floats: one AVX-512 register, two of AVX2, four of NEON.
#define LANES 16
typedef float lanes __attribute__((vector_size(LANES * sizeof(float)), aligned(sizeof(float))));

// Two rows of `a` times three of `b` need twelve AVX2 registers for the sums and leave four for the factors.
#define TILE_ROWS 2
#define TILE_COLUMNS 3
// So many rows of `a` (up to 200 KB here) stay in the second-level cache while all of `b` passes by.
#define BLOCK_ROWS 32

#define INLINE static inline __attribute__((always_inline))

// height × width elements of c = scale · a · bᵀ. With constants for both, the loops over them are unrolled.
INLINE void float_tile(int height, int width, int64_t depth, float scale, const float *a, int64_t a_stride,
                       const float *b, int64_t b_stride, float *c, int64_t c_stride) {
  lanes sums[TILE_ROWS][TILE_COLUMNS];
  memset(sums, 0, sizeof sums);
  int64_t whole = depth - depth % LANES;
  for (int64_t k = 0; k < whole; k += LANES) {
    for (int i = 0; i < height; i++) {
      lanes x = *(const lanes *)(a + i * a_stride + k);
      for (int j = 0; j < width; j++) sums[i][j] += x * *(const lanes *)(b + j * b_stride + k);
    }
  }
  for (int i = 0; i < height; i++) {
    for (int j = 0; j < width; j++) {
      float sum = 0;
      for (int lane = 0; lane < LANES; lane++) sum += sums[i][j][lane];
      for (int64_t k = whole; k < depth; k++) sum += a[i * a_stride + k] * b[j * b_stride + k];
      c[i * c_stride + j] = scale * sum;
    }
  }
}

INLINE void float_block(int64_t rows, int64_t columns, int64_t depth, float scale, const float *a, int64_t a_stride,
                        const float *b, int64_t b_stride, float *c, int64_t c_stride) {
  for (int64_t column = 0; column < columns;) {
    bool is_wide = column + TILE_COLUMNS <= columns;
    const float *b_rows = b + column * b_stride;
    for (int64_t row = 0; row < rows;) {
      bool is_high = row + TILE_ROWS <= rows;
      const float *a_rows = a + row * a_stride;
      float *out = c + row * c_stride + column;
      if (is_wide && is_high) {
        float_tile(TILE_ROWS, TILE_COLUMNS, depth, scale, a_rows, a_stride, b_rows, b_stride, out, c_stride);
      } else if (is_wide) {
        float_tile(1, TILE_COLUMNS, depth, scale, a_rows, a_stride, b_rows, b_stride, out, c_stride);
      } else if (is_high) {
        float_tile(TILE_ROWS, 1, depth, scale, a_rows, a_stride, b_rows, b_stride, out, c_stride);
      } else {
        float_tile(1, 1, depth, scale, a_rows, a_stride, b_rows, b_stride, out, c_stride);
      }
      row += is_high ? TILE_ROWS : 1;
    }
    column += is_wide ? TILE_COLUMNS : 1;
  }
}

FOR_EACH_CPU static void product_with_rows(int64_t rows, int64_t columns, int64_t depth, float scale,
                                           const float *a, int64_t a_stride, const float *b, int64_t b_stride,
                                           float *c, int64_t c_stride) {
  for (int64_t row = 0; row < rows; row += BLOCK_ROWS) {
    int64_t height = rows - row < BLOCK_ROWS ? rows - row : BLOCK_ROWS;
    float_block(height, columns, depth, scale, a + row * a_stride, a_stride, b, b_stride, c + row * c_stride,
                c_stride);
  }
}

FOR_EACH_CPU static void product_with_columns(int64_t rows, int64_t columns, int64_t depth, float scale,
                                              const float *a, int64_t a_stride, const float *b, int64_t b_stride,
                                              float *restrict c, int64_t c_stride) {
  for (int64_t row = 0; row < rows; row++) {
    float *restrict sums = c + row * c_stride;
    for (int64_t column = 0; column < columns; column++) sums[column] = 0;
    for (int64_t k = 0; k < depth; k++) {
      float factor = scale * a[row * a_stride + k];
      for (int64_t column = 0; column < columns; column++) sums[column] += factor * b[k * b_stride + column];
    }
  }
}

void cmatrix_plain_product(bool transposed, int64_t rows, int64_t columns, int64_t depth, float scale,
                           const float *a, int64_t a_stride, const float *b, int64_t b_stride,
                           float *c, int64_t c_stride) {
  if (transposed) {
    product_with_rows(rows, columns, depth, scale, a, a_stride, b, b_stride, c, c_stride);
  } else {
    product_with_columns(rows, columns, depth, scale, a, a_stride, b, b_stride, c, c_stride);
  }
}

FOR_EACH_CPU void cmatrix_plain_product_int8(int64_t rows, int64_t columns, int64_t depth,
                                             const uint8_t *a, const int8_t *b, const int32_t *offsets, int32_t *c) {
  for (int64_t start = 0; start < rows; start += BLOCK_ROWS) {
    int64_t end = start + BLOCK_ROWS < rows ? start + BLOCK_ROWS : rows;
    for (int64_t column = 0; column < columns; column++) {
      for (int64_t row = start; row < end; row++) {
        const uint8_t *x = a + row * depth;
        const int8_t *y = b + column * depth;
        int32_t sum = offsets[column];
        for (int64_t k = 0; k < depth; k++) sum += (int32_t)x[k] * (int32_t)y[k];
        c[row * columns + column] = sum;
      }
    }
  }
}
