namespace BatterySim.Bms.Profiles
{
    /// <summary>The published protection sets. Voltages in mV, currents in mA, temperatures in 0.1 degree Celsius.</summary>
    public static class ProtectionSets
    {
        /// <summary>PACE P16S100A, 16 cells.</summary>
        public const string Pace16 = "pace-16s";

        /// <summary>The same for batteries of 230 A: voltages and temperatures of PACE, currents 2.3 times as large.</summary>
        public const string Pace16At230 = "pace-16s-230a";

        /// <summary>Seplos 3.0 defaults, 16 cells, with lock-out.</summary>
        public const string Seplos16 = "seplos-16s";

        /// <summary>EG4 LL-S, 16 cells.</summary>
        public const string Eg4 = "eg4-16s";

        /// <summary>EG4 WallMount Indoor 280, 16 cells.</summary>
        public const string Eg4Wall = "eg4-16s-280";

        /// <summary>Pylontech US series, 15 cells.</summary>
        public const string Pylontech15 = "pylontech-15s";

        private const string Jakiper = "Jakiper JK48V100 with PACE P16S100A-1812, read out; over-current hold, short level assumed";
        private const int None = ProtectionRule.None;

        // Levels that no source gives: over-current holds a minute, as EG4 and Seplos have it; a short is what no FET of the 100 A class carries.
        private const int HoldMilliseconds = 60000;
        private const int ShortMilliamps = 300000;

        /// <summary>Names of all sets.</summary>
        public static string[] Names { get { return new string[] { Pace16, Pace16At230, Seplos16, Eg4, Eg4Wall, Pylontech15 }; } }

        /// <summary>A fresh set of that name; null if there is none.</summary>
        public static ProtectionSet Create(string name)
        {
            switch (name)
            {
                case Pace16: return CreatePace16(Pace16, Jakiper, 10);
                case Pace16At230: return CreatePace16(Pace16At230, "PACE levels; currents 2.3 times those of the 100 A class, assumed", 23);
                case Seplos16: return CreateSeplos16();
                case Eg4: return CreateEg4();
                case Eg4Wall: return CreateEg4Wall();
                case Pylontech15: return CreatePylontech15();
                default: return null;
            }
        }

#pragma warning disable IDE0055 // columns
        private static ProtectionSet CreatePace16(string name, string source, int tenths)
        {
            return new ProtectionSet(name, source, 0, new ProtectionRule[]
            {
                //                 name                           quantity                       trips         alarm   protect         release delayMs holdMs            blocks            flag
                new ProtectionRule("cell over-voltage",           Quantity.CellMax,              Trips.Above,    3600,    3700,           3380,  1000, 0,                Blocks.Charge,    BmsFlags.OverVoltage),
                new ProtectionRule("pack over-voltage",           Quantity.Voltage,              Trips.Above,   57600,   59200,          54000,  1000, 0,                Blocks.Charge,    BmsFlags.OverVoltage),
                new ProtectionRule("cell under-voltage",          Quantity.CellMin,              Trips.Below,    2800,    2500,           2900,  1000, 0,                Blocks.Discharge, BmsFlags.UnderVoltage),
                new ProtectionRule("pack under-voltage",          Quantity.Voltage,              Trips.Below,   44800,   40000,          46400,  1000, 0,                Blocks.Discharge, BmsFlags.UnderVoltage),
                new ProtectionRule("charge over-current",         Quantity.ChargeCurrent,        Trips.Above, 10400 * tenths, 11000 * tenths,           None,  1000, HoldMilliseconds, Blocks.Charge,    BmsFlags.ChargeOverCurrent),
                new ProtectionRule("discharge over-current 1",    Quantity.DischargeCurrent,     Trips.Above, 10500 * tenths, 11000 * tenths,           None,  1000, HoldMilliseconds, Blocks.Discharge, BmsFlags.DischargeOverCurrent),
                new ProtectionRule("discharge over-current 2",    Quantity.DischargeCurrent,     Trips.Above,    None, 15000 * tenths,           None,   100, HoldMilliseconds, Blocks.Discharge, BmsFlags.DischargeOverCurrent),
                new ProtectionRule("short circuit",               Quantity.DischargeCurrent,     Trips.Above,    None,  ShortMilliamps / 10 * tenths, None,     0, HoldMilliseconds, Blocks.Both,      BmsFlags.DischargeOverCurrent),
                new ProtectionRule("charge over-temperature",     Quantity.ChargeTemperature,    Trips.Above,     510,     550,            500,     0, 0,                Blocks.Charge,    BmsFlags.OverTemperature),
                new ProtectionRule("charge under-temperature",    Quantity.ChargeTemperature,    Trips.Below,       0,     -50,              0,     0, 0,                Blocks.Charge,    BmsFlags.UnderTemperature),
                new ProtectionRule("discharge over-temperature",  Quantity.DischargeTemperature, Trips.Above,     560,     600,            550,     0, 0,                Blocks.Discharge, BmsFlags.OverTemperature),
                new ProtectionRule("discharge under-temperature", Quantity.DischargeTemperature, Trips.Below,    -150,    -200,           -150,     0, 0,                Blocks.Discharge, BmsFlags.UnderTemperature),
                new ProtectionRule("FET over-temperature",        Quantity.FetTemperature,       Trips.Above,     900,    1100,            850,     0, 0,                Blocks.Both,      BmsFlags.OverTemperature),
            });
        }

