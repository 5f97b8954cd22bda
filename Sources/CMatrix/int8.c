// Which kernel a linear layer in int8 is computed with.

#include "int8.h"
#include "clones.h"

#include <stdbool.h>
#include <stddef.h>

#if defined(__x86_64__)
static const cmatrix_kernel kernels[] = {
    {"AVX-512 VNNI", int8_vnni}, {"AVX2", int8_avx2}, {"portable", int8_portable}, {NULL, NULL}};

// These ask the operating system too, whether it saves the registers.
static bool has_avx2(void) { return __builtin_cpu_supports("avx2"); }
static bool has_vnni(void) { return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vnni"); }

const cmatrix_kernel *cmatrix_kernels(void) {
  if (!has_avx2()) return kernels + 2;
  return has_vnni() ? kernels : kernels + 1;
}
#else
static const cmatrix_kernel kernels[] = {{"portable", int8_portable}, {NULL, NULL}};

const cmatrix_kernel *cmatrix_kernels(void) { return kernels; }
#endif

const cmatrix_kernel *cmatrix_fastest_kernel(void) {
  const cmatrix_kernel *kernel = cmatrix_kernels();
#if !__OPTIMIZE__
  // In a debug build, each intrinsic is a call that passes vectors through memory. The portable kernel has none.
  while (kernel[1].name != NULL) kernel++;
#endif
  return kernel;
}

void cmatrix_apply_int8(const cmatrix_int8_rows *rows, const cmatrix_int8_layer *layer, float *y, int64_t y_stride) {
  cmatrix_fastest_kernel()->apply(rows, layer, y, y_stride);
}

// All bytes of a block for four inputs, one sum for each.
#define STEP (4 * CMATRIX_BLOCK_COLUMNS)
typedef int8_t bytes __attribute__((vector_size(STEP), aligned(1)));
typedef int32_t byte_sums __attribute__((vector_size(STEP * sizeof(int32_t))));

FOR_EACH_CPU void cmatrix_int8_offsets(int64_t columns, int64_t depth, const int8_t *values, int32_t *offsets) {
  for (int64_t column = 0; column < columns; column += CMATRIX_BLOCK_COLUMNS) {
    byte_sums sums = {};
    for (int64_t k = 0; k < depth; k += 4) {
      sums += __builtin_convertvector(*(const bytes *)(values + column * depth + k * CMATRIX_BLOCK_COLUMNS), byte_sums);
    }
    for (int i = 0; i < CMATRIX_BLOCK_COLUMNS; i++) {
      offsets[column + i] = -64 * (sums[4 * i] + sums[4 * i + 1] + sums[4 * i + 2] + sums[4 * i + 3]);
    }
  }
}
