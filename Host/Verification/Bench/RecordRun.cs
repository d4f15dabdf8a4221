using System;
using System.Collections.Generic;
using System.IO;
using BatterySim.Bms;
using BatterySim.Host.Inverter;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Verification.Bench
{
    /// <summary>Records the three courses that docs/model.md shows as plots.</summary>
    internal static class RecordRun
    {
        private const long HourMilliseconds = 3_600_000;

        private static readonly Dictionary<string, Action<TextWriter>> Courses = new(StringComparer.Ordinal)
        {
            ["cycle"] = RecordCycle,
            ["return"] = RecordReturn,
            ["coldstart"] = RecordColdStart,
        };

        public static int Run(string[] arguments, TextWriter error)
        {
            if (arguments.Length != 2 || !Courses.TryGetValue(arguments[0], out Action<TextWriter>? record))
            {
                error.WriteLine($"bench: 'record' takes a course and a file; the courses are {string.Join(", ", Courses.Keys)}.");
                return 2;
            }

            try
            {
                using var output = new StreamWriter(arguments[1]);
                record(output);
                return 0;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                error.WriteLine($"bench: '{arguments[1]}' cannot be written: {exception.Message}");
                return 1;
            }
        }

        // Three batteries: charged by the inverter until it floats, rested, discharged until the BMS lets go.
        private static void RecordCycle(TextWriter output)
        {
            // Shutdown would end the discharge before the bank does.
            var options = new TwinOptions { Inverter = new InverterSettings { ShutdownPermille = 0, RestartPermille = 0 }, LoadWatts = -9000 };
            options.Bank.BatteryCount = 3;
            options.Bank.SocPermille = 200;
            var session = new TwinSession(options);
            session.Stepped += new CsvRecorder(session, output).Observe;
            session.AdvanceTo(4 * HourMilliseconds);
            session.LoadWatts = 0;
            session.AdvanceTo(5 * HourMilliseconds);
            session.LoadWatts = 6000;
            session.AdvanceTo(8 * HourMilliseconds);
        }

        // Four batteries charge; the fourth, left behind at 5 %, gets its breaker back after two minutes.
        private static void RecordReturn(TextWriter output)
        {
            var options = new TwinOptions { LoadWatts = -8000 };
            options.Bank.BatteryCount = 4;
            options.Bank.SocPermille = 900;
            var session = new TwinSession(options);
            Simulator bank = session.Simulator;
            bank.Bank.ModuleAt(3).SetSocPermille(50);
            bank.SetBreaker(3, false);
            session.Stepped += new CsvRecorder(session, output).Observe;
            session.AdvanceTo(120_000);
            bank.SetBreaker(3, true);
            session.AdvanceTo(HourMilliseconds);
        }

        // Four batteries out of the box: breakers one after the other, then RST; an inverter without BMS_Err_Stop waits with its load.
        private static void RecordColdStart(TextWriter output)
        {
            var options = new TwinOptions { Inverter = new InverterSettings { StopsOnBmsError = false }, LoadWatts = 4000 };
            options.Bank.BatteryCount = 4;
            options.Bank.StartsAwake = false;
            var session = new TwinSession(options);
            session.Stepped += new CsvRecorder(session, output).Observe;
            for (int battery = 0; battery < 4; battery++)
            {
                session.AdvanceTo(2000 + (battery * 1000));
                session.Simulator.SetBreaker(battery, true);
            }

            session.AdvanceTo(8000);
            session.Simulator.PressReset(0);
            session.AdvanceTo(8500);
            session.Simulator.ReleaseReset(0);
            session.AdvanceTo(60_000);
        }
    }
}
