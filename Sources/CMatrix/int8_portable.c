// Linear layers in int8 on any processor: what int8_vnni.c does, in C that the compiler vectorises where it can.

#include <stdint.h>
#include <string.h>

#define KERNEL int8_portable
#define TARGET
#define VECTOR_COLUMNS 16
#define TILE_ROWS 2

// How such vectors would be passed depends on the processor, but all that takes or returns them is inlined.
#pragma clang diagnostic ignored "-Wpsabi"

typedef int32_t vector __attribute__((vector_size(4 * VECTOR_COLUMNS)));
typedef int16_t halves __attribute__((vector_size(4 * VECTOR_COLUMNS)));

static inline vector zero(void) { return (vector){0}; }

static inline vector load(const void *bytes) {
  vector result;
  memcpy(&result, bytes, sizeof result);
  return result;
}

static inline void store(void *bytes, vector sums) { memcpy(bytes, &sums, sizeof sums); }

static inline vector broadcast(const void *bytes) {
  int32_t four;
  memcpy(&four, bytes, sizeof four);
  return zero() + four;
}

// Pairs of products are added in 16 bits first, which hold 2 · 127 · 128: the two lower bytes of each half of a lane,
// and the two upper ones. With 7 bits, the bytes of `a` are the same with a sign.
static inline vector dot(vector sums, vector a, vector b) {
  halves x = (halves)a, y = (halves)b;
  vector pairs = (vector)((x << 8 >> 8) * (y << 8 >> 8) + (x >> 8) * (y >> 8));
  return sums + (pairs << 16 >> 16) + (pairs >> 16);
}

#include "int8_tile.h"
