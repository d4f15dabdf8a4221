using System;
using System.Collections.Generic;
using BatterySim.Host.Inverter;
using BatterySim.Host.Modbus.Map;
using BatterySim.Host.Modbus.Observing;

namespace BatterySim.Host.Scenarios.Observing
{
    /// <summary>What of inverter.* the registers of a Sol-Ark show, made from the register map, and what they do not show.</summary>
    internal static class RegisterObservables
    {
        private const int ShutdownAddress = 217;
        private const int RestartAddress = 218;
        private const int OtherFaultBit = 8;
        private const string StateIsHidden =
            "The registers do not tell it: register 59 is the same with and without a shutdown between the two levels, and in standby or alarm it says neither.";

        private static readonly (InverterFault Fault, int Word)[] Faults =
        [
            (InverterFault.BmsCommunication, 5), (InverterFault.BatteryOverCurrent, 2), (InverterFault.DcVoltageHigh, 3),
            (InverterFault.DcVoltageLow, 4), (InverterFault.DcFeedback, 1),
        ];

        private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
        {
            ["stage"] = "no register has it; watch 183 and 191, or the screen",
            ["low-battery"] = "no register has it; look at System Alarms on the screen",
            ["force-charging"] = "no register has it; look at Li-Batt Info on the screen",
            ["force-charge"] = "no register has it; look at Li-Batt Info on the screen",
            ["full-charge"] = "no register has it; look at Li-Batt Info on the screen",
            ["warning"] = "register 102 is not confirmed on a Sol-Ark; look at System Alarms on the screen",
            ["soh"] = "no register has it; look at Li-Batt Info on the screen",
            ["modules"] = "no register has it",
            ["capacity"] = "no register has it; look at Li-Batt Info on the screen",
            ["protections"] = "the layout of register 323 is not published; look at Li-Batt Info on the screen",
            ["alarms"] = "the layout of register 322 is not published; look at Li-Batt Info on the screen",
            ["requests"] = "no register has it; look at Li-Batt Info on the screen",
            ["charge-enabled"] = "no register has it; watch whether 191 charges",
            ["discharge-enabled"] = "no register has it; watch whether 191 discharges",
            ["name"] = "no register has it",
            ["replies"] = "no register has it; expect something of reply.count instead",
        };

        private static readonly RegisterObservable[] Own =
        [
            new("state", State, RegisterProvenance.Field) { UnknownMeans = StateIsHidden },
            new("fault", Fault, RegisterProvenance.Documented),
            new("faults", AllFaults, RegisterProvenance.Documented),
        ];

        /// <summary>The observable of that name with enough confidence for a verdict; null with the reason if there is none.</summary>
        /// <param name="name">Name behind "inverter.".</param>
        /// <param name="isBmsBlockConfirmed">True if registers 312 to 317 were seen to follow what is on the bus of this bench.</param>
        /// <param name="obstacle">Why there is none.</param>
        public static RegisterObservable? Find(string name, bool isBmsBlockConfirmed, out string obstacle)
        {
            obstacle = "";
            foreach (RegisterObservable own in Own)
            {
                if (own.Name == name)
                {
                    return own;
                }
            }

            bool isUnconfirmed = false;
            foreach (RegisterRow row in SolArkRegisters.Rows)
            {
                if (row.Observable != name || !row.IsQuantity)
                {
                    continue;
                }

                // The direction of 318 is not published, so that it decides nothing even where the block is confirmed.
                bool isSure = row.Provenance >= RegisterProvenance.Field || (isBmsBlockConfirmed && row.Address != 318);
                if (isSure)
                {
                    return OfRow(row);
                }

                isUnconfirmed = true;
            }

            obstacle = isUnconfirmed
                ? "its register is known from related inverters only and did not follow the bus here; look at Li-Batt Info on the screen"
                : Elsewhere.GetValueOrDefault(name, "no register has it");
            return null;
        }

        private static RegisterObservable OfRow(RegisterRow row)
        {
            int sign = row.IsInverted ? -1 : 1;
            (long least, long most) = row.Range;
            return new RegisterObservable(
                row.Name, reading => Observed.Of(sign * row.Decode(reading.Word)), row.Provenance, row.ThousandthsPerCount / 2)
            {
                Least = row.IsInverted ? -most : least,
                Most = row.IsInverted ? -least : most,
            };
        }

        // 2 is normal, and by all that is known also what a Sol-Ark says while its SOC keeps it shut down; between the two levels nobody can tell.
        private static Observed State(InverterReading reading)
        {
            switch (reading.Word(SolArkRegisters.State))
            {
                case 4: return Observed.Of((long)InverterState.Fault);
                case 2 when reading.Value(SolArkRegisters.Soc) >= reading.Value(RestartAddress): return Observed.Of((long)InverterState.Normal);
                case 2 when reading.Value(SolArkRegisters.Soc) <= reading.Value(ShutdownAddress): return Observed.Of((long)InverterState.Shutdown);
                case 1: return Observed.Of((long)InverterState.WaitingForBms);
                default: return Observed.Unknown;
            }
        }

        private static Observed Fault(InverterReading reading)
        {
            ulong bits = SolArkFaultBits.WithoutNotifications(reading.FaultBits);
            foreach ((InverterFault fault, int word) in Faults)
            {
                if ((bits >> ((int)fault - 1) & 1) != 0)
                {
                    return Observed.Of(word);
                }
            }

            return Observed.Of(bits == 0 ? 0 : 1L << OtherFaultBit);
        }

        private static Observed AllFaults(InverterReading reading)
        {
            ulong left = SolArkFaultBits.WithoutNotifications(reading.FaultBits);
            long set = 0;
            foreach ((InverterFault fault, int word) in Faults)
            {
                ulong bit = 1UL << ((int)fault - 1);
                set |= (left & bit) != 0 ? 1L << (word - 1) : 0;
                left &= ~bit;
            }

            return Observed.Of(set | (left != 0 ? 1L << OtherFaultBit : 0));
        }
    }
}
