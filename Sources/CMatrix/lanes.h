// Vectors of 16 floats: one AVX-512 register, two of AVX2, four of NEON. In a function for each processor
// (see clones.h), the compiler makes of them what that processor has.

#ifndef LANES_H
#define LANES_H

#include <stdint.h>
#include <string.h>

#define LANES 16
typedef float lanes __attribute__((vector_size(LANES * sizeof(float)), aligned(sizeof(float))));
typedef int32_t int_lanes __attribute__((vector_size(LANES * sizeof(int32_t)), aligned(sizeof(int32_t))));

#define INLINE static inline __attribute__((always_inline))

// How such vectors would be passed depends on the processor, but all that takes or returns them is inlined.
#pragma clang diagnostic ignored "-Wpsabi"

INLINE lanes load(const float *source) { return *(const lanes *)source; }
INLINE void store(float *target, lanes values) { *(lanes *)target = values; }

// The next multiple of LANES.
INLINE int64_t padded(int64_t count) { return (count + LANES - 1) / LANES * LANES; }

// eˣ for x <= 0, to about 2 units in the last place: 2ⁿ · 2ᶠ with f in [-½, ½] and the Taylor polynomial of e^(f ln 2).
INLINE lanes exponential(lanes x) {
  lanes power = __builtin_elementwise_max(x * 1.44269504f, (lanes){} - 126.0f);
  lanes whole = __builtin_elementwise_roundeven(power);
  lanes f = (power - whole) * 0.69314718f;
  lanes value =
      1.0f + f * (1.0f + f * (0.5f + f * (1.0f / 6 + f * (1.0f / 24 + f * (1.0f / 120 + f * (1.0f / 720))))));
  int_lanes bits = (__builtin_convertvector(whole, int_lanes) + 127) << 23;
  lanes factor;
  memcpy(&factor, &bits, sizeof factor);
  return value * factor;
}

INLINE float sum_of(lanes values) {
  float sum = 0;
  for (int i = 0; i < LANES; i++) sum += values[i];
  return sum;
}

INLINE float largest_of(lanes values) { return __builtin_reduce_max(values); }

#endif
