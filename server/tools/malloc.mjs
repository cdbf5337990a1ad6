/**
 * What glibc is told when the process begins, which is the only time that it listens: large blocks, such as the bodies of requests and
 * what threads leave behind, go back to the system when they are free. By itself it keeps more of them the larger they get. Threads keep arenas of their own:
 * one that steps back for others must not hold the lock that the main thread waits for.
 */
export const thrifty = { MALLOC_MMAP_THRESHOLD_: '16384', MALLOC_TRIM_THRESHOLD_: '131072' };
