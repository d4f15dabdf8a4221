// BatterySim: tests of the CAN component. MIT license, see LICENSE.

#pragma once

#include <map>

/// Outputs that were driven, by GPIO, with their level.
extern std::map<int, int> FakeGpioLevels;
