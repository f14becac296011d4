// Compiled before every Swift module that needs one of these libraries.
#include "libraries.h"
