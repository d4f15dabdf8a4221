using System;
using System.Collections.Generic;
using System.Globalization;
using BatterySim.Host.Inverter;
using static BatterySim.Host.Modbus.Map.RegisterGroup;
using static BatterySim.Host.Modbus.Map.RegisterProvenance;
using static BatterySim.Host.Modbus.Map.RegisterType;

namespace BatterySim.Host.Modbus.Map
{
    /// <summary>The register map of Sol-Ark 5K, 8K, 12K and 15K: one table. Addresses are decimal and 0-based.</summary>
    /// <remarks>
    /// Documented: Sol-Ark Modbus RTU Protocol V1.4 (2023). Field: a published log of an 8K (2025) and notes on a 15K (2026). Family: Deye V117/V118.
    /// </remarks>
    public static class SolArkRegisters
    {
        /// <summary>Registers from 0 that the table covers; everything behind reads 0.</summary>
        public const int Count = 330;

        /// <summary>Register of the inverter's state.</summary>
        public const int State = 59;

        /// <summary>Register of the SOC that the inverter uses.</summary>
        public const int Soc = 184;

        /// <summary>First register of the BMS block.</summary>
        public const int BmsBlock = 312;

#pragma warning disable IDE0055
        /// <summary>Every row, by address.</summary>
        public static IReadOnlyList<RegisterRow> Rows { get; } =
        [
            new(0, Code, "device type", "3 or 0x0300: single-phase or split-phase, low voltage", Family) { Group = Identity, Value = _ => 3 },
            new(1, Code, "unit id", "Modbus SN; V1.4 says that unit 1 always answers, manuals and owners that it is this number", Family) { Group = Identity, Value = f => f.Unit },
            new(2, Hex, "protocol version", "high byte . low byte", Family) { Group = Identity, Value = _ => 0x0201 },
            new(3, Text, "serial number 1-2", "ten characters in five registers", Documented) { Group = Identity, Value = _ => Characters(0) },
            new(4, Text, "serial number 3-4", "", Documented) { Group = Identity, Value = _ => Characters(2) },
            new(5, Text, "serial number 5-6", "", Documented) { Group = Identity, Value = _ => Characters(4) },
            new(6, Text, "serial number 7-8", "", Documented) { Group = Identity, Value = _ => Characters(6) },
            new(7, Text, "serial number 9-10", "", Documented) { Group = Identity, Value = _ => Characters(8) },
            new(11, Hex, "firmware S", "four digits", Field) { Group = Identity, Value = f => SolArkIdentity.FirmwareS(f.Settings.Model) },
            new(13, Hex, "firmware M", "four digits, control board", Field) { Group = Identity, Value = f => SolArkIdentity.FirmwareM(f.Settings.Model) },
            new(14, Hex, "firmware C", "four digits, communication board", Field) { Group = Identity, Value = f => SolArkIdentity.FirmwareC(f.Settings.Model) },
            new(16, U32, "rated power", "names the model: 8000 W is an 8K", Field) { Group = Identity, Unit = "W", ThousandthsPerCount = 100, Value = f => SolArkIdentity.RatedWatts(f.Settings.Model) * 1000L },
            new(18, Hex, "MPPT and phases", "bits 8 to 11: MPPTs; the phase field of a split-phase 8K says 3", Field) { Group = Identity, Value = f => f.Settings.Model == InverterModel.SolArk15K ? 0x0303 : 0x0203 },
            new(22, Bytes, "clock: year and month", "year since 2000", Field) { Group = Identity, Value = _ => (26 << 8) | 1 },
            new(23, Bytes, "clock: day and hour", "", Field) { Group = Identity, Value = f => (1 << 8) | (f.SecondsOfDay / 3600) },
            new(24, Bytes, "clock: minute and second", "", Field) { Group = Identity, Value = f => ((f.SecondsOfDay / 60 % 60) << 8) | (f.SecondsOfDay % 60) },
            new(43, Code, "on", "1: switched on", Field) { Group = Identity, Value = f => f.Inverter.IsPoweredOn ? 1 : 0 },
            new(59, Code, "state", "0 standby, 1 self-test, 2 normal, 3 alarm, 4 fault; only 2 was seen on a Sol-Ark", Field) { Group = RegisterGroup.State, Observable = "state", Value = StateOf },
            new(70, U16, "charge today", "", Documented) { Group = Energy, Unit = "kWh", ThousandthsPerCount = 100, Value = f => f.Energy.ChargeWattHours },
            new(71, U16, "discharge today", "", Documented) { Group = Energy, Unit = "kWh", ThousandthsPerCount = 100, Value = f => f.Energy.DischargeWattHours },
            new(72, U32, "charge total", "", Documented) { Group = Energy, Unit = "kWh", ThousandthsPerCount = 100, Value = f => f.Energy.ChargeWattHours },
            new(74, U32, "discharge total", "", Documented) { Group = Energy, Unit = "kWh", ThousandthsPerCount = 100, Value = f => f.Energy.DischargeWattHours },
            new(76, U16, "bought today", "", Documented) { Group = Energy, Unit = "kWh", ThousandthsPerCount = 100, Value = f => f.Energy.BoughtWattHours },
            new(77, U16, "sold today", "", Documented) { Group = Energy, Unit = "kWh", ThousandthsPerCount = 100, Value = f => f.Energy.SoldWattHours },
            new(78, U32Split, "bought total", "low word 78, high word 80", Documented) { Group = Energy, Unit = "kWh", ThousandthsPerCount = 100, Value = f => f.Energy.BoughtWattHours },
            new(79, U16, "grid frequency", "0 without a grid", Documented) { Group = Power, Unit = "Hz", ThousandthsPerCount = 10, Value = f => f.IsOnGrid ? 60_000 : 0 },
            new(81, U32, "sold total", "", Documented) { Group = Energy, Unit = "kWh", ThousandthsPerCount = 100, Value = f => f.Energy.SoldWattHours },
            new(84, U16, "load today", "", Documented) { Group = Energy, Unit = "kWh", ThousandthsPerCount = 100, Value = f => f.Energy.LoadWattHours },
            new(85, U32, "load total", "", Documented) { Group = Energy, Unit = "kWh", ThousandthsPerCount = 100, Value = f => f.Energy.LoadWattHours },
            new(90, U16, "DC-DC temperature", "not on a 15K", Documented) { Group = Power, Unit = "C", ThousandthsPerCount = 100, Offset = 1000, Value = _ => 25_000 },
            new(91, U16, "heat sink temperature", "", Documented) { Group = Power, Unit = "C", ThousandthsPerCount = 100, Offset = 1000, Value = _ => 25_000 },
            new(96, U32, "PV total", "", Documented) { Group = Energy, Unit = "kWh", ThousandthsPerCount = 100, Value = f => f.Energy.SolarWattHours },
            new(101, Hex, "warnings 0-15", "", Family) { Group = RegisterGroup.State },
            new(102, Hex, "warnings 16-31", "0x4000: W31, battery loss", Family) { Group = RegisterGroup.State, Observable = "warning", Value = f => f.Inverter.Warning == InverterWarning.BatteryCommunication ? 0x4000 : 0 },
            new(103, Hex, "faults F01-F16", "code = bit + 1; F13 is a notification", Documented) { Group = RegisterGroup.State, Observable = "faults", Value = f => FaultWord(f, 0) },
            new(104, Hex, "faults F17-F32", "", Documented) { Group = RegisterGroup.State, Observable = "faults", Value = f => FaultWord(f, 1) },
            new(105, Hex, "faults F33-F48", "", Documented) { Group = RegisterGroup.State, Observable = "faults", Value = f => FaultWord(f, 2) },
            new(106, Hex, "faults F49-F64", "0x0200 is bit 57: F58, which V1.4 names AC_U_GridCurr_High_Fault and manuals BMS communication", Documented) { Group = RegisterGroup.State, Observable = "faults", Value = f => FaultWord(f, 3) },
            new(107, U16, "corrected capacity", "not the charge that is left", Documented) { Group = Battery, Unit = "Ah", Value = f => f.Settings.BatteryCapacityAmpereHours * 1000L },
            new(108, U16, "PV today", "", Documented) { Group = Energy, Unit = "kWh", ThousandthsPerCount = 100, Value = f => f.Energy.SolarWattHours },
            new(109, U16, "PV1 voltage", "", Documented) { Group = Power, Unit = "V", ThousandthsPerCount = 100 },
            new(110, U16, "PV1 current", "", Documented) { Group = Power, Unit = "A", ThousandthsPerCount = 100 },
            new(150, U16, "grid L1-N", "", Documented) { Group = Power, Unit = "V", ThousandthsPerCount = 100, Value = f => f.IsOnGrid ? 120_000 : 0 },
            new(151, U16, "grid L2-N", "", Documented) { Group = Power, Unit = "V", ThousandthsPerCount = 100, Value = f => f.IsOnGrid ? 120_000 : 0 },
            new(152, U16, "grid L1-L2", "", Documented) { Group = Power, Unit = "V", ThousandthsPerCount = 100, Value = f => f.IsOnGrid ? 240_000 : 0 },
            new(154, U16, "inverter L1-N", "", Documented) { Group = Power, Unit = "V", ThousandthsPerCount = 100, Value = f => f.Inverter.IsPoweredOn ? 120_000 : 0 },
            new(155, U16, "inverter L2-N", "", Documented) { Group = Power, Unit = "V", ThousandthsPerCount = 100, Value = f => f.Inverter.IsPoweredOn ? 120_000 : 0 },
            new(156, U16, "inverter L1-L2", "", Documented) { Group = Power, Unit = "V", ThousandthsPerCount = 100, Value = f => f.Inverter.IsPoweredOn ? 240_000 : 0 },
            new(167, S16, "grid L1 power", "bought positive", Documented) { Group = Power, Unit = "W", Value = f => (f.Inverter.GridWatts - (f.Inverter.GridWatts / 2)) * 1000L },
            new(168, S16, "grid L2 power", "bought positive", Documented) { Group = Power, Unit = "W", Value = f => f.Inverter.GridWatts / 2 * 1000L },
            new(169, S16, "grid power", "bought positive, sold negative", Documented) { Group = Power, Unit = "W", Observable = "grid-power", Value = f => f.Inverter.GridWatts * 1000L },
            new(173, S16, "inverter L1 power", "", Documented) { Group = Power, Unit = "W", Value = f => (OutputWatts(f) - (OutputWatts(f) / 2)) * 1000L },
            new(174, S16, "inverter L2 power", "", Documented) { Group = Power, Unit = "W", Value = f => OutputWatts(f) / 2 * 1000L },
            new(175, S16, "inverter power", "173 + 174", Documented) { Group = Power, Unit = "W", Value = f => OutputWatts(f) * 1000L },
            new(176, S16, "load L1 power", "", Documented) { Group = Power, Unit = "W", Value = f => (f.ServedWatts - (f.ServedWatts / 2)) * 1000L },
            new(177, S16, "load L2 power", "", Documented) { Group = Power, Unit = "W", Value = f => f.ServedWatts / 2 * 1000L },
            new(178, S16, "load power", "176 + 177", Documented) { Group = Power, Unit = "W", Value = f => f.ServedWatts * 1000L },
            new(182, U16, "battery temperature", "1200 is 20.0 C; one owner reads it without the offset", Documented) { Group = Battery, Unit = "C", ThousandthsPerCount = 100, Offset = 1000, Value = BatteryTemperature },
            new(183, U16, "battery voltage", "at the inverter's own terminals", Documented) { Group = Battery, Unit = "V", ThousandthsPerCount = 10, Observable = "voltage", Value = f => f.Inverter.TerminalMillivolts },
            new(184, U16, "SOC", "what the inverter uses", Documented) { Group = Battery, Unit = "%", Observable = "soc", Value = f => SocPermille(f) * 100L },
            new(186, U16, "PV1 power", "", Documented) { Group = Power, Unit = "W", Value = f => f.Inverter.IsPoweredOn ? f.Settings.SolarWatts * 1000L : 0 },
            new(190, S16, "battery power", "discharging positive (field)", Documented) { Group = Battery, Unit = "W", IsInverted = true, Value = f => -(long)f.Inverter.TerminalMillivolts * f.Inverter.CurrentMilliamps / 1000 },
            new(191, S16, "battery current", "discharging positive (field), at most 327.67 A", Documented) { Group = Battery, Unit = "A", ThousandthsPerCount = 10, IsInverted = true, Observable = "current", Value = f => -(long)f.Inverter.CurrentMilliamps },
            new(192, U16, "load frequency", "", Documented) { Group = Power, Unit = "Hz", ThousandthsPerCount = 10, Value = f => f.Inverter.IsPoweredOn ? 60_000 : 0 },
            new(193, U16, "inverter frequency", "", Documented) { Group = Power, Unit = "Hz", ThousandthsPerCount = 10, Value = f => f.Inverter.IsPoweredOn ? 60_000 : 0 },
            new(194, Code, "grid relay", "1 open, 2 closed; an 8K without a grid says 0", Documented) { Group = RegisterGroup.State, Value = Relay },
            new(200, Code, "battery control", "0 lead acid, 1 lithium (BMS)", Family) { Group = Setting, Key = "bms-lithium-batt", Value = f => f.Settings.UsesBms ? 1 : 0 },
            new(201, U16, "equalise V", "follows CVL in closed loop", Field) { Group = Setting, Unit = "V", ThousandthsPerCount = 10, Value = f => ClosedLoopOr(f, f.Settings.EqualiseMillivolts) },
            new(202, U16, "absorption V", "follows CVL in closed loop", Field) { Group = Setting, Unit = "V", ThousandthsPerCount = 10, Observable = "cvl", Value = f => ClosedLoopOr(f, f.Settings.AbsorptionMillivolts) },
            new(203, U16, "float V", "follows CVL in closed loop", Field) { Group = Setting, Unit = "V", ThousandthsPerCount = 10, Value = f => ClosedLoopOr(f, f.Settings.FloatMillivolts) },
            new(204, U16, "Batt capacity", "", Field) { Group = Setting, Key = "battery-capacity", Unit = "Ah", Value = f => f.Settings.BatteryCapacityAmpereHours * 1000L, Write = (s, v) => s.BatteryCapacityAmpereHours = (int)(v / 1000) },
            new(207, U16, "equalise days", "", Family) { Group = Setting, Unit = "d", Value = f => f.Settings.EqualiseDays * 1000L },
            new(208, U16, "equalise duration", "", Family) { Group = Setting, Unit = "h", ThousandthsPerCount = 500, Value = f => f.Settings.EqualiseHours * 1000L },
            new(210, U16, "Max A charge", "", Field) { Group = Setting, Key = "max-a-charge", Unit = "A", Value = f => f.Settings.ChargeLimitMilliamps, Write = (s, v) => s.ChargeLimitMilliamps = (int)v },
            new(211, U16, "Max A discharge", "", Field) { Group = Setting, Key = "max-a-discharge", Unit = "A", Value = f => f.Settings.DischargeLimitMilliamps, Write = (s, v) => s.DischargeLimitMilliamps = (int)v },
            new(213, Code, "Use Batt", "0 V, 1 %, 2 no battery", Field) { Group = Setting, Key = "batt-mode", Value = f => f.Settings.BatteryMode == BatteryMode.Percent ? 1 : 0 },
            new(214, Code, "Activate Battery", "documents say 0 on, 1 off; disputed", Family) { Group = Setting, Key = "activate-battery", Value = f => f.Settings.ActivatesBattery ? 0 : 1 },
            new(217, U16, "shutdown", "", Field) { Group = Setting, Key = "shutdown", Unit = "%", Value = f => f.Settings.ShutdownPermille * 100L, Write = (s, v) => s.ShutdownPermille = (int)(v / 100) },
            new(218, U16, "restart", "", Field) { Group = Setting, Key = "restart", Unit = "%", Value = f => f.Settings.RestartPermille * 100L, Write = (s, v) => s.RestartPermille = (int)(v / 100) },
            new(219, U16, "low batt", "", Field) { Group = Setting, Key = "low-batt", Unit = "%", Value = f => f.Settings.LowBatteryPermille * 100L, Write = (s, v) => s.LowBatteryPermille = (int)(v / 100) },
            new(220, U16, "shutdown V", "", Field) { Group = Setting, Key = "shutdown-v", Unit = "V", ThousandthsPerCount = 10, Value = f => f.Settings.ShutdownMillivolts },
            new(221, U16, "restart V", "", Field) { Group = Setting, Key = "restart-v", Unit = "V", ThousandthsPerCount = 10, Value = f => f.Settings.RestartMillivolts },
            new(222, U16, "low batt V", "", Field) { Group = Setting, Key = "low-batt-v", Unit = "V", ThousandthsPerCount = 10, Value = f => f.Settings.LowBatteryMillivolts },
            new(228, U16, "grid charge start V", "", Field) { Group = Setting, Key = "start-v", Unit = "V", ThousandthsPerCount = 10, Value = f => f.Settings.GridChargeStartMillivolts },
            new(229, U16, "grid charge start", "", Field) { Group = Setting, Key = "start", Unit = "%", Value = f => f.Settings.GridChargeStartPermille * 100L, Write = (s, v) => s.GridChargeStartPermille = (int)(v / 100) },
            new(230, U16, "Grid Charge A", "", Field) { Group = Setting, Key = "grid-charge-a", Unit = "A", Value = f => f.Settings.GridChargeLimitMilliamps, Write = (s, v) => s.GridChargeLimitMilliamps = (int)v },
            new(232, Code, "Grid Charge", "bit 0: on", Field) { Group = Setting, Key = "grid-charge", Value = f => f.Settings.GridChargeEnabled ? 1 : 0, Write = (s, v) => s.GridChargeEnabled = (v & 1) != 0 },
            new(244, Code, "work mode", "0 grid sell, 1 limited to load, 2 limited to home", Field) { Group = Setting, Key = "sell", Value = f => f.Settings.SellAllowed ? 0 : 1 },
            new(285, Code, "nominal frequency", "0 50 Hz, 1 60 Hz", Field) { Group = Identity, Value = _ => 1 },
            new(286, Code, "grid type", "0 single phase, 1 split phase 120/240 V, 2 three-phase", Field) { Group = Identity, Value = _ => 1 },
            new(312, U16, "BMS charge voltage", "0x351", Family) { Group = RegisterGroup.Bms, Unit = "V", ThousandthsPerCount = 10, Observable = "cvl", Value = f => f.OfBms(f.Bms.ChargeVoltageLimitMillivolts, 1) },
            new(313, U16, "BMS discharge voltage", "0x351", Family) { Group = RegisterGroup.Bms, Unit = "V", ThousandthsPerCount = 10, Observable = "dvl", Value = f => f.OfBms(f.Bms.DischargeVoltageLimitMillivolts, 1) },
            new(314, S16, "BMS charge current limit", "0x351", Family) { Group = RegisterGroup.Bms, Unit = "A", Observable = "ccl", Value = f => f.OfBms(f.Bms.ChargeCurrentLimitMilliamps, 1) },
            new(315, S16, "BMS discharge current limit", "0x351", Family) { Group = RegisterGroup.Bms, Unit = "A", Observable = "dcl", Value = f => f.OfBms(f.Bms.DischargeCurrentLimitMilliamps, 1) },
            new(316, U16, "BMS SOC", "0x355", Family) { Group = RegisterGroup.Bms, Unit = "%", Observable = "soc", Value = f => f.OfBms(f.Bms.SocPermille, 100) },
            new(317, U16, "BMS voltage", "0x356", Family) { Group = RegisterGroup.Bms, Unit = "V", ThousandthsPerCount = 10, Observable = "battery-voltage", Value = f => f.OfBms(f.Bms.VoltageMillivolts, 1) },
            new(318, S16, "BMS current", "0x356; the direction is not published, here as in 0x356", Family) { Group = RegisterGroup.Bms, Unit = "A", Observable = "battery-current", Value = f => f.OfBms(f.Bms.CurrentMilliamps, 1) },
            new(319, U16, "BMS temperature", "0x356", Family) { Group = RegisterGroup.Bms, Unit = "C", ThousandthsPerCount = 100, Offset = 1000, Observable = "temperature", Value = BmsTemperature },
            new(322, Hex, "BMS alarms", "the layout is not published; here it is that of this program", Inferred) { Group = RegisterGroup.Bms, Value = f => f.OfBms(f.Bms.Alarms, 1) },
            new(323, Hex, "BMS protections", "the layout is not published; here it is that of this program", Inferred) { Group = RegisterGroup.Bms, Value = f => f.OfBms(f.Bms.Protections, 1) },
            new(325, Code, "BMS Lithium Batt", "number of the battery protocol; 0 CAN", Family) { Group = RegisterGroup.Bms },
        ];
#pragma warning restore IDE0055

