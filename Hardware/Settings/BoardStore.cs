namespace BatterySim.Hardware.Settings
{
    /// <summary>The board's settings on its drive, and what became of them.</summary>
    public sealed class BoardStore
    {
        private const string FileName = "batterysim";

        private readonly IFileDrive _drive;
        private string _message = "";

        /// <summary>Keeps them on a drive.</summary>
        public BoardStore(IFileDrive drive)
        {
            _drive = drive;
        }

        /// <summary>What the last <see cref="Load"/> found, for the banner.</summary>
        public string Message { get { return _message; } }

        /// <summary>Reads the settings; what cannot be read falls back to the previous file, then to the settings of a new board.</summary>
        public BoardSettings Load()
        {
            SafeFile file = File();
            byte[] content = file.Load();
            BoardSettings settings = content == null ? null : SettingsText.Read(content);
            if (content != null && settings == null)
            {
                _message = "the saved settings are whole but name something that this version does not have; defaults are used";
                return new BoardSettings();
            }

            switch (file.Outcome)
            {
                case LoadOutcome.Current:
                    _message = "as saved";
                    break;
                case LoadOutcome.Recovered:
                    _message = "as saved; the last saving was interrupted and is complete now";
                    break;
                case LoadOutcome.Previous:
                    _message = "the last saved settings are damaged; the ones saved before are used";
                    break;
                case LoadOutcome.Damaged:
                    _message = "the saved settings are damaged or the drive does not answer; defaults are used";
                    break;
                default:
                    _message = "none saved yet; defaults are used";
                    break;
            }

            return settings ?? new BoardSettings();
        }

        /// <summary>Saves the settings.</summary>
        /// <returns>False if the drive did not keep them; the old ones are then still there.</returns>
        public bool Save(BoardSettings settings)
        {
            return File().Save(SettingsText.Write(settings));
        }

        /// <summary>Forgets what was saved.</summary>
        public bool Delete()
        {
            return File().Delete();
        }

        // Made anew each time: between two uses its buffer would only take memory.
        private SafeFile File()
        {
            return new SafeFile(_drive, FileName, SettingsText.Version);
        }
    }
}
