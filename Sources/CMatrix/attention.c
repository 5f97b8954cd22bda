// One head of attention over one sequence (Vaswani et al. 2017, arXiv:1706.03762, section 3.2.1).

#include "CMatrix.h"
#include "clones.h"
#include "lanes.h"

#include <math.h>

#pragma clang fp reassociate(on) contract(fast)

// Four rows times two registers of AVX2 are eight sums, enough to hide the latency of the additions.
#define TILE_ROWS 4

// c[height × columns] = a[height × depth] · b[depth × columns], for columns that are a multiple of LANES.
INLINE void multiply(int height, int64_t columns, int64_t depth, const float *a, int64_t a_stride,
                     const float *b, float *c) {
  for (int64_t column = 0; column < columns; column += LANES) {
    lanes sums[TILE_ROWS] = {};
    for (int64_t k = 0; k < depth; k++) {
      lanes factor = load(b + k * columns + column);
      for (int i = 0; i < height; i++) sums[i] += a[i * a_stride + k] * factor;
    }
    for (int i = 0; i < height; i++) store(c + i * columns + column, sums[i]);
  }
}

// line ← exp(scale · (line - max)) / Σ over the first `count` numbers. What pads the line becomes 2⁻¹²⁶ at most.
INLINE void softmax(int64_t count, float scale, float *line) {
  int64_t end = padded(count);
  for (int64_t i = count; i < end; i++) line[i] = -INFINITY;
  lanes largest = load(line);
  for (int64_t i = LANES; i < end; i += LANES) largest = __builtin_elementwise_max(largest, load(line + i));
  float shift = largest_of(largest);
  lanes sums = {};
  for (int64_t i = 0; i < end; i += LANES) {
    lanes values = exponential(scale * (load(line + i) - shift));
    store(line + i, values);
    sums += values;
  }
  lanes factor = (lanes){} + 1 / sum_of(sums);
  for (int64_t i = 0; i < end; i += LANES) store(line + i, factor * load(line + i));
}

// Where attention works: the keys, turned so that those of one dimension lie side by side, the values, and for a tile
// of queries their scores and results, all padded with zeros to whole vectors.
typedef struct {
  float *keys;    // [width × padded(count)]
  float *values;  // [count × padded(width)]
  float *scores;  // [TILE_ROWS × padded(count)]
  float *results; // [TILE_ROWS × padded(width)]
} workspace;

INLINE workspace workspace_in(float *scratch, int64_t count, int64_t width) {
  float *values = scratch + width * padded(count);
  float *scores = values + count * padded(width);
  return (workspace){scratch, values, scores, scores + TILE_ROWS * padded(count)};
}

int64_t cmatrix_attention_scratch(int64_t count, int64_t width) {
  return (width + TILE_ROWS) * padded(count) + (count + TILE_ROWS) * padded(width);
}

INLINE void gather(workspace space, int64_t count, int64_t width, const float *key, const float *value,
                   int64_t stride) {
  int64_t keys_stride = padded(count), values_stride = padded(width);
  memset(space.values, 0, sizeof(float) * (size_t)(count * values_stride));
  for (int64_t row = 0; row < count; row++) {
    for (int64_t i = 0; i < width; i++) space.keys[i * keys_stride + row] = key[row * stride + i];
    memcpy(space.values + row * values_stride, value + row * stride, sizeof(float) * (size_t)width);
  }
  for (int64_t i = 0; i < width; i++) {
    for (int64_t row = count; row < keys_stride; row++) space.keys[i * keys_stride + row] = 0;
  }
}

INLINE void attend_tile(int height, workspace space, int64_t count, int64_t width, const float *query, int64_t stride,
                        float *context, int64_t context_stride) {
  float scale = 1 / sqrtf((float)width);
  multiply(height, padded(count), width, query, stride, space.keys, space.scores);
  for (int i = 0; i < height; i++) softmax(count, scale, space.scores + i * padded(count));
  multiply(height, padded(width), count, space.scores, padded(count), space.values, space.results);
  for (int i = 0; i < height; i++) {
    memcpy(context + i * context_stride, space.results + i * padded(width), sizeof(float) * (size_t)width);
  }
}

FOR_EACH_CPU void cmatrix_attention(int64_t count, int64_t width, const float *query, const float *key,
                                    const float *value, int64_t stride, float *scratch, float *context,
                                    int64_t context_stride) {
  workspace space = workspace_in(scratch, count, width);
  gather(space, count, width, key, value, stride);
  int64_t row = 0;
  for (; row + TILE_ROWS <= count; row += TILE_ROWS) {
    attend_tile(TILE_ROWS, space, count, width, query + row * stride, stride, context + row * context_stride,
                context_stride);
  }
  for (; row < count; row++) {
    attend_tile(1, space, count, width, query + row * stride, stride, context + row * context_stride, context_stride);
  }
}
