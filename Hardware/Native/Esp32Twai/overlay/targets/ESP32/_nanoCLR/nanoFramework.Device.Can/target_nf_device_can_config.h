// BatterySim: nanoFramework.Device.Can on the CAN controller of an ESP32. MIT license, see LICENSE.

#ifndef TARGET_NF_DEVICE_CAN_CONFIG_H
#define TARGET_NF_DEVICE_CAN_CONFIG_H

/// GPIO that drives TXD of the transceiver.
extern const int Esp32TwaiTransmitPin;

/// GPIO that RXD of the transceiver drives.
extern const int Esp32TwaiReceivePin;

/// GPIO that is driven high when the port opens, for boards that switch the transceiver's supply; -1 for none.
extern const int Esp32TwaiPowerPin;

/// GPIO that is driven low when the port opens, for boards with a standby or slope input (RS, S, SE); -1 for none.
extern const int Esp32TwaiStandbyPin;

#endif
