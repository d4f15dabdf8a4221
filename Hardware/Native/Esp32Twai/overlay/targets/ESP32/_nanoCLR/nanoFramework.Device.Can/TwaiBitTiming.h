// BatterySim: nanoFramework.Device.Can on the CAN controller of an ESP32. MIT license, see LICENSE.

#ifndef BATTERYSIM_TWAI_BIT_TIMING_H
#define BATTERYSIM_TWAI_BIT_TIMING_H

#include <cstdint>

/// How a bit is divided, translated from the fields of the managed CanSettings.
///
///   | sync | tseg_1: propagation and phase 1 | tseg_2: phase 2 |     quantum = brp / 80 MHz
///   |  1   |            1 to 16              |      1 to 8     |     the bit is sampled between tseg_1 and tseg_2
///
/// CanSettings holds register fields of an STM32, each one less than what it means; the meanings carry over.
/// With 80 MHz, 500 kbit/s is brp 8, 16 + 3 quanta (fields 7, 15, 2), 250 kbit/s is brp 16 with the same quanta (15, 15, 2): both exact, sampled at 85 %.
struct TwaiBitTiming
{
    /// Clock of the controller of ESP32, S3 and C3, whatever the processor runs at.
    static const uint32_t ClockHertz = 80000000;

    static const uint32_t BitsPerSecondMax = 1000000;

    uint32_t Prescaler;
    uint32_t SegmentOneQuanta;
    uint32_t SegmentTwoQuanta;
    uint32_t JumpWidthQuanta;

    /// Takes the four fields of CanSettings.
    static TwaiBitTiming FromSettings(uint8_t baudRatePrescaler, uint8_t phaseSegment1, uint8_t phaseSegment2, uint8_t syncJumpWidth)
    {
        return {baudRatePrescaler + 1u, phaseSegment1 + 1u, phaseSegment2 + 1u, syncJumpWidth + 1u};
    }

    uint32_t BitsPerSecond() const
    {
        return ClockHertz / (Prescaler * (1 + SegmentOneQuanta + SegmentTwoQuanta));
    }

    /// Sample point, permille of a bit, rounded down.
    uint32_t SamplePointPermille() const
    {
        return 1000 * (1 + SegmentOneQuanta) / (1 + SegmentOneQuanta + SegmentTwoQuanta);
    }

    /// True if every ESP32, S3 and C3 can do it: an even prescaler from 2 to 128, segments and jump width that their fields hold,
    /// a jump that is not longer than phase 2, and at most 1 Mbit/s. A classic ESP32 of revision 2 and later also takes
    /// multiples of 4 up to 256, and so do S3 and C3.
    bool IsValid() const
    {
        const bool isPrescalerValid = Prescaler <= 128 ? Prescaler >= 2 && Prescaler % 2 == 0 : Prescaler <= 256 && Prescaler % 4 == 0;
        return isPrescalerValid && SegmentOneQuanta >= 1 && SegmentOneQuanta <= 16 && SegmentTwoQuanta >= 1 && SegmentTwoQuanta <= 8 &&
               JumpWidthQuanta >= 1 && JumpWidthQuanta <= 4 && JumpWidthQuanta <= SegmentTwoQuanta && BitsPerSecond() <= BitsPerSecondMax;
    }
};

#endif
