namespace BatterySim.Bms
{
    /// <summary>When the work of a bank is done within its second, so that no single moment has all of it.</summary>
    /// <remarks>
    /// <code>
    /// ms after the start of a second
    /// 0         150 160                                            950   992 1000
    /// |----------|---|-----------------------------------------------|-----|---|
    /// F F F F F F                                                              F    frames of a burst, one gap apart, from the last report
    ///    w                                                                          events: link, master, chain (30)
    ///            p    p    p    p    p    p    p    p                               report: an eighth of the chain's views each (150 + k * 100)
    ///                                                                R              report: written whole, 50 ms before the next burst
    ///                0  1  2  3  4  5  6  7  8  9  10 11 12 13 14 15                batteries take their step (160 + k * 832 / n)
    /// q---a q---a q---a ...                                                         chain: one question and answer each 187 ms, a round a second
    /// </code>
    /// A battery works out all of its cells in every third of its steps and its limits in the step after that, shifted by its place in the
    /// bank, so that a third of the bank has the larger half of the work in each second. Battery, master and chain count their seconds from
    /// the moment at which each of them started; the drawing shows a bank in which all started together.
    /// docs/decisions/0008-timetable-of-a-second.md says why; BudgetTests and FirmwareBudgetTests hold what it is for.
    /// </remarks>
    public static class SecondTimetable
    {
        /// <summary>Length of the second, ms.</summary>
        public const int SecondMilliseconds = 1000;

        /// <summary>Step of the first battery, ms after the start of the second.</summary>
        public const int FirstBatteryMilliseconds = 160;

        /// <summary>Time over which the steps of all batteries are spread evenly, ms.</summary>
        public const int BatteriesMilliseconds = 832;

        /// <summary>First part of the report after the burst, ms.</summary>
        public const int FirstReportPartMilliseconds = 150;

        /// <summary>Time from one part of the report to the next, ms.</summary>
        public const int ReportPartMilliseconds = 100;

        /// <summary>Parts in which the views of the chain are taken into a report; it is written one part later.</summary>
        public const int ReportPartCount = 8;

        /// <summary>First look for events after a bank was built, ms: among the frames of a burst, while no battery takes its step.</summary>
        public const int FirstEventLookMilliseconds = 30;

        /// <summary>Seconds from one working out of all cells of a battery to the next.</summary>
        public const int CellSeconds = 3;
    }
}
