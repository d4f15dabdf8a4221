// BatterySim: nanoFramework.Device.Can on the CAN controller of an ESP32. MIT license, see LICENSE.

#ifndef BATTERYSIM_TWAI_FRAME_H
#define BATTERYSIM_TWAI_FRAME_H

#include <cstdint>

/// A classic CAN frame.
struct TwaiFrame
{
    static const uint8_t LengthMax = 8;
    static const uint32_t StandardIdMax = 0x7FF;
    static const uint32_t ExtendedIdMax = 0x1FFFFFFF;

    /// Identifier, 11 or 29 bits.
    uint32_t Id;

    /// True for a 29-bit identifier.
    bool IsExtended;

    /// True for a remote frame, which has a length and no data.
    bool IsRemote;

    /// Number of data bytes, 0 to 8.
    uint8_t Length;

    /// Data; bytes beyond the length are 0.
    uint8_t Data[LengthMax];
};

#endif
