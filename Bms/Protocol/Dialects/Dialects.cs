using BatterySim.Bms.Protocol.Frames;

namespace BatterySim.Bms.Protocol.Dialects
{
    /// <summary>The named dialects.</summary>
    public static class Dialects
    {
        /// <summary>Name of the dialect that is used unless another one is asked for.</summary>
        public const string DefaultName = "sol-ark";

        private static readonly string[] AllNames = { "sol-ark", "sol-ark-v1.3", "pylontech", "pylontech-v1.3", "deye" };

        /// <summary>Names of all dialects, the default first.</summary>
        public static string[] Names { get { return AllNames; } }

        /// <summary>Fresh settings of a named dialect; null if there is none of that name.</summary>
        public static DialectSettings Create(string name)
        {
            switch (name)
            {
                case "sol-ark": return SolArk();
                case "sol-ark-v1.3": return SolArkV13();
                case "pylontech": return Pylontech();
                case "pylontech-v1.3": return PylontechV13();
                case "deye": return Deye();
                default: return null;
            }
        }

        // What a Sol-Ark in mode 00 presumably wants: the frames, their order and the eight bytes of its paper,
        // and the 0.01 V of every capture in place of the 0.1 V that the paper alone prints.
        private static DialectSettings SolArk()
        {
            DialectSettings settings = new DialectSettings();
            settings.Name = "sol-ark";
            settings.Order = FrameTable.Select(
                AlarmsFrame.CanId, LimitsFrame.CanId, StateFrame.CanId, MeasurementsFrame.CanId,
                RequestsFrame.CanId, NameFrame.CanId, CapacityFrame.CanId);
            return settings;
        }

        // Sol-Ark CAN V1.3 to the letter.
        private static DialectSettings SolArkV13()
        {
            DialectSettings settings = SolArk();
            settings.Name = "sol-ark-v1.3";
            settings.VoltageScale = VoltageScale.Decivolt;
            return settings;
        }

        // Pylontech LV CAN V1.2 of 2018-04-08, as its batteries send it; the order is that of three listings of real US batteries.
        private static DialectSettings Pylontech()
        {
            DialectSettings settings = new DialectSettings();
            settings.Name = "pylontech";
            settings.DataLength = DataLength.Native;
            settings.ManufacturerName = "PYLON";
            settings.SendsCapacity = false;
            settings.Order = FrameTable.Select(
                AlarmsFrame.CanId, LimitsFrame.CanId, StateFrame.CanId, MeasurementsFrame.CanId, RequestsFrame.CanId, NameFrame.CanId);
            return settings;
        }

        // What integrators call Pylontech V1.3; no text issued by Pylontech was found.
        private static DialectSettings PylontechV13()
        {
            DialectSettings settings = Pylontech();
            settings.Name = "pylontech-v1.3";
            settings.SendsFineSoc = true;
            settings.Order = FrameTable.Select(
                LimitsFrame.CanId, StateFrame.CanId, MeasurementsFrame.CanId, VictronAlarmsFrame.CanId, NameFrame.CanId, BatteryInfoFrame.CanId);
            return settings;
        }

        // The layouts and the name of Deye LV CAN V1.2, with the eight bytes, the current sign and the timers that Deye's own packs show in captures.
        // Deye V3.3 redefines 0x359; its fault tables are not known well enough to be sent.
        private static DialectSettings Deye()
        {
            DialectSettings settings = Pylontech();
            settings.Name = "deye";
            settings.DataLength = DataLength.Padded;
            settings.CurrentSign = CurrentSign.DischargePositive;
            settings.ManufacturerName = "DEYE";
            settings.HasOwnTimers = true;
            return settings;
        }
    }
}
