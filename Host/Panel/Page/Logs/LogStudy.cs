using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using BatterySim.Host.Analysis.Cloning;
using BatterySim.Host.Analysis.Decoding;
using BatterySim.Host.Analysis.Doctor;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Protocol;
using BatterySim.Host.Scenarios.Cloning;

namespace BatterySim.Host.Panel.Page.Logs
{
    /// <summary>A log that was dropped on the page: decoded, diagnosed and cloned by the code behind the commands of those names.</summary>
    public sealed class LogStudy
    {
        /// <summary>Largest log that the page reads, bytes; the command line has no such limit.</summary>
        public const long BytesMax = 48 << 20;

        private readonly byte[] _bytes;
        private readonly string _name;

        private LogStudy(string name, byte[] bytes)
        {
            _name = name;
            _bytes = bytes;
        }

        /// <summary>What the log is: format, frames, dialect.</summary>
        public string Summary { get; private set; } = "";

        /// <summary>Lines that are not frames and the like, in sentences.</summary>
        public IReadOnlyList<string> Notes { get; private set; } = [];

        /// <summary>Why there is nothing to see; empty if there is.</summary>
        public string Problem { get; private set; } = "";

        /// <summary>A line for every frame.</summary>
        public string Decoded { get; private set; } = "";

        /// <summary>The first lines of <see cref="Decoded"/>, for a page.</summary>
        public string DecodedStart { get; private set; } = "";

        /// <summary>What is wrong with the bus, as <c>batterysim doctor</c> says it.</summary>
        public string Diagnosis { get; private set; } = "";

        /// <summary>A profile file that sends the same; empty where that is not possible.</summary>
        public string Clone { get; private set; } = "";

        /// <summary>Why the log cannot be cloned; empty if it can.</summary>
        public string CloneProblem { get; private set; } = "";

        /// <summary>Reads a log.</summary>
        /// <param name="name">Its file name.</param>
        /// <param name="bytes">Its content.</param>
        /// <param name="target">An inverter of <see cref="InverterTargets"/>, or empty for any.</param>
        public static LogStudy Of(string name, byte[] bytes, string target)
        {
            LogStudy study = new(name, bytes);
            try
            {
                study.Decode();
                study.Diagnose(target);
                study.Copy();
            }
            catch (Exception problem) when (problem is LogFormatException or DecodeInputException or IOException)
            {
                study.Problem = $"{name} cannot be read: {problem.Message.TrimEnd('.')}. The formats are {LogFormats.Names}.";
            }

            return study;
        }

        private LogSource Open(bool isSteady) => new(new MemoryStream(_bytes, false), null, null, isSteady);

        private void Decode()
        {
            DialectDetector survey = DecodeRun.Survey(Open(false));
            LogSource source = Open(false);
            using StringWriter text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
            DecodeRun run = new(source, new FrameDecoder(survey), new TextFramePrinter(text) { IsBuffered = true });
            run.ToEnd();
            Decoded = text.ToString();
            DecodedStart = Start(Decoded, 2000);
            Notes = [.. source.Problems.Sentences(source.Unit), .. source.Notes()];
            string why = survey.Evidence.Count > 0 ? $", read as {survey.Dialect}: {string.Join("; ", survey.Evidence)}" : "";
            Summary = string.Create(CultureInfo.InvariantCulture,
                $"{_name}: {LogFormats.TitleOf(source.Format)}, {source.FrameCount} frames, {run.DecodedCount} decoded{why}.");
            Problem = source.FrameCount == 0 ? $"{_name} has no frames. The formats are {LogFormats.Names}." : "";
        }

        private void Diagnose(string target)
        {
            BusSurvey bus = new(target);
            bus.ReadAll(Open(true));
            if (bus.FrameCount > 0)
            {
                using StringWriter text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
                TextReportWriter.Write(new DoctorReport(_name, bus), text);
                Diagnosis = text.ToString();
            }
        }

        private void Copy()
        {
            try
            {
                BusPortrait portrait = BusPortrait.Of(Open(true));
                Clone = CloneRun.Learn(_name, portrait);
            }
            catch (CloneException problem)
            {
                CloneProblem = problem.Message;
            }
        }

        private static string Start(string text, int lines)
        {
            int end = -1;
            for (int line = 0; line < lines; line++)
            {
                int next = text.IndexOf('\n', end + 1);
                if (next < 0)
                {
                    return text;
                }

                end = next;
            }

            return text[..(end + 1)];
        }
    }
}