        private static ProtectionSet CreateSeplos16()
        {
            return new ProtectionSet(Seplos16, "Seplos 3.0 defaults (dermarki.de); temperatures as PACE, short level assumed", 5, new ProtectionRule[]
            {
                //                 name                           quantity                       trips         alarm   protect         release delayMs holdMs            blocks            flag
                new ProtectionRule("cell over-voltage",           Quantity.CellMax,              Trips.Above,    3500,    3650,           3400,  1000, 0,                Blocks.Charge,    BmsFlags.OverVoltage),
                new ProtectionRule("pack over-voltage",           Quantity.Voltage,              Trips.Above,   56000,   57600,          54000,  1000, 0,                Blocks.Charge,    BmsFlags.OverVoltage),
                new ProtectionRule("cell under-voltage",          Quantity.CellMin,              Trips.Below,    2900,    2700,           3100,  1000, 0,                Blocks.Discharge, BmsFlags.UnderVoltage),
                new ProtectionRule("pack under-voltage",          Quantity.Voltage,              Trips.Below,   46400,   43200,          48000,  1000, 0,                Blocks.Discharge, BmsFlags.UnderVoltage),
                new ProtectionRule("charge over-current 1",       Quantity.ChargeCurrent,        Trips.Above,  105000,  110000,           None, 10000, HoldMilliseconds, Blocks.Charge,    BmsFlags.ChargeOverCurrent),
                new ProtectionRule("charge over-current 2",       Quantity.ChargeCurrent,        Trips.Above,    None,  200000,           None,   300, HoldMilliseconds, Blocks.Charge,    BmsFlags.ChargeOverCurrent),
                new ProtectionRule("discharge over-current 1",    Quantity.DischargeCurrent,     Trips.Above,  105000,  110000,           None, 10000, HoldMilliseconds, Blocks.Discharge, BmsFlags.DischargeOverCurrent),
                new ProtectionRule("discharge over-current 2",    Quantity.DischargeCurrent,     Trips.Above,    None,  250000,           None,   300, HoldMilliseconds, Blocks.Discharge, BmsFlags.DischargeOverCurrent),
                new ProtectionRule("short circuit",               Quantity.DischargeCurrent,     Trips.Above,    None,  ShortMilliamps,   None,     0, HoldMilliseconds, Blocks.Both,      BmsFlags.DischargeOverCurrent),
                new ProtectionRule("charge over-temperature",     Quantity.ChargeTemperature,    Trips.Above,     510,     550,            500,     0, 0,                Blocks.Charge,    BmsFlags.OverTemperature),
                new ProtectionRule("charge under-temperature",    Quantity.ChargeTemperature,    Trips.Below,       0,     -50,              0,     0, 0,                Blocks.Charge,    BmsFlags.UnderTemperature),
                new ProtectionRule("discharge over-temperature",  Quantity.DischargeTemperature, Trips.Above,     560,     600,            550,     0, 0,                Blocks.Discharge, BmsFlags.OverTemperature),
                new ProtectionRule("discharge under-temperature", Quantity.DischargeTemperature, Trips.Below,    -150,    -200,           -150,     0, 0,                Blocks.Discharge, BmsFlags.UnderTemperature),
                new ProtectionRule("FET over-temperature",        Quantity.FetTemperature,       Trips.Above,     900,    1100,            850,     0, 0,                Blocks.Both,      BmsFlags.OverTemperature),
            });
        }

