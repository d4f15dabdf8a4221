using System;

namespace BatterySim.Hardware
{
    /// <summary>Keeps the reason of a restart for the next banner.</summary>
    public sealed class RestartNote
    {
        private const string FileName = "restart.txt";
        private const int LengthMax = 160;

        private readonly IFileDrive _drive;

        /// <summary>Keeps it on a drive.</summary>
        public RestartNote(IFileDrive drive)
        {
            _drive = drive;
        }

        /// <summary>Writes the reason; a drive that fails must not keep the board from restarting.</summary>
        public void Leave(string reason)
        {
            try
            {
                _drive.WriteFile(FileName, Ascii.BytesOf(reason.Length > LengthMax ? reason.Substring(0, LengthMax) : reason));
            }
            catch (Exception)
            {
                return;
            }
        }

        /// <summary>The reason of the last restart, once; null after a plain power-up.</summary>
        public string Take()
        {
            try
            {
                byte[] note = _drive.ReadFile(FileName);
                if (note == null)
                {
                    return null;
                }

                _drive.Delete(FileName);
                return Ascii.TextOf(note, 0, note.Length < LengthMax ? note.Length : LengthMax);
            }
            catch (Exception)
            {
                return null;
            }
        }
    }
}