        /// <summary>The row of an address; null if there is none.</summary>
        public static RegisterRow? Find(int address)
        {
            foreach (RegisterRow row in Rows)
            {
                if (row.Address == address)
                {
                    return row;
                }
            }

            return null;
        }

        /// <summary>Firmware as a screen shows it, "M 7.2.2.2 / S 1.7.2.6 / C 1.4.3.F" (field: 15K).</summary>
        /// <param name="word">Gives a register by its address.</param>
        public static string Firmware(Func<int, ushort> word)
        {
            ArgumentNullException.ThrowIfNull(word);
            static string Digits(ushort value) => string.Join('.', value.ToString("X4", CultureInfo.InvariantCulture).ToCharArray());
            return $"M {Digits(word(13))} / S {Digits(word(11))} / C {Digits(word(14))}";
        }

        private static long Characters(int index) => (SolArkIdentity.SerialNumber[index] << 8) | SolArkIdentity.SerialNumber[index + 1];

        // Only 2 was seen on a Sol-Ark; the others are those of the family.
        private static long StateOf(SolArkFacts facts) => facts.Inverter.State switch
        {
            InverterState.Fault => 4,
            InverterState.WaitingForBms => 1,
            InverterState.Off => 0,
            _ => 2,
        };

        private static long FaultWord(SolArkFacts facts, int word)
        {
            ulong bits = 0;
            foreach (InverterFault fault in InverterFaults.Known)
            {
                int bit = fault == InverterFault.BmsCommunication ? facts.Quirks.CommunicationFaultBit : (int)fault - 1;
                bits |= facts.Inverter.Faults.Contains(fault) ? 1UL << bit : 0;
            }

            return (ushort)(bits >> (16 * word));
        }