        private static ProtectionSet CreateEg4()
        {
            return new ProtectionSet(Eg4, "EG4 LL-S manual p. 31; it gives no alarm levels, FET temperature as PACE", 0, new ProtectionRule[]
            {
                //                 name                           quantity                       trips         alarm   protect         release delayMs holdMs            blocks            flag
                new ProtectionRule("cell over-voltage",           Quantity.CellMax,              Trips.Above,    None,    3800,           3450,  1000, 0,                Blocks.Charge,    BmsFlags.OverVoltage),
                new ProtectionRule("pack over-voltage",           Quantity.Voltage,              Trips.Above,    None,   60000,          55200,  1000, 0,                Blocks.Charge,    BmsFlags.OverVoltage),
                new ProtectionRule("cell under-voltage",          Quantity.CellMin,              Trips.Below,    None,    2300,           3100,  1000, 0,                Blocks.Discharge, BmsFlags.UnderVoltage),
                new ProtectionRule("pack under-voltage",          Quantity.Voltage,              Trips.Below,    None,   44800,          48000,  1000, 0,                Blocks.Discharge, BmsFlags.UnderVoltage),
                new ProtectionRule("charge over-current",         Quantity.ChargeCurrent,        Trips.Above,  102000,  120000,           None,  3000, HoldMilliseconds, Blocks.Charge,    BmsFlags.ChargeOverCurrent),
                new ProtectionRule("discharge over-current 1",    Quantity.DischargeCurrent,     Trips.Above,    None,  102000,           None, 60000, HoldMilliseconds, Blocks.Discharge, BmsFlags.DischargeOverCurrent),
                new ProtectionRule("discharge over-current 2",    Quantity.DischargeCurrent,     Trips.Above,    None,  150000,           None,  3000, HoldMilliseconds, Blocks.Discharge, BmsFlags.DischargeOverCurrent),
                new ProtectionRule("short circuit",               Quantity.DischargeCurrent,     Trips.Above,    None,  ShortMilliamps,   None,     0, HoldMilliseconds, Blocks.Both,      BmsFlags.DischargeOverCurrent),
                new ProtectionRule("charge over-temperature",     Quantity.ChargeTemperature,    Trips.Above,    None,     700,            600,     0, 0,                Blocks.Charge,    BmsFlags.OverTemperature),
                new ProtectionRule("charge under-temperature",    Quantity.ChargeTemperature,    Trips.Below,    None,     -50,              0,     0, 0,                Blocks.Charge,    BmsFlags.UnderTemperature),
                new ProtectionRule("discharge over-temperature",  Quantity.DischargeTemperature, Trips.Above,    None,     750,            650,     0, 0,                Blocks.Discharge, BmsFlags.OverTemperature),
                new ProtectionRule("discharge under-temperature", Quantity.DischargeTemperature, Trips.Below,    None,    -200,           -100,     0, 0,                Blocks.Discharge, BmsFlags.UnderTemperature),
                new ProtectionRule("FET over-temperature",        Quantity.FetTemperature,       Trips.Above,     900,    1100,            850,     0, 0,                Blocks.Both,      BmsFlags.OverTemperature),
            });
        }

        private static ProtectionSet CreateEg4Wall()
        {
            return new ProtectionSet(Eg4Wall, "EG4 WallMount Indoor 280 manual; it gives no alarm levels", 0, new ProtectionRule[]
            {
                //                 name                           quantity                       trips         alarm   protect         release delayMs holdMs            blocks            flag
                new ProtectionRule("cell over-voltage",           Quantity.CellMax,              Trips.Above,    None,    3800,           3450,  1000, 0,                Blocks.Charge,    BmsFlags.OverVoltage),
                new ProtectionRule("pack over-voltage",           Quantity.Voltage,              Trips.Above,    None,   60000,          55200,  1000, 0,                Blocks.Charge,    BmsFlags.OverVoltage),
                new ProtectionRule("cell under-voltage",          Quantity.CellMin,              Trips.Below,    None,    2300,           3100,  1000, 0,                Blocks.Discharge, BmsFlags.UnderVoltage),
                new ProtectionRule("pack under-voltage",          Quantity.Voltage,              Trips.Below,    None,   44800,          48000,  1000, 0,                Blocks.Discharge, BmsFlags.UnderVoltage),
                new ProtectionRule("charge over-current 1",       Quantity.ChargeCurrent,        Trips.Above,    None,  205000,           None, 10000, HoldMilliseconds, Blocks.Charge,    BmsFlags.ChargeOverCurrent),
                new ProtectionRule("charge over-current 2",       Quantity.ChargeCurrent,        Trips.Above,    None,  225000,           None,  3000, HoldMilliseconds, Blocks.Charge,    BmsFlags.ChargeOverCurrent),
                new ProtectionRule("discharge over-current 1",    Quantity.DischargeCurrent,     Trips.Above,    None,  205000,           None, 10000, HoldMilliseconds, Blocks.Discharge, BmsFlags.DischargeOverCurrent),
                new ProtectionRule("discharge over-current 2",    Quantity.DischargeCurrent,     Trips.Above,    None,  300000,           None,  3000, HoldMilliseconds, Blocks.Discharge, BmsFlags.DischargeOverCurrent),
                new ProtectionRule("short circuit",               Quantity.DischargeCurrent,     Trips.Above,    None,          600000,   None,     0, HoldMilliseconds, Blocks.Both,      BmsFlags.DischargeOverCurrent),
                new ProtectionRule("charge over-temperature",     Quantity.ChargeTemperature,    Trips.Above,    None,     700,            600,     0, 0,                Blocks.Charge,    BmsFlags.OverTemperature),
                new ProtectionRule("charge under-temperature",    Quantity.ChargeTemperature,    Trips.Below,    None,     -50,              0,     0, 0,                Blocks.Charge,    BmsFlags.UnderTemperature),
                new ProtectionRule("discharge over-temperature",  Quantity.DischargeTemperature, Trips.Above,    None,     750,            650,     0, 0,                Blocks.Discharge, BmsFlags.OverTemperature),
                new ProtectionRule("discharge under-temperature", Quantity.DischargeTemperature, Trips.Below,    None,    -200,           -100,     0, 0,                Blocks.Discharge, BmsFlags.UnderTemperature),
                new ProtectionRule("FET over-temperature",        Quantity.FetTemperature,       Trips.Above,    None,    1100,            800,     0, 0,                Blocks.Both,      BmsFlags.OverTemperature),
            });
        }

