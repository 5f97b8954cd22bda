// Products by oneDNN where it is installed. It is opened on the first product instead of being linked: the program
// builds and runs without it, and commands that need no model do not pay for loading it.

#include "CMatrix.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

// `dnnl_sgemm`, `dnnl_gemm_u8s8s32` (oneDNN 2 and 3, dnnl.h) and `omp_set_num_threads` (OpenMP 4.5, section 3.2.1).
typedef int (*float_product)(char transa, char transb, int64_t m, int64_t n, int64_t k, float alpha,
                             const float *a, int64_t lda, const float *b, int64_t ldb,
                             float beta, float *c, int64_t ldc);
typedef int (*int8_product)(char transa, char transb, char offsetc, int64_t m, int64_t n, int64_t k, float alpha,
                            const uint8_t *a, int64_t lda, uint8_t ao, const int8_t *b, int64_t ldb, int8_t bo,
                            float beta, int32_t *c, int64_t ldc, const int32_t *co);
typedef void (*thread_limit)(int count);

static struct {
  float_product product;
  int8_product product_int8;
  thread_limit limit_threads;
} library;

static pthread_once_t opening = PTHREAD_ONCE_INIT;

static void open_library(void) {
  static const char *const names[] = {"libdnnl.so.2", "libdnnl.so.3"};
  void *handle = NULL;
  for (size_t i = 0; i < sizeof names / sizeof *names && handle == NULL; i++) {
    handle = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  }
  if (handle == NULL) return;
  float_product product = (float_product)dlsym(handle, "dnnl_sgemm");
  int8_product product_int8 = (int8_product)dlsym(handle, "dnnl_gemm_u8s8s32");
  if (product == NULL || product_int8 == NULL) return;
  library.product = product;
  library.product_int8 = product_int8;
  library.limit_threads = (thread_limit)dlsym(handle, "omp_set_num_threads");
}

// OpenMP keeps the number of threads for each calling thread, so it is set before each product: a store, no system call.
static bool use_library(void) {
  pthread_once(&opening, open_library);
  if (library.product == NULL) return false;
  if (library.limit_threads != NULL) library.limit_threads(1);
  return true;
}

const char *cmatrix_backend(void) { return use_library() ? "oneDNN" : "plain C"; }

void cmatrix_product(bool transposed, int64_t rows, int64_t columns, int64_t depth, float scale,
                     const float *a, int64_t a_stride, const float *b, int64_t b_stride, float *c, int64_t c_stride) {
  if (use_library() && library.product('N', transposed ? 'T' : 'N', rows, columns, depth, scale, a, a_stride, b,
                                       b_stride, 0, c, c_stride) == 0) {
    return;
  }
  cmatrix_plain_product(transposed, rows, columns, depth, scale, a, a_stride, b, b_stride, c, c_stride);
}

void cmatrix_product_int8(int64_t rows, int64_t columns, int64_t depth,
                          const uint8_t *a, const int8_t *b, const int32_t *offsets, int32_t *c) {
  if (use_library() && library.product_int8('N', 'T', 'R', rows, columns, depth, 1, a, depth, 0, b, depth, 0, 0, c,
                                            columns, offsets) == 0) {
    return;
  }
  cmatrix_plain_product_int8(rows, columns, depth, a, b, offsets, c);
}
