using System;

namespace BatterySim.Hardware
{
    /// <summary>Counts starts of the board that did not last, so that one that cannot start does not restart without end.</summary>
    /// <remarks>
    /// A mark is left on the drive before anything is built and taken away once the firmware has run for a while, so that a crash that leaves
    /// no exception behind counts too.
    /// </remarks>
    public sealed class StartGuard
    {
        /// <summary>Starts in a row that did not last, after which the board comes up in safe mode.</summary>
        public const int FailuresUntilSafe = 3;

        /// <summary>Time that a start has to last, ms.</summary>
        public const int LastingMilliseconds = 10000;

        private const string FileName = "starts.txt";
        private const int CountMax = 9;

        private readonly IFileDrive _drive;
        private int _failures;
        private bool _isCounting;

        /// <summary>Keeps the count on a drive.</summary>
        public StartGuard(IFileDrive drive)
        {
            _drive = drive;
        }

        /// <summary>Starts in a row before this one that did not last.</summary>
        public int Failures { get { return _failures; } }

        /// <summary>True if this start must do without everything that may have failed: settings, CAN.</summary>
        public bool IsSafeMode { get { return _failures >= FailuresUntilSafe; } }

        /// <summary>Counts a start before anything is built. A drive that does not answer counts nothing.</summary>
        public void Begin()
        {
            try
            {
                byte[] mark = _drive.ReadFile(FileName);
                int count = mark != null && mark.Length == 1 ? mark[0] - '0' : 0;
                _failures = count < 0 || count > CountMax ? 0 : count;
                int next = _failures < CountMax ? _failures + 1 : CountMax;
                _drive.WriteFile(FileName, new byte[] { (byte)('0' + next) });
                _isCounting = true;
            }
            catch (Exception)
            {
                _isCounting = false;
            }
        }

        /// <summary>True if another restart is of use: the start that failed was counted, and it was none in safe mode.</summary>
        /// <remarks>Read from the drive, for a firmware that could not even be put together.</remarks>
        public static bool MayRestart(IFileDrive drive)
        {
            try
            {
                byte[] mark = drive.ReadFile(FileName);
                return mark != null && mark.Length == 1 && mark[0] > '0' && mark[0] <= '0' + FailuresUntilSafe;
            }
            catch (Exception)
            {
                return false;
            }
        }

        /// <summary>Takes the mark away: this start lasted, or its end was asked for.</summary>
        public void End()
        {
            if (!_isCounting)
            {
                return;
            }

            try
            {
                _drive.Delete(FileName);
            }
            catch (Exception)
            {
                // The drive went away; the worst that follows is a safe mode that says how to leave it.
                return;
            }
        }
    }
}
