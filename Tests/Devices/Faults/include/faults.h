#pragma once
// Preloaded (LD_PRELOAD) it stands before the C library's file functions. See `faults.c`.

/// How many operations under the watched folder there were so far.
long kindly_operations(void);
