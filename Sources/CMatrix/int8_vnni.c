// Linear layers in int8 with AVX-512 VNNI.

#if defined(__x86_64__)

#include <immintrin.h>
#include <stdint.h>
#include <string.h>

#define KERNEL int8_vnni
#define TARGET __attribute__((target("avx512f,avx512vnni")))
#define vector __m512i
#define VECTOR_COLUMNS 16
// `vpdpbusd` takes five cycles, and two begin in each at best: eight sums keep it busy most of the time.
#define TILE_ROWS 8

TARGET static inline __m512i zero(void) { return _mm512_setzero_si512(); }
TARGET static inline __m512i load(const void *bytes) { return _mm512_loadu_si512(bytes); }
TARGET static inline void store(void *bytes, __m512i sums) { _mm512_storeu_si512(bytes, sums); }

TARGET static inline __m512i broadcast(const void *bytes) {
  int32_t four;
  memcpy(&four, bytes, sizeof four);
  return _mm512_set1_epi32(four);
}

TARGET static inline __m512i dot(__m512i sums, __m512i a, __m512i b) { return _mm512_dpbusd_epi32(sums, a, b); }

#include "int8_tile.h"

#endif
