// FOR_EACH_CPU compiles a function once for each generation of vector instructions; the loader takes the one that the
// processor has. Only glibc's does that on x86-64. On arm64 the baseline has the vectors already.

#ifndef CLONES_H
#define CLONES_H

#include <limits.h> // any header of the C library says whether it is glibc

#if defined(__x86_64__) && defined(__GLIBC__)
#define FOR_EACH_CPU __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define FOR_EACH_CPU
#endif

#endif
