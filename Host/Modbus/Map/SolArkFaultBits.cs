using System;
using System.Collections.Generic;
using System.Globalization;

namespace BatterySim.Host.Modbus.Map
{
    /// <summary>The fault words: 64 bits in registers 103 to 106, low word first (Sol-Ark Modbus RTU Protocol V1.4).</summary>
    public static class SolArkFaultBits
    {
        /// <summary>Register of bits 0 to 15.</summary>
        public const int FirstAddress = 103;

        /// <summary>Number of fault words.</summary>
        public const int WordCount = 4;

#pragma warning disable IDE0055
        /// <summary>Every bit that has a name somewhere.</summary>
        public static IReadOnlyList<FaultBit> Rows { get; } =
        [
            new(1,  "",                         "DC_Inversed_Failure"),
            new(8,  "GFDI_Relay_Failure",       "GFDI_Relay_Failure"),
            new(13, "Grid_Mode_changed",        "Grid_Mode_change"),
            new(14, "DC_OverCurr_Fault",        "DC_OverCurr_Failure"),
            new(15, "SW_AC_OverCurr_Fault",     "AC_OverCurr_Failure"),
            new(16, "GFCI_Failure",             "GFCI_Failure"),
            new(18, "HW_Ac_OverCurr_Fault",     "Tz_AC_OverCurr_Fault"),
            new(20, "Tz_Dc_OverCurr_Fault",     "Tz_Dc_OverCurr_Fault"),
            new(22, "Tz_EmergStop_Fault",       "Tz_EmergStop_Fault"),
            new(23, "Tz_GFCI_OC_Fault",         "Tz_GFCI_OC_Fault"),
            new(24, "DC_Insulation_ISO_Fault",  "DC_Insulation_Fault"),
            new(25, "",                         "DC_Feedback_Fault"),
            new(26, "BusUnbalance_Fault",       "BusUnbalance_Fault"),
            new(29, "Parallel_Fault",           "Parallel_CANBus_Fault"),
            new(30, "",                         "AC_MainContactor_Fault"),
            new(31, "",                         "Soft_Start_Failed"),
            new(33, "AC_OverCurr_Fault",        ""),
            new(34, "AC_Overload_Fault",        "AC_Overload_Fault"),
            new(35, "",                         "AC_NoUtility_Fault"),
            new(37, "",                         "DCLLC_Soft_Over_Cur"),
            new(39, "",                         "DCLLC_Over_Current"),
            new(40, "",                         "Batt_Over_Current"),
            new(41, "AC_WU_OverVolt_Fault",     "Parallel_System_Stop_Fault"),
            new(43, "AC_VW_OverVolt_Fault",     ""),
            new(45, "AC_UV_OverVolt_Fault",     "AC_UV_OverVolt_Fault"),
            new(46, "Parallel_Aux_Fault",       "Battery_Backup_Fault"),
            new(47, "AC_OverFreq_Fault",        "AC_OverFreq_Fault"),
            new(48, "AC_UnderFreq_Fault",       "AC_UnderFreq_Fault"),
            new(55, "DC_VoltHigh_Fault",        "DC_VoltHigh_Fault"),
            new(56, "DC_VoltLow_Fault",         "DC_VoltLow_Fault"),
            new(58, "AC_U_GridCurr_High_Fault", "BMS_Communication_Fault"),
            new(60, "",                         "Gen_Volt_or_Fre_Fault"),
            new(61, "Button_Manual_OFF",        "Button_Manual_OFF"),
            new(62, "AC_B_InductCurr_High_Fault", ""),
            new(63, "Arc_Fault",                "Arc_Fault"),
            new(64, "Heatsink_HighTemp_Fault",  "Heatsink_HighTemp_Fault"),
        ];
#pragma warning restore IDE0055

        /// <summary>The fault words as one number, bit 0 the lowest.</summary>
        /// <param name="word">Gives a register by its address.</param>
        public static ulong Bits(Func<int, ushort> word)
        {
            ArgumentNullException.ThrowIfNull(word);
            ulong bits = 0;
            for (int index = 0; index < WordCount; index++)
            {
                bits |= (ulong)word(FirstAddress + index) << (16 * index);
            }

            return bits;
        }

        /// <summary>The bits that are faults: all but the notification F13.</summary>
        public static ulong WithoutNotifications(ulong bits) => bits & ~(1UL << 12);

        /// <summary>Every bit that is set, in words; "none" for no bit.</summary>
        public static string Describe(ulong bits)
        {
            var texts = new List<string>();
            for (int bit = 0; bit < 64; bit++)
            {
                if ((bits >> bit & 1) != 0)
                {
                    texts.Add(Find(bit)?.ToString() ?? string.Create(CultureInfo.InvariantCulture, $"F{bit + 1:00} (bit {bit}, undocumented)"));
                }
            }

            return texts.Count == 0 ? "none" : string.Join(", ", texts);
        }

        private static FaultBit? Find(int bit)
        {
            foreach (FaultBit row in Rows)
            {
                if (row.Bit == bit)
                {
                    return row;
                }
            }

            return null;
        }
    }
}
