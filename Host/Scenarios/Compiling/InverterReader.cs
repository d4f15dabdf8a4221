using System;
using System.Collections.Generic;
using BatterySim.Host.Inverter;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Keys;
using BatterySim.Host.Scenarios.Language.Source;

namespace BatterySim.Host.Scenarios.Compiling
{
    /// <summary>Reads the keys of the inverter, those of its quirks included.</summary>
    internal static class InverterReader
    {
        /// <summary>Reads one key.</summary>
        /// <param name="entry">The key with its value.</param>
        /// <param name="isAction">True in the timeline: what is fixed when the inverter is built is then a problem, and a hand may act.</param>
        /// <param name="diagnostics">Takes what is wrong.</param>
        /// <param name="setMandatory">Takes the frames of mandatory-frames; null where they cannot change.</param>
        public static List<(InverterKey Key, FormValue Value)> Read(
            SourceEntry entry, bool isAction, DiagnosticList diagnostics, Action<BatteryFrames>? setMandatory)
        {
            var values = new List<(InverterKey, FormValue)>();
            if (entry.Key == "quirks")
            {
                if (NodeReader.Map(entry.Value, "quirks", diagnostics) is SourceMap map)
                {
                    foreach (SourceEntry quirk in map.Entries)
                    {
                        ReadQuirk(quirk, isAction, diagnostics, setMandatory, values);
                    }
                }

                return values;
            }

            InverterKey? hand = isAction ? InverterKeys.Find(InverterKeys.Hand, entry.Key) : null;
            InverterKey? key = InverterKeys.Find(InverterKeys.Settings, entry.Key) ?? hand;
            if (key == null)
            {
                var names = new List<string> { "quirks" };
                InverterKeys.AddNames(InverterKeys.Settings, names);
                if (isAction)
                {
                    InverterKeys.AddNames(InverterKeys.Hand, names);
                }
                else
                {
                    names.Add("firmware");
                }

                NodeReader.Unknown(entry, names, diagnostics);
                return values;
            }

            Add(key, entry, isAction, diagnostics, values);
            return values;
        }

        private static void ReadQuirk(
            SourceEntry entry, bool isAction, DiagnosticList diagnostics, Action<BatteryFrames>? setMandatory,
            List<(InverterKey Key, FormValue Value)> values)
        {
            if (entry.Key == InverterKeys.MandatoryFrames.Name && setMandatory != null)
            {
                ReadMandatory(entry, diagnostics, setMandatory);
                return;
            }

            InverterKey? key = InverterKeys.Find(InverterKeys.Quirks, entry.Key);
            if (key != null)
            {
                Add(key, entry, isAction, diagnostics, values);
                return;
            }

            var names = new List<string> { InverterKeys.MandatoryFrames.Name };
            InverterKeys.AddNames(InverterKeys.Quirks, names);
            NodeReader.Unknown(entry, names, diagnostics);
        }

        private static void Add(
            InverterKey key, SourceEntry entry, bool isAction, DiagnosticList diagnostics, List<(InverterKey Key, FormValue Value)> values)
        {
            if (isAction && key.IsSetupOnly)
            {
                diagnostics.Add(entry.Position, $"'{key.Name}' is fixed when the inverter is built; say it in the set-up.");
            }
            else if (key.Form.TryRead(entry.Value, key.Name, diagnostics, out FormValue value))
            {
                values.Add((key, value));
            }
        }

        private static void ReadMandatory(SourceEntry entry, DiagnosticList diagnostics, Action<BatteryFrames> set)
        {
            BatteryFrames frames = BatteryFrames.None;
            foreach (SourceNode node in NodeReader.OneOrMany(entry.Value))
            {
                if (!Form.FrameId.TryRead(node, entry.Key, diagnostics, out FormValue id))
                {
                    continue;
                }

                if (InverterKeys.Frames.TryGetValue(id.Int, out BatteryFrames frame))
                {
                    frames |= frame;
                }
                else
                {
                    diagnostics.Add(node.Position, $"{entry.Key}: {id.Text} is not a frame that a Sol-Ark knows.");
                }
            }

            set(frames);
        }
    }
}
