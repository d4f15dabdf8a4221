namespace BatterySim.Host.Analysis.Doctor
{
    /// <summary>How bad a finding is; the worst comes first in a report.</summary>
    public enum Severity
    {
        /// <summary>An inverter stops, ignores the battery, or may damage it.</summary>
        Error = 0,

        /// <summary>An inverter may behave otherwise than its owner expects.</summary>
        Warning = 1,

        /// <summary>Worth knowing; nothing to repair.</summary>
        Info = 2,
    }
}
