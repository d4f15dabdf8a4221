using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms.Faults;
using BatterySim.Bms.Instrument;
using BatterySim.Bms.Protocol;

namespace BatterySim.Host.Scpi
{
    /// <summary>The SCPI header of every place of the plan of injected faults.</summary>
    public static class FaultHeaders
    {
        // By place; each header in short form, without a question mark.
        private static readonly (string Header, SettingRow Row)[] All = Create();

        /// <summary>The header that sets, asks and ends a fault, in short form, and its row.</summary>
        /// <param name="place">Place in the plan, 0 to <see cref="FaultPlan.WindowCount"/> - 1.</param>
        public static (string Header, SettingRow Row) Of(int place) => All[place];

        private static (string Header, SettingRow Row)[] Create()
        {
            var headers = new (string, SettingRow)[new FaultPlan().WindowCount];
            foreach (SettingRow row in CommandRows.OfTwin.Where(static row => row.Is(SettingRow.Timed | SettingRow.Query)))
            {
                foreach ((int place, int suffix) in Places(row))
                {
                    TextBuffer text = new(64, true);
                    row.WriteShortHeader(text, suffix, 0);
                    headers[place] = (text.Take(), row);
                }
            }

            return headers;
        }

        private static IEnumerable<(int Place, int Suffix)> Places(SettingRow row)
        {
            return row.HasFrame ? Enumerable.Range(0, FrameTable.Count)
                    .Select(frame => (FaultPlan.IndexOf(frame, (FrameFaultKind)row.Tag), FrameTable.At(frame).Suffix))
                : row.HasSlot ? Enumerable.Range(0, ExtraFrames.SlotCount).Select(static slot => (FaultPlan.IndexOfExtra(slot), slot + 1))
                : row.Pattern.StartsWith("FAULt:CABLe:", System.StringComparison.Ordinal) ? [(FaultPlan.IndexOf((CableFaultKind)row.Tag), 0)]
                : row.Pattern.StartsWith("FAULt:GAUGe:", System.StringComparison.Ordinal) ? [(FaultPlan.IndexOf((GaugeFaultKind)row.Tag), 0)]
                : [(FaultPlan.IndexOf((ReportValue)row.Tag), 0)];
        }
    }
}
