// BatterySim: pins for tests, in place of the header that CMake makes. MIT license, see LICENSE.
#define ESP32_TWAI_TX_PIN 5
#define ESP32_TWAI_RX_PIN 4
#define ESP32_TWAI_POWER_PIN 16
#define ESP32_TWAI_STANDBY_PIN 23
