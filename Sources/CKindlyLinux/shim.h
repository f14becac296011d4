// Descriptors of Linux that Swift's Glibc module leaves out.
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
