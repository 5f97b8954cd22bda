// Linear layers in int8 with AVX2.

#if defined(__x86_64__)

#include <immintrin.h>
#include <stdint.h>
#include <string.h>

#define KERNEL int8_avx2
#define TARGET __attribute__((target("avx2")))
#define vector __m256i
#define VECTOR_COLUMNS 8
// Eight sums, two vectors of weights, the inputs, their products and the ones take 13 of the 16 registers.
#define TILE_ROWS 4

TARGET static inline __m256i zero(void) { return _mm256_setzero_si256(); }
TARGET static inline __m256i load(const void *bytes) { return _mm256_loadu_si256((const __m256i *)bytes); }
TARGET static inline void store(void *bytes, __m256i sums) { _mm256_storeu_si256((__m256i *)bytes, sums); }

TARGET static inline __m256i broadcast(const void *bytes) {
  int32_t four;
  memcpy(&four, bytes, sizeof four);
  return _mm256_set1_epi32(four);
}

// Pairs of products are added in 16 bits first, which hold 2 · 127 · 128.
TARGET static inline __m256i dot(__m256i sums, __m256i a, __m256i b) {
  return _mm256_add_epi32(sums, _mm256_madd_epi16(_mm256_maddubs_epi16(a, b), _mm256_set1_epi16(1)));
}

#include "int8_tile.h"

#endif
