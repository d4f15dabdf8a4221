namespace BatterySim.Host.Panel.Engine
{
    /// <summary>What a page asks for.</summary>
    public enum PanelVerb
    {
        /// <summary>Nothing that is known.</summary>
        None = 0,

        /// <summary>A line of SCPI.</summary>
        Line,

        /// <summary>A setting of the inverter: name and value.</summary>
        SetInverter,

        /// <summary>The scenarios of the library.</summary>
        ListScenarios,

        /// <summary>Run a scenario: path and speed.</summary>
        RunScenario,

        /// <summary>End the scenario that runs.</summary>
        StopScenario,

        /// <summary>The report of the last scenario.</summary>
        Report,

        /// <summary>Begin to record.</summary>
        StartRecording,

        /// <summary>End the recording: name.</summary>
        StopRecording,
    }
}
