// BatterySim: nanoFramework.Device.Can on the CAN controller of an ESP32. MIT license, see LICENSE.

#include "target_nf_device_can_config.h"
#include "esp32_twai_pins.h"

const int Esp32TwaiTransmitPin = ESP32_TWAI_TX_PIN;
const int Esp32TwaiReceivePin = ESP32_TWAI_RX_PIN;
const int Esp32TwaiPowerPin = ESP32_TWAI_POWER_PIN;
const int Esp32TwaiStandbyPin = ESP32_TWAI_STANDBY_PIN;
