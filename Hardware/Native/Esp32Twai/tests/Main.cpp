// BatterySim: tests of the CAN component. MIT license, see LICENSE.

#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
