using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatterySim.Bms.Can;
using BatterySim.Bms.Profiles;
using BatterySim.Host.Scenarios.Compiling;
using BatterySim.Host.Scenarios.Language.Source;

namespace BatterySim.Host.Scenarios.Profiles
{
    /// <summary>Reads <c>dialect</c> and <c>start</c> of a profile file.</summary>
    internal sealed class ProfileFactReader
    {
        /// <summary>Source of a value that is given without one.</summary>
        public const string OwnSource = "given in the profile file without a source";

        private static readonly string[] ValueKeys = ["value", "provenance", "source"];
        private static readonly string[] FrameKeys = ["length", "bytes", "startMilliseconds", "periodMilliseconds", "provenance", "source"];

        private readonly DiagnosticList _diagnostics;

        public ProfileFactReader(DiagnosticList diagnostics)
        {
            _diagnostics = diagnostics;
        }

        /// <summary>Reads <c>dialect</c>.</summary>
        public ProfileDialect? ReadDialect(SourceEntry entry)
        {
            if (NodeReader.Map(entry.Value, entry.Key, _diagnostics) is not SourceMap map)
            {
                return null;
            }

            List<ProfileFact> facts = [];
            List<ProfileFrame> frames = [];
            string[] keys = [.. ProfileDialectKeys.All.Select(static row => row.Key), ProfileDialectKeys.Frames];
            foreach (SourceEntry row in map.Entries)
            {
                if (row.Key == ProfileDialectKeys.Frames)
                {
                    frames = ReadFrames(row);
                }
                else
                {
                    AddFact(facts, row, keys, ProfileDialectKeys.FindProblem);
                }
            }

            var dialect = new ProfileDialect(facts, frames);
            if (_diagnostics.Count == 0 && dialect.CreateSettings().FindProblem() is string problem)
            {
                _diagnostics.Add(entry.Position, $"dialect: {problem}");
            }

            return dialect;
        }

        /// <summary>Reads <c>start</c>.</summary>
        public ProfileStart? ReadStart(SourceEntry entry)
        {
            if (NodeReader.Map(entry.Value, entry.Key, _diagnostics) is not SourceMap map)
            {
                return null;
            }

            List<ProfileFact> facts = [];
            string[] keys = [.. ProfileStartKeys.All.Select(static row => row.Key)];
            foreach (SourceEntry row in map.Entries)
            {
                AddFact(facts, row, keys, ProfileStartKeys.FindProblem);
            }

            return new ProfileStart(facts);
        }

        private void AddFact(List<ProfileFact> facts, SourceEntry row, string[] keys, Func<string, string, string?> findProblem)
        {
            if (!keys.Contains(row.Key))
            {
                NodeReader.Unknown(row, keys, _diagnostics);
                return;
            }

            SourceMap? map = row.Value as SourceMap;
            SourceNode? node = map is null ? row.Value : map.Find("value")?.Value;
            (Provenance provenance, string source) = ReadProvenance(row, map, ValueKeys);
            if (node is not SourceScalar scalar)
            {
                _diagnostics.Add(row.Position, $"{row.Key} has no value; write '{row.Key}: {{value: ..., provenance: ..., source: ...}}'.");
            }
            else if (findProblem(row.Key, scalar.Text) is string problem)
            {
                _diagnostics.Add(scalar.Position, $"{row.Key} '{scalar.Text}' {problem}");
            }
            else
            {
                facts.Add(new ProfileFact(row.Key, scalar.Text, provenance, source));
            }
        }

        private (Provenance Provenance, string Source) ReadProvenance(SourceEntry row, SourceMap? map, string[] keys)
        {
            Provenance provenance = Provenance.Assumed;
            string? source = null;
            foreach (SourceEntry part in map?.Entries ?? [])
            {
                if (!keys.Contains(part.Key))
                {
                    NodeReader.Unknown(part, keys, _diagnostics);
                }
                else if (part.Key == "provenance" && NodeReader.Text(part.Value, "provenance", _diagnostics) is string word)
                {
                    int index = Array.IndexOf(ProfileWords.Marks, word);
                    provenance = (Provenance)Math.Max(0, index);
                    if (index < 0)
                    {
                        _diagnostics.Add(part.Value.Position, $"The provenance '{word}' is unknown{NearestName.Hint(word, ProfileWords.Marks)}");
                    }
                }
                else if (part.Key == "source")
                {
                    source = NodeReader.Text(part.Value, "source", _diagnostics);
                }
            }

            if (provenance != Provenance.Assumed && string.IsNullOrWhiteSpace(source))
            {
                _diagnostics.Add(row.Position, $"{row.Key} has the provenance {ProfileWords.Marks[(int)provenance]} and names no source; add 'source: ...' or write 'provenance: assumed'.");
            }

            return (provenance, string.IsNullOrWhiteSpace(source) ? OwnSource : source);
        }

        private List<ProfileFrame> ReadFrames(SourceEntry entry)
        {
            List<ProfileFrame> frames = [];
            foreach (SourceEntry row in NodeReader.Map(entry.Value, entry.Key, _diagnostics)?.Entries ?? [])
            {
                if (!ProfileFrame.TryReadKey(row.Key, out uint id, out bool isExtended))
                {
                    _diagnostics.Add(row.Position, $"'{row.Key}' is not an identifier; write three hexadecimal digits for 11 bits, eight for 29 bits.");
                }
                else if (NodeReader.Map(row.Value, row.Key, _diagnostics) is SourceMap map)
                {
                    frames.Add(ReadFrame(row, map, id, isExtended));
                }
            }

            return frames;
        }

        private ProfileFrame ReadFrame(SourceEntry row, SourceMap map, uint id, bool isExtended)
        {
            (Provenance provenance, string source) = ReadProvenance(row, map, FrameKeys);
            byte?[] bytes = [];
            if (map.Find("bytes") is SourceEntry given && NodeReader.Text(given.Value, "bytes", _diagnostics) is string text)
            {
                byte?[]? read = ProfileFrame.TryReadBytes(text);
                bytes = read ?? [];
                if (read is null)
                {
                    _diagnostics.Add(given.Value.Position, $"bytes '{text}' are not up to 8 bytes; write each with two digits, or .. for one that the model writes.");
                }
            }

            var frame = new ProfileFrame(id, isExtended)
            {
                Length = ReadNumber(map, "length", CanFrame.DataLengthMax),
                Bytes = bytes,
                StartMilliseconds = ReadNumber(map, "startMilliseconds", ProfileDialectKeys.MillisecondsMax),
                PeriodMilliseconds = ReadNumber(map, "periodMilliseconds", ProfileDialectKeys.MillisecondsMax) ?? 0,
                Provenance = provenance,
                Source = source,
            };
            if (ProfileDialect.Model(frame) == null && bytes.Any(static value => value is null))
            {
                _diagnostics.Add(row.Position, $"{row.Key} is a frame that the model does not write; give all of its bytes.");
            }

            return frame;
        }

        private int? ReadNumber(SourceMap map, string key, int maximum)
        {
            if (map.Find(key) is not SourceEntry entry || NodeReader.Text(entry.Value, key, _diagnostics) is not string text)
            {
                return null;
            }

            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= maximum)
            {
                return number;
            }

            _diagnostics.Add(entry.Value.Position, $"{key} '{text}' is not a whole number from 0 to {maximum}.");
            return null;
        }
    }
}
