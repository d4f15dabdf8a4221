using System;
using System.Globalization;
using BatterySim.Host.Modbus.Map;
using BatterySim.Host.Modbus.Observing;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>Sees to what a probe needs around a real inverter: by waiting, by asking a person, and by looking whether it is so.</summary>
    internal sealed class BenchConditions
    {
        private const int HealthMilliseconds = 340_000;
        private const int RestartMilliseconds = 600_000;
        private const int VisibleMilliseconds = 20_000;
        private const int DayMinutes = 24 * 60;
        private const int EvenHours = 120;

        private readonly CertificationBench _bench;
        private readonly LiveCertificationBench _live;
        private bool _hasOwnVoltages;

        public BenchConditions(CertificationBench bench, LiveCertificationBench live)
        {
            _bench = bench;
            _live = live;
        }

        /// <summary>Makes the conditions.</summary>
        /// <returns>Null if they are there; else why not, in one sentence.</returns>
        public string? FindObstacle(ProbeConditions conditions)
        {
            return OwnVoltages(conditions) ?? Grid(conditions) ?? Restart(conditions) ?? Health(conditions) ?? TimeOfDay(conditions);
        }

        private string? OwnVoltages(ProbeConditions conditions)
        {
            if (conditions.OwnVoltageMillivolts > 0)
            {
                string volts = (conditions.OwnVoltageMillivolts / 1000m).ToString("0.0", CultureInfo.InvariantCulture);
                _hasOwnVoltages = Ask($"Set Absorption V and Float V of the inverter to {volts} V, and note what they were.");
                return _hasOwnVoltages ? null : "Absorption V and Float V can be changed at the inverter only; run it with --operator.";
            }

            if (_hasOwnVoltages)
            {
                _hasOwnVoltages = !Ask("Set Absorption V and Float V back to what they were.");
            }

            return _hasOwnVoltages ? "Absorption V and Float V were changed for a probe before and not set back." : null;
        }

        private string? Grid(ProbeConditions conditions)
        {
            bool IsAsWanted(InverterReading reading) => reading.HasGrid == conditions.HasGrid;
            if (_live.WaitUntil(IsAsWanted, _live.ResolutionMilliseconds * 2L))
            {
                return null;
            }

            string request = conditions.HasGrid ? "Close the grid breaker." : "Open the grid breaker: this probe runs off-grid.";
            if (!Ask(request))
            {
                return conditions.HasGrid
                    ? "There is no grid (register 150), and this probe needs one."
                    : "This probe runs off-grid, and register 150 shows a grid; open its breaker, or run it with --operator.";
            }

            return _live.WaitUntil(IsAsWanted, VisibleMilliseconds) ? null : "Register 150 does not show that the grid was switched.";
        }

        private string? Restart(ProbeConditions conditions)
        {
            if (!conditions.IsBankSilent)
            {
                return null;
            }

            if (!Ask("The bank is silent now. Switch the inverter off, wait until its screen is dark, and switch it on again."))
            {
                return "The inverter must be switched on while the bank is silent, which no port can do; run it with --operator.";
            }

            return _live.WaitUntil(static _ => true, RestartMilliseconds) ? null : "The inverter did not answer Modbus again within ten minutes.";
        }

        private string? Health(ProbeConditions conditions)
        {
            return conditions.IsBankSilent || _live.WaitUntil(static reading => reading.IsWithoutFault, HealthMilliseconds)
                ? null
                : $"A fault from before did not go within {HealthMilliseconds / 1000} s: {SolArkFaultBits.Describe(_live.Read().FaultBits)}.";
        }

        // The clock is read once, then counted on: registers 23 and 24, hour, and minute and second.
        private string? TimeOfDay(ProbeConditions conditions)
        {
            if (conditions.TimeOfDayMinutes < 0)
            {
                return null;
            }

            bool isMidnight = conditions.TimeOfDayMinutes == DayMinutes - 1;
            if (_bench.Observer.ReadClock() is not TimeSpan clock)
            {
                return "The inverter's clock (registers 22 to 24) reads 0, so that nobody knows when an even hour is.";
            }

            double period = isMidnight ? DayMinutes : EvenHours;
            double minutes = (period - 1 - (clock.TotalMinutes % period) + period) % period;
            string when = isMidnight ? "midnight" : "the next even hour";
            if (minutes * 60_000 > _bench.PatienceMilliseconds)
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"The inverter's clock says {clock:hh\\:mm}; the minute before {when} is {Math.Ceiling(minutes)} min away; wait for it with --patience.");
            }

            _bench.Tell?.Invoke(string.Create(
                CultureInfo.InvariantCulture,
                $"The inverter's clock says {clock:hh\\:mm}; the probe waits {Math.Ceiling(minutes)} min for the minute before {when}."));
            _live.Wait((int)(minutes * 60_000));
            return null;
        }

        private bool Ask(string request) => _bench.AskOperator?.Invoke(request) == true;
    }
}