        private static ProtectionSet CreatePylontech15()
        {
            return new ProtectionSet(Pylontech15, "Pylontech US2000B Plus V2.4 levels (servtec.co.uk); over-current, short and discharge temperatures assumed from the US5000 read-out", 0, new ProtectionRule[]
            {
                //                 name                           quantity                       trips         alarm   protect         release delayMs holdMs            blocks            flag
                new ProtectionRule("cell over-voltage",           Quantity.CellMax,              Trips.Above,    3600,    3650,           3500,  1000, 0,                Blocks.Charge,    BmsFlags.OverVoltage),
                new ProtectionRule("pack over-voltage",           Quantity.Voltage,              Trips.Above,   53700,   54000,          52000,  1000, 0,                Blocks.Charge,    BmsFlags.OverVoltage),
                new ProtectionRule("cell under-voltage",          Quantity.CellMin,              Trips.Below,    3050,    2900,           3250,  1000, 0,                Blocks.Discharge, BmsFlags.UnderVoltage),
                new ProtectionRule("pack under-voltage",          Quantity.Voltage,              Trips.Below,   46000,   44500,          49000,  1000, 0,                Blocks.Discharge, BmsFlags.UnderVoltage),
                new ProtectionRule("charge over-current",         Quantity.ChargeCurrent,        Trips.Above,  102000,  110000,           None,  1000, HoldMilliseconds, Blocks.Charge,    BmsFlags.ChargeOverCurrent),
                new ProtectionRule("discharge over-current 1",    Quantity.DischargeCurrent,     Trips.Above,  102000,  110000,           None,  1000, HoldMilliseconds, Blocks.Discharge, BmsFlags.DischargeOverCurrent),
                new ProtectionRule("discharge over-current 2",    Quantity.DischargeCurrent,     Trips.Above,    None,  200000,           None,   100, HoldMilliseconds, Blocks.Discharge, BmsFlags.DischargeOverCurrent),
                new ProtectionRule("short circuit",               Quantity.DischargeCurrent,     Trips.Above,    None,  ShortMilliamps,   None,     0, HoldMilliseconds, Blocks.Both,      BmsFlags.DischargeOverCurrent),
                new ProtectionRule("charge over-temperature",     Quantity.ChargeTemperature,    Trips.Above,     590,     610,            550,     0, 0,                Blocks.Charge,    BmsFlags.OverTemperature),
                new ProtectionRule("charge under-temperature",    Quantity.ChargeTemperature,    Trips.Below,    None,     -90,            -50,     0, 0,                Blocks.Charge,    BmsFlags.UnderTemperature),
                new ProtectionRule("discharge over-temperature",  Quantity.DischargeTemperature, Trips.Above,     590,     610,            550,     0, 0,                Blocks.Discharge, BmsFlags.OverTemperature),
                new ProtectionRule("discharge under-temperature", Quantity.DischargeTemperature, Trips.Below,    None,    -100,            -50,     0, 0,                Blocks.Discharge, BmsFlags.UnderTemperature),
                new ProtectionRule("FET over-temperature",        Quantity.FetTemperature,       Trips.Above,     900,    1100,            850,     0, 0,                Blocks.Both,      BmsFlags.OverTemperature),
            });
        }
#pragma warning restore IDE0055
    }
}