        private static long Relay(SolArkFacts facts) => facts.IsOnGrid ? 2 : facts.Quirks.RelayIsZeroWithoutGrid ? 0 : 1;

        private static int SocPermille(SolArkFacts facts) =>
            !facts.Settings.UsesBms || facts.Settings.Quirks.UsesOwnSoc ? facts.Inverter.OwnSocPermille : facts.Bms.SocPermille.Value;

        private static long BatteryTemperature(SolArkFacts facts)
        {
            int decidegrees = facts.Bms.TemperatureDecidegrees.Or(250);
            return (facts.Quirks.HasTemperatureOffset ? decidegrees : decidegrees - 1000) * 100L;
        }

        // Nothing was received: the register itself is 0, which is 100 degrees below.
        private static long BmsTemperature(SolArkFacts facts) =>
            facts.Bms.TemperatureDecidegrees.IsKnown && facts.Quirks.HasBmsBlock && facts.Settings.UsesBms
                ? facts.Bms.TemperatureDecidegrees.Value * 100L
                : -100_000;

        private static long ClosedLoopOr(SolArkFacts facts, int ownMillivolts) =>
            facts.IsClosedLoop ? facts.Bms.ChargeVoltageLimitMillivolts.Value : ownMillivolts;

        private static int OutputWatts(SolArkFacts facts) => facts.ServedWatts - facts.Inverter.GridWatts;
    }
}
