#pragma once

/// Allocations, frees and mutex locks by code of the program itself on the thread `kindly-audio`.
long kindly_allocations(void);
