// The arithmetic of a transformer encoder on one thread: linear layers, attention and what comes between them, and the
// comparison of the vectors that it makes.
// Matrices are row-major; a stride is the distance between the starts of two rows, in elements. Nothing here keeps
// state, so any number of threads may call it, each with memory of its own to write to.

#ifndef CMATRIX_H
#define CMATRIX_H

#include <stdint.h>

// The columns of a linear layer whose weights in int8 lie together.
#define CMATRIX_BLOCK_COLUMNS 16

// A linear layer with weights in int8: y[column] = scales[column] · Σ weight[column, k] · x[k] + bias[column].
// The columns are a multiple of 16, the depth is one of 4. The weights lie as vectors of any width take them: the first
// four of column 0, those of columns 1 to 15, the next four of column 0, and so on to the depth's end, then the same
// for columns 16 to 31.
typedef struct {
  int64_t columns;
  int64_t depth;
  const int8_t *values;   // [columns / 16 × depth / 4 × 16 × 4]
  const float *scales;    // [columns]
  const int32_t *offsets; // [columns], from cmatrix_int8_offsets
  const float *bias;      // [columns]
} cmatrix_int8_layer;

// Rows in 7 bits, as cmatrix_quantize makes them: x ≈ scales[row] · (values[row, k] - 64).
typedef struct {
  int64_t count;
  const uint8_t *values; // [count × depth], none above 127
  const float *scales;   // [count]
} cmatrix_int8_rows;

// One way to compute a linear layer: y[count × columns]. All ways give the same bits.
typedef void (*cmatrix_int8_affine)(const cmatrix_int8_rows *rows, const cmatrix_int8_layer *layer, float *y,
                                    int64_t y_stride);

typedef struct {
  const char *name;
  cmatrix_int8_affine apply;
} cmatrix_kernel;

// The kernels that this processor runs, "portable" last, and behind it another whose name is null.
const cmatrix_kernel *cmatrix_kernels(void);

// The fastest of them: the first, or "portable" in a build without optimisation.
const cmatrix_kernel *cmatrix_fastest_kernel(void);

// Applies the layer with the fastest kernel.
void cmatrix_apply_int8(const cmatrix_int8_rows *rows, const cmatrix_int8_layer *layer, float *y, int64_t y_stride);

// offsets[column] = -64 · Σ weight[column, k]: what takes the 64 in the rows out of their products.
void cmatrix_int8_offsets(int64_t columns, int64_t depth, const int8_t *values, int32_t *offsets);

// Rounds each row to 7 bits around 64. With one bit more, AVX2, which adds products in 16 bits, would saturate.
void cmatrix_quantize(int64_t rows, int64_t depth, const float *values, uint8_t *result, float *scales);

// The same layer with weights in float: y[rows × columns] = x[rows × depth] · weightᵀ + bias.
void cmatrix_affine(int64_t rows, int64_t columns, int64_t depth, const float *x, const float *weight,
                    const float *bias, float *y, int64_t y_stride);

// One head over one sequence of `count` tokens: context ← softmax(query · keyᵀ / √width) · value. Query, key and value
// are [count × width] with the same stride, `scratch` has as many numbers as cmatrix_attention_scratch says.
void cmatrix_attention(int64_t count, int64_t width, const float *query, const float *key, const float *value,
                       int64_t stride, float *scratch, float *context, int64_t context_stride);
int64_t cmatrix_attention_scratch(int64_t count, int64_t width);

// x ← GELU(x) with the error function, not its tanh approximation (Hendrycks and Gimpel 2016, arXiv:1606.08415).
void cmatrix_gelu(int64_t count, float *values);

// result ← LayerNorm(values), row by row. The result may be the values' own memory.
void cmatrix_layer_norm(int64_t rows, int64_t columns, const float *values, const float *weight, const float *shift,
                        float epsilon, float *result);

// sum ← sum + values.
void cmatrix_add(int64_t count, const float *values, float *sum);

// result[row] = Σ values[row, i] · vector[i], exact for a depth of up to 131,072.
void cmatrix_int8_products(int64_t rows, int64_t depth, const int8_t *values, const int8_t *vector, int32_t *result);

#endif
