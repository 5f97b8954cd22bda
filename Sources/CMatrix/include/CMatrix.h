// The arithmetic of a transformer encoder on one thread: matrix products and the operations on rows between them.
// Matrices are row-major; a stride is the distance between the starts of two rows, in elements.

#ifndef CMATRIX_H
#define CMATRIX_H

#include <stdbool.h>
#include <stdint.h>

// The name of what computes the products: "oneDNN", or "plain C" where that library is not installed.
const char *cmatrix_backend(void);

// c[rows × columns] = scale · a[rows × depth] · b, where b is [depth × columns], or [columns × depth] if transposed.
void cmatrix_product(bool transposed, int64_t rows, int64_t columns, int64_t depth, float scale,
                     const float *a, int64_t a_stride, const float *b, int64_t b_stride, float *c, int64_t c_stride);

// c[rows × columns] = a[rows × depth] · bᵀ + offsets[columns] in exact integers, where b is [columns × depth].
// No element of `a` may be above 127: without VNNI, oneDNN adds pairs of products in 16 bits, which would saturate.
void cmatrix_product_int8(int64_t rows, int64_t columns, int64_t depth,
                          const uint8_t *a, const int8_t *b, const int32_t *offsets, int32_t *c);

// The same two products without the library.
void cmatrix_plain_product(bool transposed, int64_t rows, int64_t columns, int64_t depth, float scale,
                           const float *a, int64_t a_stride, const float *b, int64_t b_stride,
                           float *c, int64_t c_stride);
void cmatrix_plain_product_int8(int64_t rows, int64_t columns, int64_t depth,
                                const uint8_t *a, const int8_t *b, const int32_t *offsets, int32_t *c);

// Adds the bias to each of the rows.
void cmatrix_add_bias(int64_t rows, int64_t columns, const float *bias, float *values, int64_t stride);

// x ← GELU(x + bias) with the error function, not its tanh approximation.
void cmatrix_gelu(int64_t rows, int64_t columns, const float *bias, float *values);

// Makes each row a distribution: exp(x - max) / Σ.
void cmatrix_softmax(int64_t rows, int64_t columns, float *values);

// result ← LayerNorm(values + bias + residual), row by row, spoiling `values`. Without a bias and a residual, both null,
// of the values alone. The result may be the residual's own memory.
void cmatrix_layer_norm(int64_t rows, int64_t columns, float *values, const float *bias, const float *residual,
                        const float *weight, const float *shift, float epsilon, float *result);

// Rounds each row to 7 bits around 64: values ≈ scales[row] · (result - 64).
void cmatrix_quantize(int64_t rows, int64_t columns, const float *values, uint8_t *result, float *scales);

// result[row, column] = row_scales[row] · column_scales[column] · values[row, column].
void cmatrix_dequantize(int64_t rows, int64_t columns, const int32_t *values, const float *row_scales,
                        const float *column_scales, float *result, int64_t stride);

#endif
