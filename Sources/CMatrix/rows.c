// The operations on rows between the linear layers.

#include "CMatrix.h"
#include "clones.h"
#include "lanes.h"

#include <math.h>

#pragma clang fp reassociate(on) contract(fast)

// The error function by Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26: within 1.5e-7.
INLINE lanes error_function(lanes x) {
  lanes size = __builtin_elementwise_abs(x);
  lanes t = 1.0f / (1.0f + 0.3275911f * size);
  lanes polynomial =
      t * (0.254829592f + t * (-0.284496736f + t * (1.421413741f + t * (-1.453152027f + t * 1.061405429f))));
  return __builtin_elementwise_copysign(1.0f - polynomial * exponential(-size * size), x);
}

INLINE lanes gelu(lanes x) { return 0.5f * x * (1.0f + error_function(x * 0.70710678f)); }

FOR_EACH_CPU void cmatrix_gelu(int64_t count, float *values) {
  int64_t whole = count - count % LANES;
  for (int64_t i = 0; i < whole; i += LANES) store(values + i, gelu(load(values + i)));
  lanes rest = {};
  size_t size = sizeof(float) * (size_t)(count - whole);
  memcpy(&rest, values + whole, size);
  rest = gelu(rest);
  memcpy(values + whole, &rest, size);
}

FOR_EACH_CPU void cmatrix_add(int64_t count, const float *values, float *sum) {
  for (int64_t i = 0; i < count; i++) sum[i] += values[i];
}

FOR_EACH_CPU void cmatrix_layer_norm(int64_t rows, int64_t columns, const float *values, const float *weight,
                                     const float *shift, float epsilon, float *result) {
  for (int64_t row = 0; row < rows; row++) {
    const float *line = values + row * columns;
    float mean = 0, variance = 0;
    for (int64_t i = 0; i < columns; i++) mean += line[i];
    mean /= (float)columns;
    for (int64_t i = 0; i < columns; i++) variance += (line[i] - mean) * (line[i] - mean);
    float factor = 1 / sqrtf(variance / (float)columns + epsilon);
    float *out = result + row * columns;
    for (int64_t i = 0; i < columns; i++) out[i] = (line[i] - mean) * factor * weight[i] + shift[i];
  }
}

INLINE float largest_size(int64_t count, const float *values) {
  lanes sizes = {};
  int64_t whole = count - count % LANES;
  for (int64_t i = 0; i < whole; i += LANES) {
    sizes = __builtin_elementwise_max(sizes, __builtin_elementwise_abs(load(values + i)));
  }
  float largest = largest_of(sizes);
  for (int64_t i = whole; i < count; i++) largest = fmaxf(largest, fabsf(values[i]));
  return largest;
}

FOR_EACH_CPU void cmatrix_quantize(int64_t rows, int64_t depth, const float *values, uint8_t *result, float *scales) {
  for (int64_t row = 0; row < rows; row++) {
    const float *line = values + row * depth;
    float largest = largest_size(depth, line);
    float factor = largest > 0 ? 63 / largest : 0;
    for (int64_t i = 0; i < depth; i++) result[row * depth + i] = (uint8_t)(int32_t)(rintf(line[i] * factor) + 64);
    scales[row] = largest / 63;
  }
}

FOR_EACH_CPU void cmatrix_int8_products(int64_t rows, int64_t depth, const int8_t *values, const int8_t *vector,
                                        int32_t *result) {
  for (int64_t row = 0; row < rows; row++) {
    int32_t sum = 0;
    for (int64_t i = 0; i < depth; i++) sum += (int32_t)values[row * depth + i] * vector[i];
    result[row] = sum;
  }
}
