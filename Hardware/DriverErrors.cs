using System;

namespace BatterySim.Hardware
{
    /// <summary>Counts what went wrong in the drivers, and says it without flooding the console.</summary>
    public sealed class DriverErrors
    {
        private const string NoMessage = "Exception was thrown: ";

        /// <summary>The CAN controller's driver.</summary>
        public const int Can = 0;

        /// <summary>The serial line's driver.</summary>
        public const int Serial = 1;

        /// <summary>Switches, buttons and LEDs.</summary>
        public const int Pins = 2;

        private const int SourceCount = 3;
        private const int ReportMilliseconds = 10000;

        private readonly int[] _counts = new int[SourceCount];
        private readonly int[] _reported = new int[SourceCount];
        private readonly Exception[] _last = new Exception[SourceCount];
        private int _sinceReportMilliseconds = ReportMilliseconds;
        private bool _isReportDue;

        /// <summary>Name of a driver, for people.</summary>
        public static string NameOf(int source)
        {
            switch (source)
            {
                case Can: return "CAN";
                case Serial: return "serial line";
                default: return "pins";
            }
        }

        /// <summary>Exceptions of one driver since the start.</summary>
        public int CountOf(int source)
        {
            return _counts[source];
        }

        /// <summary>Takes note of an exception.</summary>
        public void Record(int source, Exception exception)
        {
            _counts[source]++;
            _last[source] = exception;
            _isReportDue = true;
        }

        /// <summary>Lets time pass; true if there is something to say and the last report is long enough ago.</summary>
        public bool IsReportDue(int elapsedMilliseconds)
        {
            if (_sinceReportMilliseconds < ReportMilliseconds)
            {
                _sinceReportMilliseconds += elapsedMilliseconds;
            }

            return _isReportDue && _sinceReportMilliseconds >= ReportMilliseconds;
        }

        /// <summary>Says what is new, one line for each driver, and waits ten seconds before it says more.</summary>
        public string ConsumeReport()
        {
            string report = "";
            for (int source = 0; source < SourceCount; source++)
            {
                if (_counts[source] != _reported[source])
                {
                    report += "! " + NameOf(source) + ": " + (_counts[source] - _reported[source]) + " failure(s), " + _counts[source]
                        + " in all, last: " + TextOf(_last[source]) + "\r\n";
                    _reported[source] = _counts[source];
                }
            }

            _isReportDue = false;
            _sinceReportMilliseconds = 0;
            return report;
        }

        /// <summary>Kind and message of an exception in one line.</summary>
        /// <remarks>nanoFramework's own message of an exception that was given none repeats its kind; that is left out.</remarks>
        public static string TextOf(Exception exception)
        {
            string kind = exception.GetType().FullName;
            string message = exception.Message;
            return message == null || message.Length == 0 || message == NoMessage + kind ? kind : kind + ": " + message;
        }
    }
}
