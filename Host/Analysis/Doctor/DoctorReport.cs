using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace BatterySim.Host.Analysis.Doctor
{
    /// <summary>What the doctor says of a bus: who is on it, its rhythm, what is wrong, and what is healthy.</summary>
    public sealed class DoctorReport
    {
        /// <param name="title">Name of the log or the port.</param>
        /// <param name="bus">The survey.</param>
        public DoctorReport(string title, BusSurvey bus)
        {
            ArgumentNullException.ThrowIfNull(bus);
            Title = title;
            Bus = bus;
            Findings = DoctorRules.Check(bus);
        }

        /// <summary>Name of the log or the port.</summary>
        public string Title { get; }

        /// <summary>The survey.</summary>
        public BusSurvey Bus { get; }

        /// <summary>What is wrong, the worst first.</summary>
        public IReadOnlyList<Finding> Findings { get; }

        /// <summary>Who is on the bus, and by which evidence.</summary>
        public IReadOnlyList<(string Who, string Evidence)> Participants
        {
            get
            {
                List<(string, string)> who = [];
                if (Bus.HasBattery)
                {
                    string name = Bus.Bank.Name is string text ? $"0x35E '{text}'; " : "";
                    who.Add(("battery", $"{name}dialect {Bus.Dialect} ({string.Join("; ", Bus.DialectEvidence.DefaultIfEmpty("no evidence"))})"));
                }

                if (Bus.Has(0x307))
                {
                    who.Add(("Victron GX", "0x307"));
                }

                if (Bus.Find(0x305) is IdStatistics answer)
                {
                    who.Add(("inverter", string.Create(CultureInfo.InvariantCulture, $"0x305, {answer.Count} {(answer.Count == 1 ? "time" : "times")}")));
                }

                if (Bus.Ids.Any(static id => id.IsExtended && id.Id == 0x4200))
                {
                    who.Add(("inverter of a high-voltage battery", "29-bit 0x4200"));
                }

                return who;
            }
        }

        /// <summary>What is healthy, in one line.</summary>
        public string Healthy
        {
            get
            {
                if (!Bus.HasBattery)
                {
                    return "nothing to call healthy: no battery speaks";
                }

                List<string> parts = [];
                bool Is(params string[] ids) => !Findings.Any(finding => Array.IndexOf(ids, finding.Rule.Id) >= 0);
                if (Is("frame-missing", "frame-stalled", "battery-silent", "permission-missing"))
                {
                    parts.Add("every mandatory frame comes in its rhythm");
                }

                if (Is("limit-negative", "limit-beyond", "cvl-out-of-range", "cvl-below-voltage", "charge-limit-zero", "discharge-limit-zero"))
                {
                    parts.Add("limits are plausible");
                }

                if (Is("protection", "alarm", "deye-fault", "victron-alarm", "victron-warning"))
                {
                    parts.Add("no alarm is active");
                }

                if (Bus.Has(0x305) && Is("answer-stops"))
                {
                    parts.Add("the inverter answers");
                }

                return parts.Count == 0 ? "nothing" : string.Join(", ", parts);
            }
        }
    }
}
