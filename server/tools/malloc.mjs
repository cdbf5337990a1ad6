/**
 * Settings of glibc's malloc, which it reads only when a process begins. Blocks of 16 kB and more, such as the bodies of requests and
 * what threads leave behind, go back to the system when they are freed; by itself glibc keeps more of them the larger they get.
 * Threads keep arenas of their own: one that steps back for others must not hold the lock that the main thread waits for.
 */
export const mallocSettings = { MALLOC_MMAP_THRESHOLD_: '16384', MALLOC_TRIM_THRESHOLD_: '131072' };
