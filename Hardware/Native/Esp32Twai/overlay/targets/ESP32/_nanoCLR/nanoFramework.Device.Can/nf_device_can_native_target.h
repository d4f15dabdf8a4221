// BatterySim: nanoFramework.Device.Can on the CAN controller of an ESP32. MIT license, see LICENSE.

#ifndef NF_DEVICE_CAN_NATIVE_TARGET_H
#define NF_DEVICE_CAN_NATIVE_TARGET_H

#include <driver/gpio.h>
#include <nf_device_can_native.h>

#include "TwaiPort.h"

/// The controller of the chip, CAN1. ESP32, S3 and C3 have one each.
extern TwaiPort Can1_Port;

#endif
