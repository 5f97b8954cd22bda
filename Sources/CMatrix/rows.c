// The operations on rows between the products, in loops without branches that the compiler vectorises.

#include "CMatrix.h"
#include "clones.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

#pragma clang fp reassociate(on) contract(fast)

// eˣ for x <= 0, to about 2 units in the last place: 2ⁿ · 2ᶠ with f in [-½, ½] and the Taylor polynomial of e^(f ln 2).
static inline __attribute__((always_inline)) float exponential(float x) {
  float power = x * 1.44269504f;
  power = power > -126.0f ? power : -126.0f;
  float whole = rintf(power);
  float f = (power - whole) * 0.69314718f;
  float value = 1.0f + f * (1.0f + f * (0.5f + f * (1.0f / 6 + f * (1.0f / 24 + f * (1.0f / 120 + f * (1.0f / 720))))));
  int32_t bits = ((int32_t)whole + 127) << 23;
  float factor;
  memcpy(&factor, &bits, sizeof factor);
  return value * factor;
}

// The error function by Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26: within 1.5e-7.
static inline __attribute__((always_inline)) float error_function(float x) {
  float size = fabsf(x);
  float t = 1.0f / (1.0f + 0.3275911f * size);
  float polynomial =
      t * (0.254829592f + t * (-0.284496736f + t * (1.421413741f + t * (-1.453152027f + t * 1.061405429f))));
  return copysignf(1.0f - polynomial * exponential(-size * size), x);
}

FOR_EACH_CPU void cmatrix_add_bias(int64_t rows, int64_t columns, const float *bias, float *values, int64_t stride) {
  for (int64_t row = 0; row < rows; row++) {
    for (int64_t i = 0; i < columns; i++) values[row * stride + i] += bias[i];
  }
}

FOR_EACH_CPU void cmatrix_gelu(int64_t rows, int64_t columns, const float *bias, float *values) {
  for (int64_t row = 0; row < rows; row++) {
    float *line = values + row * columns;
    for (int64_t i = 0; i < columns; i++) {
      float x = line[i] + bias[i];
      line[i] = 0.5f * x * (1.0f + error_function(x * 0.70710678f));
    }
  }
}

FOR_EACH_CPU void cmatrix_softmax(int64_t rows, int64_t columns, float *values) {
  for (int64_t row = 0; row < rows; row++) {
    float *line = values + row * columns;
    float largest = line[0], sum = 0;
    for (int64_t i = 1; i < columns; i++) largest = line[i] > largest ? line[i] : largest;
    for (int64_t i = 0; i < columns; i++) {
      line[i] = exponential(line[i] - largest);
      sum += line[i];
    }
    float factor = 1 / sum;
    for (int64_t i = 0; i < columns; i++) line[i] *= factor;
  }
}

FOR_EACH_CPU void cmatrix_layer_norm(int64_t rows, int64_t columns, float *values, const float *bias,
                                     const float *residual, const float *weight, const float *shift, float epsilon,
                                     float *result) {
  for (int64_t row = 0; row < rows; row++) {
    float *line = values + row * columns;
    // In place, because a result over the residual would keep the compiler from vectorising the sum.
    if (bias != NULL) {
      for (int64_t i = 0; i < columns; i++) line[i] += bias[i] + residual[row * columns + i];
    }
    float mean = 0, variance = 0;
    for (int64_t i = 0; i < columns; i++) mean += line[i];
    mean /= (float)columns;
    for (int64_t i = 0; i < columns; i++) variance += (line[i] - mean) * (line[i] - mean);
    float factor = 1 / sqrtf(variance / (float)columns + epsilon);
    float *out = result + row * columns;
    for (int64_t i = 0; i < columns; i++) out[i] = (line[i] - mean) * factor * weight[i] + shift[i];
  }
}

FOR_EACH_CPU void cmatrix_quantize(int64_t rows, int64_t columns, const float *values, uint8_t *result,
                                   float *scales) {
  for (int64_t row = 0; row < rows; row++) {
    const float *line = values + row * columns;
    float largest = 0;
    for (int64_t i = 0; i < columns; i++) {
      float size = fabsf(line[i]);
      largest = size > largest ? size : largest;
    }
    float factor = largest > 0 ? 63 / largest : 0;
    for (int64_t i = 0; i < columns; i++) result[row * columns + i] = (uint8_t)(int32_t)(rintf(line[i] * factor) + 64);
    scales[row] = largest / 63;
  }
}

FOR_EACH_CPU void cmatrix_dequantize(int64_t rows, int64_t columns, const int32_t *values, const float *row_scales,
                                     const float *column_scales, float *result, int64_t stride) {
  for (int64_t row = 0; row < rows; row++) {
    for (int64_t i = 0; i < columns; i++) {
      result[row * stride + i] = row_scales[row] * column_scales[i] * (float)values[row * columns + i];
    }
  }
}
