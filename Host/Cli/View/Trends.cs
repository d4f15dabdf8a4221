using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Bms.Stack;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Cli.View
{
    /// <summary>The course of the bank's main values while somebody watches: a sample at each look, a simulated second apart at the least.</summary>
    internal sealed class Trends(TwinSession session)
    {
        private const int SamplesMax = 512;
        private const int SampleMilliseconds = 1000;
        private const int LabelWidth = 10;
        private const int ValueWidth = 19;

        private readonly List<int>[] _samples = [[], [], [], [], []];
        private long _nextMilliseconds;

        /// <summary>Lines that <see cref="Compose"/> makes.</summary>
        public int LineCount => _samples.Length;

        /// <summary>Takes a sample if one is due.</summary>
        public void Observe()
        {
            if (session.NowMilliseconds < _nextMilliseconds)
            {
                return;
            }

            _nextMilliseconds = session.NowMilliseconds + SampleMilliseconds;
            BankReport report = session.Simulator.Report;
            WireAge age = new(session);
            bool isMeasured = !age.IsStale(MeasurementsFrame.CanId);
            BatteryModule[] running = [.. Enumerable.Range(0, session.Simulator.Bank.Count).Select(session.Simulator.Bank.ModuleAt)
                .Where(static module => module.IsRunning)];
            Add(0, isMeasured ? report.VoltageMillivolts : BankReport.Unknown);
            Add(1, isMeasured ? report.CurrentMilliamps : BankReport.Unknown);
            Add(2, age.IsStale(StateFrame.CanId) ? BankReport.Unknown : report.SocPermille);
            Add(3, running.Length == 0 ? BankReport.Unknown : running.Min(static module => module.CellMinMillivolts));
            Add(4, running.Length == 0 ? BankReport.Unknown : running.Max(static module => module.CellMaxMillivolts));
        }

        /// <summary>A line for each value: its least and most in the time shown, and its course.</summary>
        public IEnumerable<TextLine> Compose(int width, bool isUnicode)
        {
            int room = System.Math.Max(1, width - LabelWidth - ValueWidth - 3);
            string[] names = ["V", "A", "SOC %", "cell min V", "cell max V"];
            for (int index = 0; index < _samples.Length; index++)
            {
                int[] shown = [.. _samples[index].TakeLast(room)];
                int[] known = [.. shown.Where(static value => value != BankReport.Unknown)];
                string range = known.Length == 0 ? "?" : $"{Text(index, known.Min())} to {Text(index, known.Max())}";
                yield return new TextLine().Add($"{(index == 0 ? "Course" : ""),-10}", Palette.Title)
                    .Add($"{names[index],-10} ").Add($"{range,-17} ").Add(Sparkline.Compose(shown, room, isUnicode), Palette.Title);
            }
        }

        private static string Text(int index, int value) => index switch
        {
            0 => Figures.FromMilli(value, 2),
            1 => Figures.FromMilli(value, 1),
            2 => Figures.FromDeci(value),
            _ => Figures.FromMilli(value, 3),
        };

        private void Add(int index, int value)
        {
            _samples[index].Add(value);
            if (_samples[index].Count > SamplesMax)
            {
                _samples[index].RemoveAt(0);
            }
        }
    }
}
