using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms.Faults;
using BatterySim.Bms.Instrument;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Protocol;
using BatterySim.Host.Scpi;

namespace BatterySim.Host.Panel.Page.Forms
{
    /// <summary>The rows of the command table that break something, as the page groups them. Nothing here names a single fault.</summary>
    public static class FaultGroups
    {
        /// <summary>Values of the report that are replaced.</summary>
        public static IReadOnlyList<SettingRow> Values { get; } = Timed("FAULt:VALue:");

        /// <summary>What is wrong with a frame.</summary>
        public static IReadOnlyList<SettingRow> Frames { get; } = Timed("FAULt:FRAMe@:");

        /// <summary>Frames besides the bank's own.</summary>
        public static IReadOnlyList<SettingRow> Extra { get; } = Timed("FAULt:EXTRa#");

        /// <summary>The cable.</summary>
        public static IReadOnlyList<SettingRow> Cable { get; } = Timed("FAULt:CABLe:");

        /// <summary>Gauges that lie.</summary>
        public static IReadOnlyList<SettingRow> Gauges { get; } = Timed("FAULt:GAUGe:");

        /// <summary>What can be set on a battery.</summary>
        public static IReadOnlyList<SettingRow> Battery { get; } =
            [.. CommandRows.OfTwin.Where(static row => row.HasModule && row.Is(SettingRow.Set | SettingRow.Query))];

        /// <summary>Identifiers of the frames that can be broken.</summary>
        public static IReadOnlyList<uint> FrameIds { get; } =
            [.. Enumerable.Range(0, FrameTable.Count).Select(static index => FrameTable.At(index).Id).Order()];

        /// <summary>Extra frames that can be sent at a time.</summary>
        public const int ExtraCount = ExtraFrames.SlotCount;

        /// <summary>Cells of a battery of a product; of one that is in no table here, the most that a product may have.</summary>
        public static int CellsOf(string product) => ProfileCatalogue.Has(product)
            ? ProfileCatalogue.Create(product).NumberOf(ProfileKey.CellCount)
            : ProfileKeys.MaxOf(ProfileKey.CellCount);

        private static SettingRow[] Timed(string start) =>
            [.. CommandRows.OfTwin.Where(row => row.Is(SettingRow.Timed) && row.Pattern.StartsWith(start, StringComparison.Ordinal))];
    }
}
