using System;
using System.IO;
using System.Text;
using System.Text.Json;
using BatterySim.Host.Analysis.Decoding;

namespace BatterySim.Host.Analysis.Doctor
{
    /// <summary>The report for programs. Times are seconds from the first frame.</summary>
    public static class JsonReportWriter
    {
        /// <summary>Writes it as one indented object.</summary>
        public static void Write(DoctorReport report, TextWriter output)
        {
            ArgumentNullException.ThrowIfNull(report);
            ArgumentNullException.ThrowIfNull(output);
            using MemoryStream buffer = new();
            using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
            {
                json.WriteStartObject();
                json.WriteString("input", report.Title);
                json.WriteNumber("frames", report.Bus.FrameCount);
                json.WriteNumber("seconds", Seconds(report.Bus.LengthMicroseconds));
                json.WriteBoolean("hasTimes", report.Bus.HasTimes);
                json.WriteString("dialect", report.Bus.Dialect);
                WriteParticipants(json, report);
                json.WriteString("healthy", report.Healthy);
                WriteFindings(json, report);
                WriteRhythm(json, report.Bus);
                WriteIds(json, report.Bus);
                json.WriteEndObject();
            }

            output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
        }

        private static decimal Seconds(long microseconds) => microseconds / 1_000_000m;

        private static void WriteParticipants(Utf8JsonWriter json, DoctorReport report)
        {
            json.WriteStartArray("participants");
            foreach ((string who, string evidence) in report.Participants)
            {
                json.WriteStartObject();
                json.WriteString("who", who);
                json.WriteString("evidence", evidence);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        private static void WriteFindings(Utf8JsonWriter json, DoctorReport report)
        {
            json.WriteStartArray("findings");
            foreach (Finding finding in report.Findings)
            {
                json.WriteStartObject();
                json.WriteString("id", finding.Rule.Id);
                json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
                json.WriteString("title", finding.Rule.Title);
                json.WriteString("evidence", finding.Evidence.Text);
                if (finding.Evidence.TimeMicroseconds is long time)
                {
                    json.WriteNumber("seconds", Seconds(time));
                }

                if (finding.Evidence.Frame is not null)
                {
                    json.WriteString("frame", $"{FrameText.Id(finding.Evidence.Frame)}#{FrameText.Data(finding.Evidence.Frame)}");
                }

                json.WriteString("consequence", finding.Rule.Consequence);
                json.WriteString("remedy", finding.Rule.Remedy);
                json.WriteString("source", finding.Rule.Source);
                json.WriteString("provenance", finding.Rule.Provenance);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        private static void WriteRhythm(Utf8JsonWriter json, BusSurvey bus)
        {
            if (!bus.HasTimes || bus.Rhythm is not { } rhythm)
            {
                return;
            }

            json.WriteStartObject("rhythm");
            json.WriteBoolean("hasOwnTimers", rhythm.HasOwnTimers);
            json.WriteString("firstId", FrameText.Id(rhythm.First.Id, rhythm.First.IsExtended));
            if (rhythm.PeriodMilliseconds is int period && !rhythm.HasOwnTimers)
            {
                json.WriteNumber("periodMilliseconds", period);
                json.WriteNumber("jitterMilliseconds", rhythm.JitterMilliseconds);
            }

            json.WriteEndObject();
        }

        private static void WriteIds(Utf8JsonWriter json, BusSurvey bus)
        {
            json.WriteStartArray("ids");
            foreach (IdStatistics id in bus.Ids)
            {
                json.WriteStartObject();
                json.WriteString("id", FrameText.Id(id.Id, id.IsExtended));
                json.WriteNumber("count", id.Count);
                json.WriteNumber("periodSeconds", Seconds(id.PeriodMicroseconds));
                json.WriteNumber("jitterSeconds", Seconds(id.JitterMicroseconds));
                json.WriteNumber("longestGapSeconds", Seconds(id.GapMicroseconds));
                json.WriteNumber("backToBackCount", id.BackToBackCount);
                if (bus.PlaceOf(id) is int place)
                {
                    json.WriteNumber("placeInSet", place);
                }

                json.WriteStartArray("lengths");
                foreach (int length in id.Lengths)
                {
                    json.WriteNumberValue(length);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }
}
